import type { Quantity } from '../quantity.ts'
import type { Slip } from './comparison.ts'
import { absolute, compare, decimal, half, larger, multiply, negate, subtract, type Rational } from './rational.ts'
import { decimalOf } from './print-quantity.ts'
import { lastPlaceOf, valueOf } from './value.ts'

/** Scales by which units are mistaken for one another; the others only when they explain the figure exactly. */
const UNIT_SCALES: readonly (readonly [exponent: number, slip: Slip])[] = [[4, 'scale-10000'], [8, 'scale-100000000']]
const DIGIT_SCALES: readonly (readonly [exponent: number, slip: Slip])[] = [[1, 'scale-10'], [2, 'scale-100'], [3, 'scale-1000']]
const TWO_DIGITS = 10n

/** The well-known mistake that explains a whole difference: a unit, a sign, two digits swapped. */
export function slipOf(actual: Quantity, expected: Quantity): Slip | undefined {
  const [a, e] = [valueOf(actual), valueOf(expected)]
  for (const [exponent, slip] of UNIT_SCALES) if (scaled(actual, expected, exponent) || scaled(expected, actual, exponent)) return slip
  for (const [exponent, slip] of DIGIT_SCALES) if (equals(a, e, exponent) || equals(e, a, exponent)) return slip
  if (compare(a, negate(e)) === 0) return 'sign'
  return transposed(decimalOf(actual), decimalOf(expected)) ? 'transposed-digits' : undefined
}

const equals = (small: Rational, large: Rational, exponent: number): boolean => compare(multiply(small, decimal(1n, exponent)), large) === 0

/** Whether `large` is 10^exponent times `small`, as far as the coarser of the two tells, which must show two digits. */
function scaled(small: Quantity, large: Quantity, exponent: number): boolean {
  const factor = decimal(1n, exponent)
  const [x, y] = [multiply(valueOf(small), factor), valueOf(large)]
  if (compare(x, y) === 0) return true
  const place = larger(multiply(lastPlaceOf(small), factor), lastPlaceOf(large))
  return compare(absolute(subtract(x, y)), half(place)) <= 0 && compare(absolute(x), multiply(place, decimal(TWO_DIGITS, 0))) >= 0
}

/** Two neighbouring digits swapped. */
function transposed(a: string, b: string): boolean {
  const at = [...a].findIndex((char, index) => char !== b[index])
  const next = a[at + 1] === '.' ? at + 2 : at + 1
  return a[at] === b[next] && a[next] === b[at] && a.slice(next + 1) === b.slice(next + 1)
}
