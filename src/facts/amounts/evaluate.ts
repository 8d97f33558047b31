import type { GapReason } from '../../core/verdict.ts'
import type { Quantity, Term, Unit } from '../quantity.ts'
import { divides } from './compare-rate.ts'
import { nominal } from './nominal.ts'
import { sortOf, type Sort } from './term-sort.ts'
import { POINTS } from './units.ts'
import { convert, quantityFrom } from './value.ts'
import { figuresOf } from './variables.ts'

/** Decimals a rate is shown with when nothing printed says how many. */
const RATE_DECIMALS = 2
/** Sums are exact; no product of printed figures needs more decimals than this. */
const MOST_DECIMALS = 20

export type Evaluated = { readonly quantity: Quantity } | { readonly reason: Extract<GapReason, 'zero-base' | 'units-differ'> }

/**
 * The value of a term from the figures as printed: sums and products exact in the unit of their first figure, rates in % to
 * two decimals. A reason instead when it divides by zero or mixes dimensions.
 */
export function evaluate(term: Term): Evaluated {
  const sort = sortOf(term)
  if (!sort) return { reason: 'units-differ' }
  const value = nominal(term)
  if (!value) return { reason: 'zero-base' }
  if (term.op === 'leaf') return { quantity: term.quantity }
  const unit = shownUnit(term, sort)
  const places = Math.max(0, ...figuresOf(term).map((figure) => (figure.unit.symbol === unit.symbol ? figure.places : 0)))
  if (divides(term)) return { quantity: quantityFrom(value, unit, Math.max(places, RATE_DECIMALS)) }
  return { quantity: quantityFrom(value, unit, places, MOST_DECIMALS) }
}

/** The unit a computed value is shown in: that of its first figure, where it is of the sort. */
export function shownUnit(term: Term, sort: Sort): Unit {
  if (sort.unit.dimension === 'percent' && term.op === 'minus') return POINTS
  if (sort.is !== 'per') return sort.unit
  return figuresOf(term).find(({ unit }) => unit.dimension === 'money')?.unit ?? sort.unit
}

/** A computed term in the unit of the printed figure it is compared with; undefined over a zero base. */
export function asPrinted(term: Term, printed: Quantity): Quantity | undefined {
  if (term.op === 'leaf') return convert(term.quantity, printed.unit) ?? term.quantity
  const value = nominal(term)
  const places = Math.max(printed.places, 0)
  return value && quantityFrom(value, printed.unit, places, divides(term) ? places : MOST_DECIMALS)
}
