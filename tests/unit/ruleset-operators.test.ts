import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/facts/value.ts'
import { BLANK, MISSING, evaluate, figure, item, list, modelOf, text, thing, verdictOf } from './ruleset-helpers.ts'

const verdict = (written: unknown, bind: Record<string, Value> = {}, blank: 'skip' | 'zero' | 'error' = 'skip'): string => verdictOf(written, { bind, blank }).verdict
const number = (value: Value): string => (value.type === 'quantity' ? `${value.quantity.digits}e-${value.quantity.places}` : value.type === 'absent' ? value.reason : value.type)

describe('equal', () => {
  it('two printed figures: the same, one last place apart, further apart', () => {
    expect(verdict({ equal: ['$a', '$b'] }, { a: figure('12.30万元'), b: figure('12.3万元') })).toBe('exact')
    expect(verdict({ equal: ['$a', '$b'] }, { a: figure('12.30万元'), b: figure('12.90万元') })).toBe('impossible')
    expect(verdict({ equal: ['$a', '$b'] }, { a: figure('123000元'), b: figure('12.30万元') })).toBe('exact')
  })

  it('a printed total against the sum of its parts keeps the arithmetic', () => {
    const found = verdictOf({ equal: ['$a', { sum: '$parts' }] }, { bind: { a: figure('56300元'), parts: list(figure('31200元'), figure('18000元'), figure('3500元')) } })
    expect(found).toMatchObject({ verdict: 'impossible', compared: 4 })
    expect(found.formula).toContain('31200 + 18000 + 3500')
    expect(found.inputs[0]).toMatchObject({ role: 'a', text: '56300元' })
    expect(found.inputs.slice(1).map((input) => input.role)).toEqual(['parts', 'parts', 'parts'])
    expect(found.difference?.digits).toBe(3600n)
  })

  it('counts and years have no tolerance', () => {
    expect(verdict({ equal: ['$a', '$b'] }, { a: figure('8人'), b: figure('9人') })).toBe('impossible')
    expect(verdict({ equal: ['$a', '$b'] }, { a: figure('2025'), b: figure('2026') })).toBe('impossible')
  })

  it('texts are compared character by character, value texts as quantities', () => {
    expect(verdict({ equal: ['$a', '$b'] }, { a: text('甲'), b: text('乙') })).toBe('violated')
    expect(verdict({ equal: ['$a', '$b'] }, { a: text('95%'), b: text('95.0%') })).toBe('exact')
    expect(verdict({ equal: ['$a', '$b'] }, { a: text('0201'), b: text('201') })).toBe('violated')
    expect(verdict({ equal: ['$a', '$b'] }, { a: text('2000元/场'), b: text('100000元') })).toBe('violated')
  })

  it('different units, absence and blanks are gaps with their reason, never a pass', () => {
    expect(verdictOf({ equal: ['$a', '$b'] }, { bind: { a: figure('8人'), b: figure('8万元') } })).toMatchObject({ verdict: 'not-evaluated', reason: 'units-differ' })
    expect(verdictOf({ equal: ['$a', '$b'] }, { bind: { a: figure('8人'), b: MISSING } })).toMatchObject({ verdict: 'not-evaluated', reason: 'missing-row' })
    expect(verdictOf({ equal: ['$a', '$b'] }, { bind: { a: figure('8人'), b: BLANK } })).toMatchObject({ verdict: 'not-evaluated', reason: 'blank' })
    expect(verdictOf({ equal: ['$a', '$b'] }, { bind: { a: figure('8人'), b: text('见附表') } })).toMatchObject({ verdict: 'not-evaluated', reason: 'not-a-number' })
  })

  it('an item is compared with a text by its name, with a number by what it states', () => {
    expect(verdict({ equal: ['$t', '支出总表'] }, { t: thing(item('table', '表三', { role: text('支出总表') })) })).toBe('exact')
    expect(verdict({ equal: ['$f', '$n'] }, { f: thing(item('fact', '12人', { value: figure('12人') })), n: figure('12人') })).toBe('exact')
  })

  it('scopes: unsaid is not a wildcard', () => {
    const scope = (known: Record<string, string>, unsaid: string[] = []): Value => ({ type: 'scope', known, unsaid })
    expect(verdict({ equal: ['$a', '$b'] }, { a: scope({ year: '2026' }), b: scope({ year: '2026' }) })).toBe('exact')
    expect(verdict({ equal: ['$a', '$b'] }, { a: scope({ year: '2026' }), b: scope({ year: '2025' }) })).toBe('violated')
    expect(verdict({ equal: ['$a', '$b'] }, { a: scope({ year: '2026', carryover: '含' }), b: scope({ year: '2026' }, ['carryover']) })).toBe('not-evaluated')
  })
})

