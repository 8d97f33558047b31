import type { Item } from '../facts/item.ts'
import type { ScopeValue } from '../facts/value.ts'
import { scopeKey } from './keys.ts'

/** An item and the scope it states. */
export interface Scoped {
  readonly item: Item
  readonly scope: ScopeValue
}

/** Items that certainly speak of one scope, or one item whose unsaid parts fit several. */
export type ScopeGroup =
  | { readonly kind: 'same'; readonly items: readonly Item[] }
  | {
      readonly kind: 'open'
      readonly item: Item
      /** The groups its scope can be read as, fullest statement of the document each. */
      readonly candidates: readonly (readonly Item[])[]
      /** Whether the candidates are all there can be: then failing under each is a contradiction. */
      readonly exhaustive: boolean
    }

/** Values of the dimensions whose values are a closed list in the vocabulary. */
export type ClosedDimensions = ReadonlyMap<string, readonly string[]>

/** Distinct scopes that items of one concept state, with their items. */
interface Stated {
  readonly known: Readonly<Record<string, string>>
  readonly items: Item[]
}

/**
 * Sorts items of one concept by scope. A dimension that an item leaves unsaid is a question only where another item, equal
 * in all that this one says, states it: what nobody distinguishes separates nothing. Such an item is open: it fits each fuller
 * scope and is checked against each. It joins none of them, for unknown is not a wildcard.
 */
export function scopeGroups(items: readonly Scoped[], closed: ClosedDimensions): ScopeGroup[] {
  const stated = new Map<string, Stated>()
  for (const { scope } of items) if (!stated.has(scopeKey(scope))) stated.set(scopeKey(scope), { known: scope.known, items: [] })
  const fuller = fullerScopes([...stated.values()])
  const open: { readonly item: Item; readonly scope: ScopeValue; readonly fits: readonly Stated[] }[] = []
  for (const { item, scope } of items) {
    const fits = scope.unsaid.length === 0 ? [] : fuller(scope)
    if (fits.length === 0) stated.get(scopeKey(scope))?.items.push(item)
    else open.push({ item, scope, fits })
  }
  const same = [...stated.values()].filter((group) => group.items.length > 0).map((group): ScopeGroup => ({ kind: 'same', items: group.items }))
  return [...same, ...open.flatMap(({ item, scope, fits }) => openGroup(item, scope, fits.filter((group) => group.items.length > 0), closed))]
}

function openGroup(item: Item, scope: ScopeValue, fits: readonly Stated[], closed: ClosedDimensions): ScopeGroup[] {
  if (fits.length === 0) return []
  return [{ kind: 'open', item, candidates: fits.map((group) => group.items), exhaustive: isExhaustive(scope, fits, closed) }]
}

/** Scopes that state all that a scope states, and more, in dimensions it leaves unsaid. Looked up by what is known, not by comparing all with all. */
function fullerScopes(stated: readonly Stated[]): (scope: ScopeValue) => readonly Stated[] {
  const indexes = new Map<string, Map<string, Stated[]>>()
  return (scope) => {
    const dimensions = Object.keys(scope.known).sort()
    const shape = JSON.stringify(dimensions)
    let index = indexes.get(shape)
    if (!index) {
      index = new Map()
      for (const group of stated) {
        if (!dimensions.every((dimension) => Object.hasOwn(group.known, dimension))) continue
        const key = projected(group.known, dimensions)
        const known = index.get(key)
        if (known) known.push(group)
        else index.set(key, [group])
      }
      indexes.set(shape, index)
    }
    const unsaid = new Set(scope.unsaid)
    return (index.get(projected(scope.known, dimensions)) ?? []).filter((group) => {
      const more = Object.keys(group.known).filter((dimension) => !Object.hasOwn(scope.known, dimension))
      return more.length > 0 && more.every((dimension) => unsaid.has(dimension))
    })
  }
}

function projected(known: Readonly<Record<string, string>>, dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.map((dimension) => known[dimension]))
}

/** Every dimension in which the candidates go beyond `scope` is closed, and each combination of its values is among them. */
function isExhaustive(scope: ScopeValue, fits: readonly Stated[], closed: ClosedDimensions): boolean {
  const dimensions = [...new Set(fits.flatMap(({ known }) => Object.keys(known)))].filter((dimension) => !Object.hasOwn(scope.known, dimension))
  let combinations = 1
  for (const dimension of dimensions) {
    const values = closed.get(dimension)
    if (!values || values.length === 0) return false
    combinations *= values.length
  }
  const complete = fits.filter(({ known }) => dimensions.every((dimension) => Object.hasOwn(known, dimension)))
  const listed = complete.filter(({ known }) => dimensions.every((dimension) => closed.get(dimension)?.includes(known[dimension] ?? '')))
  return new Set(listed.map(({ known }) => projected(known, dimensions))).size === combinations
}
