import type { Quantity, Term, Unit } from '../quantity.ts'
import { NO_UNIT, PERCENT, YUAN, isPriceUnit, multipleOf, sameDimension } from './units.ts'

/**
 * What a term measures. `any` is a bare zero, which fits everything; `share` a ratio of like things, which fits percentages
 * and bare numbers; `per` money divided by something, which fits money and prices; `product` what counting multiplies to.
 */
export interface Sort {
  readonly is: 'unit' | 'any' | 'share' | 'per' | 'product'
  readonly unit: Unit
}

/** The sort of a term, or undefined where it adds or subtracts unlike things. */
export function sortOf(term: Term): Sort | undefined {
  if (term.op === 'leaf') return ofQuantity(term.quantity)
  if (term.op === 'rounded') return sortOf(term.args[0])
  const sorts = term.args.map(sortOf)
  if (sorts.length === 0) return { is: 'any', unit: NO_UNIT }
  let result = sorts[0]
  for (const next of sorts.slice(1)) {
    if (!result || !next) return undefined
    result = term.op === 'times' ? product(result, next) : term.op === 'sum' || term.op === 'minus' ? sum(result, next) : quotient(result, next, term.op)
  }
  return result
}

function ofQuantity(quantity: Quantity): Sort {
  const bareZero = quantity.digits === 0n && quantity.unit.dimension === 'number'
  return { is: bareZero ? 'any' : 'unit', unit: quantity.unit }
}

const sum = (a: Sort, b: Sort): Sort | undefined => (comparable(a, b) ? (a.is === 'any' ? b : a) : undefined)

const isPure = (sort: Sort): boolean => sort.is === 'share' || sort.is === 'any' || (sort.is === 'unit' && ['percent', 'points', 'number'].includes(sort.unit.dimension))
const isMoney = (sort: Sort): boolean => sort.unit.dimension === 'money' || isPriceUnit(sort.unit)

function product(a: Sort, b: Sort): Sort {
  if (isPure(a) && isPure(b)) return a.is === 'unit' && a.unit.dimension === 'number' ? b : a
  if (isPure(a)) return b
  if (isPure(b)) return a
  return isMoney(a) || isMoney(b) ? { is: 'per', unit: YUAN } : { is: 'product', unit: NO_UNIT }
}

function quotient(a: Sort, b: Sort, op: 'ratio' | 'growth'): Sort | undefined {
  if (comparable(a, b) && a.is !== 'per') return { is: 'share', unit: PERCENT }
  if (op === 'growth') return undefined
  if (isPure(b)) return a
  if (isMoney(a)) return isMoney(b) ? { is: 'product', unit: NO_UNIT } : { is: 'per', unit: YUAN }
  return { is: 'product', unit: NO_UNIT }
}

/** Whether a bare number can be one of these: 12 and 12 people, but not 3 and 3 years, which are 36 months. */
const takesNumbers = (unit: Unit): boolean => unit.dimension === 'count' || (unit.dimension === 'length-of-time' && multipleOf(unit) === 1n)

/** Whether two sorts can be compared or added. */
export function comparable(a: Sort, b: Sort): boolean {
  if (a.is === 'any' || b.is === 'any' || a.unit === b.unit) return true
  if (a.is === 'share' || b.is === 'share') return isPure(a) && isPure(b)
  if (a.is === 'per' || b.is === 'per') return isMoney(a) && isMoney(b)
  if (a.is === 'product' || b.is === 'product') return !isMoney(a) && !isMoney(b)
  const [x, y] = [a.unit.dimension, b.unit.dimension]
  if (x === y) return sameDimension(a.unit, b.unit)
  const pair = `${x} ${y}`
  if (pair === 'percent points' || pair === 'points percent') return true
  return (x === 'number' && takesNumbers(b.unit)) || (y === 'number' && takesNumbers(a.unit))
}

/** Whether two printed figures can be one: as comparable, but points are only comparable with differences of percentages. */
export function sameKind(a: Sort, b: Sort): boolean {
  const points = [a, b].filter((sort) => sort.unit.dimension === 'points').length
  return comparable(a, b) && (points !== 1 || a.is === 'any' || b.is === 'any')
}
