import { beforeAll, describe, expect, test } from 'vitest'
import { createLinter, type Linter } from '../../src/lint.ts'
import { cleanBench, documents } from './documents.ts'
import { tryMutation } from './harness.ts'
import { seeded } from './random.ts'
import { amounts, slips, slipped } from './transcription-mutators.ts'

/** Amounts of each document that slip here; `npm run mutants -- --cells 1` takes all. */
const SAMPLE = 24

describe('a figure typed over wrong', () => {
  let linter: Linter
  beforeAll(async () => {
    linter = await createLinter({})
  }, 300_000)

  test.each(documents)('$name: is found wherever it stands', (document) => {
    const base = cleanBench(linter, document, 'json')
    const all = amounts(document.disclosure)
    const step = Math.floor(all.length / SAMPLE)
    const names = Object.keys(slips)
    const wrong = Array.from({ length: SAMPLE }, (_, index) => index).flatMap((index) => {
      const place = all[index * step]
      const made = place && names.flatMap((_, shift) => slipped(document.disclosure, place, names[(index + shift) % names.length] ?? '', seeded(index)) ?? [])[0]
      const outcome = made && tryMutation(linter, base, 'slip', made)
      return outcome && !(outcome.exact && outcome.elsewhere.length === 0) ? [`${outcome.note}: ${outcome.found.map(({ ruleId, sites }) => `${ruleId} ${sites[0]?.pointer ?? ''}`).join(' · ')}`] : []
    })
    expect(all.length).toBeGreaterThan(SAMPLE)
    expect(wrong).toEqual([])
  })
})
