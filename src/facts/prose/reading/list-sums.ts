import type { Vocabulary } from '../../../vocabulary/types.ts'
import { compareValues, sameDimension } from '../../amounts/index.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { type Anchor } from './anchors.ts'
import { endOfPoint, goesOnBeside, withBesides, withoutApart } from './apart.ts'
import { isStated } from './candidates.ts'
import { carriedOn, comesTo } from './carried-on.ts'
import { isClosed, isNamedWhole } from './closed.ts'
import { besideQuota, calledFor, membersIn, ofBothEnds, ofOneName } from './composition-parts.ts'
import { itemTotals } from './item-totals.ts'
import { overfull, segmentsBetween, shortened, withLacking, withoutSpeltOut, type Sum } from './overfull.ts'
import { bracketAround, type Figure, type Paragraph, type Span } from './paragraph.ts'

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

export const exceeds = (part: Figure, total: Figure): boolean => compareValues(part.quantity, total.quantity) === 1

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

export interface Opening {
  readonly paragraph: Paragraph
  readonly anchor: Anchor
  readonly opened: readonly Anchor[]
  readonly vocabulary: Vocabulary
  /** Readings by total, once they have been made. */
  readonly known: Map<Figure, readonly Sum[]>
}

/** Readings of the list that opens at an anchor, for one total. */
export function sumsFor(opening: Opening, total: Figure): readonly Sum[] {
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
