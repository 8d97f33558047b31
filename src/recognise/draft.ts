import type { Disclosure } from '../disclosure/model.ts'
import type { MappedText, Segment } from '../source/segment.ts'

/** A value whose strings may still know where they were read. */
export type Mapped<T> = T extends string
  ? T | MappedText
  : T extends readonly (infer U)[]
    ? readonly Mapped<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Mapped<T[K]> }
      : T

/** Turns a draft into plain JSON and writes down, by JSON pointer, where each string was read. */
export function finishDraft(draft: Mapped<Disclosure>): { readonly disclosure: Disclosure; readonly strings: ReadonlyMap<string, readonly Segment[]> } {
  const strings = new Map<string, readonly Segment[]>()
  const disclosure = plain(draft, '', strings) as Disclosure
  return { disclosure, strings }
}

function plain(value: unknown, pointer: string, strings: Map<string, readonly Segment[]>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isMapped(value)) {
    if (value.segments.length > 0) strings.set(pointer, value.segments)
    return value.text
  }
  if (Array.isArray(value)) return value.map((item, i) => plain(item, `${pointer}/${i}`, strings))
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = (value as Readonly<Record<string, unknown>>)[key]
    if (item !== undefined) out[key] = typeof item === 'object' ? plain(item, `${pointer}/${escaped(key)}`, strings) : item
  }
  return out
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
}

function isMapped(value: object): value is MappedText {
  return 'segments' in value && 'text' in value
}

/** The characters of a draft string. */
export function textOf(value: string | MappedText): string {
  return typeof value === 'string' ? value : value.text
}
