import type { Quantity, Term } from '../quantity.ts'
import { factorIntervalOf, finestPlaces, intervalOf, point, type Interval, type PrecisionReading } from './interval.ts'
import { nominal, stepOf } from './nominal.ts'
import { ZERO, add, half, subtract } from './rational.ts'

/** What makes two occurrences one figure: the same quantity object, or the same `rounded` term. */
export type Variable = object
export type Intervals = ReadonlyMap<Variable, Interval>

/** The variable a term is for bounding, if it is one: a leaf, or a computation taken as printed at a step. */
export const variableOf = (term: Term): Variable | undefined => (term.op === 'leaf' ? term.quantity : term.op === 'rounded' ? term : undefined)

/** Every printed figure of the terms, each once. */
export function figuresOf(...terms: readonly Term[]): readonly Quantity[] {
  const figures = new Set<Quantity>()
  const walk = (term: Term): void => {
    if (term.op === 'leaf') figures.add(term.quantity)
    else term.args.forEach(walk)
  }
  terms.forEach(walk)
  return [...figures]
}

/** What every variable of the terms can be under a reading of their precision. */
export function intervalsOf(terms: readonly Term[], reading: PrecisionReading): Intervals {
  const finest = finestPlaces(figuresOf(...terms))
  const intervals = new Map<Variable, Interval>()
  const walk = (term: Term, factor: boolean): void => {
    const variable = variableOf(term)
    if (!variable) {
      if (term.op !== 'leaf') for (const arg of term.args) walk(arg, term.op === 'times')
    } else if (!intervals.has(variable)) intervals.set(variable, term.op === 'leaf' ? (factor ? factorIntervalOf : intervalOf)(term.quantity, reading, finest) : roundedInterval(term))
  }
  for (const term of terms) walk(term, false)
  return intervals
}

function roundedInterval(term: Term): Interval {
  const value = nominal(term)
  if (!value || term.op !== 'rounded') return point(ZERO)
  const width = half(stepOf(term.step))
  return { low: subtract(value, width), high: add(value, width) }
}
