import { describe, expect, it } from 'vitest'
import type { GapReason } from '../../src/core/verdict.ts'
import type { Value } from '../../src/facts/value.ts'
import { BLANK, MISSING, evaluate, figure, item, list, modelOf, text, thing, verdictOf } from './ruleset-helpers.ts'

type Bind = Record<string, Value>
const verdict = (written: unknown, bind: Bind = {}, blank: 'skip' | 'zero' | 'error' = 'skip'): string => {
  const found = verdictOf(written, { bind, blank })
  return found.reason ?? found.verdict
}
const shown = (value: Value): string => (value.type === 'quantity' ? `${value.quantity.digits}e-${value.quantity.places}${value.quantity.unit.symbol}` : value.type === 'absent' ? value.reason : value.type === 'text' ? value.text : value.type)
const date = (year: number, month?: number, day?: number): Value => ({ type: 'date', printed: [year, month, day].filter((part) => part !== undefined).join('-'), year, ...(month !== undefined && { month }), ...(day !== undefined && { day }), ref: { pointer: `/d/${year}/${month ?? ''}/${day ?? ''}` } })
const gap = (reason: GapReason): Value => ({ type: 'absent', reason })

describe('dates', () => {
  it.each<[string, Value, Value, string]>([
    ['less', date(2025), date(2026), 'exact'], ['less', date(2026), date(2026), 'violated'], ['less', date(2026, 2), date(2026, 3), 'exact'], ['less', date(2026, 3, 2), date(2026, 3, 1), 'violated'], ['less', date(2025, 12), date(2026, 1), 'exact'],
    ['at-most', date(2026, 3), date(2026, 3), 'exact'], ['at-most', date(2026, 4), date(2026, 3), 'violated'], ['more', date(2026, 4), date(2026, 3), 'exact'], ['more', date(2026, 3), date(2026, 3), 'violated'],
    ['at-least', date(2026, 3), date(2026, 3), 'exact'], ['at-least', date(2026, 2), date(2026, 3), 'violated'], ['less', date(2025), date(2026, 3), 'exact'], ['more', date(2026), date(2026, 3), 'ambiguous'], ['less', date(2026, 3), date(2026, 3, 1), 'ambiguous'],
    ['less', date(2026), figure('2026'), 'ambiguous'], ['less', figure('2026'), date(2026), 'ambiguous'], ['less', gap('blank'), date(2026), 'blank'], ['less', date(2026), gap('excerpt'), 'excerpt'],
    ['equal', date(2026, 3, 1), date(2026, 3, 1), 'exact'], ['equal', date(2026, 3, 1), date(2026, 3, 2), 'violated'], ['equal', date(2026), date(2026, 3), 'ambiguous'], ['equal', date(2026, 3), text('2026-3'), 'exact'], ['equal', date(2026, 3), text('2026-4'), 'violated'], ['equal', date(2026), { type: 'boolean', value: true }, 'ambiguous'],
  ])('%s', (relation, a, b, expected) => {
    expect(verdict({ [relation]: ['$a', '$b'] }, { a, b })).toBe(expected)
  })

  it('the formula says how they stand', () => {
    const formula = (relation: string, a: Value, b: Value): string | undefined => verdictOf({ [relation]: ['$a', '$b'] }, { bind: { a, b } }).formula
    const [early, late] = [date(2026, 1), date(2026, 2)]
    expect(['less', 'at-most', 'more', 'at-least', 'equal'].map((relation) => [formula(relation, early, late), formula(relation, late, early)])).toEqual([
      ['2026-1 < 2026-2', '2026-2 ≥ 2026-1'], ['2026-1 ≤ 2026-2', '2026-2 > 2026-1'], ['2026-1 ≤ 2026-2', '2026-2 > 2026-1'], ['2026-1 < 2026-2', '2026-2 ≥ 2026-1'], ['2026-1 ≠ 2026-2', '2026-2 ≠ 2026-1'],
    ])
    expect(formula('equal', early, early)).toBe('2026-1 = 2026-1')
  })

  it('days between two that exist; nothing from others', () => {
    const days = (...bound: Value[]): string => shown(evaluate({ minus: bound.map((_, index) => `$v${index}`) }, { bind: Object.fromEntries(bound.map((value, index) => [`v${index}`, value])) }))
    expect(days(date(2024, 3, 1), date(2024, 2, 1))).toBe('29e-0天')
    expect(days(date(2026, 1, 1), date(2026, 12, 31))).toBe('-364e-0天')
    expect(days(date(2026, 2, 30), date(2026, 2, 1))).toBe('ambiguous')
    expect(days(date(2026, 2, 1), date(2026, 13, 1))).toBe('ambiguous')
    expect(days(date(2026, 2), date(2026, 1, 1))).toBe('ambiguous')
    expect(days(date(2026), date(2025))).toBe('ambiguous')
    expect(days(date(2026, 2, 3), MISSING)).toBe('missing-row')
    expect(days(MISSING, date(2026, 2, 3))).toBe('missing-row')
    expect(days(date(2026, 2, 3), figure('3天'))).toBe('ambiguous')
    expect(days(date(2026, 2, 3), date(2026, 2, 1), date(2026, 1, 1))).toBe('ambiguous')
  })
})

