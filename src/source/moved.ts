import type { Anchor, MappedText, Segment } from './segment.ts'
import { Versioned } from './versioned.ts'

/** What was made of parts of one version of a text, so that parts that only moved down or up it need not be read again. */
export interface MovedMemory {
  /** `make` of `given`; where `given` has only moved since last time, what was made then, moved as far. `key` finds it: whatever it is made of besides `given` must always be the same. */
  keep<Given, Made>(key: string, given: Given, make: (given: Given) => Made): Made
}

/** Of a text that is read once. */
export const NOT_KEPT: MovedMemory = { keep: (_key, given, make) => make(given) }

interface Kept {
  readonly given: unknown
  readonly made: unknown
}

/** Of a text that is read again and again: it holds what the last version used. */
export class TextMemory implements MovedMemory {
  readonly #kept = new Versioned<string, Kept>()

  /** A version is read. */
  turn(): void {
    this.#kept.turn()
  }

  keep<Given, Made>(key: string, given: Given, make: (given: Given) => Made): Made {
    const last = this.#kept.before(key)
    const distance = last && distanceBetween(last.given, given)
    const made = distance === undefined ? make(given) : (movedBy(last?.made, distance) as Made)
    this.#kept.set(key, { given, made })
    return made
  }
}

/** How far further down the text everything of `now` was read than it was in `before`, where nothing else is different; undefined where it is. */
export function distanceBetween(before: unknown, now: unknown): number | undefined {
  const found: { distance?: number } = {}
  return isMoved(before, now, found) ? (found.distance ?? 0) : undefined
}

function isMoved(before: unknown, now: unknown, found: { distance?: number }): boolean {
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return Object.is(before, now)
  if (Array.isArray(before)) return Array.isArray(now) && before.length === now.length && before.every((member, at) => isMoved(member, now[at], found))
  if (isMapped(before)) return isMapped(now) && before.text === now.text && before.segments.length === now.segments.length && before.segments.every((segment, at) => isMovedSegment(segment, now.segments[at], found))
  if (isTextAnchor(before)) return isTextAnchor(now) && isMovedAnchor(before, now, found)
  if (before instanceof Set || before instanceof Map) return before === now
  // `for … in` makes no list of names; all these objects are plain.
  let names = 0
  for (const name in before) {
    const [was, is] = [(before as Plain)[name], (now as Plain)[name]]
    if (is === undefined && !Object.hasOwn(now, name)) return false
    if (!isMoved(was, is, found)) return false
    names += 1
  }
  return names === Object.keys(now).length
}

function isMovedSegment(before: Segment, now: Segment | undefined, found: { distance?: number }): boolean {
  if (now === undefined || before.from !== now.from || before.to !== now.to || before.file !== now.file) return false
  const [was, is] = [before.anchor, now.anchor]
  return was.kind === 'text' && is.kind === 'text' ? isMovedAnchor(was, is, found) : isMoved(was, is, found)
}

function isMovedAnchor(before: TextAnchor, now: TextAnchor, found: { distance?: number }): boolean {
  found.distance ??= now.offset - before.offset
  return now.offset - before.offset === found.distance
}

type Plain = Readonly<Record<string, unknown>>

/** `value` as if it had been read `distance` further down the text. */
export function movedBy(value: unknown, distance: number): unknown {
  if (distance === 0 || typeof value !== 'object' || value === null || value instanceof Set) return value
  if (Array.isArray(value)) return value.map((member) => movedBy(member, distance))
  if (isMapped(value)) return { text: value.text, segments: value.segments.map((segment) => movedSegment(segment, distance)) }
  if (isTextAnchor(value)) return movedAnchor(value, distance)
  // A copy of the whole has the shape of what it copies, which one built name by name would not have.
  const moved: Record<string, unknown> = { ...value }
  for (const name in moved) if (typeof moved[name] === 'object') moved[name] = movedBy(moved[name], distance)
  return moved
}

function movedSegment(segment: Segment, distance: number): Segment {
  const { from, to, anchor, file } = segment
  if (anchor.kind !== 'text') return segment
  return file === undefined ? { from, to, anchor: movedAnchor(anchor, distance) } : { from, to, anchor: movedAnchor(anchor, distance), file }
}

function movedAnchor({ offset }: TextAnchor, distance: number): TextAnchor {
  return { kind: 'text', offset: offset + distance }
}

type TextAnchor = Extract<Anchor, { kind: 'text' }>

function isTextAnchor(value: object): value is TextAnchor {
  return 'kind' in value && value.kind === 'text' && 'offset' in value
}

/** Nearly all that is kept is texts, and what is asked of each by name is several times faster. */
function isMapped(value: object): value is MappedText {
  return 'segments' in value && 'text' in value
}
