import type { Vocabulary } from '../../../vocabulary/types.ts'
import { anchors, patternOf, slotOf } from './anchors.ts'
import { wordAt, type Claim } from './claim-item.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * One amount stated twice in an item: at its head and again as the amount of the budget year. The second counts only when
 * its year is the document's (or, where that is unknown, the latest the item names).
 */
export function restatementClaims(paragraph: Paragraph, year: number | undefined, vocabulary: Vocabulary): readonly Claim[] {
  const [anchor] = anchors(paragraph, 'restatement', vocabulary)
  if (!anchor?.template.item) return []
  const first = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'first')?.from)
  if (!first || first.sentence > 0 || first.depth > 0) return []
  const years = [...paragraph.shadow.tokenAt.values()].flatMap(({ token }) => (token.type === 'year' && token.year !== undefined ? [token.year] : []))
  const own = year ?? Math.max(...years)
  const hits = patternOf(anchor.template.item, vocabulary)?.findIn(paragraph.shadow) ?? []
  return hits.flatMap((hit): Claim[] => {
    const said = paragraph.shadow.tokenAt.get(slotOf(hit as typeof anchor, 'year')?.from ?? -1)?.token.year
    const second = paragraph.figures.find((figure) => figure.at === slotOf(hit as typeof anchor, 'second')?.from)
    if (said !== own || !second || second === first || second.at < first.at || second.quantity.unit.dimension !== first.quantity.unit.dimension) return []
    const label = { from: first.labelFrom, to: Math.max(first.labelFrom + 1, first.at) }
    return [{
      kind: 'restatement', paragraph, span: { from: first.labelFrom, to: second.at + 1 },
      attributes: { first: () => first.value, second: () => second.value, concept: () => wordAt(paragraph, label) },
    }]
  })
}
