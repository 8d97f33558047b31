import { plainKey } from '../../tables/labels.ts'
import type { Item } from '../../item.ts'
import { factItem, type StatedFact } from './facts.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * The subjects of facts, named as tables name theirs: by the item alone where only one section has an item of that
 * name, else by section and item (several sections have an item for administration).
 */
export function settledSubjects(facts: readonly StatedFact[]): readonly (string | undefined)[] {
  const sections = new Map<string, Set<string>>()
  const keyOf = (fact: StatedFact, item: string): string => `${fact.concept.id} ${item}`
  for (const fact of facts) {
    const [item, section] = pathOf(fact)
    if (item === undefined) continue
    const known = sections.get(keyOf(fact, item)) ?? new Set()
    sections.set(keyOf(fact, item), known.add(section ?? ''))
  }
  return facts.map((fact) => {
    const [item, section] = pathOf(fact)
    if (item === undefined) return undefined
    const alone = (sections.get(keyOf(fact, item))?.size ?? 0) < 2
    return alone || section === undefined ? item : `${section}/${item}`
  })
}

/** The item of a fact with its subject as settled. */
export function factOfSubject(paragraph: Paragraph, fact: StatedFact, subject: string | undefined): Item {
  return factItem(paragraph, subject === undefined ? fact : { ...fact, subject, scope: { ...fact.scope, known: { ...fact.scope.known, subject } } })
}

/** The last two steps of a subject's path, the item first. */
function pathOf(fact: StatedFact): readonly [item?: string, section?: string] {
  const steps = fact.subject?.split('/').map(plainKey) ?? []
  const [item, section] = steps.reverse()
  return item === undefined ? [] : section === undefined ? [item] : [item, section]
}
