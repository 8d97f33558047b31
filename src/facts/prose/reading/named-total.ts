import type { Vocabulary } from '../../../vocabulary/types.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { stageOf } from './composition-parts.ts'
import { bare, isVague, sameLabel } from './label.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/**
 * The last figure before `until` that words name. Of a name that a budget and its outturn share in one clause, the one of the stage that the
 * words say, both where they say none.
 */
export function figuresNamed(paragraph: Paragraph, words: string, until: number, vocabulary: Vocabulary, dimension = 'money'): readonly Figure[] {
  const all = paragraph.figures.filter((figure) => figure.at < until && figure.depth === 0 && isStated(figure) && figure.quantity.unit.dimension === dimension && sameLabel(words, figure.label, vocabulary))
  const named = all.findLast(({ label }) => bare(label).endsWith(bare(words))) ?? all.at(-1)
  if (!named) return []
  const [wanted, own] = [stageOf(words, vocabulary), stageOf(named.label, vocabulary)]
  if (own === undefined || own === wanted) return [named]
  const others = paragraph.figures.filter((figure) => figure.at > named.at && figure.segment === named.segment && isStated(figure) && ![undefined, own].includes(stageOf(figure.label, vocabulary)))
  return wanted === undefined ? [...others.slice(0, 1), named] : others.filter((figure) => stageOf(figure.label, vocabulary) === wanted).slice(0, 1)
}

/**
 * The total that words before a list name ("of the outturn of …, receptions took …"): the figure right there, else the nearest
 * earlier one of that name, in this paragraph or those before it.
 */
export function namedTotals(paragraph: Paragraph, before: readonly Paragraph[], anchor: Anchor, vocabulary: Vocabulary): readonly Figure[] {
  const printed = slotOf(anchor, 'total')
  if (printed) return paragraph.figures.filter((figure) => figure.at === printed.from)
  const words = paragraph.shadow.text.slice(anchor.from, anchor.to - 2)
  // Words that every total has name only what is called exactly so right before.
  if (isVague(words, vocabulary)) return paragraph.figures.filter((figure) => figure.at < anchor.from && figure.depth === 0 && isStated(figure) && bare(figure.label) === bare(words)).slice(-1)
  const listed = paragraph.figures.find((figure) => figure.at >= anchor.to)?.quantity.unit.dimension === 'count' ? 'count' : 'money'
  for (const [at, one] of [paragraph, ...before].entries()) {
    const found = figuresNamed(one, words, at === 0 ? anchor.from : Infinity, vocabulary, listed)
    if (found.length > 0) return found
  }
  return []
}
