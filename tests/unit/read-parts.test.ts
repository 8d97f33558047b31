import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRules } from '../../src/load-rules.ts'
import { readSubjects } from '../../src/read-subjects.ts'
import type { Vocabulary } from '../../src/vocabulary/types.ts'

let vocabulary: Vocabulary
beforeAll(async () => {
  vocabulary = (await loadRules()).vocabulary
})

const text = readFileSync(new URL('../../fixtures/unit-budget.clean.txt', import.meta.url), 'utf8')
const lines = text.split('\n')

/** The text as two files, cut before the line that holds `words` for the `nth` time. */
function parts(words: string, nth = 1): { readonly first: string; readonly second: string } {
  const at = lines.flatMap((line, i) => (line.includes(words) ? [i] : []))[nth - 1]
  if (at === undefined) throw new Error(`no line holds ${words}`)
  return { first: `${lines.slice(0, at).join('\n')}\n`, second: lines.slice(at).join('\n') }
}

describe.each([
  ['between two sections', '第三部分 2026年单位预算情况说明', 2],
  ['within a table', '2070205\t', 1],
  ['within the table of basic spending', '30113\t', 1],
  ['between two sheets', '附件2', 2],
])('one disclosure in two files, cut %s', (_, words, nth) => {
  it('is read like the whole, and every string is found in its own file', () => {
    const { first, second } = parts(words, nth)
    const whole = readSubjects([{ file: 'a.txt', content: text }], vocabulary)
    const both = readSubjects([{ file: 'a.txt', content: first }, { file: 'b.txt', content: second }], vocabulary)
    expect({ ...both.disclosure, sources: [] }).toEqual({ ...whole.disclosure, sources: [] })
    const offset = first.split('\n').length - 1
    const wrong = [...(whole.map?.strings.keys() ?? [])].filter((pointer) => {
      const alone = whole.locate({ pointer }).place
      const { file, place } = both.locate({ pointer })
      if (alone?.kind !== 'text' || place?.kind !== 'text') return true
      return alone.line !== place.line + (file === 'b.txt' ? offset : 0) || alone.column !== place.column
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })
})
