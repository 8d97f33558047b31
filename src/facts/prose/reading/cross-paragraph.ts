import { isFirstNumber, numberingLevel } from '../../../source/numbering.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors, type Anchor } from './anchors.ts'
import { comesTo, headOf } from './carried-on.ts'
import { boolean, list, nameOf, type Claim } from './claim-item.ts'
import { completeEachOther } from './closed.ts'
import { addable, isMember, partitions } from './composition-parts.ts'
import type { ReadComposition } from './compositions.ts'
import type { Sum } from './overfull.ts'
import type { Figure, Paragraph } from './paragraph.ts'
import { said } from './said-scope.ts'

const MOST_PARAGRAPHS = 60
const READINGS = 5

/** The amount a paragraph of a list opens with: in its first clause. */
function head(paragraph: Paragraph, total: Figure, vocabulary: Vocabulary): Figure | undefined {
  const first = paragraph.figures.find((figure) => addable(total, figure, vocabulary))
  if (first && partitions(paragraph, { from: 0, to: first.at }, vocabulary)) return undefined
  return first && first.sentence === 0 && first.depth === 0 && isMember(paragraph, first, vocabulary) && !/[,;\u3002]/u.test(paragraph.shadow.text.slice(0, first.at)) ? first : undefined
}

/** The amounts that a paragraph of a list states side by side in its first sentence. */
function sideBySide(paragraph: Paragraph, total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  return paragraph.figures.filter((figure) => figure.sentence === 0 && figure.depth === 0 && addable(total, figure, vocabulary) && isMember(paragraph, figure, vocabulary))
}

/** A total of income and of expenditure alike is not what the items below add up to: each side is. */
const bothSides = ({ shadow: { text } }: Paragraph, total: Figure, vocabulary: Vocabulary): boolean =>
  wordsOf(vocabulary, 'both-sides').test(/[^,:;\u3002]*$/u.exec(text.slice(0, total.at))?.[0] ?? '')

/**
 * The paragraphs that carry on a list on its level: what is numbered below an item belongs to the item, and so does what
 * has no number in a list of numbered items. A list without numbers ends where numbered text goes on.
 */
function listAfter(opening: Paragraph, following: readonly Paragraph[]): readonly Paragraph[] {
  const [first] = following
  const level = first && levelOf(first)
  if (level === undefined) return before(following, (next) => levelOf(next) !== undefined)
  return untilCountedAnew(before(following, (next) => (levelOf(next) ?? level) < level || isSibling(opening, next)).filter((next) => levelOf(next) === level))
}

/** Items of one list: where a number one stands again another one begins. A number that only falls back is more likely a slip. */
function untilCountedAnew(items: readonly Paragraph[]): readonly Paragraph[] {
  const anew = items.findIndex((item, at) => at > 0 && isFirstNumber(item.text.tokenised.text))
  return anew < 0 ? items : items.slice(0, anew)
}

/**
 * Whether a list of numbered items goes on in paragraphs without numbers that state an amount of their own: items that share
 * the number above them, or the rest of an item. What the list adds up to is not certain then.
 */
function isUncertain(opening: Paragraph, following: readonly Paragraph[], states: (paragraph: Paragraph) => boolean): boolean {
  const [first] = following
  const level = first && levelOf(first)
  if (level === undefined) return false
  const list = before(following, (next) => (levelOf(next) ?? level) < level || isSibling(opening, next))
  return list.some((next) => levelOf(next) === undefined && states(next))
}

/** Numbered lines that state nothing: the paragraphs they stand before, and after, each with the level of the number. */
export interface UntoldItems {
  readonly before: Map<Paragraph, number>
  readonly after: Map<Paragraph, number>
}

const NONE_UNTOLD: UntoldItems = { before: new Map(), after: new Map() }

/** Whether an item of the list states no amount itself and is followed by something that does: its own items tell what it comes to. */
function hasUntold(opening: Paragraph, following: readonly Paragraph[], untold: UntoldItems): boolean {
  const [first] = following
  const level = first && levelOf(first)
  if (level === undefined) return false
  const list = before(following, (next) => (levelOf(next) ?? level) < level || isSibling(opening, next))
  const last = list.at(-1)
  // The list may go on under a heading of its own.
  const goesOn = list.length === following.length && last !== undefined && untold.after.get(last) === level && levelOf(last) === level
  return goesOn || list.some((next) => untold.before.get(next) === level && (levelOf(next) ?? 0) > level)
}

