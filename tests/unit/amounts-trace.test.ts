import { expect, test } from 'vitest'
import { compareMany, compareTerms, evaluate, formula, formulaWithResult, leaf, parseQuantity, printQuantity, sharesVerdict, traceOf, type Relation, type Share } from '../../src/facts/amounts/index.ts'
import type { Quantity, Term } from '../../src/facts/quantity.ts'

const quantity = (text: string): Quantity => {
  const read = parseQuantity(text)
  if (!read) throw new Error(text)
  return read
}
const term = (text: string): Term => leaf(quantity(text))
const sum = (...texts: string[]): Term => ({ op: 'sum', args: texts.map(term) })

test('a sum in figures leaves out the common unit and the zeros', () => {
  const parts = sum('31200元', '18000元', '0元', '3500元')
  expect(formula(parts)).toBe('31200 + 18000 + 3500')
  expect(formulaWithResult(parts, quantity('52700元'))).toBe('31200 + 18000 + 3500 = 52700')
  const total = term('56300元')
  expect(traceOf('equal', total, parts, compareTerms('equal', total, parts))).toBe('56300 ≠ 31200 + 18000 + 3500 = 52700')
  const right = term('52700元')
  expect(traceOf('equal', right, parts, compareTerms('equal', right, parts))).toBe('52700 = 31200 + 18000 + 3500')
  expect(traceOf('equal', parts, total, compareTerms('equal', parts, total))).toBe('31200 + 18000 + 3500 = 52700 ≠ 56300')
})

test('a difference that rounding explains says how much rounding allows', () => {
  const { allowance, difference } = compareTerms('equal', term('10.01万元'), sum('5.00万元', '5.00万元'))
  expect([difference, allowance].map((value) => value && printQuantity(value))).toEqual(['0.01万元', '0.015万元'])
})

test('a rate in figures has its units', () => {
  const printed = term('10.04%')
  const growth: Term = { op: 'growth', args: [term('180.00万元'), term('200.10万元')] }
  expect(traceOf('equal', printed, growth, compareTerms('equal', printed, growth))).toBe('10.04% ≠ (200.10万元 − 180.00万元) ÷ 180.00万元 = 11.17%')
  const ratio: Term = { op: 'ratio', args: [term('20.10万元'), term('180.00万元')] }
  expect(traceOf('equal', printed, ratio, compareTerms('equal', printed, ratio))).toBe('10.04% ≠ 20.10万元 ÷ 180.00万元 = 11.17%')
})

test('brackets, signs and mixed units', () => {
  const product: Term = { op: 'times', args: [sum('38.1', '2.4'), term('12')] }
  expect(formula(product)).toBe('(38.1 + 2.4) × 12')
  expect(formula({ op: 'minus', args: [term('5.00万元'), sum('1.00万元', '2.00万元')] })).toBe('5.00 − (1.00 + 2.00)')
  expect(formula(sum('5.00万元', '-2.00万元'))).toBe('5.00 − 2.00')
  expect(formula(sum('5.00万元', '200元'))).toBe('5.00万元 + 200元')
  expect(formula({ op: 'minus', args: [term('5.00万元'), { op: 'times', args: [term('2'), term('3')] }] }, { units: false })).toBe('5.00 − 2 × 3')
})

test('brackets only where they change the meaning', () => {
  const minus = (...args: Term[]): Term => ({ op: 'minus', args })
  const times = (...args: Term[]): Term => ({ op: 'times', args })
  expect(formula({ op: 'sum', args: [term('5元'), sum('1元', '2元')] })).toBe('5 + 1 + 2')
  expect(formula({ op: 'sum', args: [term('5元'), minus(term('3元'), term('1元'))] })).toBe('5 + (3 − 1)')
  expect(formula(minus(term('5元'), minus(term('3元'), term('1元'))))).toBe('5 − (3 − 1)')
  expect(formula(minus(sum('1元', '2元'), term('1元')))).toBe('1 + 2 − 1')
  expect(formula(minus(term('5元'), term('0元'), term('-2元'), term('1元')))).toBe('5 + 2 − 1')
  expect(formula(minus(term('0元'), term('5元')))).toBe('0 − 5')
  expect(formula(times(term('2'), times(term('3'), term('4')), sum('5', '6')), { units: false })).toBe('2 × (3 × 4) × (5 + 6)')
  expect(formula({ op: 'ratio', args: [term('6'), times(term('2'), term('3'))] }, { units: false })).toBe('6 ÷ (2 × 3)')
  expect(formula({ op: 'sum', args: [{ op: 'growth', args: [sum('1元', '2元'), term('6元')] }, term('1')] }, { units: false })).toBe('(6 − (1 + 2)) ÷ (1 + 2) + 1')
  expect(formula({ op: 'rounded', args: [term('18733元')], step: quantity('0.01万元') })).toBe('18733')
  expect(formula(sum())).toBe('0')
  expect(formula(sum('0元', '5元'))).toBe('5')
  expect(formulaWithResult(sum('5元', '3元'), quantity('8元'), { units: true })).toBe('5元 + 3元 = 8元')
  expect(formula(sum('0元', '0元'))).toBe('0')
})

