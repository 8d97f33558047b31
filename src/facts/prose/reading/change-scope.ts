import type { Value } from '../../value.ts'
import type { ProseContext } from '../prose-text.ts'
import type { Movement } from './changes.ts'
import { wordAt } from './claim-item.ts'
import { stageOf } from './composition-parts.ts'
import type { StatedFact } from './facts.ts'
import type { Paragraph } from './paragraph.ts'
import { baselineYear } from './said-scope.ts'

/**
 * What a change compares with: the concept of the new figure, in the scope of the earlier one. A stage the comparison does
 * not name (budget or outturn of the year before) is unsaid.
 */
export function changeScope(paragraph: Paragraph, movement: Movement, fact: StatedFact, context: ProseContext): Readonly<Record<string, () => Value>> {
  const { baseline } = movement
  return {
    concept: () => wordAt(paragraph, fact.label, fact.concept.id),
    scope: () => {
      const known = { ...fact.scope.known }
      const span = baseline && { from: baseline.from, to: movement.directionSpan.from }
      const own = Number(known['year'])
      const named = span && baselineYear(paragraph, span, Number.isNaN(own) ? context.year : own, context.vocabulary)
      if (named !== undefined) known['year'] = String(named)
      else delete known['year']
      const stage = span && stageOf(paragraph.shadow.text.slice(span.from, span.to), context.vocabulary)
      if (stage === undefined) delete known['stage']
      else if ('stage' in known) known['stage'] = stage
      const unsaid = (fact.concept.dimensions ?? []).filter((dimension) => known[dimension] === undefined)
      return { ...fact.scope, known, unsaid }
    },
  }
}
