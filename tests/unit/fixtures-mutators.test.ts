import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { mutators, seeded, textMutators } from '../mutants/library.ts'

const read = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const fixtures = ['unit-budget.clean', 'final-accounts.clean'].map((name) => ({
  name, disclosure: JSON.parse(read(`${name}.disclosure.json`)) as Disclosure, text: read(`${name}.txt`),
}))

function valueAt(disclosure: Disclosure, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step.replace(/~1/g, '/').replace(/~0/g, '~')], disclosure)
}

describe('mutators', () => {
  test('there are at least sixty kinds, each named once', () => {
    const kinds = [...mutators, ...textMutators].map((mutator) => mutator.kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(mutators.length).toBeGreaterThanOrEqual(60)
  })

  test.each(mutators)('$kind finds something to change in a fixture', (mutator) => {
    expect(fixtures.some(({ disclosure }) => mutator.make(disclosure, seeded(1, mutator.kind)))).toBe(true)
  })

  test.each(mutators)('$kind changes what it says, and leaves the original alone', (mutator) => {
    for (const { disclosure } of fixtures) {
      const before = JSON.stringify(disclosure)
      for (const seed of [1, 2, 3]) {
        const made = mutator.make(disclosure, seeded(seed, mutator.kind))
        if (!made) continue
        expect(JSON.stringify(made.disclosure)).not.toBe(before)
        expect(made.at.length).toBeGreaterThan(0)
        const [spot] = made.at
        const value = spot && valueAt(made.disclosure, spot.pointer)
        expect(value, made.note).toBeDefined()
        if (spot?.to !== undefined) expect(String(value).length).toBeGreaterThanOrEqual(spot.to)
        expect(mutator.make(disclosure, seeded(seed, mutator.kind))).toEqual(made)
      }
      expect(JSON.stringify(disclosure)).toBe(before)
    }
  })

  test.each(textMutators)('$kind changes the line it names', (mutator) => {
    const made = fixtures.map(({ text }) => ({ text, mutation: mutator.makeText(text, seeded(7, mutator.kind)) })).filter(({ mutation }) => mutation)
    expect(made.length).toBeGreaterThan(0)
    for (const { text, mutation } of made) expect(mutation?.text.split('\n')[mutation.line - 1]).not.toBe(text.split('\n')[mutation ? mutation.line - 1 : 0])
  })
})
