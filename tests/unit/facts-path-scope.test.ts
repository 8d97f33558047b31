import { describe, expect, it } from 'vitest'
import { readPath } from '../../src/facts/index.ts'
import { makeItem } from '../../src/facts/make-item.ts'
import { scopeOf, yearOf } from '../../src/facts/scope.ts'
import type { QuantityValue, Value } from '../../src/facts/value.ts'
import { itemValue, listValue, recordValue, textValue } from '../../src/facts/values.ts'
import { modelOf, show, table, VOCABULARY } from './facts-sample.ts'

const money: QuantityValue = { type: 'quantity', quantity: { digits: 1250n, places: 2, unit: { dimension: 'money', symbol: '万元', exponent: 4 }, bound: '≥' }, printed: '12.50', ref: { pointer: '/a' } }

describe('readPath', () => {
  it('reads attributes of quantities, dates and records', () => {
    expect(show(readPath(money, ['unit']))).toBe('万元')
    expect(show(readPath(money, ['bound']))).toBe('≥')
    expect(show(readPath(money, ['text']))).toBe('12.50')
    expect(show(readPath(recordValue({ annual: money }), ['annual', 'unit']))).toBe('万元')
    expect(show(readPath({ type: 'date', printed: '2031年3月', year: 2031, month: 3 }, ['month']))).toBe('3')
  })

  it('never reads what is not the record’s own', () => {
    expect(show(readPath(recordValue({}), ['constructor']))).toBe('(missing-value)')
    expect(show(readPath({ type: 'scope', known: {}, unsaid: [] }, ['toString']))).toBe('(scope-unclear)')
  })

  it('reads a list member by member', () => {
    const model = modelOf({ tables: [table('支出表', '编码|科目|合计\n205|甲|1\n208|乙|2')] })
    expect(show(readPath(listValue(model.items('row').map(itemValue)), ['cells', '合计']))).toBe('1 + 2')
    expect(show(readPath(listValue([]), ['label']))).toBe('')
  })

  it('lends a fact the attributes of its value', () => {
    const fact = makeItem({ kind: 'fact', ref: { pointer: '/a' }, text: '12.50', attributes: { value: (): Value => money } })
    expect(show(readPath(itemValue(fact), ['unit']))).toBe('万元')
  })

  it('keeps the reason something is absent', () => {
    expect(readPath({ type: 'absent', reason: 'missing-table', near: { pointer: '/tables' } }, ['scope', 'year'])).toEqual({ type: 'absent', reason: 'missing-table', near: { pointer: '/tables' } })
  })

  it('reads attributes of texts with their place', () => {
    expect(readPath(textValue('清河 县', { pointer: '/n' }), ['length'])).toMatchObject({ type: 'quantity', ref: { pointer: '/n' } })
  })
})

describe('scopes', () => {
  const concept = { id: 'x', en: 'x', family: 'y', scope: { side: '支出' }, dimensions: ['year', 'carryover', 'fund'] }

  it('let the narrower layer win and name what is unsaid', () => {
    const scope = scopeOf(concept, [{ fund: '甲', carryover: '含' }, { carryover: '不含' }], { year: 2031 })
    expect(show(scope)).toBe('carryover=不含 fund=甲 side=支出 year=2031')
    expect(show(scopeOf(concept, []))).toBe('side=支出 year? carryover? fund?')
  })

  it('never take a default for what is said', () => {
    expect(show(scopeOf(concept, [{ year: '2030', fund: '甲', carryover: '含' }], { year: 2031 }))).toContain('year=2030')
  })

  it('keep everything where the concept is unknown', () => {
    expect(show(scopeOf(undefined, [{ fund: '甲', basis: '乙' }]))).toBe('basis=乙 fund=甲')
  })

  it('turn words for years into digits', () => {
    expect([yearOf('上年', 2031, VOCABULARY), yearOf('2029', 2031, VOCABULARY), yearOf('上年', undefined, VOCABULARY), yearOf('某年', 2031, VOCABULARY)]).toEqual(['2030', '2029', undefined, undefined])
  })
})
