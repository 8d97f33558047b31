import { readYearNumeral } from '../amounts/numerals.ts'
import { readFigure } from '../amounts/read-figure.ts'
import { MONTH_UNIT } from '../amounts/units.ts'
import { BARE_YEAR, COMPACT_DATE, DAY, FULL_DATE, MARKED_DATE, MARKED_MONTH, MONTH, MONTHS, MONTHS_FACTOR, MONTH_DAY, RANGE_YEAR_END, SHORT_YEAR, SPELLED_YEAR, STAMP, TO, YEAR_AND_MARKS, YEAR_MARK, YEAR_WORD } from './date-lexicon.ts'
import { isDigitAt, matchAt, type Found, type Spot } from './found.ts'

const FACTOR_SIGN = /[*×xX]\s?$/

interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly end: number
  /** A year without its word: a date only as an end of a range. */
  readonly bare?: true
}

const number = (text: string | undefined): number => Number(text)

/** The stamp, year, date or range of dates that begins here. */
export function readDate(spot: Spot): Found | undefined {
  const { text, at } = spot
  const stamp = matchAt(STAMP, text, at)
  if (stamp) return { type: 'stamp', from: at, to: at + stamp[0].length }
  const factor = FACTOR_SIGN.test(text.slice(Math.max(0, at - 2), at)) ? matchAt(MONTHS_FACTOR, text, at) : null
  if (factor) return { type: 'count', from: at, to: at + factor[0].length, quantity: { digits: BigInt(factor[1] ?? 0), places: 0, unit: MONTH_UNIT } }
  const first = readPoint(text, at, true)
  if (!first) return readMonths(text, at, undefined, at)
  const months = first.month === undefined && first.year !== undefined && !first.bare ? readMonths(text, first.end, first.year, at) : undefined
  if (months) return months
  const range = readRange(text, at, first)
  if (range) return range
  return first.bare ? undefined : token(at, first)
}

function token(from: number, { year, month, day, end }: Point): Found {
  return { type: month === undefined ? 'year' : 'date', from, to: end, ...(year !== undefined && { year }), ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

function readPoint(text: string, at: number, first: boolean): Point | undefined {
  const full = matchAt(FULL_DATE, text, at)
  if (full) return { year: number(full[1]), month: number(full[2]), ...(full[3] !== undefined && { day: number(full[3]) }), end: at + full[0].length }
  const mixed = matchAt(YEAR_AND_MARKS, text, at)
  if (mixed) return { year: number(mixed[1]), month: number(mixed[2]), day: number(mixed[3]), end: at + mixed[0].length }
  const marked = matchAt(MARKED_DATE, text, at)
  if (marked) return { year: number(marked[1]), month: number(marked[3]), day: number(marked[4]), end: at + marked[0].length }
  const compact = matchAt(COMPACT_DATE, text, at)
  if (compact && readFigure(text, at)?.unit.symbol === '') return { year: number(compact[1]), month: number(compact[2]), day: number(compact[3]), end: at + 8 }
  const year = matchAt(YEAR_WORD, text, at)
  if (year) return { year: number(year[1]), end: at + year[0].length }
  const short = matchAt(SHORT_YEAR, text, at)
  if (short) return { year: 2000 + number(short[1]), ...(short[2] !== undefined && { month: number(short[2]) }), end: at + short[0].length }
  const monthDay = matchAt(MONTH_DAY, text, at)
  if (monthDay) return { month: number(monthDay[1]), day: number(monthDay[2]), end: at + monthDay[0].length }
  const month = matchAt(MONTH, text, at)
  if (month) return { month: number(month[1]), end: at + month[0].length }
  const spelled = matchAt(SPELLED_YEAR, text, at)
  const spelledYear = spelled ? readYearNumeral(spelled[0]) : undefined
  if (spelled && spelledYear !== undefined) return { year: spelledYear, end: at + 4 + (matchAt(YEAR_MARK, text, at + 4)?.[0].length ?? 0) }
  const markedMonth = matchAt(MARKED_MONTH, text, at)
  if (markedMonth) return { year: number(markedMonth[1]), month: number(markedMonth[3]), end: at + markedMonth[0].length, bare: true }
  const bare = matchAt(BARE_YEAR, text, at)
  if (bare && (first || !isDigitAt(text, at + 4))) return { year: number(bare[1]), end: at + 4, bare: true }
  return undefined
}

/** 3-12 of months, after a year or alone. */
function readMonths(text: string, at: number, year: number | undefined, from: number): Found | undefined {
  const found = matchAt(MONTHS, text, at)
  if (!found) return undefined
  const [first, last] = [number(found[1]), number(found[2])]
  if (first >= last) return undefined
  return { type: 'date-range', from, to: at + found[0].length, month: first, ...(year !== undefined && { year, until: { year, month: last } }) }
}

function readRange(text: string, from: number, first: Point): Found | undefined {
  const to = matchAt(TO, text, first.end)
  if (!to) return undefined
  const start = first.end + to[0].length
  const last = isDigitAt(text, start) ? (readPoint(text, start, false) ?? readDay(text, start, first)) : undefined
  if (!last) return undefined
  let end = last.end
  const year = last.year ?? first.year
  if (last.bare && last.month === undefined) {
    // Two bare numbers are years only when the second is followed by the word, or by nothing that makes it a figure.
    const word = matchAt(RANGE_YEAR_END, text, end)
    if (!word && (first.month !== undefined || /[\d.,%:]/.test(text[end] ?? '') || readFigure(text, start)?.unit.symbol !== '')) return undefined
    if (word) end += word[0].length
  }
  if ((first.bare || last.bare) && (first.month === undefined) !== (last.month === undefined)) return undefined
  if (first.year !== undefined && year !== undefined && year < first.year) return undefined
  const { month, day } = first
  return {
    type: 'date-range', from, to: end, ...(first.year !== undefined && { year: first.year }), ...(month !== undefined && { month }), ...(day !== undefined && { day }),
    ...(year !== undefined && { until: { year, ...(last.month !== undefined && { month: last.month }), ...(last.day !== undefined && { day: last.day }) } }),
  }
}

/** The last day of a range within one month. */
function readDay(text: string, at: number, first: Point): Point | undefined {
  const day = first.day === undefined ? null : matchAt(DAY, text, at)
  return day && first.month !== undefined ? { month: first.month, day: number(day[1]), end: at + day[0].length } : undefined
}
