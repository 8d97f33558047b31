import type { Vocabulary } from '../../../vocabulary/types.ts'
import { sameDimension } from '../../amounts/index.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { bare } from './label.ts'
import { isFigure, type Figure, type Paragraph, type Span } from './paragraph.ts'
import { said } from './said-scope.ts'
import { wholeNamed } from './within.ts'

/** Stage (budget, adjusted, outturn …) a label says; undefined when it says none. */
export function stageOf(label: string, vocabulary: Vocabulary): string | undefined {
  const stages = vocabulary.scopes.get('stage')?.values
  return stages ? finderOf(stages, vocabulary).find(wordsOf(vocabulary, 'scope-neutral').mask(label)).at(-1)?.key : undefined
}

/** Whether a figure can be a member of a sum at all: it states an amount of its own, named before or after it, not per head. */
export function isMember(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const text = paragraph.shadow.text
  const after = text[figure.at + 1] ?? ''
  if (isEndOfRange(paragraph, figure, vocabulary)) return false
  if (MULTIPLIED.test(text[figure.at - 1] ?? '') || (MULTIPLIED.test(after) && figure.role !== 'result')) return false
  const named = figure.label !== '' || isOfCount(paragraph, figure) || isOfGroups(paragraph, figure) || isInList(paragraph, figure, vocabulary) || isOfYears(paragraph, figure) || !(after === '' || ',;:\u3001\u3002()'.includes(after) || isFigure(text, figure.at + 1))
  return isStated(figure) && named && !wordsOf(vocabulary, 'no-part').test(figure.label) && !isRelative(figure.label, vocabulary) && !isFullMark(text, figure, vocabulary) && !isAttributive(text, figure, vocabulary)
}

/** Whether persons are told right after the number of their groups, which is named ("top form 4 classes 140 persons"): they bear that name. */
function isOfGroups({ figures, shadow: { text } }: Paragraph, figure: Figure): boolean {
  const before = figures[figures.indexOf(figure) - 1]
  return figure.quantity.unit.dimension === 'count' && before?.quantity.unit.dimension === 'count' && before.label !== '' && before.quantity.unit.symbol !== figure.quantity.unit.symbol && /^\)?$/u.test(text.slice(before.at + 1, figure.at))
}

/** Whether a figure without words of its own stands in a row of three or more of one kind ("by quarter 4, 6, 5 and 3"): the words before the first are of all. */
function isInList({ figures, shadow: { text } }: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const at = figures.indexOf(figure)
  const joined = (other: Figure | undefined, before: Figure | undefined): boolean => {
    if (!other || !before || other.depth !== before.depth || [other, before].some(({ quantity }) => quantity.unit.symbol !== figure.quantity.unit.symbol)) return false
    const between = text.slice(before.at + 1, other.at)
    return between === ROW_MARKS[0] || (between !== '' && wordsOf(vocabulary, 'and-words').covers(between))
  }
  const joins = [-1, 0, 1, 2].map((step) => joined(figures[at + step], figures[at + step - 1]))
  return joins[1] === true && (joins[0] === true || joins[2] === true)
}

/** Whether a bare number is one end of a range ("from 80 to 89 years of age"). */
function isEndOfRange({ figures, shadow: { text } }: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const next = figures[figures.indexOf(figure) + 1]
  const between = next && text.slice(figure.at + 1, next.at)
  return figure.quantity.unit.dimension === 'number' && between !== undefined && between !== '' && wordsOf(vocabulary, 'range-words').covers(between)
}

/** Signs on either side of number and price. */
const MULTIPLIED = /^[*\u00d7]$/u

/** Whether an amount without a name stands right after a count and a comma ("vehicles 4, 50.00"): it is the amount of what is counted. */
function isOfCount({ figures, shadow: { text } }: Paragraph, figure: Figure): boolean {
  const before = figures[figures.indexOf(figure) - 1]
  return figure.quantity.unit.dimension === 'money' && before?.quantity.unit.dimension === 'count' && before.label !== '' && before.depth === figure.depth && /^(?:\([^()]*\))?[,\u3001]$/u.test(text.slice(before.at + 1, figure.at))
}

