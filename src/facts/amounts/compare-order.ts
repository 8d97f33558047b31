import type { Term } from '../quantity.ts'
import type { Relation } from './comparison.ts'
import { underBothReadings, type Judgement } from './judgement.ts'
import { nominal } from './nominal.ts'
import { rangeOf } from './range.ts'
import { intervalsOf } from './variables.ts'

/**
 * Order of two terms. The order as printed is exact; the two weak relations are explainable where rounding lets the sides
 * touch, the strict ones only implausible there.
 */
export function orderVerdict(relation: Exclude<Relation, 'equal'>, actual: Term, expected: Term): Judgement {
  const upwards = relation === 'more' || relation === 'at-least'
  // How far the side that must be smaller lies above the other.
  const excess: Term = { op: 'minus', args: upwards ? [expected, actual] : [actual, expected] }
  const strict = relation === 'less' || relation === 'more'
  const printed = nominal(excess)
  if (!printed) return { verdict: 'not-evaluated' }
  if (strict ? printed.n < 0n : printed.n <= 0n) return { verdict: 'exact', reading: 'fine' }
  return underBothReadings((reading) => {
    const range = rangeOf(excess, intervalsOf([actual, expected], reading))
    if (!range) return undefined
    if (strict) return range.low.n < 0n ? 'implausible' : 'impossible'
    return range.low.n <= 0n ? 'explainable' : 'impossible'
  })
}
