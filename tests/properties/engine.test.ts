import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../src/engine/edit-distance.ts'
import { Budget, DEFAULT_LIMITS } from '../../src/engine/budget.ts'
import { nearGroups } from '../../src/engine/near-texts.ts'
import { similarPairs } from '../../src/engine/similar-texts.ts'
import type { CompiledRule } from '../../src/ruleset/compiled.ts'
import { equalList } from '../../src/ruleset/operators/equal-list.ts'
import { figure, item, model, rule, run, source, text } from '../unit/engine-helpers.ts'

const words = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 }), { maxLength: 14 })
const worded = (texts: readonly string[]): { readonly text: string }[] => texts.map((each) => ({ text: each }))
const budget = (): Budget => new Budget(DEFAULT_LIMITS)

function distance(a: string, b: string): number {
  const [first, ...rest] = a
  const [other, ...more] = b
  if (first === undefined || other === undefined) return Math.max(a.length, b.length)
  const [x, y] = [rest.join(''), more.join('')]
  return first === other ? distance(x, y) : 1 + Math.min(distance(x, b), distance(a, y), distance(x, y))
}

describe('near texts', () => {
  const short = fc.string({ unit: fc.constantFrom('甲', '乙'), maxLength: 5 })

  it('measures edit distance as its definition does', () => {
    fc.assert(fc.property(short, short, fc.nat(3), (a, b, limit) => isWithin(a, b, limit) === distance(a, b) <= limit), { numRuns: 300 })
  })

  it('finds with the index what comparing all with all finds', () => {
    fc.assert(
      fc.property(words, fc.nat(2), (texts, limit) => {
        const groups = nearGroups(texts, limit, budget())
        expect(groups.flat().sort((a, b) => a - b)).toEqual(texts.map((_, index) => index))
        const together = (a: number, b: number): boolean => groups.some((group) => group.includes(a) && group.includes(b))
        const centres = groups.map((group) => group.find((centre) => group.every((member) => isWithin(texts[centre] ?? '', texts[member] ?? '', limit))))
        expect(centres).not.toContain(undefined)
        texts.forEach((a, i) => texts.forEach((b, j) => { if (a === b) expect(together(i, j)).toBe(true) }))
        const lonely = groups.filter((group) => new Set(group.map((index) => texts[index])).size === 1).map((group) => texts[group[0] ?? 0] ?? '')
        lonely.forEach((a, i) => lonely.forEach((b, j) => { if (i < j) expect(isWithin(a, b, limit)).toBe(false) }))
      }),
      { numRuns: 200 },
    )
  })

  it('scores likeness alike from both sides, 1 for equal texts, best first', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const found = similarPairs(worded(left), worded(right), 0.5, budget())
        const mirrored = similarPairs(worded(right), worded(left), 0.5, budget())
        const key = (a: number, b: number, score: number): string => `${a} ${b} ${score}`
        expect(found.map(({ a, b, score }) => key(a, b, score)).sort()).toEqual(mirrored.map(({ a, b, score }) => key(b, a, score)).sort())
        expect(found.every(({ a, b, score }) => left[a] !== right[b] || score === 1)).toBe(true)
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
      }),
      { numRuns: 200 },
    )
  })
})

describe('runs', () => {
  const rules: CompiledRule[] = ['a/one', 'b/two', 'c/three'].map((id) => rule(id, { definition: { defersTo: id === 'c/three' ? ['b/two'] : [] }, cases: [{ range: { form: 'group', source: source('fact'), by: [['concept'], ['scope']], atLeast: 2, as: '处' }, assert: (environment) => equalList(environment.lookup('处'), environment, false) }] }))
  const fact = fc.record({ concept: fc.constantFrom('编制', '在岗'), count: fc.integer({ min: 1, max: 3 }), side: fc.option(fc.constantFrom('收', '支')) })
  const facts = fc.array(fact, { maxLength: 12 }).map((list) =>
    list.map(({ concept, count, side }, index) => {
      const pointer = `/sections/${index}/paragraphs/0/text`
      return item('fact', pointer, { concept: text(concept), value: figure(`${count}人`, pointer), scope: { type: 'scope', known: side === null ? {} : { side }, unsaid: side === null ? ['side'] : [] } }, { text: `${count}人` })
    }),
  )
  const scopes = new Map([['side', { closed: true, values: { 收: [], 支: [] } }]])

  it('do not depend on the order of rules', () => {
    fc.assert(fc.property(facts, fc.shuffledSubarray(rules, { minLength: 3 }), (items, shuffled) => {
      expect(run(shuffled, model({ items: { fact: items } }), { scopes })).toEqual(run(rules, model({ items: { fact: items } }), { scopes }))
    }), { numRuns: 100 })
  })

  it('count every check once, and find nothing where all agree', () => {
    fc.assert(fc.property(facts, (items) => {
      const { coverage, findings } = run(rules[0] as CompiledRule, model({ items: { fact: items } }), { scopes })
      const [covered] = coverage
      expect(findings.length).toBeLessThanOrEqual(covered?.failed ?? 0)
      const values = new Set(items.map(({ text: printed }) => printed))
      if (values.size < 2) expect(covered).toMatchObject({ failed: 0, notEvaluated: [] })
    }), { numRuns: 100 })
  })
})