/** Whether an amount is one of a row that only years name ("of which 2025: 3, 2026: 4"). */
export function isOfYears({ figures, shadow: { text, tokenAt } }: Paragraph, figure: Figure): boolean {
  const at = figures.indexOf(figure)
  const ofYear = (other: Figure | undefined): other is Figure => other?.quantity.unit.symbol === figure.quantity.unit.symbol && tokenAt.get(other.at - 1)?.token.type === 'year'
  const joined = (first: Figure | undefined, next: Figure | undefined): boolean => ofYear(first) && ofYear(next) && /^[,;\u3001]$/u.test(text.slice(first.at + 1, next.at - 1))
  return joined(figures[at - 1], figure) || joined(figure, figures[at + 1])
}

/** Whether the persons in a group of things follow the number of groups ("20 classes 900 persons"): the number is no member beside them. */
function countsGroups({ figures, shadow: { text } }: Paragraph, figure: Figure, total: Figure): boolean {
  const next = figures[figures.indexOf(figure) + 1]
  return total.quantity.unit.dimension === 'count' && next !== undefined && figure.quantity.unit.symbol !== total.quantity.unit.symbol && next.quantity.unit.symbol === total.quantity.unit.symbol
    && next.depth === figure.depth && /^[^,;:\u3001\u3002()=*\u00d7]*$/u.test(text.slice(figure.at + 1, next.at))
}

/** Whether what was scored of it stands right after the figure ("20 points, scored 19"): the full mark is no member beside the score. */
function isFullMark(text: string, figure: Figure, vocabulary: Vocabulary): boolean {
  const scored = wordsOf(vocabulary, 'scored-words').find(text.slice(figure.at + 1, figure.at + 1 + SCORED))[0]
  return scored?.from === 0 && isFigure(text, figure.at + 1 + scored.to)
}

/** Whether an amount only says what another is of: "2 million of the 6 million owed". */
function isAttributive(text: string, figure: Figure, vocabulary: Vocabulary): boolean {
  if (figure.quantity.unit.dimension !== 'money') return false
  const rest = /^[^,:;()\u3001\u3002]*/u.exec(text.slice(figure.at + 1))?.[0] ?? ''
  const words = wordsOf(vocabulary, 'attributive-words').find(rest)[0]
  return words?.from === 0 && [...rest].some((_, at) => isFigure(rest, at))
}

const SCORED = 8

/** Whether a label says that the figure is no amount of the thing itself: what it moved by, is short of or beyond a target, a mark it passed. */
export const isRelative = (label: string, vocabulary: Vocabulary): boolean => movesBy(label, vocabulary) || wordsOf(vocabulary, 'gap-words').test(label)

/** Whether a label says that something moved by the figure. */
function movesBy(label: string, vocabulary: Vocabulary): boolean {
  const moved = wordsOf(vocabulary, 'movement-words').find(label).at(-1)
  return moved !== undefined && wordsOf(vocabulary, 'about-words').strip(label.slice(moved.to)) === ''
}

/** Whether two measure words count the same things: points of a score are no projects. */
function sameMeasure(a: string, b: string, vocabulary: Vocabulary): boolean {
  return a === b || Object.values(vocabulary.lists.get('count-words') ?? {}).some((words) => words.includes(a) && words.includes(b))
}

/** Whether one figure counts persons and the other things: only posts and persons are counted in pieces as well. */
function personsAndThings(one: Figure, other: Figure, vocabulary: Vocabulary): boolean {
  const [persons, things] = [one, other].map((figure) => wordsOf(vocabulary, 'person-measures').covers(figure.quantity.unit.symbol)) as [boolean, boolean]
  return persons !== things && !wordsOf(vocabulary, 'person-things').test((persons ? other : one).label)
}

