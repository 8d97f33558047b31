import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLocator } from '../../src/source/json-locator.ts'
import { parseJson } from '../../src/source/json-parse.ts'
import { childPointer } from '../../src/source/json-pointer.ts'
import type { TextPlace } from '../../src/core/place.ts'

/** Texts with what makes JSON hard: escapes, surrogates, keys that look like structure. */
const text = fc.array(fc.constantFrom('a', '"', '\\', '\n', '\t', '\u0001', '元', '{', ']', ':', ',', ' ', '~', '/', '\u{1F600}', '0'), { maxLength: 8 }).map((parts) => parts.join(''))
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((x) => Math.round(x * 100) / 100), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(text, tie('value'), { maxKeys: 4 })),
}))

/** The value as JSON with white space and escapes chosen by `pick`. */
function write(value: unknown, pick: () => number): string {
  const space = () => ['', ' ', '\n', '\r\n\t'][pick() % 4] ?? ''
  if (typeof value === 'string') return quoted(value, pick)
  if (Array.isArray(value)) return `[${space()}${value.map((part) => write(part, pick)).join(`${space()},${space()}`)}${space()}]`
  if (typeof value === 'object' && value !== null) return `{${space()}${Object.entries(value).map(([key, part]) => `${quoted(key, pick)}${space()}:${space()}${write(part, pick)}`).join(`,${space()}`)}${space()}}`
  return JSON.stringify(value)
}

function quoted(value: string, pick: () => number): string {
  const units = Array.from({ length: value.length }, (_, index) => value[index] ?? '')
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `"${units.map((unit) => (pick() % 3 === 0 ? escape(unit) : '"\\'.includes(unit) ? `\\${unit}` : unit < ' ' ? escape(unit) : unit)).join('')}"`
}

function cut(source: string, place: TextPlace | undefined): string {
  if (!place) throw new Error('no place')
  const starts = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  return source.slice((starts[place.line - 1] ?? NaN) + place.column - 1, (starts[place.endLine - 1] ?? NaN) + place.endColumn - 1)
}

function nodes(value: unknown, pointer = ''): [string, unknown][] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[pointer, value], ...members.flatMap(([key, part]) => nodes(part, childPointer(pointer, key)))]
}

const written = fc.tuple(json, fc.array(fc.nat(11), { minLength: 1, maxLength: 20 })).map(([value, choices]) => {
  let next = 0
  return { value, source: write(value, () => choices[next++ % choices.length] ?? 0) }
})

describe('positions in JSON', () => {
  it('parses to the value, with no duplicates', () => {
    fc.assert(fc.property(written, ({ value, source }) => {
      expect(parseJson(source)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) as unknown, duplicates: [] })
    }))
  })

  it('locates every value: the text there parses to it', () => {
    fc.assert(fc.property(written, ({ value, source }) => {
      const locator = jsonLocator(source)
      for (const [pointer, part] of nodes(value)) expect(JSON.parse(cut(source, locator.locate({ pointer })))).toEqual(JSON.parse(JSON.stringify(part)))
    }))
  })

  it('locates every part of a string, whatever its escapes', () => {
    fc.assert(fc.property(written, fc.nat(), fc.nat(), ({ value, source }, a, b) => {
      const locator = jsonLocator(source)
      for (const [pointer, part] of nodes(value)) {
        if (typeof part !== 'string') continue
        const [from, to] = [a % (part.length + 1), b % (part.length + 1)].sort((x, y) => x - y) as [number, number]
        expect(JSON.parse(`"${cut(source, locator.locate({ pointer, from, to }))}"`)).toBe(part.slice(from, to))
      }
    }))
  })

  it('says of any text what JSON.parse says, and never throws', () => {
    const noise = fc.array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', 'true', 'null', ' ', '\n', '\\', '\\u00', 'a', '，'), { maxLength: 14 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(noise, written.chain(({ source }) => fc.nat(source.length).map((at) => source.slice(0, at)))), (source) => {
      let valid = true
      try { JSON.parse(source) } catch { valid = false }
      const result = parseJson(source)
      expect(result.ok).toBe(valid)
      if (!result.ok) expect(result.problems[0]?.place).toBeDefined()
    }), { numRuns: 1000 })
  })
})
