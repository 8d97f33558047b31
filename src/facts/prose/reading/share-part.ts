import type { Vocabulary } from '../../../vocabulary/types.ts'
import { sameDimension } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { slotOf, type Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { isRelative, stageOf } from './composition-parts.ts'
import { bare as bareLabel, core, isVague, sameLabel } from './label.ts'
import { sentenceAt, isFigure, type Figure, type Paragraph } from './paragraph.ts'
import { isLeft, isPlan } from './unprinted-base.ts'

/** The sentence a share stands in. */
export const sentenceOf = (paragraph: Paragraph, anchor: Anchor): number => sentenceAt(paragraph, anchor.from)

/** The words between the figure before the share and the share: a subject of its own, if there are any. */
export function subjectOf(paragraph: Paragraph, anchor: Anchor): string {
  const text = paragraph.shadow.text
  let from = anchor.from
  while (from > 0 && !',;:\u3002()\n'.includes(text[from - 1] ?? '') && !isFigure(text, from - 1)) from--
  return text.slice(from, anchor.from)
}

/** Whether a figure is the very plan that a rate of completion names: what was carried out stands elsewhere. */
function isThatPlan(paragraph: Paragraph, anchor: Anchor, figure: Figure, vocabulary: Vocabulary): boolean {
  const base = slotOf(anchor, 'base')
  const stage = base && stageOf(paragraph.shadow.text.slice(base.from, base.to), vocabulary)
  return stage !== undefined && stageOf(figure.label, vocabulary) === stage
}

/** The outturn that the sentence before ends with, where the only amount beside the rate is the plan it is of: "spent 9. The budget was 10, 90 % of it". */
function outturnBefore(paragraph: Paragraph, anchor: Anchor, earlier: readonly Figure[], vocabulary: Vocabulary): Figure | undefined {
  const sentence = sentenceOf(paragraph, anchor)
  const beside = earlier.filter((figure) => figure.sentence === sentence && figure.depth === 0)
  const last = earlier.findLast((figure) => figure.sentence === sentence - 1 && figure.depth === 0)
  const [plan] = beside
  return isPlan(anchor) && plan && last && beside.length === 1 && isThatPlan(paragraph, anchor, plan, vocabulary) && wordsOf(vocabulary, 'outturn-stages').covers(stageOf(last.label, vocabulary) ?? ' ') ? last : undefined
}

/** The amount a share is said of: the one its subject names, else the nearest before it. */
export function partOf(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): Figure | undefined {
  const depth = paragraph.brackets.filter((span) => span.from < anchor.from && anchor.from < span.to).length
  const earlier = paragraph.figures.filter((figure) => figure.at < anchor.from && figure.depth <= depth && isStated(figure))
  const segment = paragraph.segments.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)
  // What is left over was not carried out.
  const isOf = (stages: string, figure: Figure): boolean => wordsOf(vocabulary, stages).covers(stageOf(figure.label, vocabulary) ?? ' ')
  const last = earlier.findLast((figure) => figure.segment === segment)
  // "Spent 9 of a budget of 10, 90 % of the budget": what was carried out stands first.
  const spentFirst = isPlan(anchor) && last && isOf('budget-stages', last) ? earlier.findLast((figure) => figure.segment === segment && figure !== last && isOf('outturn-stages', figure) && sameDimension(figure.quantity.unit, last.quantity.unit)) : undefined
  const near = spentFirst ?? earlier.findLast((figure) => figure.segment === segment && !(isPlan(anchor) && (isLeft(bareLabel(figure.label), vocabulary) || isRelative(figure.label, vocabulary) || isThatPlan(paragraph, anchor, figure, vocabulary))))
  const subject = subjectOf(paragraph, anchor)
  const sentence = sentenceOf(paragraph, anchor)
  // A sentence that opens with the rate goes on with what the one before it ended with.
  if (subject === '' && isPlan(anchor) && paragraph.sentences[sentence]?.from === anchor.from) return earlier.findLast((figure) => figure.sentence === sentence - 1 && figure.depth === 0)
  if (subject === '' || isVague(subject, vocabulary)) return near ?? outturnBefore(paragraph, anchor, earlier, vocabulary) ?? earlier.find((figure) => figure.sentence === sentence && figure.depth === 0)
  if (isOfSeveral(earlier.filter((figure) => figure.segment === segment), subject, vocabulary)) return undefined
  return earlier.findLast((figure) => figure.segment === segment && sameLabel(subject, figure.label, vocabulary) && !(isPlan(anchor) && hasOutturn(paragraph, figure, anchor, vocabulary)))
}

/** Whether the words before a share name no one figure: kinds of it are printed (masters and doctors for "postgraduates"), or it takes in those above one ("seniors and above"). */
function isOfSeveral(figures: readonly Figure[], subject: string, vocabulary: Vocabulary): boolean {
  const words = core(subject, vocabulary)
  const beyond = wordsOf(vocabulary, 'beyond-words')
  const named = figures.filter((figure) => sameLabel(subject, figure.label, vocabulary))
  if (beyond.test(subject)) return !named.some((figure) => beyond.test(figure.label))
  return words.length > 1 && named.filter((figure) => core(figure.label, vocabulary).endsWith(words)).length > 1 && !named.some((figure) => core(figure.label, vocabulary) === words)
}

/** Whether a figure is a budget and what was carried out of it stands between it and the rate. */
const hasOutturn = (paragraph: Paragraph, budget: Figure, anchor: Anchor, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'budget-stages').covers(stageOf(budget.label, vocabulary) ?? ' ')
  && paragraph.figures.some((figure) => figure.at > budget.at && figure.at < anchor.from && figure.segment === budget.segment && isStated(figure) && wordsOf(vocabulary, 'outturn-stages').covers(stageOf(figure.label, vocabulary) ?? ' '))

/** Whether a share without its per-cent sign stands right after a figure ("762.30, which is 76.23 of it"). */
export function hasBareShare({ figures, shadow: { text } }: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const next = figures[figures.indexOf(figure) + 1]
  const between = next?.quantity.unit.dimension === 'number' && next.depth === figure.depth ? text.slice(figure.at + 1, next.at) : ''
  return /^[,\u3001(]/u.test(between) && wordsOf(vocabulary, 'share-verbs').covers(between.slice(1))
}
