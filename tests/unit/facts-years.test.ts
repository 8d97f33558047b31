import { describe, expect, it } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { relationOf } from '../../src/engine/relation.ts'
import { subjectOf } from '../../src/facts/items/stem.ts'
import { textAttribute } from '../../src/facts/text-attributes.ts'
import type { Value } from '../../src/facts/value.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { evaluate, figure, list, verdictOf } from './ruleset-helpers.ts'

const { vocabulary } = loadVocabulary(builtin.filter((file) => file.path.startsWith('vocabulary/')))
const of = (text: string, name: string): Value => textAttribute({ type: 'text', text, ref: { pointer: '/x', from: 10, to: 10 + text.length } }, name, vocabulary)
const numbers = (value: Value): string[] => (value.type === 'list' ? value.values.map((one) => (one.type === 'quantity' ? String(one.quantity.digits) : one.type)) : [])

describe('years of a text', () => {
  it('of a span are both ends', () => {
    expect(numbers(of('服务期为2026-2028年', 'years'))).toEqual(['2026', '2028'])
  })

  it('all printed ones include titles, never document numbers, each at its place', () => {
    const found = of('《示例区2026年养护计划》（清财文〔2025〕3号）2027年', 'allYears')
    expect(numbers(found)).toEqual(['2026', '2027'])
    expect(found.type === 'list' && found.values[0]).toMatchObject({ ref: { pointer: '/x', from: 14, to: 19 } })
  })

  it('are masked in the text without them, and nothing else is', () => {
    expect(of('对2026年费用进行监督', 'yearless')).toMatchObject({ text: (of('对2025年费用进行监督', 'yearless') as { text: string }).text })
    expect(of('清财文〔2025〕3号', 'yearless')).not.toEqual(of('清财文〔2026〕3号', 'yearless'))
  })
})

describe('what an indicator counts', () => {
  it.each([['护林员人数', '护林员'], ['讲解员聘用人数', '讲解员'], ['护林员（上年）人数', '护林员'], ['人数', '']])('%s', (name, subject) => {
    expect(subjectOf(name, vocabulary)).toBe(subject)
  })
})

describe('dates and orders', () => {
  it('stat takes the middle of dates', () => {
    const dates = [[2026, 11, 4], [2026, 1, 7], [2026, 12, 24]].map(([year = 0, month = 0, day = 0]): Value => ({ type: 'date', printed: `${year}-${month}-${day}`, year, month, day }))
    expect(evaluate({ stat: { of: '$d', is: 'median' } }, { bind: { d: list(...dates) } })).toMatchObject({ printed: '2026-11-4' })
    expect(evaluate({ stat: { of: '$d', is: 'min' } }, { bind: { d: list(...dates) } })).toMatchObject({ printed: '2026-1-7' })
  })

  it('a failed order names no right value, a failed equality does', () => {
    const bind = { a: { ...figure('2025'), ref: { pointer: '/a' } }, b: { ...figure('2026'), ref: { pointer: '/b' } } }
    expect(relationOf(verdictOf({ 'at-least': ['$a', '$b'] }, { bind }))).toBeUndefined()
    expect(relationOf(verdictOf({ equal: ['$a', '$b'] }, { bind }))).toBeDefined()
  })
})
