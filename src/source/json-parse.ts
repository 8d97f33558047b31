import type { TextPlace } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { pointerTokens } from './json-pointer.ts'
import { scalarEnd, skipSpace, stringEnd } from './json-scan.ts'
import { syntaxMessage } from './json-messages.ts'
import { walkJson } from './json-walk.ts'
import type { Span } from './json-walk.ts'
import { lineIndex } from './lines.ts'

/** A key that its object has twice; the last one counts, as in JSON.parse. */
export interface DuplicateKey {
  readonly pointer: string
  readonly key: string
  readonly place: TextPlace
  /** Where the key stands before. */
  readonly first: TextPlace
}

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly duplicates: readonly DuplicateKey[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** No disclosure, configuration or report nests deeper. */
const DEEPEST = 200

/**
 * Parses JSON at the speed of JSON.parse. Numbers that a float cannot keep (more than 15 digits, or out of range) become
 * the text as printed. Syntax faults and nesting deeper than 200 levels are problems with line and column; a byte order mark is skipped.
 */
export function parseJson(text: string): ParsedJson {
  const body = withoutMark(text)
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return { ok: false, problems: [syntaxProblem(body)] }
  }
  const shape = shapeOf(value)
  if (!shape) return { ok: false, problems: [tooDeep(body)] }
  const written = writtenIn(body)
  const duplicates: DuplicateKey[] = []
  const long = written.longNumber || ((shape.looseNumbers || typeof value === 'number') && LONG_NUMBER.test(body))
  if (shape.keys === written.keys && !long) return { ok: true, value, duplicates }
  const place = placer(body)
  walkJson(body, {
    duplicate: (pointer, key, first) => duplicates.push({ pointer, key: pointerTokens(pointer).at(-1) ?? '', place: place(key), first: place(first) }),
    number: (pointer, { from, to }) => {
      const printed = body.slice(from, to)
      if (isLong(printed)) value = replaced(value, pointer(), printed)
    },
  })
  return { ok: true, value, duplicates }
}

/** Text without a byte order mark: columns do not count it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Makes places of spans of `text`; the lines are counted when the first is asked for. */
export function placer(text: string): (span: Span) => TextPlace {
  let lines: ReturnType<typeof lineIndex> | undefined
  return ({ from, to }) => {
    lines ??= lineIndex(text)
    const start = lines.position(from)
    const end = lines.position(to)
    return { kind: 'text', line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }
}

function syntaxProblem(body: string): Problem {
  const fault = walkJson(body)
  // JSON.parse refuses nothing that the walk accepts, but where memory ends.
  if (!fault) return tooDeep(body)
  return { code: 'json-syntax', message: syntaxMessage(fault.code, fault.expected), place: placer(body)({ from: fault.from, to: shortened(body, fault) }) }
}

const LONGEST = 80

/** Where the mark of a fault ends: a long one is cut, but not within a line break or a character of two units. */
function shortened(body: string, { from, to }: Span): number {
  return to - from <= LONGEST ? to : from + body.slice(from, from + LONGEST).replace(/[\s\ud800-\udbff]+$/, '').length
}

function tooDeep(body: string): Problem {
  const message = { zh: `嵌套超过 ${DEEPEST} 层，无法读取`, en: `nested deeper than ${DEEPEST} levels` }
  let depth = 0
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at]
    if (sign === '"') at = stringEnd(body, at) - 1
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > DEEPEST) return { code: 'json-nesting', message, place: placer(body)({ from: at, to: at + 1 }) }
  }
  return { code: 'json-nesting', message }
}

interface Shape {
  /** How many keys its objects have. */
  readonly keys: number
  /** Whether a list holds numbers. */
  readonly looseNumbers: boolean
}

/** The shape of a value, without recursion; undefined when it is nested too deep. */
function shapeOf(value: unknown): Shape | undefined {
  let keys = 0
  let looseNumbers = false
  let level: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEEPEST) return undefined
    const next: object[] = []
    for (const holder of level) {
      const list = Array.isArray(holder)
      const members: readonly unknown[] = list ? holder : Object.values(holder)
      if (!list) keys += members.length
      for (const member of members) {
        if (typeof member === 'object') {
          if (member !== null) next.push(member)
        } else if (list && typeof member === 'number') looseNumbers = true
      }
    }
    level = next
  }
  return { keys, looseNumbers }
}

/** How many keys the text writes (strings with a colon after them), and whether one of them has a long number. */
function writtenIn(body: string): { readonly keys: number; readonly longNumber: boolean } {
  let keys = 0
  let longNumber = false
  for (let at = body.indexOf('"'); at >= 0; at = body.indexOf('"', at)) {
    at = skipSpace(body, stringEnd(body, at))
    if (body.charCodeAt(at) !== COLON) continue
    keys += 1
    const from = skipSpace(body, at + 1)
    const code = body.charCodeAt(from)
    if (code !== QUOTE && code !== BRACE && code !== BRACKET && !longNumber) longNumber = isLong(body.slice(from, scalarEnd(body, from)))
  }
  return { keys, longNumber }
}

const COLON = 58
const QUOTE = 34
const BRACE = 123
const BRACKET = 91
const LONG_NUMBER = /[[,\s]-?\d[\d.]{15,}|[[,\s]-?\d[\d.]*[eE]|^-?\d/

/** Whether a float cannot keep a printed number: more than 15 digits, or out of its range. */
function isLong(printed: string): boolean {
  if (printed.length <= 15 && !/[eE]/.test(printed)) return false
  const digits = printed.replace(/[eE].*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').length
  return digits > 15 || !Number.isFinite(Number(printed))
}

function replaced(value: unknown, pointer: string, text: string): unknown {
  const tokens = pointerTokens(pointer)
  const last = tokens.pop()
  if (last === undefined) return text
  const holder = tokens.reduce<unknown>((at, token) => (at as Record<string, unknown>)[token], value)
  if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, last)) (holder as Record<string, unknown>)[last] = text
  return value
}
