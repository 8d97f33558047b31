import type { Place, TextPlace } from '../core/place.ts'
import type { Ref } from '../core/ref.ts'
import { lineIndex } from './lines.ts'
import type { LineIndex } from './lines.ts'
import type { Locator, Segment, SourceMap } from './segment.ts'

/**
 * Locator of a disclosure that was read from the text `text`, or from one of which the lines are known. A range is located from its first to its last character
 * (over a page break, if it was joined over one). Where the pointer itself has no place, the nearest thing that has one is
 * given and marked `approximate`: first what stands below it, then its ancestors. With nothing near, undefined.
 */
export function textLocator(map: SourceMap, text: string | LineIndex): Locator {
  let index = typeof text === 'string' ? undefined : text
  const lines = (): LineIndex => (index ??= lineIndex(String(text)))
  let below: ReadonlyMap<string, readonly Segment[]> | undefined
  return {
    locate(ref: Ref): Place | undefined {
      const exact = ownSegments(map, ref.pointer)
      if (exact !== undefined) {
        const place = placeOf(exact, ref, lines())
        if (place !== undefined) return ref.nearest === true ? { ...place, approximate: true } : place
      }
      const near = nearestSegments(map, ref.pointer, (below ??= firstBelow(map)))
      const place = near === undefined ? undefined : placeOf(near, {}, lines())
      return place === undefined ? undefined : { ...place, approximate: true }
    },
  }
}

/** Segments of a string that stand in the map's own file, not in one read along with it. */
function ownSegments(map: SourceMap, pointer: string): readonly Segment[] | undefined {
  const segments = map.strings.get(pointer)
  return segments?.[0]?.file === undefined ? segments : undefined
}

interface TextRange {
  readonly from?: number
  readonly to?: number
}

function placeOf(segments: readonly Segment[], range: TextRange, lines: LineIndex): Place | undefined {
  const boxed = segments.findLast(({ from, anchor }) => anchor.kind === 'place' && from <= (range.from ?? 0)) ?? segments.find(({ anchor }) => anchor.kind === 'place')
  if (boxed?.anchor.kind === 'place') return withinPlace(boxed.anchor.place, boxed, range)
  const last = segments.at(-1)
  if (last === undefined) return undefined
  const from = range.from ?? 0
  const to = range.to ?? Math.max(last.to, from)
  const start = offsetOf(segments, from, 'start')
  const end = to > from ? offsetOf(segments, to - 1, 'end') : start
  if (start === undefined || end === undefined) return undefined
  return textPlace(start, to > from ? end + 1 : end, lines)
}

/** A range of a paragraph can be said exactly; a cell or a box is given whole. */
function withinPlace(place: Place, segment: Segment, { from, to }: TextRange): Place {
  if (place.kind !== 'paragraph' || from === undefined || to === undefined) return place
  const at = (offset: number): number => place.from + Math.min(Math.max(offset, segment.from), segment.to) - segment.from
  return { ...place, from: at(from), to: at(to) }
}

/** Source offset of a character of the value; a separator between two segments has the offset of its neighbour. */
function offsetOf(segments: readonly Segment[], at: number, side: 'start' | 'end'): number | undefined {
  let before: number | undefined
  for (const { from, to, anchor } of segments) {
    if (anchor.kind !== 'text') continue
    if (at >= from && at < to) return anchor.offset + at - from
    if (from > at) return side === 'start' || before === undefined ? anchor.offset : before
    before = anchor.offset + Math.max(0, to - from - 1)
    if (at <= to && from === to) return anchor.offset
  }
  return before
}

function textPlace(start: number, end: number, lines: LineIndex): TextPlace {
  const from = lines.position(start)
  const to = lines.position(end)
  return { kind: 'text', line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function nearestSegments(map: SourceMap, pointer: string, below: ReadonlyMap<string, readonly Segment[]>): readonly Segment[] | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = ownSegments(map, at) ?? below.get(at)
    if (found !== undefined || !at.includes('/')) return found
  }
}

/** For each object and list, the segments of the string in it that stands first in the source. */
function firstBelow(map: SourceMap): ReadonlyMap<string, readonly Segment[]> {
  const first = new Map<string, readonly Segment[]>()
  for (const [key, segments] of map.strings) {
    if (segments.length === 0 || segments[0]?.file !== undefined) continue
    for (let end = key.lastIndexOf('/'); end >= 0; end = key.lastIndexOf('/', end - 1)) {
      const at = key.slice(0, end)
      const best = first.get(at)
      if (best === undefined || startOf(segments) < startOf(best)) first.set(at, segments)
      if (end === 0) break
    }
  }
  return first
}

function startOf(segments: readonly Segment[]): number {
  const anchor = segments[0]?.anchor
  return anchor?.kind === 'text' ? anchor.offset : 0
}
