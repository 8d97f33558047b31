import { beforeAll, describe, expect, it } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { RuleFileError } from '../../src/core/errors.ts'
import { engineWording } from '../../src/engine/index.ts'
import { loadRules, type LoadedRules } from '../../src/load-rules.ts'
import { runExamples, type ExampleResult } from '../../src/rule-examples.ts'

/** DESIGN §6: the first line of a message fits a terminal and a review sheet. */
const LONGEST_LINE = 90

const ids = builtin.flatMap(({ path, content }) =>
  /^(vocabulary|wording)\//.test(path) ? [] : [(content as { readonly id?: string } | null)?.id ?? path],
)

describe('rules', () => {
  let loaded: LoadedRules

  beforeAll(async () => {
    try {
      loaded = await loadRules()
    } catch (error) {
      if (error instanceof RuleFileError) throw new Error(error.faults.map(({ file, message }) => `${file ?? ''} ${message.zh}`).join('\n'), { cause: error })
      throw error
    }
  })

  it.each(ids)('%s: its examples do as it says', (id) => {
    const rule = loaded.rules.find(({ definition }) => definition.id === id)
    expect(rule, `${id} is not among the compiled rules`).toBeDefined()
    if (!rule) return
    const results = runExamples(rule, { vocabulary: loaded.vocabulary, wording: engineWording(loaded.wording) })
    expect(results.flatMap(({ number, faults }) => faults.map((fault) => `例 ${number}：${fault}`))).toEqual([])
    expect(missingKinds(results), 'example kinds it still needs').toEqual([])
    expect(wrongMessages(results)).toEqual([])
  })

  it('are there', () => {
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

/** DESIGN §4: a rule shows what passes, what fails, and what it leaves alone. */
function missingKinds(results: readonly ExampleResult[]): string[] {
  const kinds = new Set<string>(results.map(({ example }) => example.is))
  const wanted = [['pass', 'explainable'], ['fail', 'implausible'], ['not-applicable', 'not-evaluated']]
  return wanted.filter((either) => !either.some((kind) => kinds.has(kind))).map((either) => either.join(' or '))
}

/** A Chinese message has no Latin word, and a first line that can be read at a glance. */
function wrongMessages(results: readonly ExampleResult[]): string[] {
  const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message))
  return messages.filter((message) => {
    const [first = ''] = message.split('\n')
    return /[A-Za-z]/.test(message) || [...first].length > LONGEST_LINE || first.trim() === '' || /[{}]/.test(message)
  })
}
