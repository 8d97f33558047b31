import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { addable, partitions } from './composition-parts.ts'
import { numberedItems } from './list-items.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

interface Words {
  /** Words that open lists: an item's own amount stands before those of its list. */
  readonly opened: readonly Anchor[]
  readonly vocabulary: Vocabulary
}

/** The one amount an item of a list comes to: the only one, its result, or the one it calls a total. */
function amountOf(paragraph: Paragraph, item: Span, total: Figure, { opened, vocabulary }: Words): Figure | undefined {
  const all = paragraph.figures.filter((figure) => figure.at >= item.from && figure.at < item.to && isStated(figure) && addable(total, figure, vocabulary) && figure.depth === total.depth)
  if (all.length < 2) return all[0]
  const inner = opened.find((anchor) => anchor.from > item.from && anchor.to <= item.to)
  const ahead = inner ? all.filter((figure) => figure.at < inner.from) : []
  if (ahead.length === 1) return ahead[0]
  const sums = all.filter((figure) => wordsOf(vocabulary, 'total-words').test(figure.label))
  if (sums.length === 1) return sums[0]
  const results = all.filter((figure) => figure.role === 'result')
  return sums.length === 0 && results.length === 1 ? results[0] : undefined
}

/**
 * Amounts of the numbered items that begin at `from`; undefined when there are none, or an item has no one amount; empty when
 * each item breaks the total down in its own way.
 */
export function itemTotals(paragraph: Paragraph, from: number, total: Figure, words: Words): readonly Figure[] | undefined {
  const outer = paragraph.shadow.text.length
  const items = numberedItems(paragraph, from, outer)
  if (items.length < 2) return undefined
  if (items.some((item) => partitions(paragraph, item, words.vocabulary))) return []
  const amounts = items.map((item) => amountOf(paragraph, item, total, words))
  return amounts.every((amount) => amount !== undefined) ? amounts : undefined
}