describe('equal', () => {
  const truth = (value: boolean): Value => ({ type: 'boolean', value })
  const scope = (known: Record<string, string>, unsaid: string[] = []): Value => ({ type: 'scope', known, unsaid })
  it.each<[string, Value, Value, string]>([
    ['truth values', truth(true), truth(true), 'exact'], ['truth values that differ', truth(true), truth(false), 'violated'],
    ['lists', list(text('甲'), figure('1人')), list(text('甲'), figure('1人')), 'exact'], ['lists of another order', list(text('甲'), text('乙')), list(text('乙'), text('甲')), 'violated'], ['lists of another length', list(text('甲')), list(text('甲'), text('甲')), 'violated'], ['a list and a text', list(text('甲')), truth(true), 'ambiguous'],
    ['records by their text', { type: 'record', fields: { text: text('甲〔2025〕1号') } }, text('甲〔2025〕1号'), 'exact'], ['records of another text', { type: 'record', fields: { text: text('甲〔2025〕1号') } }, text('甲〔2025〕2号'), 'violated'],
    ['scopes said differently', scope({ year: '2026' }), scope({ fund: '甲' }), 'violated'], ['a scope unsaid on the left', scope({}, ['year']), scope({ year: '2026' }), 'scope-unclear'], ['a scope unsaid on the right', scope({ year: '2026' }), scope({}, ['year']), 'scope-unclear'],
    ['scopes unclear in one part and apart in another', scope({ year: '2026', fund: '甲' }), scope({ fund: '乙' }, ['year']), 'violated'],
    ['a text and a missing one', text('甲'), gap('missing-row'), 'missing-row'], ['a missing text first', gap('excerpt'), text('甲'), 'excerpt'], ['two gaps', gap('excerpt'), gap('blank'), 'excerpt'],
    ['long texts with a figure', text(`${'甲'.repeat(41)}5%`), text(`${'甲'.repeat(41)}5.0%`), 'violated'], ['amounts in texts', text('5万元'), text('50000元'), 'exact'], ['amounts in texts that differ', text('5万元'), text('70000元'), 'impossible'],
  ])('%s', (_, a, b, expected) => {
    expect(verdict({ equal: ['$a', '$b'] }, { a, b })).toBe(expected)
  })

  it('items: the same thing, or the name', () => {
    const [one, other] = [item('project', '甲项目', { name: text('校舍维修') }), item('project', '甲项目', { name: text('校舍维修') })]
    expect(verdict({ equal: ['$a', '$b'] }, { a: thing(one), b: thing(one) })).toBe('exact')
    expect(verdict({ equal: ['$a', '$b'] }, { a: thing(one), b: thing(other) })).toBe('violated')
    expect(verdict({ equal: ['$a', '$b'] }, { a: thing(one), b: text('校舍维修') })).toBe('exact')
    expect(verdict({ equal: ['$a', '$b'] }, { a: text('甲项目'), b: thing(one) })).toBe('violated')
  })

  it('of three and more: all the same, the odd one, what is not known', () => {
    const three = (...values: Value[]): Value[] => values
    const all = (values: Value[], blank: 'skip' | 'error' = 'skip'): string => verdict({ equal: values.map((_, index) => `$v${index}`) }, Object.fromEntries(values.map((value, index) => [`v${index}`, value])), blank)
    expect(all(three(text('甲'), text('甲'), text('甲')))).toBe('exact')
    expect(all(three(text('甲'), text('甲'), text('乙')))).toBe('violated')
    expect(all(three(figure('1人'), figure('1人'), figure('1辆')))).toBe('units-differ')
    expect(all(three(figure('1人'), BLANK, figure('1人')))).toBe('exact')
    expect(all(three(figure('1人'), BLANK, figure('1人')), 'error')).toBe('violated')
    expect(all(three(BLANK, BLANK, figure('1人')))).toBe('blank')
    expect(all(three(date(2026), date(2026, 3), date(2026)))).toBe('ambiguous')
    expect(all(three(date(2026), date(2026, 3), date(2025)))).toBe('violated')
    expect(verdict({ equal: '$all' }, { all: MISSING })).toBe('missing-row')
    expect(verdict({ equal: '$all' }, { all: list() })).toBe('not-applicable')
  })

  it('a list tells the values and what divides them', () => {
    const of = (...values: Value[]) => verdictOf({ equal: '$all' }, { bind: { all: list(...values) } })
    expect(of(text('甲'), text('甲')).formula).toBe('甲')
    expect(of(text('甲'), text('乙'), text('甲'))).toMatchObject({ formula: '乙 ≠ 甲', actual: { text: '乙' }, expected: { text: '甲' }, compared: 3 })
    expect(of(figure('12万元'), figure('1.2万元'), figure('12万元'))).toMatchObject({ slip: 'scale-10', difference: { digits: -108n } })
    expect(of(text('甲'), text('乙'))).toMatchObject({ actual: { text: '甲' }, expected: { text: '乙' }, odd: [{ text: '甲' }, { text: '乙' }] })
    expect(of(text('甲'), text('乙'))).not.toHaveProperty('majority')
    expect(of(figure('12.34万元'), figure('12.35万元'), figure('12.34万元')).verdict).toBe('rounding')
  })
})

