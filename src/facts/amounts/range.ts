import type { Term } from '../quantity.ts'
import { around, holdsZero, isPoint, point, scaleInterval, type Interval } from './interval.ts'
import { apply } from './nominal.ts'
import { ONE, ZERO, add, type Rational } from './rational.ts'
import { variableOf, type Intervals, type Variable } from './variables.ts'

/** Above this many figures that occur twice, sharing is ignored, which can only make the range wider. */
const MOST_SHARED = 10

/**
 * Everything a term can be when each of its figures is anywhere in its interval; a figure that occurs twice is one figure.
 * Undefined when a divisor or base can be zero. A result that is no sum is extreme at corners of the box, being
 * monotone in each figure (a ratio of two expressions linear in it).
 */
export function rangeOf(term: Term, intervals: Intervals): Interval | undefined {
  const linear = linearForm(term)
  if (linear) return linearRange(linear, intervals)
  if (term.op === 'leaf' || term.op === 'rounded') return undefined
  const shared = sharedVariables(term.args).filter((variable) => !isPoint(intervals.get(variable) ?? point(ZERO)))
  if (shared.length === 0 || shared.length > MOST_SHARED) return applyToIntervals(term.op, term.args.map((arg) => rangeOf(arg, intervals)))
  const corners: Interval[] = []
  for (let corner = 0; corner < 2 ** shared.length; corner++) {
    const pinned = new Map(intervals)
    shared.forEach((variable, bit) => {
      const interval = intervals.get(variable)
      if (interval) pinned.set(variable, point((corner >> bit) & 1 ? interval.high : interval.low))
    })
    const range = applyToIntervals(term.op, term.args.map((arg) => rangeOf(arg, pinned)))
    if (!range) return undefined
    corners.push(range)
  }
  return around(corners.flatMap(({ low, high }) => [low, high]))
}

function applyToIntervals(op: Exclude<Term['op'], 'leaf' | 'rounded'>, args: readonly (Interval | undefined)[]): Interval | undefined {
  const [first, ...rest] = args
  if (!first) return args.length === 0 ? point(op === 'times' ? ONE : ZERO) : undefined
  return rest.reduce<Interval | undefined>((so, next) => {
    if (!so || !next || (op === 'ratio' && holdsZero(next))) return undefined
    const corners = [so.low, so.high].flatMap((a) => [next.low, next.high].map((b) => apply(op, [a, b])))
    return corners.every((value) => value !== undefined) ? around(corners) : undefined
  }, first)
}

/** Coefficients of a sum of figures; undefined for anything else. */
export function linearForm(term: Term): ReadonlyMap<Variable, bigint> | undefined {
  const form = new Map<Variable, bigint>()
  const gather = (part: Term, sign: bigint): boolean => {
    const variable = variableOf(part)
    if (variable) {
      form.set(variable, (form.get(variable) ?? 0n) + sign)
      return true
    }
    if (part.op !== 'sum' && part.op !== 'minus') return false
    return part.args.every((arg, index) => gather(arg, part.op === 'minus' && index > 0 ? -sign : sign))
  }
  return gather(term, 1n) ? form : undefined
}

function linearRange(form: ReadonlyMap<Variable, bigint>, intervals: Intervals): Interval {
  let [low, high]: [Rational, Rational] = [ZERO, ZERO]
  for (const [variable, times] of form) {
    const interval = scaleInterval(intervals.get(variable) ?? point(ZERO), { n: times, d: 1n })
    low = add(low, interval.low)
    high = add(high, interval.high)
  }
  return { low, high }
}

function sharedVariables(args: readonly Term[]): readonly Variable[] {
  const seen = new Map<Variable, number>()
  args.forEach((arg, index) => {
    const walk = (term: Term): void => {
      const variable = variableOf(term)
      if (variable) seen.set(variable, (seen.get(variable) ?? index) === index ? index : -1)
      else if (term.op !== 'leaf') term.args.forEach(walk)
    }
    walk(arg)
  })
  return [...seen].filter(([, index]) => index === -1).map(([variable]) => variable)
}