test('units on request, and where a figure means nothing without', () => {
  expect(formula(sum('5元', '3元'), { units: true })).toBe('5元 + 3元')
  expect(formula(sum('5元', '3人'), { units: false })).toBe('5 + 3')
  expect(formula(sum('5元'))).toBe('5')
  expect(formula({ op: 'minus', args: [term('18.5%'), term('15.3%')] })).toBe('18.5% − 15.3%')
  expect(formula(sum('1.2个百分点', '2个百分点'))).toBe('1.2个百分点 + 2个百分点')
  expect(formula(sum('约5元', '3元'))).toBe('≈5元 + 3')
  expect(formula({ op: 'ratio', args: [term('3元'), term('4元')] })).toBe('3元 ÷ 4元')
})

test('a sum of more than thirty members is shown by its ends', () => {
  const members = (count: number): string => formula(sum(...Array.from({ length: count }, (_, index) => `${index + 1}元`)))
  expect(members(30)).toBe(Array.from({ length: 30 }, (_, index) => index + 1).join(' + '))
  expect(members(31)).toBe('1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + … + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30 + 31')
})

test('the sign says how the sides stand', () => {
  const trace = (relation: Relation, actual: Term, expected: Term): string => traceOf(relation, actual, expected, compareTerms(relation, actual, expected))
  expect(trace('equal', term('10.01万元'), sum('5.00万元', '5.00万元'))).toBe('10.01 ≈ 5.00 + 5.00 = 10.00')
  expect(trace('equal', term('12.34万元'), term('12.35万元'))).toBe('12.34万元 ≈ 12.35万元')
  expect(trace('equal', sum('5.00万元', '5.00万元'), sum('4.00万元', '6.00万元'))).toBe('5.00 + 5.00 = 10.00 = 4.00 + 6.00 = 10.00')
  expect(trace('at-most', term('3年'), term('36个月'))).toBe('3年 = 36个月')
  expect(trace('less', term('2人'), term('3人'))).toBe('2人 < 3人')
  expect(trace('at-least', term('50%'), { op: 'ratio', args: [term('3元'), term('0元')] })).toBe('50% ? 3元 ÷ 0元')
})

test('a figure that occurs in both sides of a ratio many times is bounded in a bounded number of steps', () => {
  const figures = Array.from({ length: 40 }, () => term('5.00万元'))
  const of = (args: readonly Term[]): Term => ({ op: 'sum', args })
  expect(compareTerms('equal', term('50.00%'), { op: 'ratio', args: [of(figures), of([...figures, term('200.00万元')])] }).verdict).toBe('exact')
})

test('two printed figures keep their units', () => {
  const [a, b] = [term('12人'), term('8人')]
  expect(traceOf('equal', a, b, compareTerms('equal', a, b))).toBe('12人 ≠ 8人')
  const [more, less] = [term('12.50万元'), term('12.00万元')]
  expect(traceOf('at-most', more, less, compareTerms('at-most', more, less))).toBe('12.50万元 > 12.00万元')
})

