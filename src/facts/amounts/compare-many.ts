import type { Quantity } from '../quantity.ts'
import type { Comparison } from './comparison.ts'
import { compareTerms, leaf } from './compare-terms.ts'
import { worse } from './judgement.ts'

/** One fact printed n times. `odd` and `majority` are indices into the values. */
export interface ManyComparison extends Comparison {
  /** The values that more than half of all agree on; without such a majority, none. */
  readonly majority: readonly number[]
  /** The values against the majority; all of them when there is none and they differ. */
  readonly odd: readonly number[]
}

/**
 * Compares one fact printed n times: every value with the strict majority, or, without one, every value with every other.
 * The figures reported are those of the worst pair, the odd one as `actual`. Fewer than two values are not evaluated.
 */
export function compareMany(values: readonly Quantity[]): ManyComparison {
  const none = { majority: [], odd: [] }
  if (values.length < 2) return { verdict: 'not-evaluated', reason: 'missing-value', ...none }
  const compared = table(values)
  const gap = compared.flat().find(({ verdict }) => verdict === 'not-evaluated')
  if (gap) return { ...gap, ...none }
  const agreeing = values.map((_, index) => values.map((__, other) => other).filter((other) => compared[index]?.[other]?.verdict === 'exact'))
  const largest = agreeing.reduce((so, next) => (next.length > so.length ? next : so))
  const majority = largest.length * 2 > values.length ? largest : []
  const rest = values.map((_, index) => index).filter((index) => !majority.includes(index))
  const against = majority.length > 0 ? majority : rest
  let worst: Comparison = { verdict: 'exact' }
  for (const index of rest) {
    for (const other of against) {
      const found = compared[index]?.[other]
      if (found && found.verdict !== worst.verdict && worse(found.verdict, worst.verdict) === found.verdict) worst = found
    }
  }
  return { ...worst, majority, odd: rest }
}

/** Every value against every other, each distinct pair compared once. */
function table(values: readonly Quantity[]): readonly (readonly Comparison[])[] {
  const known = new Map<string, Comparison>()
  const key = ({ digits, places, unit, approximate, exact }: Quantity): string => [digits, places, unit.dimension, unit.symbol, approximate, exact].join(' ')
  const keys = values.map(key)
  return values.map((a, i) =>
    values.map((b, j) => {
      const pair = `${keys[i] ?? ''}|${keys[j] ?? ''}`
      let found = known.get(pair)
      if (!found) known.set(pair, (found = compareTerms('equal', leaf(a), leaf(b))))
      return found
    }),
  )
}
