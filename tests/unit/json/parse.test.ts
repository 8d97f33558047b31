import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src/source/json-parse.ts'

function parsed(text: string) {
  const result = parseJson(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

describe('parseJson', () => {
  it('gives the value of JSON.parse, byte order mark or not', () => {
    expect(parsed('\uFEFF{"a": [1, "x", null]}')).toEqual({ ok: true, value: { a: [1, 'x', null] }, duplicates: [] })
  })

  it('keeps the digits of numbers that a float cannot keep, and only of those', () => {
    const text = '{"z": 1.0000000000000001, "a": 12345678901234567.89, "b": 123456789012.345, "c": [1e400, -2, 1e3, 1.0000000000000001], "d": "x: 99999999999999999999", "e/~": 0.000000000000000001}'
    expect(parsed(text).value).toEqual({ z: '1.0000000000000001', a: '12345678901234567.89', b: 123456789012.345, c: ['1e400', -2, 1000, '1.0000000000000001'], d: 'x: 99999999999999999999', 'e/~': 0.000000000000000001 })
    expect(parsed('12345678901234567890').value).toBe('12345678901234567890')
  })

  it('reports duplicate keys with both places; the last one counts', () => {
    const { value, duplicates } = parsed('{"a": {"x": 1,\n "\\u0078": 2}, "b": [{"k": 1}, {"k": 1, "k": 2, "k": 3}]}')
    expect(value).toEqual({ a: { x: 2 }, b: [{ k: 1 }, { k: 3 }] })
    expect(duplicates.map(({ pointer, place, first }) => [pointer, place.line, place.column, first.line, first.column])).toEqual([
      ['/a/x', 2, 2, 1, 8],
      ['/b/1/k', 2, 41, 2, 33],
      ['/b/1/k', 2, 49, 2, 41],
    ])
  })

  it('keeps __proto__ an ordinary key', () => {
    const { value, duplicates } = parsed('{"__proto__": 1, "a": {"__proto__": {"x": 12345678901234567}}}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"__proto__":1,"a":{"__proto__":{"x":"12345678901234567"}}}')
    expect(duplicates).toEqual([])
  })

  it.each([
    ['', 1, 1, '空的'],
    ['{"a": 1', 1, 8, '中断'],
    ['{"a": [1, 2', 1, 12, '中断'],
    ['{"a": "x', 1, 7, '没有闭合'],
    ['{"a": "x\n"}', 1, 7, '没有闭合'],
    ['{"a": 1,}', 1, 8, '多了逗号'],
    ['[1, 2,\n]', 1, 6, '多了逗号'],
    ['{"a": 1 "b": 2}', 1, 9, '缺少逗号'],
    ['{"a" 1}', 1, 6, '缺少冒号'],
    ['{"a": }', 1, 7, '缺少一个值'],
    ['[1,,2]', 1, 4, '缺少一个值'],
    ['{a: 1}', 1, 2, '双引号'],
    ["{'a': 1}", 1, 2, '双引号'],
    ['{“a”: 1}', 1, 2, '双引号'],
    ['{"a"：1}', 1, 5, '全角'],
    ['{"a": 1，"b": 2}', 1, 8, '全角'],
    ['{"a": 1} x', 1, 10, '多余'],
    ['{"a": 1]', 1, 8, '不配对'],
    ['{ // x\n}', 1, 3, '注释'],
    ['{"a": 01}', 1, 7, '数字'],
    ['{"a": +1}', 1, 7, '数字'],
    ['{"a": 2,413.60}', 1, 9, '双引号'],
    ['{"a": NaN}', 1, 7, '值的写法'],
    ['{"a": "\\x"}', 1, 8, '反斜杠'],
    ['{"a": "\u0001"}', 1, 8, '控制字符'],
    ['{"a":\r\n\r\n  nope}', 3, 3, '值的写法'],
  ])('says where and in Chinese what is wrong with %j', (text, line, column, words) => {
    const result = parseJson(text)
    if (result.ok) throw new Error('parsed')
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toMatchObject({ code: 'json-syntax', place: { kind: 'text', line, column } })
    expect(result.problems[0]?.message.zh).toContain(words)
  })

  it.each([
    ['an unclosed string', '{"a": "甲\r\n}', { line: 1, column: 7, endLine: 1, endColumn: 9 }],
    ['long text after the end', `{}${'x'.repeat(79)}\r\n{}`, { line: 1, column: 3, endLine: 1, endColumn: 82 }],
    ['a character of two units', `{}${'x'.repeat(79)}\u{20000}y`, { line: 1, column: 3, endLine: 1, endColumn: 82 }],
  ])('marks %s up to the end of the line, and no half of a line break or character', (_, text, place) => {
    expect(parseJson(text)).toMatchObject({ ok: false, problems: [{ place }] })
  })

  it.each(['[', '{"a":', '[[],'])('refuses nesting without end: %j', (unit) => {
    const deep = parseJson(unit.repeat(100_000))
    expect(deep.ok).toBe(false)
  })

  it('refuses well-formed but bottomless nesting with a place', () => {
    const result = parseJson('['.repeat(100_000) + ']'.repeat(100_000))
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'json-nesting', place: { line: 1, column: 201 } }] })
    expect(parseJson('['.repeat(200) + ']'.repeat(200)).ok).toBe(true)
  })
})
