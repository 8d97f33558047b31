import type { Place } from '../core/place.ts'
import type { Anchor, MappedText, Segment } from './segment.ts'

/** The text `text` as it stands at offset `offset` of a source. A blank keeps its place as a segment of no length. */
export function mappedAt(text: string, offset: number): MappedText {
  return { text, segments: [{ from: 0, to: text.length, anchor: { kind: 'text', offset } }] }
}

/** A text that was read at one place: a cell, a box, the characters of a paragraph. A blank keeps its place too. */
export function mappedIn(text: string, place: Place): MappedText {
  return { text, segments: [{ from: 0, to: text.length, anchor: { kind: 'place', place } }] }
}

/** Characters `from`..`to` (half open) of a mapped text, still knowing where they were read. */
export function sliceMapped(mapped: MappedText, from: number, to: number = mapped.text.length): MappedText {
  const segments: Segment[] = []
  for (const segment of mapped.segments) {
    const part = clip(segment, from, to)
    if (part) segments.push(part)
  }
  return { text: mapped.text.slice(from, to), segments }
}

function clip(segment: Segment, from: number, to: number): Segment | undefined {
  const start = Math.max(segment.from, from)
  const end = Math.min(segment.to, to)
  if (start > end || (start === end && segment.from !== segment.to && from !== to)) return undefined
  const { anchor } = segment
  return { ...segment, from: start - from, to: end - from, anchor: clipAnchor(anchor, start - segment.from, end - segment.from) }
}

function clipAnchor(anchor: Anchor, from: number, to: number): Anchor {
  if (anchor.kind === 'text') return { kind: 'text', offset: anchor.offset + from }
  const { place } = anchor
  return place.kind === 'paragraph' ? { kind: 'place', place: { ...place, from: place.from + from, to: place.from + to } } : anchor
}

/** A mapped text without the white space at its ends. */
export function trimMapped(mapped: MappedText): MappedText {
  const start = mapped.text.length - mapped.text.trimStart().length
  const end = Math.max(start, mapped.text.trimEnd().length)
  return sliceMapped(mapped, start, end)
}

/** Mapped texts one after the other; `separator` belongs to no source character. */
export function joinMapped(parts: readonly MappedText[], separator = ''): MappedText {
  let text = ''
  const segments: Segment[] = []
  parts.forEach((part, index) => {
    if (index > 0) text += separator
    const base = text.length
    for (const segment of part.segments) segments.push({ ...segment, from: segment.from + base, to: segment.to + base })
    text += part.text
  })
  return { text, segments }
}
