import type { Quantity, Term } from '../quantity.ts'
import { ZERO, ONE, add, divide, multiply, roundedSteps, subtract, type Rational } from './rational.ts'
import { factorOf, lastPlaceOf, valueOf } from './value.ts'

/** Applies an operator to values; undefined over a zero divisor, and for growth from a base that is not positive. */
export function apply(op: Exclude<Term['op'], 'leaf' | 'rounded'>, values: readonly Rational[]): Rational | undefined {
  const [first, ...rest] = values
  if (!first) return op === 'times' ? ONE : ZERO
  switch (op) {
    case 'sum': return rest.reduce(add, first)
    case 'minus': return rest.reduce(subtract, first)
    case 'times': return rest.reduce(multiply, first)
    case 'ratio': return rest.reduce<Rational | undefined>((so, value) => so && divide(so, value), first)
    case 'growth': {
      const [to] = rest
      const times = to && first.n > 0n ? divide(to, first) : undefined
      return times && subtract(times, ONE)
    }
  }
}

/** The value of a term from the figures as printed, in base units (percentages as fractions of one); undefined over a zero base. */
export function nominal(term: Term): Rational | undefined {
  return evaluate(term, false)
}

function evaluate(term: Term, factor: boolean): Rational | undefined {
  if (term.op === 'leaf') return factor ? factorOf(term.quantity) : valueOf(term.quantity)
  if (term.op === 'rounded') {
    const value = evaluate(term.args[0], factor)
    const step = stepOf(term.step)
    return value && { n: roundedSteps(value, step) * step.n, d: step.d }
  }
  const values: Rational[] = []
  for (const arg of term.args) {
    const value = evaluate(arg, term.op === 'times')
    if (!value) return undefined
    values.push(value)
  }
  return apply(term.op, values)
}

/** The step of `rounded` as a value: 0.01 of a unit, or 100 of another; a zero step means its last place. */
export const stepOf = (step: Quantity): Rational => (step.digits > 0n ? valueOf(step) : lastPlaceOf(step))
