import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues } from '../../amounts/index.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import { bare } from './label.ts'
import { isFigure, type Figure, type Paragraph, type Span } from './paragraph.ts'

const SHORTEST_NAME = 3
const AFTER = 8

/** Whether the words name nothing but a stage ("the budget was"): the whole at that stage. */
function namesStage(label: string, vocabulary: Vocabulary): boolean {
  const stages = vocabulary.scopes.get('stage')?.values
  const words = wordsOf(vocabulary, 'amount-verbs').strip(bare(label))
  return stages !== undefined && words !== '' && finderOf(stages, vocabulary).covers(words)
}

/** Whether a figure says of the year before what the total does not. */
const ofYearBefore = (total: Figure, figure: Figure, vocabulary: Vocabulary): boolean =>
  [figure, total].map(({ label }) => wordsOf(vocabulary, 'prior-year').test(wordsOf(vocabulary, 'prior-year-neutral').mask(label))).join() === 'true,false'

/** Whether the words around a figure set it apart from a list ("besides", "still outstanding"): it may be no member. */
function standsApart(paragraph: Paragraph, total: Figure, figure: Figure, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'apart-words').test(figure.label) || ofYearBefore(total, figure, vocabulary) || namesStage(figure.label, vocabulary)
    || wordsOf(vocabulary, 'outstanding-words').test(paragraph.shadow.text.slice(figure.at + 1, figure.at + AFTER))
}

/** Members of a list, and where it opens. */
export interface Listed {
  readonly paragraph: Paragraph
  readonly total: Figure
  readonly from: number
  readonly members: readonly Figure[]
}

/** Whether a later part of the sentence says a member again, in its own words and with its own figure: one thing told twice. */
function saysAgain({ paragraph, from, members }: Listed, figure: Figure): boolean {
  const nameOf = ({ labelFrom, at }: Figure): string => bare(paragraph.shadow.text.slice(Math.max(from, labelFrom), at))
  return members.some((other) => other.at < figure.at && other.segment !== figure.segment && compareValues(other.quantity, figure.quantity) === 0
    && nameOf(other).length >= SHORTEST_NAME && nameOf(figure).endsWith(nameOf(other)))
}

/** The members without those that may be none, if there are any such: those set apart, and those told twice. */
export function withoutApart(listed: Listed, vocabulary: Vocabulary): readonly Figure[] | undefined {
  const { paragraph, total, members } = listed
  const others = members.filter((figure) => !standsApart(paragraph, total, figure, vocabulary) && !saysAgain(listed, figure))
  return others.length < members.length && others.length > 0 ? others : undefined
}

/** The members and what stands behind them in brackets as a further amount ("5 million (besides 1 million carried over)"), if there is any. */
export function withBesides({ paragraph, members }: Listed, vocabulary: Vocabulary): readonly Figure[] | undefined {
  const besides = paragraph.figures.filter((figure) => members.some((member) => member.at < figure.at && member.depth === figure.depth - 1 && member.quantity.unit.symbol === figure.quantity.unit.symbol
    && paragraph.shadow.text[member.at + 1] === '(' && figure.labelFrom === member.at + 2) && wordsOf(vocabulary, 'besides-words').find(figure.label)[0]?.from === 0)
  return besides.length > 0 ? [...members, ...besides].sort((a, b) => a.at - b.at) : undefined
}

/** Whether the stretch opens with words that count points ("first …, second …"). */
const opensPoint = (text: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'point-heads').find(text.slice(0, AFTER))[0]?.from === 0

