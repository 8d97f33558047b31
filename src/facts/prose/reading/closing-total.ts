import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { bare } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** The total that closes a list in its own sentence ("of which lot one 40, lot two 60, in all 100"), of the measure word its members have. */
export function closingTotal({ figures, sentences }: Paragraph, anchor: Anchor, vocabulary: Vocabulary): Figure | undefined {
  const end = sentences.find((span) => span.from <= anchor.from && anchor.from < span.to)?.to ?? 0
  const listed = figures.filter((figure) => figure.at >= anchor.to && figure.at < end)
  const closing = listed.findIndex((figure) => bare(figure.label) !== '' && wordsOf(vocabulary, 'total-words').covers(bare(figure.label)))
  const total = listed[closing]
  return closing > 1 && total && listed.slice(0, closing).every((figure) => figure.depth === total.depth && figure.quantity.unit.symbol === total.quantity.unit.symbol) ? total : undefined
}
