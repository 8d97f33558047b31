import { describe, expect, it } from 'vitest'
import { readPath } from '../../src/facts/path.ts'
import type { Value } from '../../src/facts/value.ts'
import type { CompiledCase, CompiledExpression } from '../../src/ruleset/compiled.ts'
import type { CompiledMessage } from '../../src/ruleset/message.ts'
import { compareNumbers } from '../../src/ruleset/operators/compare-numbers.ts'
import { sum } from './engine-sums.ts'
import { figure, item, message, model, rule, run, text } from './engine-helpers.ts'

const list = (...values: Value[]): Value => ({ type: 'list', values })
const say = (words: CompiledMessage, lets: Readonly<Record<string, Value>>, more: Partial<Pick<CompiledCase, 'assert' | 'also' | 'at' | 'suggest' | 'diagnose'>> = {}) =>
  run(
    rule('a/b', {
      cases: [{ range: { form: 'once' }, lets: Object.entries(lets).map(([name, value]) => [name, () => value] as const), message: words, assert: () => ({ type: 'verdict', verdict: 'violated', inputs: [{ ref: { pointer: '/p' }, text: '1' }] }), ...more }],
    }),
    model(),
  ).findings[0]

describe('messages', () => {
  it('print figures as printed, with the unit of their table where they have none', () => {
    const words = message(['a'], ' ', ['b'], ' ', ['c'], ' ', ['d'])
    expect(say(words, { a: figure('2,413.60', '/a', '万元'), b: figure('12人', '/b'), c: figure('9.16%', '/c'), d: figure('(3.20)', '/d', '元') })?.message).toBe('2,413.60 万元 12人 9.16% (3.20) 元')
  })

  it('print lists shortened, each text once, the absent as a word', () => {
    const many = list(...['甲', '乙', '丙', '丁', '戊', '己', '甲'].map((entry) => text(entry)))
    expect(say(message(['a'], '；', ['b'], '；', ['c'], '；', ['a', '|count']), { a: many, b: list(text('甲'), text('乙'), text('甲')), c: { type: 'absent', reason: 'missing-row' } })?.message).toBe('甲，乙，丙，丁，戊等 7 处；甲，乙；无；7')
  })

  it('speak of items by their text, of their attributes, and of where they stand', () => {
    const row: Value = { type: 'item', item: item('row', '/tables/0', { code: text('205') }, { text: '教育支出' }) }
    expect(say(message('“', ['行'], '”', ['行', 'code'], ['行', '|label']), { 行: row })?.message).toBe('“教育支出”205标签/tables/0')
  })

  it('tell both sides and the size of the difference in the manner of the printed figure', () => {
    const found = say(message('合计 ', ['actual'], '，明细之和 ', ['expected'], '，差 ', ['difference']), {}, {
      assert: (environment) => compareNumbers('equal', figure('56,300.00', '/t', '元'), sum(figure('31,200.00', '/a', '元'), figure('21,500.00', '/b', '元')), environment),
    })
    expect(found?.message).toBe('合计 56,300.00 元，明细之和 52,700.00 元，差 3,600.00 元')
    expect(found?.numbers).toEqual({ actual: '56300.00', expected: '52700.00', difference: '3600.00', unit: '元' })
    expect(found?.args).toEqual({ actual: '56,300.00 元', expected: '52,700.00 元', difference: '3,600.00 元' })
    expect(found?.sites.map(({ pointer, value, unit }) => [pointer, value, unit])).toEqual([['/t', '56300.00', '元'], ['/a', '31200.00', '元'], ['/b', '21500.00', '元']])
    expect(found?.trace?.inputs).toEqual([0, 1, 2])
    expect(found?.trace?.formula).toMatch(/31200(\.00)? \+ 21500(\.00)?/)
  })

  it('have the title where a rule has none, and the cause where one is recognised', () => {
    const cause = { id: 'c', if: () => ({ type: 'boolean', value: true }) as const, say: message('少了一位') }
    const without = rule('a/b', { cases: [{ range: { form: 'once' }, diagnose: [cause], assert: () => ({ type: 'boolean', value: false }) }] })
    expect(run(without, model()).findings[0]?.message).toBe('少了一位')
    expect(say(message('不对'), {}, { diagnose: [cause] })?.message).toBe('不对（少了一位）')
    const whole = { ...cause, say: message(['a'], '少了一位') }
    expect(say(message(['a'], '不对'), { a: text('甲') }, { diagnose: [whole] })?.message).toBe('甲少了一位')
    expect(run(rule('a/b', { cases: [{ range: { form: 'once' }, assert: () => ({ type: 'verdict', verdict: 'violated', inputs: [], formula: '1 ≠ 2' }) }] }), model()).findings[0]?.message).toBe('标题：1 ≠ 2')
  })
})

describe('places', () => {
  const at = (pointer: string): Value => text(pointer, { pointer })
  const assert: CompiledExpression = () => ({ type: 'verdict', verdict: 'violated', inputs: ['/tables/2', '/tables/1', '/tables/0'].map((pointer) => ({ ref: { pointer }, text: pointer })) })

  it('have the first operand first, then the others in document order, each once', () => {
    expect(say(message(''), {}, { assert, also: [() => list(at('/tables/1'), at('/sections/0'))] })?.sites.map(({ pointer }) => pointer)).toEqual(['/tables/2', '/sections/0', '/tables/0', '/tables/1'])
  })

  it('are headed by what the rule reports', () => {
    expect(say(message(''), {}, { assert, at: () => at('/tables/9') })?.sites.map(({ pointer }) => pointer)).toEqual(['/tables/9', '/tables/0', '/tables/1', '/tables/2'])
  })

  it('have the role the rule gave them, in words', () => {
    const roles = ['式.total', '行.cells.合计', '变.nonsense', '处', undefined].map((role, index) => ({ ref: { pointer: `/tables/${index}` }, text: '1', ...(role !== undefined && { role }) }))
    expect(say(message(''), {}, { assert: () => ({ type: 'verdict', verdict: 'violated', inputs: roles }) })?.sites.map(({ role }) => role)).toEqual(['合计', '合计', '变', '处', ''])
  })

  it('come with an edit at every text that reads otherwise', () => {
    const first = text('（2024〕3号', { pointer: '/p', from: 4, to: 12 })
    const second = text('〔2024〕3号', { pointer: '/q', from: 0, to: 8 })
    const found = say(message(''), { 号: list(first, second) }, { suggest: { at: (environment) => environment.lookup('号'), replace: ['〔2024〕3号'], safe: true } })
    expect(found?.suggestions).toEqual([{ pointer: '/p', from: 4, to: 12, replacement: '〔2024〕3号', safe: true }])
    const echo = say(message(''), { 号: first }, { suggest: { at: (environment) => environment.lookup('号'), replace: ['[', { path: ['it'] }, ']'], safe: false } })
    expect(echo?.suggestions?.[0]?.replacement).toBe(`[${readPath(first, []).type === 'text' ? '（2024〕3号' : ''}]`)
  })
})
