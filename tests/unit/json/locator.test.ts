import { describe, expect, it } from 'vitest'
import { jsonLocator } from '../../../src/source/json-locator.ts'

const text = [
  '{"kind": "budget",',
  ' "tables": [',
  '  {"title": "表\\n一\\u5143 \\"x\\"", "rows": [{"label": "合计", "cells": {"金额": "2,413.60", "数": 15.5}}]}',
  ' ],',
  ' "empty": [], "a/b~": true}',
].join('\n')
const locator = jsonLocator(text)

function at(pointer: string, from?: number, to?: number): string | undefined {
  const place = locator.locate({ pointer, ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
  if (!place) return undefined
  const lines = text.split('\n')
  const offset = (line: number, column: number) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
  return (place.approximate ? '~' : '') + text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn))
}

describe('jsonLocator', () => {
  it('finds values of every kind', () => {
    expect(at('/kind')).toBe('"budget"')
    expect(at('/tables/0/rows/0/cells/金额')).toBe('"2,413.60"')
    expect(at('/tables/0/rows/0/cells/数')).toBe('15.5')
    expect(at('/tables/0/rows/0')).toBe('{"label": "合计", "cells": {"金额": "2,413.60", "数": 15.5}}')
    expect(at('/a~1b~0')).toBe('true')
    expect(at('/empty')).toBe('[]')
    expect(at('')).toBe(text)
  })

  it('finds parts of strings, through escapes', () => {
    expect(at('/tables/0/title', 0, 1)).toBe('表')
    expect(at('/tables/0/title', 1, 2)).toBe('\\n')
    expect(at('/tables/0/title', 2, 4)).toBe('一\\u5143')
    expect(at('/tables/0/title', 5, 8)).toBe('\\"x\\"')
    expect(at('/tables/0/title', 4, 4)).toBe('')
    expect(at('/kind', 0, 99)).toBe('budget')
    expect(at('/kind', 99, 100)).toBe('')
  })

  it('points at the nearest ancestor for what is absent, and says that it does', () => {
    expect(at('/tables/0/rows/0/cells/没有')).toBe('~"cells"')
    expect(at('/tables/0/unit')).toBe('~{')
    expect(at('/tables/7/title')).toBe('~"tables"')
    expect(at('/sections/0')).toBe('~{')
    expect(locator.locate({ pointer: '/tables', nearest: true })).toMatchObject({ line: 2, column: 2, endColumn: 10, approximate: true })
  })

  it('finds keys', () => {
    expect(locator.locateKey('/tables/0/rows')).toMatchObject({ line: 3, column: 33, endColumn: 39 })
    expect(locator.locateKey('/tables/0')).toBeUndefined()
  })

  it('does not count a byte order mark', () => {
    expect(jsonLocator('\uFEFF{"a": 1}').locate({ pointer: '/a' })).toMatchObject({ line: 1, column: 7 })
  })

  it('takes the last of duplicate keys, as the value does', () => {
    expect(jsonLocator('{"a": 1, "a": 22}').locate({ pointer: '/a' })).toMatchObject({ column: 15, endColumn: 17 })
  })

  it.each(['', '{', '{"a', '{"a": [1,', '[,]', 'nope'])('ends on text that is no JSON: %j', (broken) => {
    expect(() => jsonLocator(broken).locate({ pointer: '/a/0/b' })).not.toThrow()
  })
})