describe('equal over a list', () => {
  it('a strict majority is right and the others head the places', () => {
    const found = verdictOf({ equal: '$all' }, { bind: { all: list(figure('12人'), figure('8人'), figure('12人')) } })
    expect(found.verdict).toBe('impossible')
    expect(found.inputs.map((input) => input.text)).toEqual(['8人', '12人', '12人'])
    expect(found.odd).toHaveLength(1)
    expect(found.majority).toHaveLength(2)
  })

  it('without a majority all sides are equal; where one is required there is no verdict', () => {
    const bind = { all: list(text('甲'), text('乙')) }
    expect(verdictOf({ equal: '$all' }, { bind })).toMatchObject({ verdict: 'violated' })
    expect(verdictOf({ equal: { of: '$all', majority: 'required' } }, { bind })).toMatchObject({ verdict: 'not-evaluated', reason: 'no-majority' })
    expect(verdictOf({ equal: { of: '$all', majority: 'required' } }, { bind: { all: list(text('甲'), text('乙'), text('甲')) } })).toMatchObject({ verdict: 'violated' })
  })

  it('nothing to compare is no pass', () => {
    expect(verdict({ equal: '$all' }, { all: list(figure('12人')) })).toBe('not-applicable')
    expect(verdict({ equal: '$all' }, { all: list(figure('12人'), MISSING) })).toBe('not-evaluated')
    expect(verdict({ equal: '$all' }, { all: list(figure('12人'), figure('12人'), MISSING) })).toBe('exact')
  })
})

describe('blanks', () => {
  const parts = list(figure('3.00万元'), BLANK, figure('2.00万元'))
  it('zero counts it beside printed members and says so', () => {
    const found = verdictOf({ equal: ['$a', { sum: '$parts' }] }, { bind: { a: figure('5.00万元'), parts }, blank: 'zero' })
    expect(found.verdict).toBe('exact')
    expect(found.inputs.filter((input) => input.quantity?.blankAsZero)).toHaveLength(1)
    expect(found.compared).toBe(3)
  })

  it('zero makes a blank total over printed parts a finding, and a wholly blank column none', () => {
    expect(verdict({ equal: ['$a', { sum: '$parts' }] }, { a: BLANK, parts }, 'zero')).toBe('impossible')
    expect(verdict({ equal: ['$a', { sum: '$parts' }] }, { a: BLANK, parts: list(BLANK, BLANK) }, 'zero')).toBe('not-evaluated')
  })

  it('skip leaves it out of a list; error is a finding at the cell', () => {
    expect(verdict({ equal: ['$a', { sum: '$parts' }] }, { a: figure('5.00万元'), parts }, 'skip')).toBe('exact')
    const found = verdictOf({ equal: ['$a', '$b'] }, { bind: { a: figure('5.00万元'), b: BLANK }, blank: 'error' })
    expect(found.verdict).toBe('violated')
    expect(found.inputs[0]?.ref.pointer).toBe('/blank')
  })
})

describe('order', () => {
  it('limits written in a rule are exact', () => {
    expect(verdict({ 'at-most': ['$a', '100%'] }, { a: figure('100%') })).toBe('exact')
    expect(verdict({ 'at-most': ['$a', '100%'] }, { a: figure('105%') })).toBe('impossible')
    expect(verdict({ more: ['$a', 0] }, { a: figure('0.5万元') })).toBe('exact')
  })

  it('dates by the parts both print', () => {
    const date = (year: number, month?: number, day?: number): Value => ({ type: 'date', printed: '', year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) })
    expect(verdict({ less: ['$a', '$b'] }, { a: date(2026, 1, 5), b: date(2026, 2, 1) })).toBe('exact')
    expect(verdict({ less: ['$a', '$b'] }, { a: date(2026), b: date(2026, 2) })).toBe('not-evaluated')
    expect(number(evaluate({ minus: ['$a', '$b'] }, { bind: { a: date(2026, 3, 1), b: date(2026, 2, 1) } }))).toBe('28e-0')
  })

  it('in-order names the break', () => {
    expect(verdict({ 'in-order': '$n' }, { n: list(figure('1'), figure('2'), figure('3')) })).toBe('exact')
    expect(verdictOf({ 'in-order': '$n' }, { bind: { n: list(figure('1'), figure('3')) } })).toMatchObject({ verdict: 'violated', actual: { printed: '3' }, expected: { quantity: { digits: 2n } } })
    expect(verdict({ 'in-order': { of: '$n', step: 'up' } }, { n: list(figure('1'), figure('3')) })).toBe('exact')
    expect(verdict({ 'in-order': { of: '$n', step: 'up' } }, { n: list(figure('3'), figure('3')) })).toBe('violated')
  })
})