function before(paragraphs: readonly Paragraph[], ends: (paragraph: Paragraph) => boolean): readonly Paragraph[] {
  const end = paragraphs.findIndex(ends)
  return end < 0 ? paragraphs : paragraphs.slice(0, end)
}

const levelOf = (paragraph: Paragraph): number | undefined => numberingLevel(paragraph.text.tokenised.text)

/** An item of the list that the opening paragraph is an item of itself is no part of it. */
function isSibling(paragraph: Paragraph, next: Paragraph): boolean {
  const level = levelOf(paragraph)
  return level !== undefined && levelOf(next) === level
}

/**
 * A total whose paragraph ends with the words that open a list, and whose parts open the paragraphs that follow. Where
 * the list ends is not said: every length from all of them down to two is a reading.
 */
export function crossParagraphCompositions(paragraphs: readonly Paragraph[], vocabulary: Vocabulary, untold: UntoldItems = NONE_UNTOLD): readonly ReadComposition[] {
  return paragraphs.flatMap((paragraph, index): ReadComposition[] => {
    const opened = anchors(paragraph, 'composition', vocabulary)
    const anchor = opened.at(-1)
    // A mark alone opens a list only right after its total.
    if (!anchor || anchor.template.take?.['total']?.length === 0) return []
    if (anchor.to < paragraph.shadow.text.length) return begunHere(paragraph, opened.find((one) => paragraph.figures.some((figure) => figure.at < one.from)), listAfter(paragraph, paragraphs.slice(index + 1, index + 1 + MOST_PARAGRAPHS)), vocabulary)
    const total = paragraph.figures.findLast((figure) => figure.depth === 0 && figure.role === 'stated' && figure.quantity.unit.dimension === 'money')
    if (!total) return []
    if (bothSides(paragraph, total, vocabulary)) return []
    const following = paragraphs.slice(index + 1, index + 1 + MOST_PARAGRAPHS)
    const listed = listAfter(paragraph, following)
    const open = isUncertain(paragraph, following, (next) => head(next, total, vocabulary) !== undefined) || hasUntold(paragraph, following, untold) || announcesMore(paragraph, total, listed)
    const members: Figure[] = []
    for (const next of listed) {
      const member = head(next, total, vocabulary)
      if (!member) break
      members.push(member)
    }
    const whole = listed.slice(0, members.length).flatMap((next) => sideBySide(next, total, vocabulary))
    const lengths = Array.from({ length: Math.max(0, members.length - 1) }, (_, cut) => members.length - cut).slice(0, READINGS)
    // The whole list may stand in the one paragraph that follows.
    const beside = listed[0] ? sideBySide(listed[0], total, vocabulary) : []
    const readings = [...(beside.length > 1 && whole.length > beside.length ? [beside] : []), ...lengths.map((length) => members.slice(0, length)), ...(whole.length > members.length && members.length > 1 ? [whole] : [])]
    const rows = listed.slice(0, members.length).map((next, at) => inRow(next, members[at], total, vocabulary)).flat()
    const all = ofStage(rows.length > members.length && members.length > 1 ? [...readings, rows] : readings, total, listed, vocabulary)
    const met = all.some((some) => comesTo([total], some)) ? undefined : otherTotal(paragraph, total, all, vocabulary)
    return all.length > 0 ? [readComposition(paragraph, anchor, met ? [met] : all.map((members) => ({ total, members, open })), vocabulary)] : []
  })
}

/** Whether the words that open the list count more things than it has items: "4,200, 15 projects, mainly:". */
const announcesMore = (paragraph: Paragraph, total: Figure, listed: readonly Paragraph[]): boolean =>
  paragraph.figures.some(({ at, sentence, quantity: { unit, digits, places } }) => at > total.at && sentence === total.sentence && unit.dimension === 'count' && places === 0 && digits > BigInt(listed.length))