/** What a figure measures: its dimension, of counts with the measure word it shares with others ("persons" and "times of persons" are one). */
export function measureOf({ quantity: { unit } }: Figure, vocabulary: Vocabulary): string {
  if (unit.dimension !== 'count') return unit.dimension
  const group = Object.entries(vocabulary.lists.get('count-words') ?? {}).find(([, words]) => words.includes(unit.symbol))?.[0]
  return `count ${group ?? unit.symbol}`
}

/** Whether two figures measure the same kind of thing; a bare number beside counts is a count whose measure word is left out. */
export function addable(total: Figure, part: Figure, vocabulary: Vocabulary): boolean {
  const [a, b] = [total.quantity.unit, part.quantity.unit]
  if (a.dimension === 'count' && b.dimension === 'count') return total.alsoIn?.includes(b.symbol) === true || (sameMeasure(a.symbol, b.symbol, vocabulary) && !personsAndThings(total, part, vocabulary))
  return sameDimension(a, b) || (a.dimension === 'count' && b.dimension === 'number' && part.quantity.places === 0)
}

/** Marks and words of "and" between the figures of a row: "9, 16 and 10". */
const ROW_MARKS = '\u3001,'

/** Whether a figure without words of its own stands in a row of figures: it is one of several, no total. */
export function inRow(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const text = paragraph.shadow.text
  // Batches and persons of the same visits stand side by side without being a row.
  const ofKind = (at: number): boolean => paragraph.figures.some((other) => other.at === at && measureOf(other, vocabulary) === measureOf(figure, vocabulary))
  const own = figure.label === '' || wordsOf(vocabulary, 'and-words').strip(figure.label) === ''
  const before = own && text[figure.labelFrom - 1] !== undefined && (ROW_MARKS.includes(text[figure.labelFrom - 1] ?? '') ? ofKind(figure.labelFrom - 2) : ofKind(figure.labelFrom - 1))
  return before || (text[figure.at + 1] === ROW_MARKS[0] && ofKind(figure.at + 2))
}

/** Funds that exclude each other: money of one is no part of money of another. */
function ofOtherFund(total: Figure, part: Figure, vocabulary: Vocabulary): boolean {
  const exclusive = vocabulary.lists.get('exclusive-funds')?.['funds'] ?? []
  const [whole, own] = [total, part].map(({ label }) => said('fund', label, vocabulary))
  return whole !== undefined && own !== undefined && whole !== own && exclusive.includes(whole) && exclusive.includes(own)
}

/** What a count of staff counts: posts, persons, a quota beside the posts; undefined where its words do not say. */
export function staffKind(label: string, vocabulary: Vocabulary): string | undefined {
  return wordsOf(vocabulary, 'staff-kinds').find(label).at(-1)?.key
}

/** Posts and the persons who hold them are no parts of each other. */
export function ofOtherKind(total: Figure, part: Figure, vocabulary: Vocabulary): boolean {
  if (total.quantity.unit.dimension !== 'count') return false
  const [serving, retired] = ['serving-words', 'retired-words'].map((words) => wordsOf(vocabulary, words))
  if (serving?.test(total.label) && !retired?.test(total.label) && retired?.test(part.label)) return true
  const [whole, own] = [staffKind(total.label, vocabulary), staffKind(part.label, vocabulary)]
  return whole !== undefined && own !== undefined && whole !== own && own !== 'quota'
}

/** Of members some of which are a quota beside the posts that the total counts, the others: they may be all of it. */
export function besideQuota(total: Figure, members: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] | undefined {
  const kind = total.quantity.unit.dimension === 'count' ? staffKind(total.label, vocabulary) : undefined
  const others = kind === undefined || kind === 'quota' ? members : members.filter((member) => staffKind(member.label, vocabulary) !== 'quota')
  return others.length < members.length && others.length > 1 ? others : undefined
}

