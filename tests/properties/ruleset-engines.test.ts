import fc from 'fast-check'
import { LIMITS } from '../../src/ruleset/limits.ts'
import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/facts/value.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { holds } from '../../src/ruleset/index.ts'
import type { Type } from '../../src/ruleset/types.ts'
import { BLANK, MISSING, evaluate, figure, item, list, modelOf, text, thing } from '../unit/ruleset-helpers.ts'

const verdict = (name: Verdict): Value => ({ type: 'verdict', verdict: name, inputs: [{ ref: { pointer: `/${name}` }, text: name }], ...(name === 'not-evaluated' && { reason: 'missing-table' as const }) })
const project = (name: string, amount: string): Value => thing(item('project', name, { name: text(name), label: text(name), funds: { type: 'record', fields: { annual: figure(amount) } } }))

/** Names every random expression can use: figures, texts, blanks, gaps, lists, items, verdicts. */
const BINDINGS: Readonly<Record<string, Value>> = {
  q1: figure('12.30万元'), q2: figure('123000元'), q3: figure('0.00万元'), q4: figure('8人'), q5: figure('95.5%'),
  blank: BLANK, missing: MISSING, gone: MISSING,
  t1: text('校舍维修'), t2: text('校舍改造'), t3: text(''),
  qs: list(figure('1.00万元'), figure('2.00万元'), BLANK, figure('9.30万元')), ts: list(text('甲'), text('乙'), text('甲')), none: list(),
  ps: list(project('甲', '3.00万元'), project('乙', '9.30万元'), project('甲', '3.00万元')),
  v1: verdict('exact'), v2: verdict('violated'), v3: verdict('not-evaluated'), v4: verdict('not-applicable'), v5: verdict('explainable'), v6: verdict('implausible'), v7: verdict('rounding'),
}
const PROJECT: Type = { is: 'item', kind: 'project' }
const Q: Type = { is: 'quantity' }
const TYPES: Readonly<Record<string, Type>> = { q1: Q, q2: Q, q3: Q, q4: Q, q5: Q, blank: Q, ps: { is: 'list', of: PROJECT }, qs: { is: 'list', of: { is: 'quantity' } }, ts: { is: 'list', of: { is: 'text' } } }
const MODEL = modelOf([item('project', '甲', { name: text('甲') }), item('project', '乙', { name: text('乙') })], { '支出总表/合计/合计': figure('12.30万元') })

/** Random well-typed expressions, with names of their own for the members of lists. */
const expressions = (() => {
  let fresh = 0
  const name = (): string => `m${fresh++}`
  return fc.letrec<{ verdict: unknown; number: unknown; text: unknown; numbers: unknown }>((tie) => ({
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('$q1', '$q2', '$q3', '$q4', '$q5', '$blank', '$missing', 0, 3, '12.30万元', '5%'),
      fc.tuple(fc.constantFrom('sum', 'minus', 'times'), fc.array(tie('number'), { minLength: 2, maxLength: 3 })).map(([op, args]) => ({ [op]: args })),
      fc.tuple(fc.constantFrom('ratio', 'growth'), tie('number'), tie('number')).map(([op, a, b]) => ({ [op]: [a, b] })),
      tie('numbers').map((of) => ({ sum: of })),
      fc.tuple(tie('numbers'), fc.constantFrom('min', 'max', 'median')).map(([of, is]) => ({ stat: { of, is } })),
      tie('numbers').map((of) => ({ count: of })),
      fc.constantFrom({ count: { of: '$ps', by: 'name' } }, { count: { find: { each: 'project', where: { name: '甲' } } } }, { cell: ['支出总表', '合计', '合计'] }, { cell: { table: '支出总表', row: '无', column: '合计', ifAbsent: 'zero' } }),
      fc.tuple(tie('verdict'), tie('number'), tie('number')).map(([c, a, b]) => ({ if: [c, a, b] })),
    ),
    numbers: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('$qs', '$none', '$ps.funds.annual'),
      tie('verdict').map((is) => { const as = name(); return { filter: { of: '$qs', as, is: { or: [is, { more: [`$${as}`, '1.50万元'] }] } } } }),
    ),
    text: fc.constantFrom('$t1', '$t2', '$t3', '$gone', '校舍'),
    verdict: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('$v1', '$v2', '$v3', '$v4', '$v5', '$v6', '$v7'),
      fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('verdict'), { minLength: 1, maxLength: 3 })).map(([op, args]) => ({ [op]: args })),
      tie('verdict').map((v) => ({ not: v })),
      fc.array(tie('verdict'), { minLength: 2, maxLength: 5 }).map((args) => ({ if: args })),
      fc.tuple(fc.constantFrom('equal', 'less', 'at-most', 'more', 'at-least'), tie('number'), tie('number')).map(([op, a, b]) => ({ [op]: [a, b] })),
      fc.tuple(tie('text'), tie('text')).map((pair) => ({ equal: pair })),
      fc.tuple(tie('text'), tie('text')).map((pair) => ({ in: pair })),
      tie('text').map((t) => ({ in: [t, ['校舍维修', '甲']] })),
      tie('text').map((t) => ({ matches: [t, '校舍'] })),
      fc.constantFrom({ equal: '$ts' }, { equal: { of: '$ts', majority: 'required' } }, { equal: '$qs' }, { present: ['$q1', '$t1'] }, { absent: '$none' }, { balanced: { text: '$t1', pairs: ['（…）'] } }),
      tie('number').map((n) => ({ present: n })),
      tie('number').map((n) => ({ absent: [n, '$missing'] })),
      fc.tuple(fc.constantFrom('every', 'some'), tie('numbers'), tie('number'), tie('verdict')).map(([op, of, other, v]) => { const as = name(); return { [op]: { of, as, is: { or: [{ equal: [`$${as}`, other] }, v] } } } }),
      fc.tuple(fc.constantFrom('every', 'some'), tie('verdict')).map(([op, v]) => { const as = name(); return { [op]: { of: '$ps', as, is: { and: [{ equal: [`$${as}.name`, '甲'] }, v] } } } }),
    ),
  }))
})()