/** Where the point of several that `from` stands in ends, because the next one opens; undefined outside of points and where the list is made of them. */
export function endOfPoint(paragraph: Paragraph, from: number, vocabulary: Vocabulary): number | undefined {
  const { text } = paragraph.shadow
  const own = paragraph.segments.findIndex((span) => span.from < from && from <= span.to)
  const segment = paragraph.segments[own]
  if (!segment) return undefined
  const inPoint = wordsOf(vocabulary, 'point-heads').find(text.slice(segment.from, from)).some((word) => word.from === 0 || /[,:]/u.test(text[segment.from + word.from - 1] ?? ''))
  if (!inPoint || opensPoint(text.slice(from), vocabulary)) return undefined
  return paragraph.segments.slice(own + 1).find((span) => opensPoint(text.slice(span.from, span.to), vocabulary))?.from
}

/** Amounts that only mark what is meant ("projects of 100 and more") get a role of their own: they are no amounts of anything. */
export function markBounds(paragraph: Paragraph, vocabulary: Vocabulary): void {
  const bounds = wordsOf(vocabulary, 'mark-words')
  for (const figure of paragraph.figures) {
    const word = figure.role === 'stated' ? bounds.find(paragraph.shadow.text.slice(figure.at + 1, figure.at + AFTER))[0] : undefined
    if (word?.from === 0) figure.role = 'bound'
  }
  for (const [at, figure] of paragraph.figures.entries()) {
    const next = paragraph.figures[at + 1]
    if (figure.role === 'stated' && next?.role === 'bound' && wordsOf(vocabulary, 'range-words').covers(paragraph.shadow.text.slice(figure.at + 1, next.at))) figure.role = 'bound'
  }
}

/** The figure right before a part that the clause says it is one of ("of 24 indicators 7 are …"). */
export function wholeBefore(paragraph: Paragraph, part: Figure, vocabulary: Vocabulary): Figure | undefined {
  const before = paragraph.figures[paragraph.figures.indexOf(part) - 1]
  if (!before || before.depth !== part.depth || isFigure(paragraph.shadow.text, before.at + 1)) return undefined
  const between = paragraph.shadow.text.slice(before.at + 1, part.at)
  return !/[,;:\u3001\u3002()]/u.test(between) && wordsOf(vocabulary, 'within-words').test(between) ? before : undefined
}

function endsInTotal(figure: Figure, vocabulary: Vocabulary): boolean {
  const label = bare(figure.label)
  return label !== '' && wordsOf(vocabulary, 'total-words').find(label).at(-1)?.to === label.length
}

/** Whether a figure is less than a total that stands after it in its sentence: one of its terms, hardly its whole. */
export const isTermOf = (figure: Figure, total: Figure, vocabulary: Vocabulary): boolean => figure.sentence === total.sentence && figure.at < total.at && endsInTotal(total, vocabulary) && compareValues(figure.quantity, total.quantity) === -1

/** A figure of the same part of the sentence that is called a total, before a part: what it may be a share of. */
export const totalBefore = (paragraph: Paragraph, part: Figure, vocabulary: Vocabulary): Figure | undefined => paragraph.figures.findLast((figure) => figure.at < part.at && figure.segment === part.segment && figure.depth === part.depth
  && figure.quantity.unit.symbol === part.quantity.unit.symbol && figure.role === 'stated' && endsInTotal(figure, vocabulary))

/** A stretch of words right before an offset, in its clause and without a figure. */
export function wordsBefore(paragraph: Paragraph, { from }: Pick<Span, 'from'>): string {
  return bare(/[^,;:\u3001\u3002()]*$/u.exec(paragraph.shadow.text.slice(0, from))?.[0] ?? '')
}

const NOUN = 2

/** Whether the first member is all of the total, and what follows it is called like the total: "safety 15, of which courts 15; education 20" goes on beside the total. */
export function goesOnBeside(total: Figure, members: readonly Figure[]): boolean {
  const [first, ...others] = members
  const endOf = (figure: Figure): string => bare(figure.label).slice(-NOUN)
  return first !== undefined && others.length > 0 && compareValues(first.quantity, total.quantity) === 0 && endOf(first) !== endOf(total)
    && others.every((other) => other.segment !== first.segment && endOf(other) === endOf(total))
}
