import type { Anchor } from './segment.ts'
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
  if (isTextAnchor(before)) {
    if (!isTextAnchor(now)) return false
    found.distance ??= now.offset - before.offset
    return now.offset - before.offset === found.distance
  }
  if (before instanceof Set || before instanceof Map) return before === now
  const names = Object.keys(before)
  return names.length === Object.keys(now).length && names.every((name) => Object.hasOwn(now, name) && isMoved((before as Plain)[name], (now as Plain)[name], found))
}

type Plain = Readonly<Record<string, unknown>>

/** `value` as if it had been read `distance` further down the text. */
export function movedBy(value: unknown, distance: number): unknown {
  if (distance === 0 || typeof value !== 'object' || value === null || value instanceof Set) return value
  if (Array.isArray(value)) return value.map((member) => movedBy(member, distance))
  if (isTextAnchor(value)) return { kind: value.kind, offset: value.offset + distance }
  const moved: Record<string, unknown> = {}
  for (const name of Object.keys(value)) moved[name] = movedBy((value as Plain)[name], distance)
  return moved
}

function isTextAnchor(value: object): value is Extract<Anchor, { kind: 'text' }> {
  return 'kind' in value && value.kind === 'text' && 'offset' in value
}
