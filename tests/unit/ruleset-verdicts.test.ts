import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Outcome } from '../../src/facts/value.ts'
import { verdictOf } from './ruleset-helpers.ts'

const outcome = (verdict: Verdict): Outcome => ({ type: 'verdict', verdict, inputs: [], ...(verdict === 'not-evaluated' && { reason: 'missing-table' as const }) })
const bind = (...verdicts: Verdict[]): { bind: Record<string, Outcome> } => ({ bind: Object.fromEntries(verdicts.map((verdict, index) => [`v${index}`, outcome(verdict)])) })
const names = (n: number): string[] => Array.from({ length: n }, (_, index) => `$v${index}`)
const combine = (operator: string, ...verdicts: Verdict[]): Verdict => verdictOf({ [operator]: names(verdicts.length) }, bind(...verdicts)).verdict

const ALL: readonly Verdict[] = ['exact', 'explainable', 'rounding', 'implausible', 'impossible', 'violated', 'not-evaluated', 'not-applicable']

describe('and: the worst', () => {
  it.each<[Verdict, Verdict, Verdict]>([
    ['exact', 'explainable', 'explainable'],
    ['explainable', 'rounding', 'rounding'],
    ['exact', 'not-evaluated', 'not-evaluated'],
    ['not-evaluated', 'implausible', 'implausible'],
    ['violated', 'not-evaluated', 'violated'],
    ['impossible', 'implausible', 'impossible'],
    ['not-applicable', 'exact', 'exact'],
    ['not-applicable', 'not-evaluated', 'not-evaluated'],
    ['not-applicable', 'violated', 'violated'],
    ['not-applicable', 'not-applicable', 'not-applicable'],
  ])('%s and %s is %s, in either order', (a, b, expected) => {
    expect(combine('and', a, b)).toBe(expected)
    expect(combine('and', b, a)).toBe(expected)
  })

  it('is associative and idempotent over all verdicts', () => {
    for (const a of ALL) {
      expect(combine('and', a, a)).toBe(a)
      for (const b of ALL) for (const c of ALL) expect(combine('and', combine('and', a, b), c)).toBe(combine('and', a, combine('and', b, c)))
    }
  })
})

describe('or: the best', () => {
  it.each<[Verdict, Verdict, Verdict]>([
    ['exact', 'violated', 'exact'],
    ['explainable', 'impossible', 'explainable'],
    ['not-evaluated', 'violated', 'not-evaluated'],
    ['implausible', 'impossible', 'implausible'],
    ['exact', 'not-evaluated', 'exact'],
    ['not-applicable', 'violated', 'violated'],
    ['not-applicable', 'exact', 'exact'],
  ])('%s or %s is %s, in either order', (a, b, expected) => {
    expect(combine('or', a, b)).toBe(expected)
    expect(combine('or', b, a)).toBe(expected)
  })

  it('that fails reports the places of every try', () => {
    const tried = (pointer: string): Outcome => ({ type: 'verdict', verdict: 'violated', inputs: [{ ref: { pointer }, text: pointer }] })
    const failed = verdictOf({ or: ['$a', '$b'] }, { bind: { a: tried('/a'), b: tried('/b') } })
    expect(failed.inputs.map((input) => input.ref.pointer)).toEqual(['/a', '/b'])
  })
})

describe('not', () => {
  it.each<[Verdict, Verdict]>([['exact', 'violated'], ['explainable', 'violated'], ['violated', 'exact'], ['implausible', 'exact'], ['not-evaluated', 'not-evaluated'], ['not-applicable', 'not-applicable']])('%s becomes %s', (from, to) => {
    expect(verdictOf({ not: '$v0' }, bind(from)).verdict).toBe(to)
  })
})

describe('if', () => {
  it('takes the first branch whose condition holds', () => {
    expect(verdictOf({ if: ['$v0', '$v1', '$v2'] }, bind('explainable', 'exact', 'violated')).verdict).toBe('exact')
    expect(verdictOf({ if: ['$v0', '$v1', '$v2'] }, bind('violated', 'exact', 'implausible')).verdict).toBe('implausible')
  })

  it('is not evaluated, with the reason, when a condition is unknown', () => {
    expect(verdictOf({ and: [{ if: ['$v0', '$v1', '$v2'] }] }, bind('not-evaluated', 'exact', 'exact'))).toMatchObject({ verdict: 'not-evaluated', reason: 'missing-table' })
  })

  it('without a branch to take is absent, so not evaluated', () => {
    expect(verdictOf({ and: [{ if: ['$v0', '$v1'] }] }, bind('violated', 'exact')).verdict).toBe('not-evaluated')
  })
})

describe('every, some, filter', () => {
  const over = (operator: string, ...verdicts: Verdict[]): Outcome => verdictOf({ [operator]: { of: '$list', as: 'one', is: '$one' } }, { bind: { list: { type: 'list', values: verdicts.map(outcome) } }, types: { list: { is: 'list', of: { is: 'verdict' } } } })

  it('every is the worst, some the best', () => {
    expect(over('every', 'exact', 'violated', 'not-evaluated').verdict).toBe('violated')
    expect(over('some', 'exact', 'violated', 'not-evaluated').verdict).toBe('exact')
  })

  it('over nothing every is not applicable and some not evaluated', () => {
    expect(over('every').verdict).toBe('not-applicable')
    expect(over('some').verdict).toBe('not-evaluated')
  })

  it('the failing element heads the places', () => {
    const member = (verdict: Verdict, pointer: string): Outcome => ({ type: 'verdict', verdict, inputs: [{ ref: { pointer }, text: '' }] })
    const found = verdictOf({ every: { of: '$list', as: 'one', is: '$one' } }, { bind: { list: { type: 'list', values: [member('exact', '/1'), member('violated', '/2'), member('implausible', '/3')] } } })
    expect(found.inputs.map((input) => input.ref.pointer)).toEqual(['/2', '/3'])
  })

  it('sees outer names inside: nothing is lost in the scope', () => {
    const bindings = { bind: { list: { type: 'list', values: [outcome('exact'), outcome('violated')] } as const, outer: outcome('violated') } }
    expect(verdictOf({ every: { of: '$list', as: 'one', is: { or: ['$one', '$outer'] } } }, bindings).verdict).toBe('violated')
    expect(verdictOf({ every: { of: '$list', as: 'one', is: { or: ['$one', { not: '$outer' }] } } }, bindings).verdict).toBe('exact')
  })

  it('filter keeps the members that hold; unknown ones are not kept', () => {
    const kept = verdictOf({ equal: [{ count: { filter: { of: '$list', as: 'one', is: '$one' } } }, 2] }, { bind: { list: { type: 'list', values: ['exact', 'not-evaluated', 'violated', 'rounding'].map((v) => outcome(v as Verdict)) } }, types: { list: { is: 'list', of: { is: 'verdict' } } } })
    expect(kept.verdict).toBe('exact')
  })
})
