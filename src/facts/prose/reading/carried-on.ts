import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { Term } from '../../quantity.ts'
import { evaluate } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { leaf } from './claim-item.ts'
import { completeEachOther } from './closed.ts'
import { addable, isMember, ofOneName, ofOtherKind, stageOf } from './composition-parts.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** What is left of amounts without the members: negative where they come to more; undefined where they cannot be added. */
function restOf(wholes: readonly Figure[], members: readonly Figure[]): bigint | undefined {
  const sumOf = (figures: readonly Figure[]): Term => ({ op: 'sum', args: figures.map((figure) => leaf(figure.quantity)) })
  const rest = evaluate({ op: 'minus', args: [sumOf(wholes), sumOf(members)] })
  return 'reason' in rest ? undefined : rest.quantity.digits
}

/** Whether figures come to exactly the amounts they may be of. */
export const comesTo = (wholes: readonly Figure[], members: readonly Figure[]): boolean => restOf(wholes, members) === 0n

/** Whether figures come to more than the amounts they may be of. */
export const comesAbove = (wholes: readonly Figure[], members: readonly Figure[]): boolean => (restOf(wholes, members) ?? 0n) < 0n

/** The amount an item opens with: in its first clause. */
export function headOf(paragraph: Paragraph, item: Span, total: Figure, vocabulary: Vocabulary): Figure | undefined {
  const all = paragraph.figures.filter((figure) => figure.at >= item.from && figure.at < item.to && figure.depth === 0 && addable(total, figure, vocabulary))
  const stage = stageOf(total.label, vocabulary)
  // Beside its budget an item prints what came of it: the one of the total's stage is meant.
  const ofStage = all.find((figure, at) => at < 2 && figure.segment === all[0]?.segment && stageOf(figure.label, vocabulary) === stage)
  if (stage !== undefined && ofStage && ofStage !== all[0] && stageOf(all[0]?.label ?? '', vocabulary) !== undefined) return isMember(paragraph, ofStage, vocabulary) ? ofStage : undefined
  const [first] = all
  const clean = first && !/[,;]/u.test(paragraph.shadow.text.slice(item.from, first.at))
  return clean && isMember(paragraph, first, vocabulary) && !ofOtherKind(total, first, vocabulary) ? first : undefined
}

/**
 * A list whose items are sentences of their own, or parts of them: the one it opens in, then each that opens with an amount. Only where these come to
 * the total, or are groups that complete each other: else nothing says that the sentences after are of the list.
 */
export function carriedOn(paragraph: Paragraph, opened: readonly Anchor[], from: number, total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const own = paragraph.segments.findIndex((span) => span.from < from && from <= span.to)
  const item = paragraph.segments[own]
  const first = item && headOf(paragraph, { from, to: item.to }, total, vocabulary)
  if (!first) return []
  const members = [first]
  for (const next of paragraph.segments.slice(own + 1)) {
    // What breaks an item down stands between the items.
    if (opened.some((anchor) => anchor.from === next.from)) continue
    const head = headOf(paragraph, next, total, vocabulary)
    // A sentence of a list says an amount and ends its clause; one that goes on ("a contract of 72 went to a large firm") tells something else.
    if (!head || wordsOf(vocabulary, 'total-words').test(head.label) || !/^(?:[,;:\u3001\u3002()]|$)/u.test(paragraph.shadow.text.slice(head.at + 1))) break
    members.push(head)
  }
  const named = ofOneName(total, members) ?? members
  return named.length > 1 && (comesTo([total], named) || completeEachOther(total, named, vocabulary)) ? named : []
}
