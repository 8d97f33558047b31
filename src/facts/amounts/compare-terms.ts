import type { Quantity, Term, Unit } from '../quantity.ts'
import { orderVerdict } from './compare-order.ts'
import { divides, rateVerdict } from './compare-rate.ts'
import { repeatedVerdict } from './compare-repeated.ts'
import { computedVerdict } from './compare-sum.ts'
import type { CompareOptions, Comparison, Relation } from './comparison.ts'
import { asPrinted, evaluate } from './evaluate.ts'
import { passes, type Judgement } from './judgement.ts'
import { nominal } from './nominal.ts'
import { rangeOf } from './range.ts'
import { half, subtract } from './rational.ts'
import { slipOf } from './slip.ts'
import { comparable, sameKind, sortOf } from './term-sort.ts'
import { POINTS } from './units.ts'
import { quantityFrom } from './value.ts'
import { intervalsOf } from './variables.ts'

/** A printed quantity as a term. The same quantity object is one figure wherever it occurs. */
export const leaf = (quantity: Quantity): Term => ({ op: 'leaf', quantity })

const EXACT_DECIMALS = 20
/** Decimals added until a difference that rounding would hide is seen. */
const MORE_DECIMALS = 6

/** A verdict with what decided it; the reason where there is none. */
export type Judged = Judgement & Pick<Comparison, 'reason'>

/** The verdict of `compareTerms` alone: neither side is worked out for printing. */
export function judgeTerms(relation: Relation, actual: Term, expected: Term, { repeated }: CompareOptions = {}): Judged {
  const [a, e] = [sortOf(actual), sortOf(expected)]
  const alike = a && e && (actual.op === 'leaf' && expected.op === 'leaf' ? sameKind(a, e) : comparable(a, e))
  if (!alike) return { verdict: 'not-evaluated', reason: 'units-differ' }
  if (printedAlike(relation, actual, expected)) return { verdict: 'exact', reading: repeated === false ? 'fine' : 'own' }
  const judged = judge(relation, actual, expected, repeated)
  return judged.verdict === 'not-evaluated' ? { verdict: 'not-evaluated', reason: 'zero-base' } : judged
}

/**
 * Compares two terms by the verdict rules of DESIGN §3. `actual` is the figure under suspicion. Two single figures are one
 * figure printed twice unless `repeated: false`; else one side is computed. Bounds (≥ 95 %) are not looked at: only values
 * are. Not evaluated when the units differ in kind or a base is zero.
 */
export function compareTerms(relation: Relation, actual: Term, expected: Term, options: CompareOptions = {}): Comparison {
  return comparisonOf(relation, actual, expected, judgeTerms(relation, actual, expected, options))
}

/** What `compareTerms` gives of terms that `judgeTerms` has judged. */
export function comparisonOf(relation: Relation, actual: Term, expected: Term, judged: Judged): Comparison {
  if (judged.verdict === 'not-evaluated') return judged
  return { ...judged, ...(printedAlike(relation, actual, expected) ? oneFigure(actual, expected) : sides(actual, expected, judged)) }
}

/** Whether both figures are printed alike, as most are: nothing needs to be computed. */
function printedAlike(relation: Relation, actual: Term, expected: Term): boolean {
  return relation === 'equal' && actual.op === 'leaf' && expected.op === 'leaf' && isOneFigure(actual.quantity, expected.quantity)
}

const isOneFigure = (a: Quantity, b: Quantity): boolean => a.unit === b.unit && a.places === b.places && a.digits === b.digits

/** Both sides of figures printed alike. */
function oneFigure(actual: Term, expected: Term): Partial<Comparison> {
  if (actual.op !== 'leaf' || expected.op !== 'leaf') return {}
  const { quantity } = actual
  return { actual: quantity, expected: expected.quantity, difference: { digits: 0n, places: Math.max(quantity.places, 0), unit: differenceUnit(quantity) } }
}

/** Percentages differ by points. */
const differenceUnit = ({ unit }: Quantity): Unit => (unit.dimension === 'percent' ? POINTS : unit)

function judge(relation: Relation, actual: Term, expected: Term, repeated: boolean | undefined): Judgement {
  if (relation !== 'equal') return orderVerdict(relation, actual, expected)
  if (actual.op === 'leaf' && expected.op === 'leaf') return repeated === false ? computedVerdict(actual, expected) : { verdict: repeatedVerdict(actual.quantity, expected.quantity), reading: 'own' }
  if (actual.op === 'leaf' && divides(expected)) return rateVerdict(actual.quantity, expected)
  if (expected.op === 'leaf' && divides(actual)) return rateVerdict(expected.quantity, actual)
  return computedVerdict(actual, expected)
}

/** Both sides in one unit, their difference, and what the rounding of the figures allows. */
function sides(actual: Term, expected: Term, judged: Judgement): Partial<Comparison> {
  const shown = shownSides(actual, expected)
  if (!shown) return {}
  const difference = differenceOf(shown.actual, actual, expected)
  if (judged.verdict === 'exact') return { ...shown, ...(difference && { difference }) }
  const range = rangeOf({ op: 'minus', args: [actual, expected] }, intervalsOf([actual, expected], judged.reading ?? 'own'))
  const allowance = range && quantityFrom(half(subtract(range.high, range.low)), shown.actual.unit, shown.actual.places, shown.actual.places + 1)
  const slip = passes(judged.verdict) ? undefined : slipOf(shown.actual, shown.expected)
  return { ...shown, ...(difference && { difference }), ...(allowance && { allowance }), ...(slip && { slip }) }
}

function shownSides(actual: Term, expected: Term): { actual: Quantity; expected: Quantity } | undefined {
  if (actual.op === 'leaf') {
    const other = asPrinted(expected, actual.quantity)
    return other && { actual: actual.quantity, expected: distinct(actual.quantity, other, expected) }
  }
  if (expected.op === 'leaf') {
    const other = asPrinted(actual, expected.quantity)
    return other && { actual: distinct(expected.quantity, other, actual), expected: expected.quantity }
  }
  const one = evaluate(actual)
  if (!('quantity' in one)) return undefined
  const other = asPrinted(expected, one.quantity)
  return other && { actual: one.quantity, expected: other }
}

/** A computed value that differs from the printed one is shown with enough decimals to look different. */
function distinct(printed: Quantity, computed: Quantity, term: Term): Quantity {
  const value = nominal(term)
  if (!value || !divides(term) || computed.digits !== printed.digits || computed.places !== printed.places) return computed
  for (let places = printed.places; places <= printed.places + MORE_DECIMALS; places++) {
    const longer = quantityFrom(value, printed.unit, places)
    if (longer.digits !== printed.digits * 10n ** BigInt(places - printed.places)) return longer
  }
  return computed
}

function differenceOf(shown: Quantity, actual: Term, expected: Term): Quantity | undefined {
  const unit = differenceUnit(shown)
  const places = Math.max(shown.places, 0)
  const value = nominal({ op: 'minus', args: [actual, expected] })
  return value && quantityFrom(value, unit, places, divides(actual) || divides(expected) ? places : EXACT_DECIMALS)
}
