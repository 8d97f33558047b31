import type { Vocabulary } from '../../../vocabulary/types.ts'
import { addable } from './composition-parts.ts'
import type { Figure, Paragraph } from './paragraph.ts'

const LISTS_REACH = 8

/** The amount of that name that a paragraph above opens a list with ("basic expenditure was 59, of it:"): of it the items below tell their shares. */
export function openedBy(narrative: readonly Paragraph[], paragraph: Paragraph, words: string, part: Figure, vocabulary: Vocabulary): readonly Figure[] | undefined {
  const opening = narrative.slice(-LISTS_REACH).findLast((other) => other !== paragraph && other.shadow.text.endsWith(':'))
  const named = opening?.figures.filter((figure) => figure.depth === 0 && figure.role === 'stated' && addable(figure, part, vocabulary) && figure.label.endsWith(words)) ?? []
  return named.length === 1 ? named : undefined
}