/** Whether of two labels one speaks of what comes in, the other of what is spent. */
export function ofOtherSide(whole: string, part: string, vocabulary: Vocabulary): boolean {
  if (wordsOf(vocabulary, 'both-sides').test(whole)) return false
  const [one, other] = [said('side', whole, vocabulary), said('side', part, vocabulary)]
  return one !== undefined && other !== undefined && one !== other
}

/** Where the members count the things the total counts, what counts other things is no member: projects of departments are no departments. */
function ofOneNoun(paragraph: Paragraph, all: readonly Figure[], total: Figure): readonly Figure[] {
  const noun = nounAfter(paragraph, total)
  if (total.quantity.unit.dimension !== 'count' || noun === '' || !all.some((figure) => nounAfter(paragraph, figure) === noun)) return all
  return all.filter((figure) => [noun, ''].includes(nounAfter(paragraph, figure)))
}

/** Where members count persons as the total does, what is counted in pieces is something else: 3 classes, 90 children. */
function ofPersons(all: readonly Figure[], total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const persons = ({ quantity }: Figure): boolean => wordsOf(vocabulary, 'person-units').covers(quantity.unit.symbol === '' ? ' ' : quantity.unit.symbol)
  return persons(total) && all.some(persons) ? all.filter((figure) => persons(figure) || figure.quantity.unit.symbol === '') : all
}

const NOUN = 2
const NAME = 4
const FULL_NAME = 6
const nounAfter = (paragraph: Paragraph, figure: Figure): string => /^\p{Script=Han}*/u.exec(paragraph.shadow.text.slice(figure.at + 1, figure.at + 1 + NOUN))?.[0] ?? ''

/** Members between two offsets at one depth, of the same kind as the total and said of the same stage. */
export function membersIn(paragraph: Paragraph, within: Span, total: Figure, depth: number, vocabulary: Vocabulary): readonly Figure[] {
  const all = paragraph.figures.filter((figure) => figure.at >= within.from && figure.at < within.to && figure.depth === depth && addable(total, figure, vocabulary) && isMember(paragraph, figure, vocabulary) && !countsGroups(paragraph, figure, total) && !ofOtherFund(total, figure, vocabulary) && !ofOtherKind(total, figure, vocabulary) && !ofOtherSide(total.label, figure.label, vocabulary))
  const deducted = (figure: Figure): boolean => wordsOf(vocabulary, 'deducted-words').test(figure.label)
  // What bears a year and the total's own name is the total of that year.
  const others = all.filter((figure) => deducted(total) || !deducted(figure)).filter((figure) => yearOf(paragraph, figure) === undefined || bare(figure.label).length < NAME || bare(figure.label) !== bare(total.label))
  return ofYear(paragraph, ofStage(withoutNested(paragraph, ofOneNoun(paragraph, ofPersons(upToSame(others, total, vocabulary), total, vocabulary), total), vocabulary), total, vocabulary), total)
}

/** Members before one that is called just as the total is, where the others are not: the sentence goes on with another amount of that name. */
function upToSame(all: readonly Figure[], total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const name = stageOf(total.label, vocabulary) === undefined ? bare(total.label) : ''
  const again = name.length < NAME ? -1 : all.findIndex((figure) => bare(figure.label) === name)
  return again > 0 && !all.slice(0, again).some((figure) => bare(figure.label).endsWith(name)) ? all.slice(0, again) : all
}

/** The year a figure's own words name. */
export function yearOf({ shadow: { tokenAt } }: Paragraph, figure: Figure): number | undefined {
  for (let at = figure.at - 1; at >= figure.labelFrom; at--) {
    const token = tokenAt.get(at)?.token
    if (token?.type === 'year') return token.year
  }
  return undefined
}

/** Of members said of several years, those of the total's year. */
function ofYear(paragraph: Paragraph, all: readonly Figure[], total: Figure): readonly Figure[] {
  const years = new Set(all.map((figure) => yearOf(paragraph, figure)).filter((year) => year !== undefined))
  if (years.size < 2) return all
  const own = yearOf(paragraph, total)
  if (own === undefined && all.every((figure) => isOfYears(paragraph, figure))) return all
  return all.filter((figure) => own !== undefined && [undefined, own].includes(yearOf(paragraph, figure)))
}

