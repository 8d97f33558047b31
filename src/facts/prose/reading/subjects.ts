import { plainKey } from '../../tables/labels.ts'
import type { StatedFact } from './facts.ts'

/**
 * Facts with their subjects named as tables name theirs: by the item alone where only one section has an item of that
 * name, else by section and item (several sections have an item for administration).
 */
export function settleSubjects<T extends { readonly fact: StatedFact }>(facts: readonly T[]): readonly T[] {
  const sections = new Map<string, Set<string>>()
  const keyOf = (fact: StatedFact, item: string): string => `${fact.concept.id} ${item}`
  for (const { fact } of facts) {
    const [item, section] = pathOf(fact)
    if (item === undefined) continue
    const known = sections.get(keyOf(fact, item)) ?? new Set()
    sections.set(keyOf(fact, item), known.add(section ?? ''))
  }
  return facts.map((entry) => {
    const [item, section] = pathOf(entry.fact)
    if (item === undefined) return entry
    const alone = (sections.get(keyOf(entry.fact, item))?.size ?? 0) < 2
    const subject = alone || section === undefined ? item : `${section}/${item}`
    const { fact } = entry
    return { ...entry, fact: { ...fact, subject, scope: { ...fact.scope, known: { ...fact.scope.known, subject } } } }
  })
}

/** The last two steps of a subject's path, the item first. */
function pathOf(fact: StatedFact): readonly [item?: string, section?: string] {
  const steps = fact.subject?.split('/').map(plainKey) ?? []
  const [item, section] = steps.reverse()
  return item === undefined ? [] : section === undefined ? [item] : [item, section]
}
