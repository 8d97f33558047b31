import type { Verdict } from '../../core/verdict.ts'
import type { Quantity, Term } from '../quantity.ts'
import { intervalOf } from './interval.ts'
import { roundsTo } from './compare-sum.ts'
import { underBothReadings, type Judgement } from './judgement.ts'
import { nominal } from './nominal.ts'
import { rangeOf } from './range.ts'
import { ZERO, add, compare, half, larger, negate, subtract, type Rational } from './rational.ts'
import { lastPlaceOf, valueOf } from './value.ts'
import { intervalsOf } from './variables.ts'

/** From this many decimals on, a rate off by less than its last place is a matter of rounding. */
const FINE_DECIMALS = 2

/** Whether a term divides: its printed result is a rate, judged by the operands' interval. */
export const divides = (term: Term): boolean => term.op === 'ratio' || term.op === 'growth' || (term.op !== 'leaf' && term.args.some(divides))

/**
 * A printed rate against the one its operands give: inside their interval explainable; outside by less than one last
 * place rounding at two or more decimals, implausible at fewer; further impossible.
 */
export function rateVerdict(printed: Quantity, computed: Term): Judgement {
  const value = nominal(computed)
  if (!value) return { verdict: 'not-evaluated' }
  return underBothReadings((reading) => {
    const range = rangeOf(computed, intervalsOf([computed], reading))
    if (!range) return undefined
    const [low, high] = printedRange(printed)
    const outside = larger(ZERO, larger(subtract(low, range.high), subtract(range.low, high)))
    if (outside.n > 0n) return offBy(outside, printed)
    if (compare(value, valueOf(printed)) === 0) return 'exact'
    return !printed.approximate && roundsTo(value, printed) ? 'exact' : 'explainable'
  })
}

/** Every printed rate was rounded, a zero too. */
function printedRange(printed: Quantity): readonly [low: Rational, high: Rational] {
  const value = valueOf(printed)
  if (printed.exact) return [value, value]
  if (printed.approximate) {
    const { low, high } = intervalOf(printed, 'own', new Map())
    return [low, high]
  }
  const width = half(lastPlaceOf(printed))
  return [add(value, negate(width)), add(value, width)]
}

function offBy(outside: Rational, printed: Quantity): Verdict {
  if (compare(outside, lastPlaceOf(printed)) >= 0) return 'impossible'
  return printed.places >= FINE_DECIMALS && printed.unit.dimension !== 'money' && printed.unit.dimension !== 'rate' ? 'rounding' : 'implausible'
}