/**
 * Readings of a list below an outturn that sum outturns, not the budgets printed before them ("the budget of travel was 2, the outturn 1");
 * all outturns of the list are a reading too, the only one where each item opens with its budget.
 */
function ofStage(readings: readonly (readonly Figure[])[], total: Figure, listed: readonly Paragraph[], vocabulary: Vocabulary): readonly (readonly Figure[])[] {
  const stage = said('stage', total.label, vocabulary)
  if (stage === undefined) return readings
  const own = readings.filter((members) => members.every((figure) => [undefined, stage].includes(said('stage', figure.label, vocabulary))))
  const staged = listed.flatMap(({ figures }) => figures.filter((figure) => figure.depth === 0 && figure.role === 'stated' && addable(total, figure, vocabulary) && said('stage', figure.label, vocabulary) === stage))
  return staged.length > 1 && (own.length > 0 || comesTo([total], staged)) ? [...own, staged] : own
}

/** The amount a paragraph of a list opens with, and those right after it in a row ("interest 5.00, fees 1.00"). */
function inRow(paragraph: Paragraph, first: Figure | undefined, total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  if (!first) return []
  const row = [first]
  for (const figure of sideBySide(paragraph, total, vocabulary).filter(({ at }) => at > first.at)) {
    if (paragraph.shadow.text.slice((row.at(-1)?.at ?? 0) + 1, figure.labelFrom) !== '\u3001') break
    row.push(figure)
  }
  return row
}

/** Where the list does not come to the last amount before it: another amount of that sentence that it comes to is its total ("spent 90, left 10, used for: …"). */
function otherTotal(paragraph: Paragraph, last: Figure, readings: readonly (readonly Figure[])[], vocabulary: Vocabulary): Sum | undefined {
  const sentences = [last.sentence, last.sentence - 1]
  const totals = paragraph.figures.filter((figure) => figure !== last && figure.depth === 0 && sentences.includes(figure.sentence) && (figure.role === 'stated' || figure.role === 'result') && addable(last, figure, vocabulary)).reverse()
  return totals.flatMap((total) => readings.filter((members) => members.length > 1 && comesTo([total], members)).map((members) => ({ total, members, open: false })))[0]
}

function readComposition(paragraph: Paragraph, anchor: Anchor, sums: readonly Sum[], vocabulary: Vocabulary): ReadComposition {
  return { sums, claims: sums.map((sum) => claimOf(paragraph, anchor, sum, vocabulary)) }
}

function claimOf(paragraph: Paragraph, anchor: Anchor, { total, members, open }: Sum, vocabulary: Vocabulary): Claim {
  const span = { from: total.labelFrom, to: anchor.to }
  return {
    kind: 'composition', paragraph, span,
    attributes: {
      total: () => total.value, parts: () => list(members.map((member) => member.value)),
      origin: () => ({ ...total.value, type: 'text', text: 'prose' }), open: () => boolean(open), name: () => nameOf(paragraph, total, span, vocabulary),
    },
  }
}

/**
 * A list whose first item stands in the paragraph that opens it and whose others are paragraphs of their own: lines that were joined.
 * Only where they come to the total or complete each other.
 */
function begunHere(paragraph: Paragraph, anchor: Anchor | undefined, following: readonly Paragraph[], vocabulary: Vocabulary): ReadComposition[] {
  if (!anchor) return []
  const total = paragraph.figures.findLast((figure) => figure.at < anchor.from && figure.depth === 0 && figure.role === 'stated' && figure.quantity.unit.dimension === 'money')
  const first = total && headOf(paragraph, { from: anchor.to, to: paragraph.shadow.text.length }, total, vocabulary)
  if (!first || paragraph.figures.some((figure) => figure.at > first.at && figure.role === 'stated' && addable(total, figure, vocabulary))) return []
  const members = [first]
  for (const next of following) {
    const member = head(next, total, vocabulary)
    if (!member) break
    members.push(member)
    if (comesTo([total], members) || completeEachOther(total, members, vocabulary)) return [readComposition(paragraph, anchor, [{ total, members, open: false }], vocabulary)]
  }
  return []
}
