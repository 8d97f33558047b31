import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Outcome, Value } from '../../src/facts/value.ts'
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

describe('what is told of several outcomes', () => {
  const seen = (pointer: string, more: Partial<Outcome> = {}): Outcome => ({ type: 'verdict', verdict: 'exact', inputs: [{ ref: { pointer }, text: pointer }], ...more })
  const told = (operator: string, ...outcomes: Outcome[]): Outcome => verdictOf({ [operator]: names(outcomes.length) }, { bind: Object.fromEntries(outcomes.map((one, index) => [`v${index}`, one])) })
  const pointers = ({ inputs }: Outcome): string[] => inputs.map(({ ref }) => ref.pointer)
  const off = (digits: bigint): Partial<Outcome> => ({ verdict: 'impossible', difference: { digits, places: 0, unit: { dimension: 'money', symbol: '元', exponent: 0 } } })

  it('a pass shows every place, a failure those of the failures, a gap those of the gaps', () => {
    const [pass, gap, failure] = [seen('/pass'), seen('/gap', { verdict: 'not-evaluated', reason: 'blank' }), seen('/failure', { verdict: 'violated' })]
    expect(pointers(told('and', pass, seen('/also')))).toEqual(['/pass', '/also'])
    expect(pointers(told('and', pass, gap))).toEqual(['/gap'])
    expect(pointers(told('and', pass, gap, failure, seen('/worse', { verdict: 'impossible' })))).toEqual(['/failure', '/worse'])
    expect(pointers(told('and', pass, seen('/none', { verdict: 'not-applicable' })))).toEqual(['/pass'])
    expect(told('and', pass, seen('/none', { verdict: 'not-applicable', compared: 3 })).compared).toBeUndefined()
    expect(pointers(told('or', failure, gap))).toEqual(['/gap', '/failure'])
    expect(told('and', ...['/x', '/y'].map((at) => seen(at, { verdict: 'not-applicable' })))).toEqual({ type: 'verdict', verdict: 'not-applicable', inputs: [] })
    expect(told('or', ...['/x', '/y'].map((at) => seen(at, { verdict: 'not-applicable' })))).toEqual({ type: 'verdict', verdict: 'not-applicable', inputs: [] })
    expect([pointers(told('and', seen('/x', { verdict: 'not-applicable' }))), pointers(told('or', seen('/x', { verdict: 'not-applicable' })))]).toEqual([['/x'], ['/x']])
  })

  it('each place once, at most two hundred', () => {
    const at = (from?: number, to?: number): Outcome => ({ type: 'verdict', verdict: 'exact', inputs: [{ ref: { pointer: '/p', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, text: '' }] })
    expect(told('and', at(), at(), at(1, 2), at(1, 2), at(1, 3), at(2, 3)).inputs).toHaveLength(4)
    expect(told('and', ...Array.from({ length: 199 }, (_, index) => seen(`/${index}`))).inputs).toHaveLength(199)
    expect(told('and', ...Array.from({ length: 201 }, (_, index) => seen(`/${index}`))).inputs).toHaveLength(200)
  })

  it('of equally bad ones the first is the one', () => {
    expect(told('and', seen('/1', { verdict: 'impossible' }), seen('/2', { verdict: 'violated' })).verdict).toBe('impossible')
    expect(told('and', seen('/1', { verdict: 'violated' }), seen('/2', { verdict: 'impossible' })).verdict).toBe('violated')
    expect(pointers(told('or', seen('/1'), seen('/2')))).toEqual(['/1'])
  })

  it('what was compared is added up, formulas become steps', () => {
    expect(told('and', seen('/1', { compared: 2, formula: '1 = 1' }), seen('/2', { compared: 3, formula: '2 = 2' }), seen('/3'))).toMatchObject({ compared: 5, steps: ['1 = 1', '2 = 2'] })
    expect(told('and', seen('/1', { formula: '1 = 1' }), seen('/2'))).not.toHaveProperty('steps')
    expect(told('and', seen('/1'), seen('/2'))).not.toHaveProperty('compared')
    expect(told('and', seen('/1', { steps: ['1', '2'] }), seen('/2', { formula: '3' })).steps).toEqual(['1', '2', '3'])
    expect(told('and', seen('/1', { steps: ['1'] }), seen('/2')).steps).toEqual(['1'])
    expect(told('and', seen('/1', { steps: Array.from({ length: 15 }, String) }), seen('/2', { steps: Array.from({ length: 15 }, String) })).steps).toHaveLength(20)
  })

  it('of several tries that fail the nearest miss is the one, the others are told', () => {
    const missed = told('or', seen('/5', off(5n)), seen('/2', off(-2n)), seen('/3', off(3n)))
    expect(pointers(missed)).toEqual(['/2', '/5', '/3'])
    expect(missed.alternatives).toHaveLength(3)
    expect(pointers(told('or', seen('/-5', off(-5n)), seen('/3', off(3n))))).toEqual(['/3', '/-5'])
    expect(pointers(told('or', seen('/2', off(2n)), seen('/-2', off(-2n))))).toEqual(['/2', '/-2'])
    expect(pointers(told('or', seen('/x', { verdict: 'impossible' }), seen('/3', off(3n))))).toEqual(['/x', '/3'])
    expect(pointers(told('or', seen('/3', off(3n)), seen('/x', { verdict: 'impossible' })))).toEqual(['/3', '/x'])
    expect(pointers(told('or', seen('/5', off(5n)), seen('/9', { ...off(9n), verdict: 'implausible' })))).toEqual(['/9', '/5'])
    expect(pointers(told('or', seen('/5', { ...off(5n), verdict: 'explainable' }), seen('/2', { ...off(2n), verdict: 'explainable' })))).toEqual(['/5'])
    expect(told('or', seen('/5', off(5n)))).not.toHaveProperty('alternatives')
    expect(told('or', seen('/5', off(5n)), seen('/gap', { verdict: 'not-evaluated', reason: 'blank' }))).not.toHaveProperty('alternatives')
  })
})

it('truth values are verdicts, what is neither cannot be judged', () => {
  const both = (value: Value): Outcome => verdictOf({ and: ['$x', '$y'] }, { bind: { x: value, y: outcome('exact') } })
  expect(both({ type: 'boolean', value: true })).toMatchObject({ verdict: 'exact', inputs: [] })
  expect(both({ type: 'boolean', value: false })).toMatchObject({ verdict: 'violated', inputs: [] })
  expect(both({ type: 'absent', reason: 'missing-row' })).toMatchObject({ verdict: 'not-evaluated', reason: 'missing-row', inputs: [] })
  expect(both({ type: 'text', text: '甲' })).toEqual({ type: 'verdict', verdict: 'not-evaluated', reason: 'not-a-number', inputs: [] })
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
