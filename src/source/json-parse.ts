import type { TextPlace } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { pointerTokens } from './json-pointer.ts'
import { skipSpace, stringEnd } from './json-scan.ts'
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
 * Parses JSON at the speed of JSON.parse. Numbers that a float cannot keep (more than 15 digits, exponents) become the text
 * as printed. Syntax faults and nesting deeper than 200 levels are problems with line and column; a byte order mark is skipped.
 */
export function parseJson(text: string): ParsedJson {
  const body = withoutMark(text)
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return { ok: false, problems: [syntaxProblem(body)] }
  }
  const keys = countKeys(value)
  if (keys < 0) return { ok: false, problems: [tooDeep(body)] }
  const duplicates: DuplicateKey[] = []
  if (keys === countKeyTexts(body) && !LONG_NUMBER.test(body)) return { ok: true, value, duplicates }
  const place = placer(body)
  walkJson(body, {
    duplicate: (pointer, key, first) => duplicates.push({ pointer, key: pointerTokens(pointer).at(-1) ?? '', place: place(key), first: place(first) }),
    number: (pointer, { from, to }) => {
      const printed = body.slice(from, to)
      if (significantDigits(printed) > 15 || /e/i.test(printed)) value = replaced(value, pointer(), printed)
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
  const to = Math.min(fault.to, fault.from + 80)
  return { code: 'json-syntax', message: syntaxMessage(fault.code, fault.expected), place: placer(body)({ from: fault.from, to }) }
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

/** How many keys the objects of a value have; -1 when it is nested too deep. Without recursion. */
function countKeys(value: unknown): number {
  let count = 0
  let level: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEEPEST) return -1
    const next: object[] = []
    for (const holder of level) {
      const members: readonly unknown[] = Array.isArray(holder) ? holder : Object.values(holder)
      if (members !== holder) count += members.length
      for (const member of members) if (typeof member === 'object' && member !== null) next.push(member)
    }
    level = next
  }
  return count
}

/** How many keys the text writes: strings with a colon after them. */
function countKeyTexts(body: string): number {
  let count = 0
  for (let at = body.indexOf('"'); at >= 0; at = body.indexOf('"', at)) {
    at = stringEnd(body, at)
    if (body[skipSpace(body, at)] === ':') count += 1
  }
  return count
}

const LONG_NUMBER = /[:,[\s]-?\d[\d.]{15,}|[:,[\s]-?\d[\d.]*[eE]|^-?\d/

function significantDigits(printed: string): number {
  return printed.replace(/[eE].*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').length
}

function replaced(value: unknown, pointer: string, text: string): unknown {
  const tokens = pointerTokens(pointer)
  const last = tokens.pop()
  if (last === undefined) return text
  const holder = tokens.reduce<unknown>((at, token) => (at as Record<string, unknown>)[token], value)
  if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, last)) (holder as Record<string, unknown>)[last] = text
  return value
}
