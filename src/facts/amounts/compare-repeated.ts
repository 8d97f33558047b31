import type { Verdict } from '../../core/verdict.ts'
import type { Quantity } from '../quantity.ts'
import { finestPlaces, intervalOf } from './interval.ts'
import { absolute, compare, decimal, half, multiply, roundedSteps, subtract, type Rational } from './rational.ts'
import { isCounted } from './units.ts'
import { lastPlaceOf, valueOf } from './value.ts'

const TWO: Rational = { n: 2n, d: 1n }
/** From 1 % down a last place is so fine that being one off is how people round. */
const FINE_PERCENT = 2
const TEN_THOUSAND = 4
const THREE_DIGITS = 1000n

/**
 * One figure printed twice: equal is exact, one unit of the last place apart rounding, more impossible. Figures of
 * different precision are compared at the coarser place. Counts have zero tolerance.
 */
export function repeatedVerdict(a: Quantity, b: Quantity): Verdict {
  const [x, y] = [valueOf(a), valueOf(b)]
  if (compare(x, y) === 0) return 'exact'
  if (a.approximate || b.approximate) return overlap(a, b) ? 'explainable' : 'impossible'
  if (isCounted(a) && isCounted(b)) return 'impossible'
  if (a.exact || b.exact) return overlap(a, b) ? 'explainable' : 'impossible'
  const [coarse, fine] = coarserFirst(a, b)
  const place = lastPlaceOf(coarse)
  const apart = absolute(subtract(x, y))
  if (compare(place, lastPlaceOf(fine)) === 0) return compare(apart, place) <= 0 ? oneApart(coarse) : 'impossible'
  return compare(apart, half(place)) <= 0 ? atCoarserPlace(coarse, fine, place) : nearlyAtCoarserPlace(coarse, fine, place)
}

/** A zero says nothing of its places, so it takes those of the other figure when they have one unit, and a bare one its unit, too. Of two equally coarse ones the smaller comes first. */
function coarserFirst(a: Quantity, b: Quantity): readonly [coarse: Quantity, fine: Quantity] {
  const aligned = (zero: Quantity, other: Quantity): Quantity => (zero.digits === 0n && ['', other.unit.symbol].includes(zero.unit.symbol) ? { ...zero, places: other.places, unit: other.unit } : zero)
  const [p, q] = [aligned(a, b), aligned(b, a)]
  const sign = compare(lastPlaceOf(p), lastPlaceOf(q)) || compare(absolute(valueOf(q)), absolute(valueOf(p)))
  return sign >= 0 ? [p, q] : [q, p]
}

/** A tie may have been rounded either way: then it is explainable. */
function atCoarserPlace(coarse: Quantity, fine: Quantity, place: Rational): Verdict {
  return compare(multiply(decimal(roundedSteps(valueOf(fine), place), 0), place), valueOf(coarse)) === 0 ? 'exact' : 'explainable'
}

/** Cut off instead of rounded is one place apart. In one unit nothing else is: trailing zeros are dropped there. */
function nearlyAtCoarserPlace(coarse: Quantity, fine: Quantity, place: Rational): Verdict {
  const [x, y] = [valueOf(coarse), valueOf(fine)]
  const apart = absolute(subtract(x, y))
  const cutOff = compare(apart, place) < 0 && compare(absolute(x), absolute(y)) < 0
  if (coarse.unit.symbol === fine.unit.symbol) return cutOff ? oneApart(coarse) : 'impossible'
  return compare(multiply(apart, TWO), multiply(place, { n: 3n, d: 1n })) < 0 ? oneApart(coarse) : 'impossible'
}

/**
 * One last place apart is rounding, unless that place is so coarse that the figures differ in earnest: 95 % and 96 %, or
 * a small whole number of ten thousands, whose zeros were only not printed.
 */
function oneApart(coarse: Quantity): Verdict {
  const { dimension, exponent } = coarse.unit
  if (dimension === 'percent' || dimension === 'points') return coarse.places >= FINE_PERCENT ? 'rounding' : 'implausible'
  const small = coarse.digits < THREE_DIGITS && coarse.digits > -THREE_DIGITS
  return dimension === 'money' && exponent - coarse.places >= TEN_THOUSAND && small ? 'implausible' : 'rounding'
}

function overlap(a: Quantity, b: Quantity): boolean {
  const finest = finestPlaces([])
  const [one, other] = [intervalOf(a, 'own', finest), intervalOf(b, 'own', finest)]
  return compare(one.low, other.high) <= 0 && compare(other.low, one.high) <= 0
}
