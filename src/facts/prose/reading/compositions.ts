import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues, sameDimension } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, type Anchor } from './anchors.ts'
import { endOfPoint, goesOnBeside, withBesides, withoutApart } from './apart.ts'
import { candidates, isStated, nearest } from './candidates.ts'
import type { Claim } from './claim-item.ts'
import { closingTotal } from './closing-total.ts'
import { carriedOn, comesTo } from './carried-on.ts'
import { isClosed, isNamedWhole } from './closed.ts'
import { completedBeside } from './completed-beside.ts'
import { claimOf } from './composition-claim.ts'
import { addable, besideQuota, calledFor, inRow, isRelative, measureOf, membersIn, ofBothEnds, ofOneName, stageOf } from './composition-parts.ts'
import { itemTotals } from './item-totals.ts'
import { inBreakdown, isFraction, isMovedFrom, isRunning, tellsYearBefore, wholeSaid, yearsListed } from './list-heads.ts'
import { metOtherwise } from './met-otherwise.ts'
import { figuresNamed, namedTotals } from './named-total.ts'
import { listBefore, otherPartition } from './other-partition.ts'
import { ofOwnSubject } from './own-subject.ts'
import { isMet, overfull, segmentsBetween, shortened, toldTogether, withLacking, withoutSpeltOut, type Sum } from './overfull.ts'
import { sentenceAt, bracketAround, isFigure, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** At most this many readings of one claim (DESIGN §3). */
const READINGS = 5

/** Ends a list that opens at `from` may have: its parenthesis, else the semicolon, the sentence, the paragraph. */
function extents(paragraph: Paragraph, from: number, vocabulary: Vocabulary): readonly number[] {
  const bracket = bracketAround(paragraph, from)
  if (bracket) return [bracket.to - 1]
  const other = nextPartition(paragraph, from, vocabulary)
  if (other !== undefined) return [other]
  const sentence = paragraph.sentences.find((span) => span.from < from && from <= span.to)?.to ?? paragraph.shadow.text.length
  const segment = paragraph.segments.find((span) => span.from < from && from <= span.to)?.to ?? sentence
  const point = endOfPoint(paragraph, from, vocabulary)
  // Names without a figure up to the semicolon are a list of names: the amounts after it belong to others.
  if ((paragraph.shadow.text[from - 1] !== ':' || paragraph.shadow.text.slice(from, segment).includes('\u3001')) && !paragraph.figures.some((figure) => figure.at >= from && figure.at < segment)) return []
  const farthest = Math.min(sentence, point ?? sentence)
  return segment < farthest ? [farthest, segment] : [farthest]
}

/** Of a total that opens its part of the sentence and a list right in it without a colon, the ends that are left when a later part states more than the total. */
function withinSegment(paragraph: Paragraph, total: Figure, from: number, ends: readonly number[]): readonly number[] {
  const { text } = paragraph.shadow
  const own = paragraph.figures.filter((figure) => figure.segment === total.segment)
  const [near, far] = [Math.min(...ends), Math.max(...ends)]
  const listed = own[0] === total && text[from - 1] !== ':' && own.some((figure) => figure.at >= from && sameDimension(figure.quantity.unit, total.quantity.unit))
  const beyond = paragraph.figures.some((figure) => figure.at >= near && figure.at < far && figure.depth === total.depth && isStated(figure) && exceeds(figure, total))
  return ends.length > 1 && listed && beyond ? [near] : ends
}

/** Where the sentence breaks the total down anew, in another way ("by subject …, by use …"). */
function nextPartition(paragraph: Paragraph, from: number, vocabulary: Vocabulary): number | undefined {
  const end = paragraph.sentences.find((span) => span.from < from && from <= span.to)?.to ?? paragraph.shadow.text.length
  const first = paragraph.figures.find((figure) => figure.at >= from && figure.at < end)
  if (!first) return undefined
  const hit = wordsOf(vocabulary, 'partition-heads').find(paragraph.shadow.text.slice(first.at, end))[0]
  return hit && first.at + hit.from
}

/** Where lists inside this one open and how far each may reach: their members are not members here. */
function nestedSpans(paragraph: Paragraph, within: Span, opened: readonly Anchor[]): readonly (readonly Span[])[] {
  const inner = opened.find((anchor) => paragraph.shadow.text[anchor.from] !== '(' && anchor.from > within.from && anchor.to <= within.to && bracketAround(paragraph, anchor.from)?.from === bracketAround(paragraph, within.from)?.from)
  // An amount with a colon right after it is spelt out in what follows.
  const spelt = paragraph.figures.find((figure) => figure.at >= within.from && figure.at < within.to && figure.depth === 0 && paragraph.shadow.text[figure.at + 1] === ':')
  const from = Math.min(inner?.to ?? within.to, spelt ? spelt.at + 2 : within.to)
  if (from >= within.to) return [[]]
  const semicolon = paragraph.segments.find((span) => span.from < from && from <= span.to)?.to ?? within.to
  const choices = [{ from, to: within.to }]
  if (semicolon < within.to) choices.unshift({ from, to: semicolon })
  return choices.map((span) => [span])
}

/** Whether another list opens in the sentence after this one does. */
function nestedIn(paragraph: Paragraph, anchor: Anchor, opened: readonly Anchor[]): boolean {
  const end = paragraph.sentences.find((span) => span.from < anchor.to && anchor.to <= span.to)?.to ?? paragraph.shadow.text.length
  return opened.some((other) => paragraph.shadow.text[other.from] !== '(' && other.from > anchor.to && other.to <= end)
}

const inSpans = (spans: readonly Span[], figure: Figure): boolean => spans.some((span) => span.from <= figure.at && figure.at < span.to)

interface Opening {
  readonly paragraph: Paragraph
  readonly anchor: Anchor
  readonly opened: readonly Anchor[]
  readonly vocabulary: Vocabulary
  /** Readings by total, once they have been made. */
  readonly known: Map<Figure, readonly Sum[]>
}

/** Readings of the list that opens at an anchor, for one total. */
function sumsFor(opening: Opening, total: Figure): readonly Sum[] {
  const known = opening.known.get(total) ?? readSums(opening, total)
  opening.known.set(total, known)
  return known
}

/** Of the readings of a list those that come to its total, if there are any: what a sentence says besides is not of the list. */
function metFirst(sums: readonly Sum[]): readonly Sum[] {
  const met = sums.filter((sum) => comesTo([sum.total], sum.members))
  return met.length > 0 ? met : sums
}

function readSums({ paragraph, anchor, opened, vocabulary }: Opening, total: Figure): readonly Sum[] {
  const from = anchor.to
  const depth = paragraph.brackets.filter((span) => span.from < from && from < span.to).length
  const sums: Sum[] = []
  const numbered = itemTotals(paragraph, from, total, { opened, vocabulary })
  const all = extents(paragraph, from, vocabulary)
  const ends = withinSegment(paragraph, total, from, all)
  if (numbered) sums.push({ total, members: numbered, open: !isClosed(paragraph, anchor, total, numbered, vocabulary) })
  else {
    const upTo = (end: number): readonly Sum[] => nestedSpans(paragraph, { from, to: end }, opened).flatMap((nested) => {
      const members = withoutSpeltOut(paragraph, membersIn(paragraph, { from, to: end }, total, depth, vocabulary).filter((figure) => !inSpans(nested, figure)), vocabulary)
      const called = calledFor(total, members, vocabulary) ?? besideQuota(total, members, vocabulary)
      const joined = withoutApart({ paragraph, total, from, members }, vocabulary)
      const besides = withBesides({ paragraph, total, from, members }, vocabulary)
      const named = ofOneName(total, members)
      // Where all but one may be told twice or set apart, nothing says that the others are members.
      return (named ? [named] : [called, joined, members, besides]).filter((each): each is readonly Figure[] => each !== undefined && each.length > 0).map((each) => ({ total, members: each, open: joined?.length === 1 || !isClosed(paragraph, anchor, total, each, vocabulary) })).flatMap((sum) => withLacking(paragraph, sum, { from, to: end }))
    })
    const read = ends.flatMap(upTo)
    sums.push(...(read.some(overfull) && read.some(({ open }) => !open) ? [...read, ...segmentsBetween(paragraph, ends).flatMap(upTo)].filter((sum) => !overfull(sum)) : read.flatMap((sum) => shortened(paragraph, sum))))
  }
  const carried = depth === 0 && !numbered && ends.length === all.length ? carriedOn(paragraph, opened, from, total, vocabulary) : []
  if (carried.length > 1) sums.push({ total, members: carried, open: !isClosed(paragraph, anchor, total, carried, vocabulary) })
  const kept = sums.filter((sum) => !goesOnBeside(total, sum.members) && !ofBothEnds(paragraph, total, sum.members, vocabulary))
  const full = metFirst(kept.filter((sum) => sum.members.length > 1))
  // Where all but one figure may belong to a list within, nothing says that the others are members.
  const lone = kept.length > full.length && nestedIn(paragraph, anchor, opened)
  if (full.length === 0) return kept
  const settled = full.filter((sum) => !lone || !overfull(sum)).map((sum) => (lone && !isNamedWhole(total, sum.members, vocabulary) ? { ...sum, open: true } : sum))
  return settled.some(({ open }) => !open) ? settled.filter((sum) => !overfull(sum)) : settled
}

function totalsOf(opening: Opening, before: readonly Paragraph[]): readonly Figure[] {
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
    if (adjacent && isRightBefore(adjacent) && text[anchor.from] === '(' && isRelative(adjacent.label, vocabulary)) return []
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
function remarkTotals(opening: Opening, totals: readonly Figure[]): readonly Figure[] {
  const { paragraph, anchor } = opening
  const { text } = paragraph.shadow
  const remark = paragraph.brackets.findLast((span) => span.to <= anchor.from && /^[,:]?$/u.test(text.slice(span.to, anchor.from)))
  if (!remark || !totals.some((total) => total.at < remark.from && total.depth === depthAt(paragraph, anchor.from))) return []
  const within = paragraph.figures.filter((figure) => figure.at > remark.from && figure.at < remark.to && isStated(figure))
  return within.length > READINGS ? [] : within.filter((figure) => sumsFor(opening, figure).some((sum) => sum.members.length > 1 && comesTo([figure], sum.members)))
}

const exceeds = (part: Figure, total: Figure): boolean => compareValues(part.quantity, total.quantity) === 1

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

const stagesAfter = (paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): number =>
  new Set(paragraph.figures.filter((figure) => figure.at >= anchor.to && isStated(figure)).map((figure) => stageOf(figure.label, vocabulary)).filter((stage) => stage !== undefined)).size

const depthAt = (paragraph: Paragraph, at: number): number => paragraph.brackets.filter((span) => span.from < at && at < span.to).length

const sameSum = (a: Sum, b: Sum): boolean => a.members.length === b.members.length && a.total === b.total && a.members.every((member, index) => member === b.members[index])

const isPlain = (anchor: Anchor): boolean => anchor.template.take?.['closed']?.includes('only-head') ?? false

/** Whether an amount and a comma stand right before; words of what it is mainly for may begin a sentence as well. */
function afterFigure(text: string, anchor: Anchor, vocabulary: Vocabulary): boolean {
  const marks = wordsOf(vocabulary, 'mainly-words').test(text.slice(anchor.from, anchor.to)) ? ',\u3002' : ','
  return anchor.from > 1 && marks.includes(text[anchor.from - 1] ?? '') && isFigure(text, anchor.from - 2)
}

/** Words of opening after a negation ("not including") open nothing; a parenthesis opens a list only if it holds figures and no other words that open one. */
function opensList(paragraph: Paragraph, anchor: Anchor, all: readonly Anchor[], vocabulary: Vocabulary): boolean {
  if (wordsOf(vocabulary, 'negations').test(paragraph.shadow.text.slice(Math.max(0, anchor.from - 1), anchor.from))) return false
  const { text } = paragraph.shadow
  const closed = anchor.template.take?.['closed']
  // Words that each member may bear open a list only right after its total, and where nothing else has opened one.
  if (isPlain(anchor) && !(afterFigure(text, anchor, vocabulary) && !all.some((other) => other !== anchor && text[other.from] !== '(' && sentenceAt(paragraph, other.from) === sentenceAt(paragraph, anchor.from) && other.from < anchor.from))) return false
  // Words that say what most of it is open a list only where an amount follows in the clause.
  if (closed?.length === 0 || isPlain(anchor)) {
    const next = paragraph.figures.find((figure) => figure.at >= anchor.to)
    if (!next || /[,;:\u3001\u3002]/u.test(text.slice(anchor.to, next.at))) return false
  }
  if (text[anchor.from] !== '(') return true
  const bracket = paragraph.brackets.find((span) => span.from === anchor.from)
  return bracket !== undefined && !isFraction(paragraph, bracket) && !tellsYearBefore(paragraph, bracket, vocabulary) && !all.some((other) => other.from > bracket.from && other.to <= bracket.to)
}

/** One composition as read: its readings as claims, and the sums behind them. */
export interface ReadComposition {
  readonly claims: readonly Claim[]
  readonly sums: readonly Sum[]
}

/** Compositions of a paragraph, one a list and kind of quantity. `before`: paragraphs before it in its section, nearest first. */
export function compositions(paragraph: Paragraph, before: readonly Paragraph[], vocabulary: Vocabulary): readonly ReadComposition[] {
  const opened = anchors(paragraph, 'composition', vocabulary).filter((anchor, _, all) => opensList(paragraph, anchor, all, vocabulary))
  return opened.flatMap((anchor) => {
    const opening: Opening = { paragraph, anchor, opened, vocabulary, known: new Map() }
    const stated = totalsOf(opening, before)
    const totals = [...stated, ...remarkTotals(opening, stated)]
    // A budget and its outturn are two totals only where the members are printed in such pairs as well.
    const paired = stagesAfter(paragraph, anchor, vocabulary) > 1
    const kindOf = (total: Figure): string => `${measureOf(total, vocabulary)} ${paired ? (stageOf(total.label, vocabulary) ?? '') : ''}`
    const head = paragraph.figures.find((figure) => figure.at >= anchor.to && figure.role !== 'percent')
    // A list that opens with what one thing counts and goes on in another part of the sentence is no list of other things there.
    const isListed = (total: Figure): boolean => !head || measureOf(head, vocabulary) === measureOf(total, vocabulary) || paragraph.figures.some((figure, at) => paragraph.figures[at - 1] === head && figure.segment === head.segment && !wordsOf(vocabulary, 'share-verbs').test(figure.label) && measureOf(figure, vocabulary) === measureOf(total, vocabulary))
    const read = [...new Set(totals.filter(isListed).map(kindOf))].map((kind): readonly Sum[] => {
      const sums: Sum[] = []
      for (const sum of totals.filter((total) => kindOf(total) === kind).flatMap((total) => sumsFor(opening, total))) {
        if (sum.members.length < 2 && (!(anchor.template.take?.['closed'] ?? []).includes('total-word') || sum.members[0]?.quantity.unit.symbol !== sum.total.quantity.unit.symbol)) continue
        if (!isMet(sum) && toldTogether(paragraph, sum, anchor, vocabulary)) continue
        if (!sum.members.includes(sum.total) && !sums.some((known) => sameSum(known, sum))) sums.push(sum)
      }
      return [...sums, ...metOtherwise([paragraph, ...before], sums)].sort((a, b) => Number(isMet(b)) - Number(isMet(a))).slice(0, READINGS)
    })
    return completedBeside(read).filter(({ length }) => length > 0).map((sums) => ({ sums, claims: sums.map((sum) => claimOf(paragraph, anchor, sum, vocabulary)) }))
  })
}
