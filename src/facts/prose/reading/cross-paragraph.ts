import { numberingLevel } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { anchors } from './anchors.ts'
import { boolean, list, nameOf, type Claim } from './claim-item.ts'
import { addable, isMember } from './composition-parts.ts'
import type { Figure, Paragraph } from './paragraph.ts'

const MOST_PARAGRAPHS = 12
const READINGS = 5

/** The amount a paragraph of a list opens with: in its first clause. */
function head(paragraph: Paragraph, total: Figure, vocabulary: Vocabulary): Figure | undefined {
  const first = paragraph.figures.find((figure) => addable(total, figure, vocabulary))
  return first && first.sentence === 0 && first.depth === 0 && isMember(paragraph, first, vocabulary) && !/[,;\u3002]/u.test(paragraph.shadow.text.slice(0, first.at)) ? first : undefined
}

/** An item of the list that the opening paragraph is an item of itself is no part of it. */
function isSibling(paragraph: Paragraph, next: Paragraph): boolean {
  const level = numberingLevel(paragraph.text.tokenised.text)
  return level !== undefined && numberingLevel(next.text.tokenised.text) === level
}

/**
 * A total whose paragraph ends with the words that open a list, and whose parts open the paragraphs that follow. Where
 * the list ends is not said: every length from all of them down to two is a reading.
 */
export function crossParagraphCompositions(paragraphs: readonly Paragraph[], vocabulary: Vocabulary): readonly (readonly Claim[])[] {
  return paragraphs.flatMap((paragraph, index): (readonly Claim[])[] => {
    const anchor = anchors(paragraph, 'composition', vocabulary).at(-1)
    if (!anchor || anchor.to < paragraph.shadow.text.length) return []
    const total = paragraph.figures.findLast((figure) => figure.depth === 0 && figure.role === 'stated' && figure.quantity.unit.dimension === 'money')
    if (!total) return []
    const members: Figure[] = []
    for (const next of paragraphs.slice(index + 1, index + 1 + MOST_PARAGRAPHS)) {
      const member = head(next, total, vocabulary)
      if (!member || isSibling(paragraph, next)) break
      members.push(member)
    }
    const lengths = Array.from({ length: Math.max(0, members.length - 1) }, (_, cut) => members.length - cut).slice(0, READINGS)
    const claims = lengths.map((length): Claim => ({
      kind: 'composition', paragraph, span: { from: total.labelFrom, to: anchor.to },
      attributes: {
        total: () => total.value, parts: () => list(members.slice(0, length).map((member) => member.value)),
        origin: () => ({ ...total.value, type: 'text', text: 'prose' }), open: () => boolean(false),
        name: () => nameOf(paragraph, total, { from: total.labelFrom, to: anchor.to }, vocabulary),
      },
    }))
    return claims.length > 0 ? [claims] : []
  })
}
