import { comparedWith } from './fresh.ts'
import type { Item, Model } from './item.ts'
import type { Kind } from './kinds.ts'

/**
 * Where rules look in a model; `outside` is what no model holds: code of others, which may answer anew each time. What they find there is all they learn of the document, besides what is the same
 * in every version of one frame.
 */
export type Root = `items ${Kind}` | `matches ${string}` | `cells of ${string}` | 'outside'

/** What was found where: items are kept as long as they stay the same, and lists as long as their items do. */
export type Found = ReadonlyMap<Root, readonly Item[]>

/** Which items of a list passed conditions that ask of the items alone. */
interface Passed {
  readonly items: readonly Item[]
  readonly passed: ReadonlySet<Item>
}

/** By the conditions: kept from version to version, as long as what they compare with stays the same. */
export type PassedItems = Map<object, Passed>

/** Keeps account of where a model is looked at, and what is found. */
export class Reads {
  readonly #passed: PassedItems
  #found: Map<Root, readonly Item[]> | undefined

  constructor(passed: PassedItems = new Map()) {
    this.#passed = passed
  }

  /** The items that `test` lets through. Where it looks at the items alone, only those are tested that were not there last time. */
  passing(conditions: object, items: readonly Item[], test: (items: readonly Item[]) => readonly Item[]): readonly Item[] {
    const last = this.#passed.get(conditions)
    const { value, found } = this.during(() => test(comparedWith(last?.items ?? [], items).fresh))
    this.#passed.delete(conditions)
    if (found.size > 0) return test(items)
    const fresh = new Set(value)
    const passed = items.filter((item) => fresh.has(item) || last?.passed.has(item))
    this.#passed.set(conditions, { items, passed: new Set(passed) })
    return passed
  }

  note(root: Root, found: readonly Item[]): void {
    this.#found?.set(root, found)
  }

  /** What is used again was looked up before: whoever uses it depends on the same. */
  also(found: Found): void {
    for (const [root, list] of found) this.note(root, list)
  }

  /** What `make` gives, and what it found on the way. */
  during<T>(make: () => T): { readonly value: T; readonly found: Found } {
    const outer = this.#found
    const found = new Map<Root, readonly Item[]>()
    this.#found = found
    try {
      return { value: make(), found }
    } finally {
      this.#found = outer
      this.also(found)
    }
  }
}

/** `model`, keeping account of what is read of it. Related documents are left out: who has any reads everything anew. */
export function accounted(model: Model, passed?: PassedItems): Model & { readonly reads: Reads } {
  const reads = new Reads(passed)
  const noted = (root: Root, found: readonly Item[]): readonly Item[] => {
    reads.note(root, found)
    return found
  }
  return {
    disclosure: model.disclosure,
    document: model.document,
    related: {},
    reads,
    items: (kind) => noted(`items ${kind}`, model.items(kind)),
    matches: (pattern) => noted(`matches ${pattern}`, model.matches(pattern)),
    cell: (table, row, column) => {
      reads.note(`cells of ${table}`, tablesOf(table, model))
      return model.cell(table, row, column)
    },
  }
}

/** Whether the model has at every place the very list that was found there. */
export function stillFinds(model: Model, found: Found): boolean {
  return !found.has('outside') && [...found].every(([root, list]) => areSame(list, current(model, root)))
}

function areSame(before: readonly Item[], now: readonly Item[]): boolean {
  return before === now || (before.length === now.length && before.every((item, at) => item === now[at]))
}

function current(model: Model, root: Root): readonly Item[] {
  const name = (beginning: string): string => root.slice(beginning.length)
  if (root.startsWith('items ')) return model.items(name('items ') as Kind)
  return root.startsWith('matches ') ? model.matches(name('matches ')) : tablesOf(name('cells of '), model)
}

/** The tables of a role: all that a cell of it is looked for in. */
function tablesOf(role: string, model: Model): readonly Item[] {
  return model.items('table').filter((table) => {
    const own = table.get('role')
    return own.type === 'text' && own.text === role
  })
}