describe('in', () => {
  it.each<[string, Value, Value, string]>([
    ['an empty list holds nothing', text('甲'), list(), 'violated'], ['an empty text is in nothing', text(''), text('甲'), 'violated'], ['a text that is not there', text('丙'), text('甲乙'), 'violated'],
    ['a figure in a list of others', figure('4万元'), list(figure('3万元'), figure('5万元')), 'violated'], ['a figure and other units', figure('4人'), list(figure('4万元')), 'units-differ'], ['one fits, one cannot be compared', figure('4人'), list(figure('4万元'), figure('4人')), 'exact'],
    ['what is missing', MISSING, list(text('甲')), 'missing-row'], ['in what is missing', text('甲'), MISSING, 'missing-row'], ['rounded figures', figure('12.34万元'), list(figure('12.35万元')), 'rounding'],
  ])('%s', (_, a, b, expected) => {
    expect(verdict({ in: ['$a', '$b'] }, { a, b })).toBe(expected)
  })

  it('an item by its name, in the text of an item', () => {
    const project = thing(item('project', '改善甲校条件', { name: text('校舍维修') }))
    expect(verdict({ in: ['$a', '$b'] }, { a: project, b: text('2026年校舍维修项目') })).toBe('exact')
    expect(verdict({ in: ['$a', '$b'] }, { a: text('甲校'), b: project })).toBe('exact')
    expect(verdictOf({ in: ['$a', '$b'] }, { bind: { a: text('甲'), b: text('甲乙') } })).toMatchObject({ compared: 2, inputs: [{ text: '甲' }, { text: '甲乙' }] })
  })
})

describe('presence', () => {
  const UNKNOWN = ['doubtful-reading', 'excerpt', 'scope-unclear', 'year-unclear', 'missing-document', 'ambiguous'] as const
  it.each(UNKNOWN)('%s leaves open whether there is one', (reason) => {
    expect([verdict({ present: '$a' }, { a: gap(reason) }), verdict({ absent: '$a' }, { a: gap(reason) })]).toEqual([reason, reason])
  })

  it('one that is surely missing is enough; one that is there, too', () => {
    expect(verdict({ present: ['$a', '$b', '$c'] }, { a: text('甲'), b: gap('excerpt'), c: MISSING })).toBe('violated')
    expect(verdict({ present: ['$a', '$b'] }, { a: text('甲'), b: gap('excerpt') })).toBe('excerpt')
    expect(verdict({ absent: ['$a', '$b'] }, { a: gap('excerpt'), b: text('甲') })).toBe('violated')
    expect(verdict({ absent: ['$a', '$b'] }, { a: gap('excerpt'), b: MISSING })).toBe('excerpt')
    expect(verdict({ absent: '$a' }, { a: list() })).toBe('exact')
    expect(verdict({ absent: '$a' }, { a: text(' ') })).toBe('exact')
    expect(verdict({ present: '$a' }, { a: list(text('甲'), text('')) })).toBe('violated')
    expect(verdictOf({ present: ['$a', '$b'] }, { bind: { a: text('甲'), b: BLANK } }).inputs.map(({ ref }) => ref.pointer)[0]).toBe('/blank')
    expect(verdictOf({ absent: ['$a', '$b'] }, { bind: { a: MISSING, b: text('乙') } })).toMatchObject({ actual: { text: '乙' }, inputs: [{ text: '乙' }], compared: 2 })
  })
})

