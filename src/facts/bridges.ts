import type { Vocabulary } from '../vocabulary/types.ts'
import type { Item } from './item.ts'
import type { ScopeValue } from './value.ts'

/**
 * The dimensions that separate nothing in this document: those whose values differ by money of which it prints none
 * (with and without a carry-over of zero). `facts`: at least those of a concept.
 */
export function emptyBridges(facts: (concept: string) => readonly Item[], vocabulary: Vocabulary, isEmpty: (concept: string) => boolean): ReadonlySet<string> {
  const stated = (concept: string): boolean => facts(concept).some((fact) => {
    const [said, value] = [fact.get('concept'), fact.get('value')]
    return said.type === 'text' && said.text === concept && (value.type !== 'quantity' || value.quantity.digits !== 0n)
  })
  return new Set([...vocabulary.scopes].flatMap(([dimension, { bridge }]) => (bridge !== undefined && isEmpty(bridge) && !stated(bridge) ? [dimension] : [])))
}

/** A fact in the scope it has where `merged` dimensions separate nothing. */
export function inFewerDimensions(fact: Item, merged: ReadonlySet<string>): Item {
  return {
    ...fact,
    ...(fact.readings && { readings: fact.readings.map((reading) => inFewerDimensions(reading, merged)) }),
    get(attribute) {
      const value = fact.get(attribute)
      return attribute === 'scope' && value.type === 'scope' ? withoutDimensions(value, merged) : value
    },
  }
}

function withoutDimensions(scope: ScopeValue, merged: ReadonlySet<string>): ScopeValue {
  const known = Object.fromEntries(Object.entries(scope.known).filter(([dimension]) => !merged.has(dimension)))
  return { ...scope, known, unsaid: scope.unsaid.filter((dimension) => !merged.has(dimension)) }
}
