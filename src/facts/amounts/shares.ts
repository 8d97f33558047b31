import type { Quantity, Term } from '../quantity.ts'
import type { Comparison } from './comparison.ts'
import { compareTerms, leaf } from './compare-terms.ts'
import { ONE, ZERO, add, compare } from './rational.ts'
import { valueOf } from './value.ts'

export interface Share {
  readonly printed: Quantity
  readonly part: Term
  readonly base: Term
}

/**
 * Judges the printed shares of one whole, in their order. Where they total exactly 100 %, one of them may be one place off:
 * it was adjusted so that they do.
 */
export function sharesVerdict(shares: readonly Share[]): readonly Comparison[] {
  const compared = shares.map(({ printed, part, base }) => compareTerms('equal', leaf(printed), { op: 'ratio', args: [part, base] }))
  const total = shares.reduce((so, { printed }) => add(so, valueOf(printed)), ZERO)
  if (compare(total, ONE) !== 0) return compared
  const adjusted = compared.findIndex(({ verdict, hangsOnPrecision }) => verdict === 'rounding' || (verdict === 'implausible' && !hangsOnPrecision))
  return compared.map((comparison, index) => (index === adjusted ? { ...comparison, verdict: 'explainable' } : comparison))
}
