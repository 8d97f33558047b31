import { Versioned } from '../source/versioned.ts'
import { comparedWith } from './fresh.ts'

/**
 * What was made of the parts of one version of a document, so that the next version makes only what changed. Whatever is made here is
 * made of the parts it is given and of nothing else that could differ: that is all that keeping it rests on.
 */
export interface Memory {
  /** `make` of `from`, or what it gave last time for the very same. */
  keep<From extends readonly unknown[], Made>(slot: string, make: (...from: From) => Made, ...from: From): Made
  /** The same; `make` is also given what was made last time, of which it may take what is the same. */
  renewed<From extends readonly unknown[], Made>(slot: string, make: (before: Made | undefined, ...from: From) => Made, ...from: From): Made
  /** `members`, or the list of last time where that has the very same. What is the `same` as what was at its place is that again. */
  list<Member>(slot: string, members: readonly Member[], same?: Same<Member>): readonly Member[]
  /** `made`, or what was made last time where that is the `same`. */
  alike<Made>(slot: string, made: Made, same: Same<Made>): Made
  /**
   * What `make` gives of each part, in one list. Parts that were there last time are not asked again; of the very same parts it is the same list.
   * Of a part that has changed, what is the `same` as what the part at its place gave last time is that again.
   */
  all<Part extends object, Made>(slot: string, parts: readonly Part[], make: (part: Part) => readonly Made[], same?: Same<Made>): readonly Made[]
  /** The same where few parts have anything, which is found in all of them at once. */
  found<Part extends object, Made>(slot: string, parts: readonly Part[], find: (parts: readonly Part[]) => ReadonlyMap<Part, readonly Made[]>): readonly Made[]
}

/** Whether nobody can tell two things apart, so that the one may stand for the other. */
export type Same<Made> = (before: Made, now: Made) => boolean

/** Of a document that is read once: everything is made. */
export const NO_MEMORY: Memory = {
  keep: (_slot, make, ...from) => make(...from),
  renewed: (_slot, make, ...from) => make(undefined, ...from),
  list: (_slot, members) => members,
  alike: (_slot, made) => made,
  all: (_slot, parts, make) => parts.flatMap((part) => make(part)),
  found: (_slot, parts, find) => [...find(parts).values()].flat(),
}

interface Kept {
  readonly from: readonly unknown[]
  readonly made: unknown
  /** Of a list that is made of parts: what each part gave. */
  readonly byPart: ReadonlyMap<object, readonly unknown[]>
}

/** Of a document that is read again and again: it holds what the last two versions used. */
export class VersionMemory implements Memory {
  readonly #slots = new Versioned<string, Kept>()

  /** A new version begins. */
  turn(): void {
    this.#slots.turn()
  }

  keep<From extends readonly unknown[], Made>(slot: string, make: (...from: From) => Made, ...from: From): Made {
    return this.#kept(slot, from, () => ({ from, made: make(...from), byPart: NOTHING })) as Made
  }

  renewed<From extends readonly unknown[], Made>(slot: string, make: (before: Made | undefined, ...from: From) => Made, ...from: From): Made {
    return this.#kept(slot, from, (known) => ({ from, made: make(known?.made as Made | undefined, ...from), byPart: NOTHING })) as Made
  }

  list<Member>(slot: string, members: readonly Member[], same?: Same<Member>): readonly Member[] {
    const own = withSame(members, (this.#slots.get(slot)?.made ?? NONE) as readonly Member[], same)
    return this.#kept(slot, own, () => ({ from: own, made: own, byPart: NOTHING })) as readonly Member[]
  }

  alike<Made>(slot: string, made: Made, same: Same<Made>): Made {
    const known = this.#slots.get(slot)
    const kept = known && same(known.made as Made, made) ? known : { from: NONE, made, byPart: NOTHING }
    this.#slots.set(slot, kept)
    return kept.made as Made
  }

  all<Part extends object, Made>(slot: string, parts: readonly Part[], make: (part: Part) => readonly Made[], same?: Same<Made>): readonly Made[] {
    return this.#kept(slot, parts, (known) => {
      const madeAgain = (part: Part, at: number): readonly Made[] => {
        const replaced = known?.from[at] as Part | undefined
        return withSame(make(part), (replaced && known?.byPart.get(replaced) as readonly Made[] | undefined) ?? NONE, same)
      }
      return madeOf(parts, new Map(parts.map((part, at) => [part as object, known?.byPart.get(part) ?? madeAgain(part, at)])), known)
    }) as readonly Made[]
  }

  found<Part extends object, Made>(slot: string, parts: readonly Part[], find: (parts: readonly Part[]) => ReadonlyMap<Part, readonly Made[]>): readonly Made[] {
    return this.#kept(slot, parts, (known) => {
      const { fresh, positions } = comparedWith((known?.from ?? NONE) as readonly object[], parts)
      const old = [...(known?.byPart ?? NOTHING)].filter(([part]) => positions.has(part as Part))
      const hits: (readonly [object, readonly unknown[]])[] = fresh.length === 0 ? old : [...old, ...find(fresh)]
      return madeOf(parts, new Map(hits.sort(([a], [b]) => (positions.get(a as Part) ?? 0) - (positions.get(b as Part) ?? 0))), known)
    }) as readonly Made[]
  }

  #kept(slot: string, from: readonly unknown[], make: (known: Kept | undefined) => Kept): unknown {
    const known = this.#slots.get(slot)
    const kept = known && areSame(known.from, from) ? known : make(known)
    this.#slots.set(slot, kept)
    return kept.made
  }
}

const NONE: readonly never[] = []
const NOTHING: Kept['byPart'] = new Map()

function withSame<Made>(made: readonly Made[], before: readonly Made[], same: Same<Made> | undefined): readonly Made[] {
  if (!same || before.length === 0) return made
  return made.map((one, at) => {
    const old = before[at]
    return old !== undefined && same(old, one) ? old : one
  })
}

function madeOf(from: readonly object[], byPart: Kept['byPart'], known: Kept | undefined): Kept {
  const made = [...byPart.values()].flat()
  return { from, byPart, made: known && areSame(known.made as readonly unknown[], made) ? known.made : made }
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before === now || (before.length === now.length && before.every((member, at) => Object.is(member, now[at])))
}
