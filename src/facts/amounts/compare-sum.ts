import type { Verdict } from '../../core/verdict.ts'
import type { Quantity, Term } from '../quantity.ts'
import { holdsZero, isPoint, type Interval } from './interval.ts'
import { underBothReadings, type Judgement } from './judgement.ts'
import { nominal } from './nominal.ts'
import { linearForm, rangeOf } from './range.ts'
import { ZERO, absolute, add, compare, decimal, half, multiply, roundedSteps, subtract, type Rational } from './rational.ts'
import { lastPlaceOf, valueOf } from './value.ts'
import { figuresOf, intervalsOf, type Intervals } from './variables.ts'

/** A printed figure against what is computed, or two computations: sums, differences, products. */
export function computedVerdict(actual: Term, expected: Term): Judgement {
  const difference: Term = { op: 'minus', args: [actual, expected] }
  const gap = nominal(difference)
  if (!gap) return { verdict: 'not-evaluated' }
  if (gap.n === 0n) return { verdict: 'exact', reading: 'fine' }
  const single = actual.op === 'leaf' ? actual.quantity : expected.op === 'leaf' ? expected.quantity : undefined
  const computed = actual.op === 'leaf' ? expected : actual
  return underBothReadings((precision) => {
    // What comes to about so much has no finer reading.
    const reading = single?.approximate ? 'own' : precision
    const intervals = intervalsOf([actual, expected], reading)
    const range = rangeOf(difference, intervals)
    if (!range) return undefined
    if (!holdsZero(range) && single && !single.approximate && multiplies(computed) && roundsTo(nominal(computed), single)) return 'exact'
    if (!holdsZero(range)) return reading === 'fine' ? productVerdict(range.low.n > 0n ? range.low : absolute(range.high), single, computed) : 'impossible'
    if (isImplausible(difference, single, intervals, gap)) return 'implausible'
    return single && !single.approximate && roundsWithin(nominal(computed), intervals.get(single)) ? 'exact' : 'explainable'
  })
}

/** A product may be off by one last place before it is impossible: it may have been cut off. The own reading is wide enough without. */
function productVerdict(outside: Rational, single: Quantity | undefined, computed: Term): Verdict {
  return single && multiplies(computed) && compare(outside, lastPlaceOf(single)) <= 0 ? 'implausible' : 'impossible'
}

const multiplies = (term: Term): boolean => term.op === 'times' || (term.op !== 'leaf' && term.args.some(multiplies))

/** Whether a value rounds half up to the figure with this interval, at the place the reading gives it. */
function roundsWithin(value: Rational | undefined, interval: Interval | undefined): boolean {
  if (!value || !interval || isPoint(interval)) return false
  const place = subtract(interval.high, interval.low)
  return compare(multiply(decimal(roundedSteps(value, place), 0), place), add(interval.low, half(place))) === 0
}

export function roundsTo(value: Rational | undefined, figure: Quantity): boolean {
  if (!value) return false
  const place = lastPlaceOf(figure)
  return compare(multiply(decimal(roundedSteps(value, place), 0), place), valueOf(figure)) === 0
}

/**
 * Whether roundings that nearly all went the same way are needed: a gap over 3·√((n+1)/12) last places, three standard
 * deviations of n+1 independent roundings. Compared by squares; widths of different size each count with their own.
 */
function isImplausible(difference: Term, single: Quantity | undefined, intervals: Intervals, gap: Rational): boolean {
  const form = linearForm(difference)
  if (!form) return false
  let squares: Rational = ZERO
  for (const [variable, times] of form) {
    const interval = intervals.get(variable)
    if (!interval) continue
    const width = multiply(subtract(interval.high, interval.low), decimal(times, 0))
    squares = add(squares, multiply(width, width))
  }
  if (single && single.digits === 0n && !single.blankAsZero && !single.exact) squares = add(squares, widestSquare(difference, intervals))
  return compare(multiply(multiply(gap, gap), decimal(12n, 0)), multiply(squares, decimal(9n, 0))) > 0
}

/** A printed zero total was rounded like the others, to a place it does not show. */
function widestSquare(difference: Term, intervals: Intervals): Rational {
  let square: Rational = ZERO
  for (const figure of figuresOf(difference)) {
    const interval = intervals.get(figure)
    if (!interval) continue
    const width = subtract(interval.high, interval.low)
    if (compare(multiply(width, width), square) > 0) square = multiply(width, width)
  }
  return square
}

