import type { Quantity, Unit } from '../quantity.ts'
import { decimal, type Rational } from './rational.ts'
import { multipleOf, sameDimension } from './units.ts'

/** Percentages and points are kept as fractions of one, so that a ratio compares with them directly. */
export function exponentOf(unit: Unit): number {
  return unit.dimension === 'percent' || unit.dimension === 'points' ? unit.exponent - 2 : unit.exponent
}

/** The value in base units. */
export function valueOf(quantity: Quantity): Rational {
  return decimal(quantity.digits * multipleOf(quantity.unit), exponentOf(quantity.unit) - quantity.places)
}

/** The value as a factor: a length of time multiplies a price per that time, so it counts in its own unit (2000 a year × 3 years). */
export function factorOf(quantity: Quantity): Rational {
  return decimal(quantity.digits, exponentOf(quantity.unit) - quantity.places)
}

/** The worth of one unit of the last printed place, in base units. */
export function lastPlaceOf(quantity: Quantity): Rational {
  return decimal(multipleOf(quantity.unit), exponentOf(quantity.unit) - quantity.places)
}

/**
 * The same quantity in another unit of its dimension, exact in value and precision (`places` may become negative);
 * undefined when the dimensions differ or the result is no decimal (5 months in years).
 */
export function convert(quantity: Quantity, unit: Unit): Quantity | undefined {
  if (!sameDimension(quantity.unit, unit)) return undefined
  const digits = quantity.digits * multipleOf(quantity.unit)
  const multiple = multipleOf(unit)
  if (digits % multiple !== 0n) return undefined
  return { ...quantity, digits: digits / multiple, places: quantity.places + unit.exponent - quantity.unit.exponent, unit }
}

/** Sign of a − b by value; undefined when the two are not of one dimension. */
export function compareValues(a: Quantity, b: Quantity): -1 | 0 | 1 | undefined {
  if (!sameDimension(a.unit, b.unit)) return undefined
  const [x, y] = [valueOf(a), valueOf(b)]
  const difference = x.n * y.d - y.n * x.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A value as a quantity of `unit`: exact where that takes at most `most` decimals, else rounded half up there. */
export function quantityFrom(value: Rational, unit: Unit, least: number, most = least): Quantity {
  const inUnit = exponentOf(unit)
  const multiple = multipleOf(unit)
  for (let places = least; ; places++) {
    const step = decimal(multiple, inUnit - places)
    // value / step as a fraction
    const n = value.n * step.d
    const d = value.d * step.n
    if (n % d === 0n) return { digits: n / d, places, unit }
    if (places >= most) return { digits: n < 0n ? -((-2n * n + d) / (2n * d)) : (2n * n + d) / (2n * d), places, unit }
  }
}
