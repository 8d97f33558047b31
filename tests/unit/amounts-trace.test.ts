import { expect, test } from 'vitest'
import { compareMany, compareTerms, evaluate, formula, formulaWithResult, leaf, parseQuantity, printQuantity, sharesVerdict, traceOf } from '../../src/facts/amounts/index.ts'
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
})

test('of many printings of one fact the strict majority is right', () => {
  const many = (...texts: string[]): ReturnType<typeof compareMany> => compareMany(texts.map(quantity))
  expect(many('9人', '4人', '9人', '9人')).toMatchObject({ verdict: 'impossible', majority: [0, 2, 3], odd: [1] })
  expect(many('9人', '4人')).toMatchObject({ verdict: 'impossible', majority: [], odd: [0, 1] })
  expect(many('9人', '9人', '9人')).toMatchObject({ verdict: 'exact', odd: [] })
  expect(many('12.34万元', '12.35万元', '12.34万元')).toMatchObject({ verdict: 'rounding', odd: [1] })
  expect(many('12.34万元', '123400元', '99万元')).toMatchObject({ verdict: 'impossible', majority: [0, 1], odd: [2] })
  expect(many('9人', '9辆')).toMatchObject({ verdict: 'not-evaluated', reason: 'units-differ' })
  expect(many('9人')).toMatchObject({ verdict: 'not-evaluated' })
})

test('of shares totalling exactly 100 one may be one place off', () => {
  const base = term('30000.00万元')
  const share = (printed: string) => ({ printed: quantity(printed), part: term('10000.00万元'), base })
  const verdicts = (...printed: string[]): string[] => sharesVerdict(printed.map(share)).map(({ verdict }) => verdict)
  expect(verdicts('33.33%', '33.33%', '33.34%')).toEqual(['exact', 'exact', 'explainable'])
  expect(verdicts('33.33%', '33.34%', '33.34%')).toEqual(['exact', 'rounding', 'rounding'])
  expect(verdicts('33.30%', '33.33%', '33.37%')).toEqual(['impossible', 'exact', 'impossible'])
})