describe('in-order', () => {
  const order = (settings: object, ...numbers: string[]): string => verdict({ 'in-order': { of: '$n', ...settings } }, { n: list(...numbers.map(figure)) })
  it('starts where the rule says, steps as it says', () => {
    expect([order({}, '2', '3'), order({ start: 2 }, '2', '3'), order({ start: 'any' }, '7', '8'), order({ start: 0, step: 2 }, '0', '2', '4'), order({ step: 2 }, '1', '2'), order({}, '1.5', '2.5'), order({ step: 'up' }, '1.5', '2.5', '2.5')]).toEqual(['violated', 'exact', 'exact', 'exact', 'violated', 'violated', 'violated'])
    expect([order({ step: 'up' }, '3人', '4辆'), order({ start: -1 }, '-1', '0')]).toEqual(['violated', 'exact'])
  })

  it('says what should stand there, beside what stands before', () => {
    const found = verdictOf({ 'in-order': '$n' }, { bind: { n: list(figure('1'), figure('2'), figure('4')) } })
    expect(found).toMatchObject({ formula: '1, 2, 4', actual: { printed: '4' }, odd: [{ printed: '4' }], expected: { quantity: { digits: 3n } } })
    expect(found.inputs.map((input) => input.text)).toEqual(['4', '2'])
    expect(verdictOf({ 'in-order': { of: '$n', step: 'up' } }, { bind: { n: list(figure('2'), figure('1')) } })).not.toHaveProperty('expected')
  })

  it('cannot judge what is not there', () => {
    expect(verdict({ 'in-order': '$n' }, { n: list(figure('1'), MISSING) })).toBe('missing-row')
    expect(verdict({ 'in-order': '$n' }, { n: list() })).toBe('missing-value')
    expect(verdict({ 'in-order': '$n' }, { n: MISSING })).toBe('missing-row')
  })
})

describe('counting', () => {
  const stat = (is: string, ...values: Value[]): string => {
    const found = evaluate({ stat: { of: '$n', is } }, { bind: { n: list(...values) } })
    return found.type === 'quantity' || found.type === 'date' ? (found.printed ?? '') : shown(found)
  }
  it('the least, the most, the middle: of an even number the lower', () => {
    const numbers = ['3人', '9人', '5人', '4人'].map(figure)
    expect([stat('min', ...numbers), stat('max', ...numbers), stat('median', ...numbers), stat('median', ...numbers.slice(1))]).toEqual(['3人', '9人', '4人', '5人'])
    expect([stat('min', date(2026, 3), date(2025, 12, 31), date(2026)), stat('max', date(2026, 3), date(2026, 3, 1), date(2025))]).toEqual(['2025-12-31', '2026-3-1'])
    expect([stat('min', BLANK, figure('3人')), stat('min', BLANK), stat('min'), stat('min', MISSING, figure('3人')), stat('min', figure('3人'), figure('3辆')), stat('max', date(2026), figure('3人'))]).toEqual(['3人', 'missing-value', 'missing-value', 'missing-row', 'units-differ', 'not-a-number'])
    expect(shown(evaluate({ stat: { of: '$n', is: 'min' } }, { bind: { n: MISSING } }))).toBe('missing-row')
  })

  it('what is counted: characters, members, different values', () => {
    const count = (value: Value): string => shown(evaluate({ count: '$v' }, { bind: { v: value } }))
    expect([count(text('𠮷林')), count(thing(item('paragraph', '三个字'))), count(list()), count(list(list(text('甲')), text('乙'))), count(MISSING)]).toEqual(['2e-0', '3e-0', '0e-0', '2e-0', 'missing-row'])
    const of = (...values: Value[]): string => shown(evaluate({ count: { of: '$p', by: 'name' } }, { bind: { p: list(...values.map((name) => thing(item('project', '', { name })))) }, types: { p: { is: 'list', of: { is: 'item', kind: 'project' } } } }))
    expect([of(text('5万元'), text('50000元'), text('6万元')), of(text('甲'), text('甲')), of(text('甲'), MISSING)]).toEqual(['2e-0', '1e-0', 'missing-row'])
  })
})