/** What follows a member and a colon, up to the semicolon, breaks that member down. */
function withoutNested(paragraph: Paragraph, members: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const heads = members.filter((member) => paragraph.shadow.text[member.at + 1] === ':')
  return withoutNamed(members.filter((member) => !heads.some((head) => head.at < member.at && head.segment === member.segment) && !wholeNamed(members, member, vocabulary)), vocabulary)
}

/** Members that a member before them names as its parts ("purchase and running", then purchase, then running) are its own. */
function withoutNamed(members: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const named = Object.entries(vocabulary.lists.get('named-parts') ?? {})
  return members.filter((member, at) => !named.some(([whole, words]) => !member.label.includes(whole) && words.some((word) => member.label.includes(word)) && members.slice(Math.max(0, at - words.length), at).some((other) => other.label.includes(whole))))
}

/**
 * Members that bear the total's whole name, where others do not ("awarded to small business, of which to micro business …; of goods awarded to small business …"):
 * they break the total down by themselves, and the others name a part of it that may be in any of them.
 */
export function ofOneName(total: Figure, members: readonly Figure[]): readonly Figure[] | undefined {
  const name = bare(total.label)
  if (name.length < FULL_NAME) return undefined
  const named = members.filter((member) => bare(member.label).endsWith(name) && bare(member.label) !== name)
  return named.length > 0 && named.length < members.length ? named : undefined
}

/** The members that the total's own name calls for ("purchase and running"), if all are there and others besides: those belong to a wider list. */
export function calledFor(total: Figure, members: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] | undefined {
  const words = Object.entries(vocabulary.lists.get('named-parts') ?? {}).find(([whole]) => total.label.includes(whole))?.[1] ?? []
  const called = members.filter((member) => words.some((word) => member.label.includes(word)))
  return words.length > 0 && called.length < members.length && words.every((word) => called.some((member) => member.label.includes(word))) ? called : undefined
}

function ofStage(all: readonly Figure[], total: Figure, vocabulary: Vocabulary): readonly Figure[] {
  const stage = stageOf(total.label, vocabulary)
  const stages = new Set(all.map((figure) => stageOf(figure.label, vocabulary)).filter((said) => said !== undefined))
  if (stages.size < 2 && (stage === undefined || stages.size === 0 || stages.has(stage))) return all
  return stage === undefined ? [] : all.filter((figure) => stageOf(figure.label, vocabulary) === stage)
}

/** Whether a stretch opens with words that say how a total is broken down ("by class:"): its figures are no members beside those of the next item. */
export function partitions(paragraph: Paragraph, { from, to }: Span, vocabulary: Vocabulary): boolean {
  const stretch = paragraph.shadow.text.slice(from, to)
  const colon = stretch.indexOf(':')
  return colon > 0 && wordsOf(vocabulary, 'partitions').test(stretch.slice(0, colon))
}

/** Whether members of a total of both sides are what the year began with and what it left: terms of income and of expenditure, of neither side all. */
export function ofBothEnds(paragraph: Paragraph, total: Figure, members: readonly Figure[], vocabulary: Vocabulary): boolean {
  if (!isOfBothSides(paragraph, total, vocabulary)) return false
  const ends = new Set(members.flatMap(({ label }) => wordsOf(vocabulary, 'year-ends').find(label).map(({ key }) => key)))
  return ends.has('opening') && ends.has('closing')
}

const BOTH_SIDES_NAMED = 16

/** Whether a total is one of both sides of a budget, which may be named one after the other: 收入总计、支出总计均为. */
function isOfBothSides({ shadow }: Paragraph, total: Figure, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'both-sides').test(total.label) || wordsOf(vocabulary, 'sides-named').test(shadow.text.slice(Math.max(0, total.at - BOTH_SIDES_NAMED), total.at))
}
