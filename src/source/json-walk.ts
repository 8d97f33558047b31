import { childPointer } from './json-pointer.ts'
import { skipSpace } from './json-scan.ts'
import type { SyntaxCode } from './json-messages.ts'

/** What a walk over JSON text tells of. Offsets are UTF-16, half open. */
export interface JsonVisitor {
  /** A key that its object already has; `first` is where it stands before. */
  duplicate?(pointer: string, key: Span, first: Span): void
  number?(pointer: () => string, span: Span): void
}

export interface Span {
  readonly from: number
  readonly to: number
}

/** The first syntax fault of a text. `expected`: the bracket that would close what is open. */
export interface SyntaxFault extends Span {
  readonly code: SyntaxCode
  readonly expected?: string
}

interface Frame {
  readonly array: boolean
  readonly opened: number
  readonly keys: Map<string, Span>
  key: string
  index: number
}

/**
 * Walks JSON text by the letter of RFC 8259, without recursion, and gives the first syntax fault, if any. Slower than
 * JSON.parse: for texts that JSON.parse refuses, or that are known to hold something worth telling of.
 */
export function walkJson(text: string, visitor: JsonVisitor = {}): SyntaxFault | undefined {
  const stack: Frame[] = []
  const pointer = (): string => stack.reduce((path, frame) => childPointer(path, frame.array ? frame.index : frame.key), '')
  let at = skipSpace(text, 0)
  if (at >= text.length) return { code: 'empty', from: 0, to: 0 }
  for (;;) {
    const open = text[at]
    if (open === '{' || open === '[') {
      stack.push({ array: open === '[', opened: at, keys: new Map(), key: '', index: 0 })
      at = skipSpace(text, at + 1)
      if (text[at] !== (open === '{' ? '}' : ']')) {
        const next = open === '{' ? readKey(text, at, stack, visitor, pointer) : at
        if (typeof next !== 'number') return next
        at = next
        continue
      }
    } else {
      const end = scalar(text, at)
      if (typeof end !== 'number') return unclosed(end, text, stack)
      if (open !== '"' && open !== 't' && open !== 'f' && open !== 'n') visitor.number?.(pointer, { from: at, to: end })
      at = skipSpace(text, end)
    }
    const next = afterValue(text, at, stack, visitor, pointer)
    if (typeof next !== 'number') return next
    if (next < 0) return undefined
    at = next
  }
}

/** Closes what ends at `at` and goes on to the next value: its offset, a fault, or -1 at the end of the document. */
function afterValue(text: string, start: number, stack: Frame[], visitor: JsonVisitor, pointer: () => string): number | SyntaxFault {
  let at = start
  for (;;) {
    const frame = stack.at(-1)
    if (!frame) return at >= text.length ? -1 : { code: 'extra-content', from: at, to: text.length }
    const close = frame.array ? ']' : '}'
    const sign = text[at]
    if (sign === close) {
      stack.pop()
      at = skipSpace(text, at + 1)
      continue
    }
    if (sign !== ',') return at >= text.length ? { code: 'unexpected-end', from: at, to: at, expected: close } : { code: misplaced(sign), from: at, to: at + 1, expected: close }
    const comma = at
    at = skipSpace(text, at + 1)
    if (text[at] === close) return { code: 'trailing-comma', from: comma, to: comma + 1 }
    if (!frame.array) return readKey(text, at, stack, visitor, pointer)
    frame.index += 1
    return at
  }
}

function readKey(text: string, at: number, stack: Frame[], visitor: JsonVisitor, pointer: () => string): number | SyntaxFault {
  const frame = stack.at(-1)
  if (text[at] !== '"') {
    if (at >= text.length) return { code: 'unexpected-end', from: at, to: at, expected: '}' }
    return { code: strange(text, at) ?? 'unquoted-key', from: at, to: at + 1 }
  }
  const end = scalar(text, at)
  if (typeof end !== 'number') return unclosed(end, text, stack)
  const key = JSON.parse(text.slice(at, end)) as string
  const span = { from: at, to: end }
  if (frame) {
    frame.key = key
    const first = frame.keys.get(key)
    if (first) visitor.duplicate?.(pointer(), span, first)
    frame.keys.set(key, span)
  }
  const colon = skipSpace(text, end)
  if (text[colon] !== ':') return colon >= text.length ? { code: 'unexpected-end', from: colon, to: colon, expected: '}' } : { code: text[colon] === '：' ? 'full-width' : 'missing-colon', from: colon, to: colon + 1 }
  return skipSpace(text, colon + 1)
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,\]}，、：｝］/#;"]|$)/y

/** The offset after the string or scalar at `at`, or what is wrong with it. */
function scalar(text: string, at: number): number | SyntaxFault {
  if (at >= text.length) return { code: 'unexpected-end', from: at, to: at }
  const pattern = text[at] === '"' ? STRING : SCALAR
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return { code: strange(text, at) ?? (/[-+.\d]/.test(text[at] ?? '') ? 'bad-number' : 'bad-value'), from: at, to: tokenEnd(text, at) }
  const end = at + match[0].length
  if (pattern === SCALAR) return end
  if (text[end] === '"') return end + 1
  if (end >= text.length) return { code: 'unclosed-string', from: at, to: end }
  if (text[end] === '\\') return { code: 'bad-escape', from: end, to: Math.min(end + 2, text.length) }
  return text[end] === '\n' || text[end] === '\r' ? { code: 'unclosed-string', from: at, to: end } : { code: 'control-character', from: end, to: end + 1 }
}

function tokenEnd(text: string, at: number): number {
  const rest = /[\s,\]}:]/g
  rest.lastIndex = at + 1
  return rest.exec(text)?.index ?? text.length
}

/** Faults people make so often that they have a name. */
function strange(text: string, at: number): SyntaxCode | undefined {
  const sign = text[at] ?? ''
  if (sign === "'" || sign === '“' || sign === '”') return 'wrong-quote'
  if (text.startsWith('//', at) || text.startsWith('/*', at) || sign === '#') return 'comment'
  if ('，：｛｝［］、'.includes(sign)) return 'full-width'
  return sign === ',' || sign === ']' || sign === '}' ? 'missing-value' : undefined
}

function misplaced(sign: string | undefined): SyntaxCode {
  if (sign === '/' || sign === '#') return 'comment'
  if ('，、：｝］'.includes(sign ?? '')) return 'full-width'
  return sign === '}' || sign === ']' ? 'wrong-bracket' : 'missing-comma'
}

function unclosed(fault: SyntaxFault, text: string, stack: readonly Frame[]): SyntaxFault {
  const frame = stack.at(-1)
  return fault.code === 'unexpected-end' && frame && fault.from >= text.length ? { ...fault, expected: frame.array ? ']' : '}' } : fault
}
