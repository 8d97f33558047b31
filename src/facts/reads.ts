import { Versioned } from '../source/versioned.ts'
import { comparedWith } from './fresh.ts'
import type { Item, Model } from './item.ts'
import type { Kind } from './kinds.ts'
import type { Value } from './value.ts'

/**
 * Looks at a place of a version; undefined where what is there cannot be told. It is kept with what was found there, so it must hold nothing of
 * a version: no closure over a model.
 */
export type Look = (version: Model, reads: Reads) => readonly Item[] | undefined

const lookForItems = (kind: Kind) => (version: Model): readonly Item[] => version.items(kind)
const lookForMatches = (pattern: string) => (version: Model): readonly Item[] => version.matches(pattern)
const lookForAny = (kind: Kind) => (version: Model): readonly Item[] => (version.items(kind).length > 0 ? [version.document] : NONE)

const NONE: readonly Item[] = []

/** What was found at one place of a model, and how to look there again. */
export interface Finding {
  readonly items: readonly Item[]
  readonly again: Look
}

/** A cell, or why there is none: as long as either is the same, so is the value. */
function foundCell(value: Value, table: string, row: string, column: string): Finding {
  const items = value.type === 'item' ? [value.item] : []
  return { items, again: (version) => (version.cell(table, row, column) === value ? items : undefined) }
}

/**
 * What was found of a model, by the name of the place. It is all that rules learn of the document, besides what is the same in every
 * version of one frame: items stay the very same as long as all that they say does.
 */
export type Found = ReadonlyMap<string, Finding>

/** Code of others may answer anew each time it is asked. */
export const OUTSIDE: Finding = { items: [], again: () => undefined }

/** Which items of a list passed conditions that ask of the items alone. */
interface Passed {
  readonly items: readonly Item[]
  readonly passed: readonly Item[]
  readonly isPassed: ReadonlySet<object>
}

/** By the conditions, as long as what they compare with stays the same: what no version asks for is let go, since its lists hold what is gone from the document. */
export class PassedItems extends Versioned<object, Passed> {}

/** Keeps account of where a model is looked at, and what is found. */
export class Reads {
  /** The model, every look at which is noted. Related documents are left out: who has any reads everything anew. */
  readonly version: Model & { readonly reads: Reads }
  readonly #model: Model
  readonly #passed: PassedItems
  /** What was looked at again, by place: whether it was the same. */
  readonly #again = new Map<string, Map<readonly Item[], boolean>>()
  #found: Map<string, Finding> | undefined

  constructor(model: Model, passed: PassedItems) {
    this.#model = model
    this.#passed = passed
    this.version = {
      disclosure: model.disclosure,
      document: model.document,
      related: {},
      reads: this,
      items: (kind) => this.#looked(`items ${kind}`, lookForItems(kind)),
      matches: (pattern) => this.#looked(`matches ${pattern}`, lookForMatches(pattern)),
      cell: (table, row, column) => {
        const value = model.cell(table, row, column)
        this.note(`cell ${[table, row, column].join('\n')}`, foundCell(value, table, row, column))
        return value
      },
    }
  }

  /** Whether there are items of a kind, whichever they are. */
  hasAny(kind: Kind): boolean {
    return this.#looked(`any ${kind}`, lookForAny(kind)).length > 0
  }

  #looked(place: string, again: (version: Model) => readonly Item[]): readonly Item[] {
    const items = again(this.#model)
    this.note(place, { items, again })
    return items
  }

  note(place: string, finding: Finding): void {
    this.#found?.set(place, finding)
  }

  /** What is used again was looked up before: whoever uses it depends on the same. */
  also(found: Found): void {
    for (const [place, finding] of found) this.note(place, finding)
  }

  /** What `make` gives, and what it found on the way. */
  during<T>(make: () => T): { readonly value: T; readonly found: Found } {
    const made = this.apart(make)
    this.also(made.found)
    return made
  }

  /** The same; what was found counts only where the caller says so. */
  apart<T>(make: () => T): { readonly value: T; readonly found: Found } {
    const outer = this.#found
    const found = new Map<string, Finding>()
    this.#found = found
    try {
      return { value: make(), found }
    } finally {
      this.#found = outer
    }
  }

  /** Whether the model has at every place the very items that were found there. */
  stillFinds(found: Found): boolean {
    for (const [place, finding] of found) if (!this.#isSame(place, finding)) return false
    return true
  }

  #isSame(place: string, { items, again }: Finding): boolean {
    let known = this.#again.get(place)
    if (!known) this.#again.set(place, (known = new Map<readonly Item[], boolean>()))
    const before = known.get(items)
    if (before !== undefined) return before
    const now = again(this.#model, this)
    const same = now !== undefined && (items === now || (items.length === now.length && items.every((item, at) => item === now[at])))
    known.set(items, same)
    return same
  }

  /**
   * The items that `test` lets through, where that hangs on the items alone: only those are tested that were not there last time, and where
   * the very same pass it is the same list. Undefined where `test` looks at the document.
   */
  passing(conditions: object, items: readonly Item[], test: (items: readonly Item[]) => readonly Item[]): readonly Item[] | undefined {
    const last = this.#passed.get(conditions)
    const known = last?.items === items ? last : this.#tested(last, items, test)
    if (known) this.#passed.set(conditions, known)
    return known?.passed
  }

  #tested(last: Passed | undefined, items: readonly Item[], test: (items: readonly Item[]) => readonly Item[]): Passed | undefined {
    const { fresh, gone, inOrder } = comparedWith(last?.items ?? NONE, items)
    const { value, found } = this.apart(() => test(fresh))
    if (found.size > 0) return undefined
    if (last && inOrder && value.length === 0 && !gone.some((item) => last.isPassed.has(item))) return { ...last, items }
    const isFresh = new Set(value)
    const passed = items.filter((item) => isFresh.has(item) || last?.isPassed.has(item))
    return { items, passed, isPassed: new Set(passed) }
  }
}
