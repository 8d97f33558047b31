import { beforeAll, describe, expect, test } from 'vitest'
import { createLinter, type Linter } from '../../src/lint.ts'
import { loadRules } from '../../src/load-rules.ts'
import { cleanBench, documentNamed } from './documents.ts'
import { rulesOf, tryMutator, type Bench } from './harness.ts'
import { mutators, seeded } from './library.ts'
import { plantedMutators } from './planted.ts'
import { readStatus } from './status.ts'

const SEED = 1

/** Every kind of flawed copy of one clean document: caught at the exact place, with nothing new elsewhere; and the rules that must speak of it do. */
export async function mutantSuite(name: string): Promise<void> {
  const { witness, open } = readStatus()
  const { disclosure } = documentNamed(name)
  const loaded = await loadRules()
  const witnesses = Object.entries(witness).filter(([, { document }]) => document === name)
  const needed = new Set(witnesses.map(([, { kind }]) => kind))
  const planted = plantedMutators(loaded.rules, loaded.vocabulary).filter(({ kind }) => needed.has(kind))
  const made = [...mutators, ...planted].filter((mutator) => mutator.make(disclosure, seeded(SEED, mutator.kind)) !== undefined)

  describe(`flawed copies of ${name}`, () => {
    let linter: Linter
    let base: Bench
    beforeAll(async () => {
      linter = await createLinter({})
      base = cleanBench(linter, documentNamed(name), 'json')
    }, 300_000)

    test('every witness is among them', () => {
      const kinds = new Set(made.map(({ kind }) => kind))
      expect([...needed].filter((kind) => !kinds.has(kind)), 'npm run mutants -- --write').toEqual([])
    })

    test.each(made.filter(({ kind }) => open[kind] === undefined))('$kind', (mutator) => {
      const outcome = tryMutator(linter, base, mutator, SEED)
      if (!outcome) throw new Error('not made')
      expect(outcome.caught, outcome.note).toBe(true)
      expect(outcome.exact, `${outcome.note}: ${outcome.found.map(({ ruleId, sites }) => `${ruleId} ${sites[0]?.pointer ?? ''}`).join(' · ')}`).toBe(true)
      expect(outcome.elsewhere.map((finding) => `${finding.ruleId}: ${finding.message}`), outcome.note).toEqual([])
      const expected = witnesses.filter(([, { kind }]) => kind === mutator.kind).map(([rule]) => rule)
      expect(rulesOf(outcome)).toEqual(expect.arrayContaining(expected))
    })
  })
}
