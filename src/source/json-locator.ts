import type { TextPlace } from '../core/place.ts'
import type { Ref } from '../core/ref.ts'
import type { Locator } from './segment.ts'
import { parentPointer, pointerTokens } from './json-pointer.ts'
import { placer, withoutMark } from './json-parse.ts'
import { skipSpace, stringEnd, valueEnd } from './json-scan.ts'
import type { Span } from './json-walk.ts'

/** Places of values and keys in one JSON text. */
export interface JsonLocator extends Locator {
  /**
   * The place of the value at a pointer, or of part of a string (offsets of the value, through escapes). Where there is no
   * such value: of the nearest ancestor's key (in a list: of the element's opening bracket), approximate.
   */
  locate(ref: Ref): TextPlace | undefined
  /** The place of the key at a pointer, without a value's extent; elements of lists have none. */
  locateKey(pointer: string): TextPlace | undefined
}

interface Node {
  readonly value: Span
  readonly key?: Span
}

/**
 * Finds places in valid JSON text. Nothing is read until the first question; then each container on the way is read
 * once, its children are remembered.
 */
export function jsonLocator(text: string): JsonLocator {
  const body = withoutMark(text)
  const place = placer(body)
  const families = new Map<string, ReadonlyMap<string, Node>>()

  const find = (pointer: string): Node | undefined => {
    if (pointer === '') return root(body)
    const parent = parentPointer(pointer) ?? ''
    let family = families.get(parent)
    if (!family) {
      const node = find(parent)
      family = node ? children(body, node.value) : new Map<string, Node>()
      families.set(parent, family)
    }
    return family.get(pointerTokens(pointer).at(-1) ?? '')
  }

  const nearest = (pointer: string): TextPlace | undefined => {
    for (let at: string | undefined = pointer; at !== undefined; at = parentPointer(at)) {
      const node = find(at)
      if (node) return { ...place(node.key ?? { from: node.value.from, to: Math.min(node.value.to, node.value.from + 1) }), approximate: true }
    }
    return undefined
  }

  return {
    locate(ref) {
      const node = find(ref.pointer)
      if (!node || ref.nearest) return nearest(ref.pointer)
      return place(ref.from === undefined && ref.to === undefined ? node.value : within(body, node.value, ref.from ?? 0, ref.to))
    },
    locateKey(pointer) {
      const node = find(pointer)
      return node?.key && place(node.key)
    },
  }
}

/** All of the text: of one value nothing stands after it. */
function root(body: string): Node | undefined {
  const from = skipSpace(body, 0)
  return from < body.length ? { value: { from, to: body.trimEnd().length } } : undefined
}

/** The members of the object or elements of the list at `span`; a key that is there twice is the last one. */
function children(body: string, span: Span): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  const object = body[span.from] === '{'
  if (!object && body[span.from] !== '[') return found
  let at = skipSpace(body, span.from + 1)
  for (let index = 0; at < span.to - 1; index += 1) {
    const keyEnd = object ? stringEnd(body, at) : at
    const from = object ? skipSpace(body, skipSpace(body, keyEnd) + 1) : at
    const to = valueEnd(body, from)
    // Only text that is no JSON could keep the place where it is.
    if (to <= at) break
    if (object) found.set(keyText(body.slice(at, keyEnd)), { key: { from: at, to: keyEnd }, value: { from, to } })
    else found.set(String(index), { value: { from, to } })
    at = skipSpace(body, skipSpace(body, to) + 1)
  }
  return found
}

function keyText(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted.slice(1, -1)
  }
}

/** The span in the text of characters `from`..`to` of a value. Of a list or an object there are no parts. */
function within(body: string, span: Span, from: number, to: number | undefined): Span {
  if (body[span.from] === '{' || body[span.from] === '[') return span
  if (body[span.from] !== '"') return { from: Math.min(span.from + from, span.to), to: Math.min(span.from + (to ?? span.to), span.to) }
  const last = span.to - 1
  let at = span.from + 1
  let start = from === 0 ? at : last
  let offset = 0
  while (at < last && (to === undefined || offset < to)) {
    if (body[at] !== '\\') at += 1
    else at += body[at + 1] === 'u' ? 6 : 2
    offset += 1
    if (offset === from) start = at
  }
  const end = to === undefined ? last : at
  return { from: Math.min(start, last), to: Math.max(Math.min(start, last), Math.min(end, last)) }
}