describe('presence', () => {
  it('present wants all there and not blank, absent wants none', () => {
    expect(verdict({ present: ['$a', '$b'] }, { a: figure('1'), b: text('甲') })).toBe('exact')
    expect(verdict({ present: ['$a', '$b'] }, { a: figure('1'), b: BLANK })).toBe('violated')
    expect(verdict({ present: '$a' }, { a: text(' ') })).toBe('violated')
    expect(verdict({ absent: '$a' }, { a: MISSING })).toBe('exact')
    expect(verdict({ absent: '$a' }, { a: text('13900000000') })).toBe('violated')
    expect(verdict({ present: '$a' }, { a: list() })).toBe('violated')
  })

  it('what may only not have been read is no absence', () => {
    expect(verdict({ present: '$a' }, { a: { type: 'absent', reason: 'excerpt' } })).toBe('not-evaluated')
    expect(verdict({ absent: '$a' }, { a: { type: 'absent', reason: 'doubtful-reading' } })).toBe('not-evaluated')
  })
})

describe('texts and counting', () => {
  it('in: member of a list, part of a text', () => {
    expect(verdict({ in: ['$a', ['增', '减']] }, { a: text('增') })).toBe('exact')
    expect(verdict({ in: ['$a', ['增', '减']] }, { a: text('平') })).toBe('violated')
    expect(verdict({ in: ['$a', '$b'] }, { a: text('教学'), b: text('改善教学条件') })).toBe('exact')
    expect(verdict({ in: ['$a', '$b'] }, { a: figure('5.00万元'), b: list(figure('3万元'), figure('5万元')) })).toBe('exact')
  })

  it('matches a list of the vocabulary or a pattern written here', () => {
    expect(verdict({ matches: ['$a', '比率类指标名'] }, { a: text('设施覆盖率') })).toBe('exact')
    expect(verdict({ matches: ['$a', '比率类指标名'] }, { a: text('培训人数') })).toBe('violated')
    expect(verdict({ matches: ['$a', '[0-9]人'] }, { a: text('12人') })).toBe('exact')
  })

  it('balanced: full and half width close each other; list numbers do not count', () => {
    const pairs = ['（(…）)', '“…”']
    expect(verdict({ balanced: { text: '$a', pairs } }, { a: text('甲（乙)丙') })).toBe('exact')
    expect(verdictOf({ balanced: { text: '$a', pairs } }, { bind: { a: text('甲（乙') } }).inputs[0]).toMatchObject({ text: '（乙', ref: { from: 1, to: 3 } })
    expect(verdict({ balanced: { text: '$a', pairs } }, { a: text('1)甲') })).toBe('violated')
    expect(verdict({ balanced: { text: '$a', pairs, except: ['序号括号'] } }, { a: text('1)甲') })).toBe('exact')
  })

  it('count: members, different members, characters; stat: the member itself', () => {
    const projects = list(...['甲', '乙', '甲'].map((name) => thing(item('project', name, { name: text(name) }))))
    expect(number(evaluate({ count: '$p' }, { bind: { p: projects } }))).toBe('3e-0')
    expect(number(evaluate({ count: { of: '$p', by: 'name' } }, { bind: { p: projects }, types: { p: { is: 'list', of: { is: 'item', kind: 'project' } } } }))).toBe('2e-0')
    expect(number(evaluate({ count: '$t' }, { bind: { t: text('四个字呀') } }))).toBe('4e-0')
    expect(evaluate({ stat: { of: '$n', is: 'median' } }, { bind: { n: list(figure('3人'), figure('9人'), figure('5人')) } })).toMatchObject({ printed: '5人' })
    expect(verdictOf({ 'at-most': [{ count: '$p' }, 1] }, { bind: { p: projects } }).inputs).toHaveLength(3)
  })

  it('similar is 1 for the same, 0 for nothing shared', () => {
    expect(number(evaluate({ similar: ['$a', '$b'] }, { bind: { a: text('校舍维修'), b: text('校舍维修') } }))).toBe('10000e-4')
    expect(number(evaluate({ similar: ['$a', '$b'] }, { bind: { a: text('校舍维修'), b: text('设备购置') } }))).toBe('0e-4')
  })

  it('slip-of holds for one character, or two neighbours exchanged, in names aligned at their end', () => {
    const slip = (a: string, b: string): string => verdictOf({ 'slip-of': ['$a', '$b'] }, { bind: { a: text(a), b: text(b) } }).verdict
    for (const [a, b] of [['清河市水利局', '清河市水务局'], ['青山镇人民政府', '示例县青石镇人民政府'], ['示例省清河市水利局', '清河市水务局'], ['河清市水务局', '清河市水务局']] as const) expect([a, slip(a, b)]).toEqual([a, 'exact'])
    for (const [a, b] of [['清河市水务局', '清河市水务局'], ['清河市水务站', '清河市水务局'], ['清河市财税局', '清河市水务局'], ['甲局', '乙局'], ['水务局', '清河市水务局'], ['镇政府', '青石镇人民政府']] as const) expect([a, slip(a, b)]).toEqual([a, 'violated'])
    expect(verdictOf({ 'slip-of': ['$a', '$b'] }, { bind: { a: text('清河市水务局'), b: { type: 'absent', reason: 'missing-value' } } }).verdict).toBe('not-evaluated')
  })
})

