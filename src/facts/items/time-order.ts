import type { Vocabulary } from '../../vocabulary/types.ts'
import { refOf, textValue } from '../prose/place.ts'
import type { PlacedToken } from '../prose/pattern/shadow.ts'
import { tokenShadow, type Shadow } from '../prose/pattern/shadow.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import type { QuantityValue } from '../value.ts'
import { numberValue } from '../values.ts'
import { firstDay, isOpenBack, lastDay, type Point } from './time-point.ts'
import type { PlacedText } from './text-list.ts'

/** Two times that follow each other, the later one printed first: both with their year (`sure`) or one without. */
export interface Backwards {
  readonly sure: boolean
  readonly numbers: readonly [QuantityValue, QuantityValue]
}

/** A date with the text it stands in. */
export interface DateIn {
  readonly text: PlacedText
  readonly placed: PlacedToken
}

const YEARS_PRINTED = /(?:19|20)\d\d/gu
const SENTENCE_MARK = /[;!?\u3002\n]/u
const TIMES = ['date', 'date-range', 'year']

/** Periods of a text whose end stands before their begin. */
export function backwardPeriods(text: PlacedText, vocabulary: Vocabulary): readonly Backwards[] {
  const shadow = tokenShadow(text.tokenised)
  const times = timesOf(shadow)
  return times.flatMap(([at, placed], index) => {
    const { token } = placed
    if (token.type === 'date-range') {
      const both = [...text.tokenised.text.slice(placed.from, placed.to).matchAll(YEARS_PRINTED)].length > 1
      if (!token.until || !backwards(token, token.until, both) || (!both && comesRound(shadow, at, vocabulary))) return []
      return [{ sure: both, numbers: [valueAt(text, firstDay(token), placed), valueAt(text, lastDay(token.until), placed)] as const }]
    }
    const [next, end] = times[index + 1] ?? []
    const joined = next !== undefined && wordsOf(vocabulary, 'period-joints').covers(shadow.text.slice(at + 1, next)) && next > at + 1
    if (!joined || !end || end.token.type === 'date-range') return []
    return turned({ text, placed }, { text, placed: end })
  })
}

/** Begin and end as a pair, where both bear their year and the end is before the begin. */
export function turned(begin: DateIn, end: DateIn): readonly Backwards[] {
  if (begin.placed.token.year === undefined || end.placed.token.year === undefined) return []
  return backwards(begin.placed.token, endOf(end.placed), true) ? [pairOf(begin, end, true)] : []
}

/** Dates of a shadow in order, with where they stand. */
export function timesOf(shadow: Shadow): readonly (readonly [number, PlacedToken])[] {
  return [...shadow.tokenAt].filter(([, { token }]) => TIMES.includes(token.type)).sort(([a], [b]) => a - b)
}

/** Work that is printed to follow other work, and yet is done before it begins: what is built before it is ordered. */
export function backwardWorks(text: PlacedText, vocabulary: Vocabulary): readonly Backwards[] {
  const shadow = tokenShadow(text.tokenised)
  if (!wordsOf(vocabulary, 'work-steps').test(shadow.text)) return []
  return shadow.text.split(/[\u3002!?\n]/u).reduce<{ readonly from: number; readonly found: readonly Backwards[] }>(({ from, found }, sentence) => (
    { from: from + sentence.length + 1, found: [...found, ...worksOf(text, shadow, { from, sentence }, vocabulary)] }
  ), { from: 0, found: [] }).found
}

interface Step {
  readonly placed: PlacedToken
  /** Its date, with the year of the step before where it bears none. */
  readonly begin: Point
  readonly end: Point
  readonly ranks: readonly number[]
  /** Whether nothing but words that lead up to it stands before the date. */
  readonly leads: boolean
}

function worksOf(text: PlacedText, shadow: Shadow, { from, sentence }: { readonly from: number; readonly sentence: string }, vocabulary: Vocabulary): readonly Backwards[] {
  if (wordsOf(vocabulary, 'next-year-words').test(sentence) || wordsOf(vocabulary, 'out-of-order-words').test(sentence)) return []
  const found: Backwards[] = []
  let before: Step | undefined
  let year: number | undefined
  let at = from
  for (const clause of sentence.split(/[,;\u3001]/u)) {
    const step = stepOf(shadow, at, clause, year, vocabulary)
    if (before && step?.leads && follows(before, step)) {
      const sure = before.begin.year !== undefined && step.placed.token.year !== undefined
      if (backwards(before.begin, step.end, sure)) found.push(pairOf({ text, placed: before.placed }, { text, placed: step.placed }, sure, [before.begin, step.end]))
    }
    year = step?.begin.year ?? year
    before = step
    at += clause.length + 1
  }
  return found
}

const follows = (one: Step, other: Step): boolean => one.ranks.length > 0 && other.ranks.length > 0 && Math.max(...one.ranks) < Math.min(...other.ranks)

/** A clause with one date and the steps of work it names. */
function stepOf(shadow: Shadow, from: number, clause: string, year: number | undefined, vocabulary: Vocabulary): Step | undefined {
  const dates = timesOf(shadow).filter(([at]) => at >= from && at < from + clause.length)
  const [first] = dates
  if (!first || dates.length > 1 || first[1].token.month === undefined) return undefined
  const [at, placed] = first
  const known = (point: Point): Point => ({ ...point, ...(point.year === undefined && year !== undefined && { year }) })
  return {
    placed, begin: known(placed.token), end: known(endOf(placed)), ranks: ranksOf(clause, vocabulary),
    leads: wordsOf(vocabulary, 'work-leads').covers(clause.slice(0, at - from)),
  }
}

/** The steps named, in the order of works; words that any step has (to begin, to be done) only where no other is named. */
function ranksOf(clause: string, vocabulary: Vocabulary): readonly number[] {
  const keys = wordsOf(vocabulary, 'work-steps').find(clause).map(({ key }) => key)
  const named = keys.filter((key) => /^\d$/u.test(key))
  return (named.length > 0 ? named : keys.map((key) => key.slice(-1))).map(Number)
}

/** The last day of a date or range; a range without year has none that is known. */
function endOf({ token }: PlacedToken): Point {
  return token.type === 'date-range' ? (token.until ?? { month: 12 }) : token
}

function backwards(begin: Point, end: Point, sure: boolean): boolean {
  return lastDay(end) < firstDay(begin) && (sure || isOpenBack(begin, end))
}

/** Whether the sentence speaks of the year after, or of every year. */
function comesRound(shadow: Shadow, at: number, vocabulary: Vocabulary): boolean {
  const before = shadow.text.slice(0, at).split(SENTENCE_MARK).at(-1) ?? ''
  const after = shadow.text.slice(at + 1).split(SENTENCE_MARK)[0] ?? ''
  return wordsOf(vocabulary, 'next-year-words').test(before + after) || wordsOf(vocabulary, 'out-of-order-words').test(before + after)
}

function pairOf(begin: DateIn, end: DateIn, sure: boolean, [first, last]: readonly [Point, Point] = [begin.placed.token, endOf(end.placed)]): Backwards {
  return { sure, numbers: [valueAt(begin.text, firstDay(first), begin.placed), valueAt(end.text, lastDay(last), end.placed)] }
}

function valueAt(text: PlacedText, day: number, { from, to }: PlacedToken): QuantityValue {
  return { ...numberValue(day, refOf(text, from, to)), printed: textValue(text, from, to).text }
}
