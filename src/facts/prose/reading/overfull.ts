import type { Vocabulary } from '../../../vocabulary/types.ts'
import { sameDimension } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { comesAbove, comesTo } from './carried-on.ts'
import { isOfYears, yearOf } from './composition-parts.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** Parts of a sentence that are looked on to, and amounts that may be told together, at most. */
const FEW = 5

/** A total with the members a sentence gives it. */
export interface Sum {
  readonly total: Figure
  readonly members: readonly Figure[]
  /** The list may lack members: only "not more than the total" can be checked. */
  readonly open: boolean
}

/** Whether a list comes to exactly its total. */
export const isMet = ({ total, members }: Sum): boolean => comesTo([total], members)

/** A list that need not be complete and yet comes to more than the total: either not all of its figures are members, or one is wrong. */
export const overfull = ({ total, members, open }: Sum): boolean => open && members.length > 1 && comesAbove([total], members)

/** A list that must be complete with the one amount more within it that it lacks to the last figure, if there is one: that is of the list too, whatever it is called. */
export function withLacking(paragraph: Paragraph, sum: Sum, within: Span): readonly Sum[] {
  const { total, members, open } = sum
  if (open || isMet(sum) || comesAbove([total], members)) return [sum]
  const depth = members[0]?.depth
  const other = paragraph.figures.find((figure) => figure.at >= within.from && figure.at < within.to && figure.depth === depth && figure !== total && isStated(figure) && !members.includes(figure) && figure.quantity.unit.symbol === total.quantity.unit.symbol && comesTo([total], [...members, figure]))
  return other ? [sum, { ...sum, members: [...members, other] }] : [sum]
}

/** The members without those that the one before them is spelt out in: "item X 32, used for A 24, B 8". */
export function withoutSpeltOut({ shadow: { text } }: Paragraph, members: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const spelt = members.findIndex((member, i) => i + 1 < members.length && wordsOf(vocabulary, 'spelling-openers').find(text.slice(member.at + 1, member.at + OPENER))[0]?.from === 0 && comesTo([member], members.slice(i + 1)))
  return spelt < 0 ? members : members.slice(0, spelt + 1)
}

const OPENER = 10

/** Ends of the next few parts of a sentence after the first, before the last, that a list may reach. */
export function segmentsBetween({ segments }: Paragraph, ends: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  const next = segments.findIndex(({ to }) => to > first)
  return segments.slice(next, next + FEW).map(({ to }) => to).filter((to) => to > first && to < last)
}

/**
 * A list that comes to more than its total may end with the first run of members: what follows the comma after them is said of something else.
 * So is what names a year that the others do not.
 */
export function shortened(paragraph: Paragraph, sum: Sum): readonly Sum[] {
  if (!overfull(sum)) return [sum]
  const between = (member: Figure, next: Figure): string => paragraph.shadow.text.slice(member.at, next.at)
  const end = sum.members.findIndex((member, at) => {
    const next = sum.members[at + 1]
    return !next || !between(member, next).includes('\u3001') || /[,;\u3002]/u.test(between(member, next))
  })
  const undated = sum.members.filter((member) => yearOf(paragraph, member) === undefined)
  // The years of a project are told for what they come to.
  if (undated.length < 2) return sum.members.every((member) => isOfYears(paragraph, member)) ? [sum] : []
  const others = [sum.members.slice(0, end + 1), undated]
  return [sum, ...others.filter(({ length }) => length > 1 && length < sum.members.length).map((members) => ({ ...sum, members }))]
}

/**
 * Whether what the sentence states before the list may be its whole together: "60 of the budget, 20 carried over, mainly for …". Of a list that
 * must be complete the last few of them have to come to just as much, or each has a member of its own ("for A and B respectively").
 */
export function toldTogether(paragraph: Paragraph, sum: Sum, { from, to }: Span, vocabulary: Vocabulary): boolean {
  const { total, members } = sum
  const beside = paragraph.figures.filter((figure) => figure.at < from && figure.segment === total.segment && figure.depth === total.depth && isStated(figure) && sameDimension(figure.quantity.unit, total.quantity.unit)).slice(-FEW)
  if (beside.length < 2 || !beside.includes(total)) return false
  if (beside.length === members.length && wordsOf(vocabulary, 'respectively-words').test(paragraph.shadow.text.slice(from, to))) return true
  // Counts of several things are seldom told for their sum.
  if (sum.open) return total.quantity.unit.dimension !== 'count' && overfull(sum) && !comesAbove(beside, members)
  return beside.slice(0, -1).some((_, at) => comesTo(beside.slice(at), members))
}
