import type { Vocabulary } from '../../../vocabulary/types.ts'
import { sameDimension } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { type Anchor } from './anchors.ts'
import { candidates, isStated, nearest } from './candidates.ts'
import { closingTotal } from './closing-total.ts'
import { comesTo } from './carried-on.ts'
import { addable, inRow, isRelative, measureOf, stageOf } from './composition-parts.ts'
import { inBreakdown, isMovedFrom, isRunning, wholeSaid, yearsListed } from './list-heads.ts'
import { figuresNamed, namedTotals } from './named-total.ts'
import { listBefore, otherPartition } from './other-partition.ts'
import { calledJustSo, ofOwnSubject } from './own-subject.ts'
import { overfull } from './overfull.ts'
import { sentenceAt, bracketAround, type Figure, type Paragraph } from './paragraph.ts'
import { exceeds, sumsFor, type Opening } from './list-sums.ts'

/** Of a remark with more amounts nothing says which it breaks down. */
const MOST_IN_REMARK = 5

/** Amounts that a list may be of, by what the words before it say and where they stand. `before`: the paragraphs before, nearest first. */
export function totalsOf(opening: Opening, before: readonly Paragraph[]): readonly Figure[] {
  const { paragraph, anchor, vocabulary } = opening
  const { text } = paragraph.shadow
  const other = otherPartition(paragraph, anchor, opening.opened, vocabulary)
  if (other) return totalsOf({ ...opening, anchor: other, known: new Map() }, before)
  // Amounts of several years add up to what stands beside them, to nothing else.
  const years = yearsListed(paragraph, anchor)
  const bracket = bracketAround(paragraph, anchor.from)
  const [depth, sentence] = [depthAt(paragraph, anchor.from), sentenceAt(paragraph, anchor.from)]
  const after = paragraph.figures.filter((figure) => figure.at >= anchor.to)
  const measured = after.filter(({ quantity: { unit } }) => !['percent', 'points', 'number'].includes(unit.dimension))
  const segment = paragraph.segments.findIndex((span) => span.from <= anchor.from && anchor.from < span.to)
  // What a list tells before the first semicolon it tells throughout: another measure after that is of something else.
  const first = measured.filter((figure) => figure.segment === segment && !(figure.label !== '' && wordsOf(vocabulary, 'share-verbs').covers(figure.label)))
  const kinds = new Set((first.length > 0 ? first : measured).map((figure) => measureOf(figure, vocabulary)))
  const places = anchor.template.take?.['total'] ?? []
  const sibling = places.includes('broken-down') ? listBefore(paragraph, anchor, opening.opened) : undefined
  const closed = closingTotal(paragraph, sibling ?? anchor, vocabulary)
  // A sentence that lists amounts and adds them up is of no other total.
  if (closed && anchor.template.take?.['closed']?.includes('stated') && !paragraph.figures.some((figure) => figure.sentence === sentence && figure.at < anchor.from && addable(figure, closed, vocabulary))) return []
  const called = calledJustSo(paragraph, anchor, measured, vocabulary)
  if (called) return [called]
  if (sibling) return closed ? [closed] : totalsOf({ ...opening, anchor: sibling, known: new Map() }, before)
  if (places.includes('named')) return namedTotals(paragraph, before, anchor, vocabulary)
  // A list that begins with what something moved by spells a movement out.
  if (isRunning(paragraph, anchor, vocabulary) || (after[0]?.role === 'stated' && isRelative(after[0].label, vocabulary))) return []
  const whole = wholeSaid(paragraph, anchor, vocabulary)
  if (whole !== undefined) return figuresNamed(paragraph, whole, anchor.from, vocabulary)
  const own = ownMeasure(paragraph, anchor, vocabulary)
  return [...kinds].flatMap((measure) => {
    const beside = own !== undefined && own !== measure
    const counted = after.filter((figure) => measureOf(figure, vocabulary) === measure && !(beside && figure.segment !== segment))
    const accept = (figure: Figure): boolean => !(beside && figure.segment !== segment) && counted.some((part) => addable(figure, part, vocabulary)) && (closed?.quantity.unit ?? figure.quantity.unit).symbol === figure.quantity.unit.symbol && !inRow(paragraph, figure, vocabulary) && !isRelative(figure.label, vocabulary) && !wordsOf(vocabulary, 'no-whole').test(figure.label) && !isMovedFrom(paragraph, figure, anchor, vocabulary) && !(years !== undefined && (figure.at < years.from || !wordsOf(vocabulary, 'total-words').test(figure.label))) && !(figure.sentence < sentence && inBreakdown(paragraph, figure, vocabulary)) && (bracket ? figure.depth < depth : figure.depth === depth)
    const at = bracket ? bracket.from : anchor.from
    const adjacent = paragraph.figures.findLast((figure) => figure.at < at)
    const isRightBefore = (figure: Figure): boolean => /^[,:(]*$/u.test(paragraph.shadow.text.slice(figure.at + 1, anchor.from))
    const direct = adjacent && isStated(adjacent) && accept(adjacent) && isRightBefore(adjacent)
    // What a reason breaks down is an amount of the reason.
    if (adjacent?.role === 'reason' && isRightBefore(adjacent)) return []
    // What a movement is spelt out in came and went.
    const spelt = text[anchor.from] === '(' || (adjacent?.quantity.unit.dimension === 'count' && text.slice(anchor.from, anchor.to) === ':')
    if (adjacent && spelt && isRightBefore(adjacent) && isRelative(adjacent.label, vocabulary)) return []
    const farther = nearest(paragraph, candidates({ paragraph, before, at, accept }, bracket ? places.slice(0, 1) : places), anchor.from)
    // A list with a member above the amount right before it, or that comes to more, may be of one before that: "spent 90, left 10, of which …".
    const isExceeded = (figure: Figure): boolean => counted.some((part) => part.sentence === figure.sentence && exceeds(part, figure)) || (figure.quantity.unit.dimension !== 'count' && sumsFor(opening, figure).some(overfull))
    const isMet = (figure: Figure): boolean => sumsFor(opening, figure).some((sum) => sum.members.length > 1 && comesTo([figure], sum.members))
    // Of several amounts that the sentence before told another one than the last may be spelt out.
    const isLess = (figure: Figure): boolean => !isMet(figure) && counted.some((part) => part.sentence === sentence && exceeds(part, figure))
    const found = !direct ? farther.flatMap((figure) => (figure.sentence < sentence && isLess(figure) ? [figure, ...totalsBefore(paragraph, figure, accept), ...paragraph.figures.filter((other) => other.sentence === figure.sentence && other.at > figure.at && isStated(other) && accept(other) && isMet(other))] : [figure])) : !isMet(adjacent) && isExceeded(adjacent) ? [adjacent, ...totalsBefore(paragraph, adjacent, accept)] : [adjacent]
    const shared = siblingTotals(opening, before).filter(accept)
    const all = [...new Set([...found, ...shared, ...found.flatMap((figure) => otherStage(paragraph, figure, accept, vocabulary))])]
    return ofOwnSubject(paragraph, anchor, all, accept, vocabulary)
  })
}

/**
 * The measure of the count right before a list in which its part of the sentence goes on: the list is of that. What the list tells in another measure
 * ("6 courses in Y, 4 in Z, 900 persons in all") is of an amount told beside that count, never of one in another part of the sentence.
 */
function ownMeasure(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): string | undefined {
  const { text } = paragraph.shadow
  const before = paragraph.figures.findLast((figure) => figure.at < anchor.from)
  if (!before || text[anchor.from] === '(' || before.quantity.unit.dimension !== 'count' || !isStated(before) || !/^[,:]?$/u.test(text.slice(before.at + 1, anchor.from))) return undefined
  const measure = measureOf(before, vocabulary)
  return paragraph.figures.some((figure) => figure.at >= anchor.to && figure.segment === before.segment && measureOf(figure, vocabulary) === measure) ? measure : undefined
}

/** Amounts of the sentence before one of its totals that may be totals as well: the nearest, the one it opens with, and the last of its greatest. */
function totalsBefore(paragraph: Paragraph, total: Figure, accept: (figure: Figure) => boolean): readonly Figure[] {
  const all = paragraph.figures.filter((figure) => figure.at < total.at && figure.sentence === total.sentence && isStated(figure) && sameDimension(figure.quantity.unit, total.quantity.unit) && accept(figure))
  const greatest = all.findLast((figure) => !all.some((other) => exceeds(other, figure)))
  return [...new Set([...all.slice(-2), ...all.slice(0, 1), ...(greatest ? [greatest] : [])])]
}

/** Amounts of a remark between a total and its list ("30 posts (32 filled), of which …") that the list comes to: it is of those then. */
export function remarkTotals(opening: Opening, totals: readonly Figure[]): readonly Figure[] {
  const { paragraph, anchor } = opening
  const { text } = paragraph.shadow
  const remark = paragraph.brackets.findLast((span) => span.to <= anchor.from && /^[,:]?$/u.test(text.slice(span.to, anchor.from)))
  if (!remark || !totals.some((total) => total.at < remark.from && total.depth === depthAt(paragraph, anchor.from))) return []
  const within = paragraph.figures.filter((figure) => figure.at > remark.from && figure.at < remark.to && isStated(figure))
  return within.length > MOST_IN_REMARK ? [] : within.filter((figure) => sumsFor(opening, figure).some((sum) => sum.members.length > 1 && comesTo([figure], sum.members)))
}

/** What the sentence right before breaks down, if it opens a list too, may be broken down in another way here. */
function siblingTotals(opening: Opening, before: readonly Paragraph[]): readonly Figure[] {
  const { paragraph, anchor, opened } = opening
  const sentence = sentenceAt(paragraph, anchor.from)
  const previous = paragraph.sentences[sentence - 1]
  const sibling = previous && opened.find((other) => other.from >= previous.from && other.from < previous.to)
  if (!sibling || paragraph.figures.some((figure) => figure.at >= previous.from && figure.at < sibling.from)) return []
  return totalsOf({ ...opening, anchor: sibling, known: new Map() }, before)
}

/** A budget beside its outturn is a second total, whose members are printed in the same pairs. */
function otherStage(paragraph: Paragraph, total: Figure, accept: (figure: Figure) => boolean, vocabulary: Vocabulary): readonly Figure[] {
  const stage = stageOf(total.label, vocabulary)
  const previous = paragraph.figures[paragraph.figures.indexOf(total) - 1]
  if (stage === undefined || !previous || previous.segment !== total.segment || !isStated(previous) || !accept(previous)) return []
  const other = stageOf(previous.label, vocabulary)
  return other !== undefined && other !== stage ? [previous] : []
}

const depthAt = (paragraph: Paragraph, at: number): number => paragraph.brackets.filter((span) => span.from < at && at < span.to).length
