import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { tokenShadow, type PlacedToken, type Shadow } from '../prose/pattern/shadow.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import { quantityValue, refOf, textValue } from '../prose/place.ts'
import type { QuantityValue } from '../value.ts'
import { numberValue } from '../values.ts'
import type { PlacedText } from './text-list.ts'
import { periodItems, risingItem, workItems } from './time-items.ts'

/** So many months may lie between the begin of a stage without year and the end of the one before; further back it may be in the next year. */
const MOST_BACK = 4
const MONTHS = 12
const FEWEST_RATES = 3
const WHOLE = 100n

/**
 * When the stages of a plan begin, as items of kind `numbering` (origin `stages`), and how far it is to be at one time after the other
 * (origin `progress`): in order they rise. What stages have in common with the one before is left out. With them, what `time-items.ts` finds.
 */
export function scheduleItems(vocabulary: Vocabulary, text: PlacedText): Item[] {
  const shadow = tokenShadow(text.tokenised)
  return [
    ...risingItem('stages', stages(text, shadow, vocabulary), text), ...risingItem('progress', progress(text, shadow, vocabulary), text),
    ...periodItems(vocabulary, text), ...workItems(vocabulary, text),
  ]
}

/** The month each stage begins in: all with their year, or none. */
function stages(text: PlacedText, shadow: Shadow, vocabulary: Vocabulary): readonly QuantityValue[] {
  const heads = wordsOf(vocabulary, 'stage-heads').find(shadow.text)
  if (heads.length < 2 || wordsOf(vocabulary, 'next-year-words').test(shadow.text)) return []
  const begun = heads.map(({ to }, at) => beginning(shadow, to, heads[at + 1]?.from ?? shadow.text.length, vocabulary))
  const dates = begun.filter((date) => date !== undefined)
  const dated = dates.filter(({ token }) => token.year !== undefined).length
  if (dates.length !== heads.length || (dated > 0 && dated < dates.length)) return []
  const months = dates.map(({ token: { year = 0, month = 0 } }) => year * MONTHS + month)
  const mayWrap = dates.some((date, at) => (months[at] ?? 0) < (months[at - 1] ?? 0) && lastMonth(text, dates[at - 1] ?? date) - (months[at] ?? 0) > MOST_BACK)
  if (dated === 0 && mayWrap) return []
  return dates.map(({ from, to }, at) => ({ ...numberValue(months[at] ?? 0, refOf(text, from, to)), printed: textValue(text, from, to).text }))
}

/** The month a date or range without year ends in. */
function lastMonth({ tokenised }: PlacedText, { from, to }: PlacedToken): number {
  return Number(/.*?(\d{1,2})\s?\u6708[^\u6708]*$/u.exec(tokenised.text.slice(from, to))?.[1] ?? 0)
}

/** The date right after the head of a stage, with nothing between but words that lead up to it. */
function beginning(shadow: Shadow, from: number, to: number, vocabulary: Vocabulary): PlacedToken | undefined {
  const at = [...shadow.tokenAt.keys()].filter((place) => place >= from && place < to).sort((a, b) => a - b)[0]
  const placed = at === undefined ? undefined : shadow.tokenAt.get(at)
  if (at === undefined || !placed || !['date', 'date-range'].includes(placed.token.type) || placed.token.month === undefined) return undefined
  return wordsOf(vocabulary, 'stage-leads').covers(shadow.text.slice(from, at).replace(/[:(,\s]/gu, '')) ? placed : undefined
}

/** Rates of progress told for one time after the other, where the last is all of it or they are said to be running totals. */
function progress(text: PlacedText, shadow: Shadow, vocabulary: Vocabulary): readonly QuantityValue[] {
  const words = wordsOf(vocabulary, 'progress-words')
  const clauses = shadow.text.split(/[,;\u3002\u3001]/u)
  let from = 0
  const runs: { readonly clause: string; readonly value: QuantityValue }[][] = [[]]
  for (const clause of clauses) {
    const value = words.test(clause) && isTimed(clause, vocabulary) && !wordsOf(vocabulary, 'other-rates').test(clause) ? rateIn(text, shadow, from, from + clause.length) : undefined
    if (value) runs.at(-1)?.push({ clause, value })
    else if (runs.at(-1)?.length) runs.push([])
    from += clause.length + 1
  }
  const run = runs.find((rates) => rates.length >= FEWEST_RATES)
  const [first] = run ?? []
  if (!run || !first) return []
  const last = run.at(-1)?.value.quantity
  const isAll = last?.digits === WHOLE * 10n ** BigInt(last?.places ?? 0)
  const values = run.map(({ value }) => value)
  const sameUnit = values.every(({ quantity }) => quantity.places === last?.places)
  return sameUnit && (isAll || wordsOf(vocabulary, 'running-totals').test(first.clause)) ? values : []
}

const isTimed = (clause: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'progress-times').test(clause)

/** The only figure of a clause, where it is a percentage. */
function rateIn(text: PlacedText, shadow: Shadow, from: number, to: number): QuantityValue | undefined {
  const placed = [...shadow.tokenAt].filter(([at]) => at >= from && at < to).map(([, token]) => token)
  const figures = placed.filter(({ token }) => token.quantity !== undefined)
  return figures.length === 1 && figures[0]?.token.type === 'percent' ? quantityValue(text, figures[0]) : undefined
}
