import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { QuantityValue, Value } from '../../value.ts'
import type { Anchor } from './anchors.ts'
import { boolean, list, nameOf, wordAt, type Claim } from './claim-item.ts'
import { isBroken } from './closed.ts'
import type { Sum } from './overfull.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** A member printed as a bare number among counts, or in the second measure word of its total, has the total's unit. */
function memberValue(member: Figure, total: Figure): QuantityValue {
  if (member.quantity.unit.dimension !== 'number' && total.alsoIn?.includes(member.quantity.unit.symbol) !== true) return member.value
  return { ...member.value, quantity: { ...member.quantity, unit: total.quantity.unit } }
}

/** Whether the text stops within the list: after a comma, or before the unit of the last figure. */
function isCutOff(paragraph: Paragraph, { total, members }: Sum): boolean {
  const last = members.reduce((latest, member) => (member.at > latest.at ? member : latest))
  const rest = paragraph.shadow.text.slice(last.at + 1)
  return /^[,\u3001]$/u.test(rest) || (rest === '' && last.quantity.unit.dimension === 'number' && total.quantity.unit.dimension !== 'number')
}

/** How a claim about a list that was read prints its parts, where it stands, and what may still be lacking. */
interface ListClaim {
  readonly paragraph: Paragraph
  readonly span: Span
  readonly total: Figure
  readonly parts: readonly QuantityValue[]
  readonly open: boolean
  readonly broken: boolean
  readonly name: () => Value
}

/** A total and what is listed for it as a claim of kind `composition`. */
export function listClaim({ paragraph, span, total, parts, open, broken, name }: ListClaim): Claim {
  return {
    kind: 'composition', paragraph, span,
    attributes: {
      total: () => total.value, parts: () => list(parts), origin: () => ({ ...total.value, type: 'text', text: 'prose' }),
      open: () => boolean(open), broken: () => boolean(broken), name,
    },
  }
}

/** A list and its total as a claim. */
export function claimOf(paragraph: Paragraph, anchor: Anchor, sum: Sum, vocabulary: Vocabulary): Claim {
  const last = sum.members.reduce((end, member) => Math.max(end, member.at + 1), anchor.to)
  const own = paragraph.figures.includes(sum.total)
  const span = { from: own ? Math.min(sum.total.labelFrom, anchor.from) : anchor.from, to: last }
  return listClaim({
    paragraph, span, total: sum.total, parts: sum.members.map((member) => memberValue(member, sum.total)),
    open: sum.open || isCutOff(paragraph, sum), broken: isBroken(paragraph, anchor, sum.members),
    name: () => (own ? nameOf(paragraph, sum.total, span, vocabulary) : wordAt(paragraph, { from: anchor.from, to: anchor.to - 1 })),
  })
}
