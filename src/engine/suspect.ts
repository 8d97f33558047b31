import { claimed } from './claim.ts'
import type { Draft } from './draft.ts'
import type { HeldRelations } from './held-relations.ts'
import { documentOf } from './related.ts'
import { requiredValue } from './required-value.ts'

/**
 * Of one figure printed differently in several places, the main place is the one that nothing else supports: where correcting every
 * other would break relations that hold (sums, repetitions) and correcting this one breaks none. Otherwise the order stays.
 */
export function headMinorities(drafts: readonly Draft[], held: HeldRelations): Draft[] {
  return drafts.map((draft) => {
    const [relation, ...more] = draft.relations
    if (relation?.kind !== 'same' || more.length > 0 || draft.claim || draft.finding.causeOf) return draft
    const candidates = relation.figures.flatMap((figure) => {
      const value = documentOf(figure.ref) === undefined ? requiredValue(relation, figure.key) : undefined
      return value ? [{ figure, value, breaks: held.brokenBy(new Map([[figure.key, value]])) }] : []
    })
    const unsupported = candidates.filter(({ breaks }) => breaks === 0)
    const [only] = unsupported
    return only && unsupported.length === 1 && candidates.length > 1 ? claimed(draft, only.figure, only.value, []) : draft
  })
}
