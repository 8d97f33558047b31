import type { Quantity, Unit } from '../quantity.ts'
import { add, decimal, half, multiply, smaller, larger, type Rational } from './rational.ts'
import { isCounted, multipleOf } from './units.ts'
import { exponentOf, factorOf, lastPlaceOf, valueOf } from './value.ts'

/** All values between and including two ends, in base units. */
export interface Interval {
  readonly low: Rational
  readonly high: Rational
}

export const point = (value: Rational): Interval => ({ low: value, high: value })
export const scaleInterval = (a: Interval, by: Rational): Interval => around([multiply(a.low, by), multiply(a.high, by)])
export const isPoint = (a: Interval): boolean => a.low.n * a.high.d === a.high.n * a.low.d
export const holdsZero = (a: Interval): boolean => a.low.n <= 0n && a.high.n >= 0n

/** The smallest interval that holds all of the values; there is at least one. */
export function around(values: readonly Rational[]): Interval {
  const [first, ...rest] = values
  if (!first) throw new RangeError('an interval needs a value')
  return rest.reduce<Interval>((so, value) => ({ low: smaller(so.low, value), high: larger(so.high, value) }), point(first))
}

/** How the printed precision is read (DESIGN §3): trailing zeros were dropped, or every figure stands for itself. */
export type PrecisionReading = 'fine' | 'own'

/** Finest printed decimals among the non-zero figures of each unit. */
export type FinestPlaces = ReadonlyMap<string, number>

const CENT = -2
const THOUSAND = 3

/** Figures in large units (thousands and up), areas and plain decimals are often printed without trailing zeros. */
function dropsZeros({ unit }: Quantity): boolean {
  switch (unit.dimension) {
    case 'money': case 'count': case 'rate': return unit.exponent >= THOUSAND
    case 'area': case 'number': return true
    default: return false
  }
}

export function finestPlaces(figures: readonly Quantity[]): FinestPlaces {
  const finest = new Map<string, number>()
  for (const figure of figures) {
    if (figure.digits === 0n || figure.exact || figure.approximate) continue
    finest.set(figure.unit.symbol, Math.max(finest.get(figure.unit.symbol) ?? figure.places, figure.places))
  }
  return finest
}

const hasNoWidth = (figure: Quantity): boolean => figure.exact === true || figure.digits === 0n || (isCounted(figure) && !figure.approximate)

/** The values a figure stands for under a reading. Zeros, counts, constants and amounts printed to the cent have no width. */
export function intervalOf(figure: Quantity, reading: PrecisionReading, finest: FinestPlaces): Interval {
  const value = valueOf(figure)
  if (hasNoWidth(figure)) return point(value)
  if (figure.approximate) return vague(figure, value)
  const places = reading === 'fine' && dropsZeros(figure) ? (finest.get(figure.unit.symbol) ?? figure.places) : figure.places
  return toPlace(value, figure.unit, places)
}

/**
 * A figure that is multiplied: a price, a rate, a number of times. Under the fine reading it is exact, and one in the base
 * unit of money always is: prices are set, not rounded, and nobody prints them to the cent.
 */
export function factorIntervalOf(figure: Quantity, reading: PrecisionReading, finest: FinestPlaces): Interval {
  if (figure.approximate) return intervalOf(figure, reading, finest)
  return reading === 'fine' || (figure.unit.exponent === 0 && figure.unit.dimension !== 'percent') ? point(factorOf(figure)) : intervalOf(figure, 'own', finest)
}

function toPlace(value: Rational, unit: Unit, places: number): Interval {
  if (unit.dimension === 'money' && unit.exponent - places <= CENT) return point(value)
  const width = half(decimal(multipleOf(unit), exponentOf(unit) - places))
  return { low: add(value, { n: -width.n, d: width.d }), high: add(value, width) }
}

/** A round 'about' figure is vague at its last digit that is not zero; 'some more' and 'nearly' only to one side. */
function vague(figure: Quantity, value: Rational): Interval {
  let place = lastPlaceOf(figure)
  if (figure.places <= 0) for (let digits = figure.digits; digits % 10n === 0n; digits /= 10n) place = multiply(place, { n: 10n, d: 1n })
  const width = half(place)
  const down: Rational = { n: -width.n, d: width.d }
  if (figure.bound === '≥') return { low: value, high: add(value, place) }
  return { low: add(value, down), high: figure.bound === '≤' ? value : add(value, width) }
}
