import type { Vocabulary } from '../../../vocabulary/types.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { stageOf } from './composition-parts.ts'
import { isVague, sameLabel } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** Of a name that a budget and its outturn share in one clause, the figure of the stage that is meant. */
function atStage(paragraph: Paragraph, figure: Figure, words: string, vocabulary: Vocabulary): Figure | undefined {
  const wanted = stageOf(words, vocabulary)
  if (wanted === undefined || [undefined, wanted].includes(stageOf(figure.label, vocabulary))) return figure
  return paragraph.figures.find((other) => other.at > figure.at && other.segment === figure.segment && isStated(other) && stageOf(other.label, vocabulary) === wanted)
}

/**
 * The total that words before a list name ("of the outturn of …, receptions took …"): the figure right there, else the nearest
 * earlier one of that name, in this paragraph or those before it.
 */
export function namedTotals(paragraph: Paragraph, before: readonly Paragraph[], anchor: Anchor, vocabulary: Vocabulary): readonly Figure[] {
  const printed = slotOf(anchor, 'total')
  if (printed) return paragraph.figures.filter((figure) => figure.at === printed.from)
  const words = paragraph.shadow.text.slice(anchor.from, anchor.to - 2)
  if (isVague(words, vocabulary)) return []
  for (const [at, one] of [paragraph, ...before].entries()) {
    const named = one.figures.findLast((figure) => (at > 0 || figure.at < anchor.from) && figure.depth === 0 && isStated(figure) && figure.quantity.unit.dimension === 'money' && sameLabel(words, figure.label, vocabulary))
    const total = named && atStage(one, named, words, vocabulary)
    if (total) return [total]
  }
  return []
}