test('a computed value has a unit and the decimals it needs', () => {
  const value = (of: Term): string => {
    const found = evaluate(of)
    return 'quantity' in found ? printQuantity(found.quantity) : found.reason
  }
  expect(value(sum('12.30万元', '1.20万元'))).toBe('13.50万元')
  expect(value(sum('1.2亿元', '345.67万元'))).toBe('1.2345670亿元'.replace(/0亿/, '亿'))
  expect(value({ op: 'ratio', args: [term('20.10万元'), term('180.00万元')] })).toBe('11.17%')
  expect(value({ op: 'times', args: [term('4.20元/本'), term('1305本')] })).toBe('5481元')
  expect(value({ op: 'ratio', args: [term('20.10万元'), term('0万元')] })).toBe('zero-base')
  expect(value(sum('1万元', '3人'))).toBe('units-differ')
  expect(value(term('约3年'))).toBe('≈3年')
  expect(value({ op: 'minus', args: [{ op: 'ratio', args: [term('3元'), term('10元')] }, { op: 'ratio', args: [term('2元'), term('10元')] }] })).toBe('10.00个百分点')
  expect(value({ op: 'minus', args: [term('18.5%'), term('15.3%')] })).toBe('3.2个百分点')
  expect(value(sum('18.5%', '1%'))).toBe('19.5%')
  expect(value({ op: 'minus', args: [term('18.5元'), term('15.3元')] })).toBe('3.2元')
  expect(value({ op: 'ratio', args: [term('1250.00元'), term('100人')] })).toBe('12.50元')
  expect(value({ op: 'times', args: [term('3人'), term('1.20万元'), term('2次')] })).toBe('7.20万元')
  expect(value({ op: 'times', args: [term('30人'), term('600元/年')] })).toBe('18000元')
  expect(value({ op: 'growth', args: [term('-2元'), term('-3元')] })).toBe('zero-base')
})

test('of many printings of one fact the strict majority is right', () => {
  const many = (...texts: string[]): ReturnType<typeof compareMany> => compareMany(texts.map(quantity))
  expect(many('9人', '4人', '9人', '9人')).toMatchObject({ verdict: 'impossible', majority: [0, 2, 3], odd: [1] })
  expect(many('9人', '4人')).toMatchObject({ verdict: 'impossible', majority: [], odd: [0, 1] })
  expect(many('9人', '9人', '9人')).toMatchObject({ verdict: 'exact', odd: [] })
  expect(many('12.34万元', '12.35万元', '12.34万元')).toMatchObject({ verdict: 'rounding', odd: [1] })
  expect(many('12.34万元', '123400元', '99万元')).toMatchObject({ verdict: 'impossible', majority: [0, 1], odd: [2] })
  expect(many('9人', '9辆')).toMatchObject({ verdict: 'not-evaluated', reason: 'units-differ' })
  expect(many('9人', '9辆', '9辆')).toMatchObject({ majority: [], odd: [] })
  expect(many('9人')).toEqual({ verdict: 'not-evaluated', reason: 'missing-value', majority: [], odd: [] })
  expect(many('4人', '9人', '9人')).toMatchObject({ majority: [1, 2], odd: [0] })
  expect(many('9人', '4人', '9人', '4人')).toMatchObject({ verdict: 'impossible', majority: [], odd: [0, 1, 2, 3] })
  expect(many('4人', '9人', '5人')).toMatchObject({ actual: { digits: 4n }, expected: { digits: 9n } })
  expect(many('12万元', '13万元', '12万元')).toMatchObject({ verdict: 'implausible', odd: [1] })
  expect(many('12.34万元', '12.345万元', '12.34万元')).toMatchObject({ verdict: 'explainable', odd: [1] })
  expect(many('0.00000000001万元', '1.1万元').verdict).toBe('impossible')
})

test('of shares totalling exactly 100 one may be one place off', () => {
  const base = term('30000.00万元')
  const share = (printed: string) => ({ printed: quantity(printed), part: term('10000.00万元'), base })
  const verdicts = (...printed: string[]): string[] => sharesVerdict(printed.map(share)).map(({ verdict }) => verdict)
  expect(verdicts('33.33%', '33.33%', '33.34%')).toEqual(['exact', 'exact', 'explainable'])
  expect(verdicts('33.33%', '33.34%', '33.34%')).toEqual(['exact', 'rounding', 'rounding'])
  expect(verdicts('33.30%', '33.33%', '33.37%')).toEqual(['impossible', 'exact', 'impossible'])
  expect(verdicts('33.3%', '33.3%', '33.4%')).toEqual(['exact', 'exact', 'explainable'])
  const precise = (printed: string, part: string): Share => ({ printed: quantity(printed), part: term(part), base: term('180.25万元') })
  expect(sharesVerdict([precise('1.20%', '2万元'), precise('98.80%', '178.25万元')]).map(({ verdict }) => verdict)).toEqual(['implausible', 'impossible'])
})
