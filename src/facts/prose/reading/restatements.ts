import type { Vocabulary } from '../../../vocabulary/types.ts'
import { anchors, patternOf, slotOf, type Anchor } from './anchors.ts'
import { wordAt, type Claim } from './claim-item.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * One amount stated twice in an item: at its head and again as the amount of the year. Where the second names a year it counts
 * only when that is the document's (or, where that is unknown, the latest the item names).
 */
export function restatementClaims(paragraph: Paragraph, year: number | undefined, vocabulary: Vocabulary): readonly Claim[] {
  const years = [...paragraph.shadow.tokenAt.values()].flatMap(({ token }) => (token.type === 'year' && token.year !== undefined ? [token.year] : []))
  const own = year ?? Math.max(...years)
  const templates = [...vocabulary.claims.values()].filter(({ kind }) => kind === 'restatement')
  return templates.flatMap((template) => {
    const [anchor] = anchors(paragraph, 'restatement', vocabulary, { accept: (one) => one.template === template })
    if (!anchor || template.item === undefined) return []
    const first = paragraph.figures.find((figure) => figure.at === slotOf(anchor, 'first')?.from)
    if (!first || first.sentence > 0 || first.depth > 0) return []
    return secondFigures(paragraph, template.item, vocabulary, own).flatMap((second): Claim[] => {
      if (second === first || second.at < first.at || second.quantity.unit.dimension !== first.quantity.unit.dimension) return []
      const label = { from: first.labelFrom, to: Math.max(first.labelFrom + 1, first.at) }
      return [{
        kind: 'restatement', paragraph, span: { from: first.labelFrom, to: second.at + 1 },
        attributes: { first: () => first.value, second: () => second.value, concept: () => wordAt(paragraph, label) },
      }]
    })
  })
}

function secondFigures(paragraph: Paragraph, item: string, vocabulary: Vocabulary, own: number): readonly Paragraph['figures'][number][] {
  const hits = patternOf(item, vocabulary)?.findIn(paragraph.shadow) ?? []
  return hits.flatMap((hit) => {
    const named = slotOf(hit as Anchor, 'year')
    if (named && paragraph.shadow.tokenAt.get(named.from)?.token.year !== own) return []
    const second = paragraph.figures.find((figure) => figure.at === slotOf(hit as Anchor, 'second')?.from)
    return second ? [second] : []
  })
}