describe('amounts', () => {
  const q = (written: unknown, bind: Bind, blank: 'skip' | 'zero' | 'error' = 'skip'): string => shown(evaluate(written, { bind, blank }))
  it('blanks as the rule has them', () => {
    const parts = list(figure('3.00万元'), BLANK)
    expect([q({ sum: '$p' }, { p: parts }), q({ sum: '$p' }, { p: parts }, 'zero'), q({ sum: '$p' }, { p: parts }, 'error'), q({ sum: '$p' }, { p: list(BLANK, BLANK) }, 'zero'), q({ sum: '$p' }, { p: list() })]).toEqual(['300e-2万元', '300e-2万元', 'blank', 'blank', 'missing-value'])
    expect([q({ minus: ['$a', '$b'] }, { a: figure('5.00万元'), b: BLANK }), q({ minus: ['$a', '$b'] }, { a: figure('5.00万元'), b: BLANK }, 'zero'), q({ minus: ['$a', 5] }, { a: BLANK }, 'zero'), q({ times: ['$a', '$b'] }, { a: figure('5.00万元'), b: BLANK }, 'zero')]).toEqual(['blank', '500e-2万元', 'blank', 'blank'])
    expect(verdict({ equal: ['$a', 0] }, { a: BLANK }, 'zero')).toBe('blank')
    expect(verdict({ more: ['$a', '$b'] }, { a: figure('5.00万元'), b: BLANK }, 'zero')).toBe('exact')
  })

  it('rounded to a step, of what there is', () => {
    expect([q({ rounded: ['$a', 100] }, { a: figure('18733') }), q({ rounded: ['$a', '0.01万元'] }, { a: figure('18733元') }), q({ rounded: ['$a', 100] }, { a: MISSING }), q({ rounded: ['$a', '$s'] }, { a: figure('1'), s: MISSING })]).toEqual(['18700e-0', '18700e-0元', 'missing-row', 'missing-row'])
  })

  it('likeness counts shared pairs of characters', () => {
    const like = (a: string, b: string): string => q({ similar: ['$a', '$b'] }, { a: text(a), b: text(b) })
    expect([like('校舍维修', '校舍修缮'), like('甲', '甲'), like('甲', '乙'), like('甲甲甲', '甲甲'), like('甲乙丙', '甲乙丁')]).toEqual(['3333e-4', '10000e-4', '0e-4', '6666e-4', '5000e-4'])
    expect([q({ similar: ['$a', '$b'] }, { a: MISSING, b: text('甲') }), q({ similar: ['$a', '$b'] }, { a: text('甲'), b: MISSING })]).toEqual(['missing-row', 'missing-row'])
  })
})

describe('texts', () => {
  const pairs = ['（(…）)', '“…”', '"…"']
  const lone = (value: string): string[] => verdictOf({ balanced: { text: '$a', pairs } }, { bind: { a: text(value) } }).inputs.map((input) => `${input.text}@${input.ref.from ?? ''}`)
  it('marks without a partner, each with the stretch where the other half should be', () => {
    expect(lone('甲）乙（丙')).toEqual(['甲）@0', '（丙@3'])
    expect(lone('甲"乙')).toEqual(['"乙@1'])
    expect(lone('（甲“乙）丙')).toEqual(['“乙）丙@2'])
    expect(lone('甲（乙。丙）丁）')).toEqual(['丙）丁）@4'])
    expect(lone('甲（乙；丙')).toEqual(['（乙@1'])
    expect(lone(`（${'甲'.repeat(20)}`)).toEqual([`（${'甲'.repeat(13)}@0`])
    expect(lone(`${'甲'.repeat(20)}）`)).toEqual([`${'甲'.repeat(14)}）@6`])
    expect(verdict({ balanced: { text: '$a', pairs } }, { a: MISSING })).toBe('missing-row')
    expect(verdict({ matches: ['$a', '甲'] }, { a: MISSING })).toBe('missing-row')
  })
})

describe('cell', () => {
  it('of another document, or zero where the rule allows it', () => {
    const model = modelOf([], {}, { previous: modelOf([], { '支出总表/合计/合计': figure('4.00万元') }) })
    const cell = (more: object): string => shown(evaluate({ cell: { table: '支出总表', row: '合计', column: '合计', ...more } }, { model }))
    expect([cell({}), cell({ from: 'previous' }), cell({ from: 'budget' }), cell({ ifAbsent: 'zero' })]).toEqual(['missing-row', '400e-2万元', 'missing-document', '0e-0'])
    expect(shown(evaluate({ cell: ['支出总表', '$row', '合计'] }, { model, bind: { row: gap('excerpt') } }))).toBe('excerpt')
  })
})
