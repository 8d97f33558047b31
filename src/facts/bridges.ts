import type { Vocabulary } from '../vocabulary/types.ts'
import type { Item } from './item.ts'
import type { ScopeValue } from './value.ts'

/**
 * Facts in the scopes of this document: a dimension whose values differ by money of which the document prints none
 * separates nothing (with and without a carry-over of zero).
 */
export function withoutEmptyBridges(facts: readonly Item[], vocabulary: Vocabulary, isEmpty: (concept: string) => boolean): readonly Item[] {
  const stated = (concept: string): boolean => facts.some((fact) => {
    const [said, value] = [fact.get('concept'), fact.get('value')]
    return said.type === 'text' && said.text === concept && (value.type !== 'quantity' || value.quantity.digits !== 0n)
  })
  const merged = new Set([...vocabulary.scopes].flatMap(([dimension, { bridge }]) => (bridge !== undefined && isEmpty(bridge) && !stated(bridge) ? [dimension] : [])))
  return merged.size === 0 ? facts : facts.map((fact) => inFewerDimensions(fact, merged))
}

function inFewerDimensions(fact: Item, merged: ReadonlySet<string>): Item {
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
