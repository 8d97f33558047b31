import type { Model } from './item.ts'
import type { Kind } from './kinds.ts'

/**
 * Where rules look in a model; `outside` is what no model holds: code of others, which may answer anew each time. What they find there is all they learn of the document, besides what is the same
 * in every version of one frame.
 */
export type Root = `items ${Kind}` | `matches ${string}` | 'cells' | 'outside'

/** What was found where: items are kept as long as they stay the same, and lists as long as their items do. */
export type Found = ReadonlyMap<Root, unknown>

/** Keeps account of where a model is looked at, and what is found. */
export class Reads {
  #found: Map<Root, unknown> | undefined

  note(root: Root, found: unknown): void {
    this.#found?.set(root, found)
  }

  /** What is used again was looked up before: whoever uses it depends on the same. */
  also(found: Found): void {
    for (const [root, list] of found) this.note(root, list)
  }

  /** What `make` gives, and what it found on the way. */
  during<T>(make: () => T): { readonly value: T; readonly found: Found } {
    const outer = this.#found
    const found = new Map<Root, unknown>()
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
export function accounted(model: Model): Model & { readonly reads: Reads } {
  const reads = new Reads()
  const noted = <T>(root: Root, found: T): T => {
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
      reads.note('cells', model.items('table'))
      return model.cell(table, row, column)
    },
  }
}

/** Whether the model has at every place the very list that was found there. */
export function stillFinds(model: Model, found: Found): boolean {
  return !found.has('outside') && [...found].every(([root, list]) => current(model, root) === list)
}

function current(model: Model, root: Root): unknown {
  if (root === 'cells') return model.items('table')
  const at = root.indexOf(' ')
  const name = root.slice(at + 1)
  return root.startsWith('items ') ? model.items(name as Kind) : model.matches(name)
}