const run = (written: unknown, blank: 'skip' | 'zero' | 'error'): Value => evaluate(written, { bind: BINDINGS, types: TYPES, model: MODEL, blank })

/** Levels of maps and lists; the checker, which counts an argument's place as a level too, refuses what is deeper than its limit: a test of its own. */
function nesting(written: unknown): number {
  return typeof written === 'object' && written !== null ? 1 + Math.max(0, ...Object.values(written).map(nesting)) : 0
}

const DEEPEST = LIMITS.depth / 2

/** Random pairs of expression and data; a long run by hand: DISCLINT_PAIRS=200000. */
const PAIRS = Number(process.env['DISCLINT_PAIRS'] ?? 2500)

describe('closures and json-logic-js', { timeout: 60_000 + PAIRS * 20 }, () => {
  it('agree on every random expression, trace included', () => {
    let conditions = 0
    const seen = new Set<string>()
    fc.assert(
      fc.property(expressions.verdict, fc.constantFrom('skip' as const, 'zero' as const, 'error' as const), (written, blank) => {
        fc.pre(nesting(written) <= DEEPEST)
        const value = run(written, blank)
        conditions += holds(value) ? 1 : 0
        if (value.type === 'verdict') seen.add(value.verdict)
      }),
      { numRuns: PAIRS },
    )
    expect(conditions).toBeGreaterThan(100)
    expect([...seen].sort()).toEqual(['exact', 'explainable', 'implausible', 'impossible', 'not-applicable', 'not-evaluated', 'rounding', 'violated'])
  })

  it('agree on numbers as well', () => {
    fc.assert(fc.property(expressions.number, fc.constantFrom('skip' as const, 'zero' as const), (written, blank) => {
      fc.pre(nesting(written) <= DEEPEST)
      run(written, blank)
    }), { numRuns: PAIRS / 5 })
  })
})

describe('combining', () => {
  it('a gap among conjuncts never becomes a pass, and a violation is never hidden', () => {
    fc.assert(
      fc.property(fc.array(expressions.verdict, { minLength: 1, maxLength: 4 }), (parts) => {
        const outcomes = parts.map((part) => run({ and: [part] }, 'skip')).map((value) => (value.type === 'verdict' ? value.verdict : ''))
        const whole = run({ and: parts }, 'skip')
        if (whole.type !== 'verdict') throw new Error('no verdict')
        if (outcomes.includes('violated') || outcomes.includes('impossible')) expect(['violated', 'impossible']).toContain(whole.verdict)
        else if (outcomes.includes('not-evaluated')) expect(holds(whole)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