describe('arithmetic', () => {
  const q = (written: unknown, bind: Record<string, Value> = {}): string => number(evaluate(written, { bind }))
  it('is exact and keeps the reason of what cannot be computed', () => {
    expect(q({ sum: ['$a', '$b'] }, { a: figure('0.1万元'), b: figure('0.2万元') })).toBe('3e-1')
    expect(q({ minus: ['$a', '$b'] }, { a: figure('5.00万元'), b: figure('2.50万元') })).toBe('250e-2')
    expect(q({ ratio: ['$a', '$b'] }, { a: figure('1万元'), b: figure('0万元') })).toBe('zero-base')
    expect(q({ sum: ['$a', '$b'] }, { a: figure('1万元'), b: figure('3人') })).toBe('units-differ')
    expect(q({ sum: ['$a', '$b'] }, { a: figure('1万元'), b: MISSING })).toBe('missing-row')
    expect(q({ sum: ['$a', 0] }, { a: figure('1.50万元') })).toBe('150e-2')
  })

  it('shares and rates are compared as printed percentages', () => {
    expect(verdict({ equal: ['$p', { ratio: ['$a', '$b'] }] }, { p: figure('75%'), a: figure('300.00万元'), b: figure('400.00万元') })).toBe('exact')
    expect(verdict({ equal: ['$p', { growth: ['$a', '$b'] }] }, { p: figure('25%'), a: figure('300.00万元'), b: figure('400.00万元') })).toBe('impossible')
  })
})

describe('looking up', () => {
  it('an unknown key or year is absent, never an accusation', () => {
    const look = (key: string, year?: string): Value => evaluate({ lookup: { in: '科目', key, ...(year !== undefined && { year }) } })
    expect(look('208', '2026')).toMatchObject({ text: '社会保障支出' })
    expect(look('208', '2020')).toMatchObject({ type: 'absent', reason: 'unknown-key' })
    expect(look('甲')).toMatchObject({ text: '乙' })
    expect(look('constructor')).toMatchObject({ type: 'absent' })
  })

  it('cell: a missing row is absent, or zero where the rule allows it', () => {
    const model = modelOf([], { '支出总表/合计/合计': figure('5.00万元') })
    expect(evaluate({ cell: ['支出总表', '合计', '合计'] }, { model })).toMatchObject({ printed: '5.00万元' })
    expect(evaluate({ cell: ['支出总表', '其他', '合计'] }, { model })).toMatchObject({ type: 'absent', reason: 'missing-row' })
    expect(evaluate({ cell: { table: '支出总表', row: '其他', column: '合计', ifAbsent: 'zero' } }, { model })).toMatchObject({ quantity: { digits: 0n } })
    expect(evaluate({ cell: { table: '支出总表', row: '合计', column: '合计', from: 'previous' } }, { model })).toMatchObject({ type: 'absent', reason: 'missing-document' })
  })

  it('find: conditions on attributes, names from outside, many items', () => {
    const rows = Array.from({ length: 60 }, (_, n) => item('row', `行${n}`, { label: text(`行${n}`), kind: text(n % 2 === 0 ? 'item' : 'total'), table: thing(item('table', '', { role: text('项目支出表') })) }))
    const model = modelOf([...rows, item('table', '', { role: text('项目支出表') })])
    const count = (where: unknown, bind: Record<string, Value> = {}): string => number(evaluate({ count: { find: { each: 'row', where } } }, { model, bind }))
    expect(count({ table: '项目支出表', kind: 'item' })).toBe('30e-0')
    expect(count({ label: '$n' }, { n: text('行7') })).toBe('1e-0')
    expect(count({ label: ['行7', '行8', '没有'] })).toBe('2e-0')
    expect(count({ label: { matches: '行5', not: { equal: '行5' } } })).toBe('10e-0')
    expect(count({ code: { present: true } })).toBe('0e-0')
    expect(number(evaluate({ count: { find: { each: 'row', where: { table: '支出总表' } } } }, { model }))).toBe('missing-table')
  })
})
