/**
 * What was made of the parts of one version of a document, so that the next version makes only what changed. Whatever is made here is
 * made of the parts it is given and of nothing else that could differ: that is all that keeping it rests on.
 */
export interface Memory {
  /** `make` of `from`, or what it gave last time for the very same. */
  keep<From extends readonly unknown[], Made>(slot: string, make: (...from: From) => Made, ...from: From): Made
  /** What `make` gives of each part, in one list. Parts that were there last time are not asked again; of the very same parts it is the same list. */
  all<Part extends object, Made>(slot: string, parts: readonly Part[], make: (part: Part) => readonly Made[]): readonly Made[]
  /** `members`, or the list of last time where that has the very same. */
  list<Member>(slot: string, members: readonly Member[]): readonly Member[]
}

/** Of a document that is read once: everything is made. */
export const NO_MEMORY: Memory = {
  keep: (_slot, make, ...from) => make(...from),
  all: (_slot, parts, make) => parts.flatMap(make),
  list: (_slot, members) => members,
}

interface Kept {
  readonly from: readonly unknown[]
  readonly made: unknown
}

interface KeptList {
  readonly parts: readonly object[]
  readonly byPart: ReadonlyMap<object, readonly unknown[]>
  readonly made: readonly unknown[]
}

/** Of a document that is read again and again: it holds what the last two versions used. */
export class VersionMemory implements Memory {
  #last = new Map<string, Kept | KeptList>()
  #now = new Map<string, Kept | KeptList>()

  /** A new version begins: what the last one did not use is forgotten. */
  turn(): void {
    this.#last = this.#now
    this.#now = new Map()
  }

  keep<From extends readonly unknown[], Made>(slot: string, make: (...from: From) => Made, ...from: From): Made {
    const known = (this.#now.get(slot) ?? this.#last.get(slot)) as Kept | undefined
    const kept = known && areSame(known.from, from) ? known : { from, made: make(...from) }
    this.#now.set(slot, kept)
    return kept.made as Made
  }

  all<Part extends object, Made>(slot: string, parts: readonly Part[], make: (part: Part) => readonly Made[]): readonly Made[] {
    const known = (this.#now.get(slot) ?? this.#last.get(slot)) as KeptList | undefined
    const kept = known && areSame(known.parts, parts) ? known : madeOf(parts, make, known)
    this.#now.set(slot, kept)
    return kept.made as readonly Made[]
  }

  list<Member>(slot: string, members: readonly Member[]): readonly Member[] {
    const known = (this.#now.get(slot) ?? this.#last.get(slot)) as Kept | undefined
    const kept = known && areSame(known.from, members) ? known : { from: members, made: members }
    this.#now.set(slot, kept)
    return kept.made as readonly Member[]
  }
}

function madeOf<Part extends object>(parts: readonly Part[], make: (part: Part) => readonly unknown[], known: KeptList | undefined): KeptList {
  const byPart = new Map(parts.map((part) => [part as object, known?.byPart.get(part) ?? make(part)]))
  const made = parts.flatMap((part) => byPart.get(part) ?? [])
  return { parts, byPart, made: known && areSame(known.made, made) ? known.made : made }
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before === now || (before.length === now.length && before.every((member, at) => Object.is(member, now[at])))
}
