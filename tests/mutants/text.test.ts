import { beforeAll, describe, expect, test } from 'vitest'
import { createLinter, type Linter } from '../../src/lint.ts'
import { cleanBench, documents } from './documents.ts'
import { tryRendered, tryText, type Bench, type Outcome } from './harness.ts'
import { mutators, seeded, textMutators } from './library.ts'
import { readStatus } from './status.ts'

const SEED = 1
/** Of the copies that the JSON suites lint, every so manieth is linted as published text too; `npm run mutants -- --text` takes all. */
const STEP = 6

describe('flawed copies as published text', () => {
  const { open } = readStatus()
  let linter: Linter
  let benches: readonly Bench[]
  beforeAll(async () => {
    linter = await createLinter({})
    benches = documents.map((document) => cleanBench(linter, document, 'text'))
  }, 300_000)

  const expectCaught = (outcomes: readonly (Outcome | undefined)[]): void => {
    for (const outcome of outcomes.filter((one) => one !== undefined)) {
      expect(outcome.exact, `${outcome.document} ${outcome.note}`).toBe(true)
      expect(outcome.elsewhere.map((finding) => `${finding.ruleId}: ${finding.message}`), outcome.note).toEqual([])
    }
  }

  test.each(textMutators.filter(({ kind }) => open[kind] === undefined))('$kind', (mutator) => {
    const outcomes = benches.map((base) => tryText(linter, base, mutator, SEED))
    expect(outcomes.some((outcome) => outcome !== undefined)).toBe(true)
    expectCaught(outcomes)
  })

  test.each(mutators.filter(({ kind }, at) => at % STEP === 0 && open[kind] === undefined))('$kind', (mutator) => {
    expectCaught(documents.map(({ disclosure, render }, at) => {
      const made = mutator.make(disclosure, seeded(SEED, mutator.kind))
      const base = benches[at]
      return made && base && tryRendered(linter, base, mutator.kind, made, render)
    }))
  })
})
