import { compareTerms } from '../../amounts/index.ts'
import type { Term } from '../../quantity.ts'
import type { QuantityValue } from '../../value.ts'
import { computed, leaf, missing } from './claim-item.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** A share whose base the text does not print: an amount and the percentage beside it. */
export interface BareShare {
  readonly part: Figure
  readonly percent: Figure
}

const PASSES: ReadonlySet<string> = new Set(['exact', 'explainable', 'rounding'])
const FEWEST = 2

/**
 * The sum of the amounts of a list of shares, where it is what they are shares of: all of them fit but at most one. A list
 * of some parts only does not fit, so nothing is guessed.
 */
export function listBase(paragraph: Paragraph, shares: readonly BareShare[]): QuantityValue | undefined {
  const parts = [...new Set(shares.map(({ part }) => part))]
  const [first, last] = [parts[0], parts.at(-1)]
  const nonzero = shares.filter(({ part }) => part.quantity.digits !== 0n)
  if (!first || !last || nonzero.length < FEWEST || parts.length < shares.length) return undefined
  const sum: Term = { op: 'sum', args: parts.map(({ quantity }) => leaf(quantity)) }
  const fitting = nonzero.filter(({ part, percent }) => PASSES.has(compareTerms('equal', leaf(percent.quantity), { op: 'ratio', args: [leaf(part.quantity), sum] }).verdict))
  if (fitting.length < Math.max(1, nonzero.length - 1)) return undefined
  const value = computed(sum, parts.map((part) => part.value), missing(paragraph, { from: first.at, to: last.at + 1 }))
  return value.type === 'quantity' ? value : undefined
}
