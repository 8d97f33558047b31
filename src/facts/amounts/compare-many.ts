import type { Quantity } from '../quantity.ts'
import type { Comparison } from './comparison.ts'
import { comparisonOf, judgeTerms, leaf } from './compare-terms.ts'
import type { Judged } from './compare-terms.ts'
import { passes, worse } from './judgement.ts'

/** One fact printed n times. `odd` and `majority` are indices into the values. */
export interface ManyComparison extends Comparison {
  /** The values that more than half of all agree on; without such a majority, none. */
  readonly majority: readonly number[]
  /** The values against the majority; all of them when there is none and they differ. */
  readonly odd: readonly number[]
}

/** Of more different values only the most frequent are compared with all others: among so many, none of the rest is what most say. */
const MOST_CANDIDATES = 30

/**
 * Compares one fact printed n times: every value with the strict majority, or, without one, every value with every other.
 * The figures reported are those of the worst pair, the odd one as `actual`. Fewer than two values are not evaluated.
 */
export function compareMany(values: readonly Quantity[]): ManyComparison {
  const none = { majority: [], odd: [] }
  if (values.length < 2) return { verdict: 'not-evaluated', reason: 'missing-value', ...none }
  const { printings, candidates } = printingsOf(values)
  const judged = new Map(candidates.map((candidate) => [candidate, printings.map((other) => judgePair(other, candidate))]))
  const gap = [...judged.values()].flat().find(({ verdict }) => verdict === 'not-evaluated')
  if (gap) return { ...gap, ...none }
  const agreeing = candidates.map((candidate) => printings.filter((_, index) => judged.get(candidate)?.[index]?.verdict === 'exact'))
  const largest = agreeing.reduce((so, next) => (timesOf(next) > timesOf(so) ? next : so))
  const chosen = new Set(timesOf(largest) * 2 > values.length ? largest : [])
  const rest = printings.filter((printing) => !chosen.has(printing))
  const worst = worstPair(rest, chosen.size > 0 ? chosen : new Set(rest), (printing, other) => judged.get(other)?.[printing.index])
  const indices = (of: Iterable<Printing>): readonly number[] => [...of].flatMap(({ at }) => at).sort((a, b) => a - b)
  return { ...(worst ? comparisonOf('equal', leaf(worst[0].quantity), leaf(worst[1].quantity), worst[2]) : { verdict: 'exact' }), majority: indices(chosen), odd: indices(rest) }
}

/** Whether one of the values agrees with all others: what `compareMany` calls exact, found out at the first that does not. */
export function agree(values: readonly Quantity[]): boolean {
  const { printings, candidates } = printingsOf(values)
  return candidates.some((candidate) => printings.every((other) => judgePair(other, candidate).verdict === 'exact'))
}

/** Whether `compareMany` passes them, mostly found out without comparing all: one value must pass beside every other. */
export function holdTogether(values: readonly Quantity[]): boolean {
  const { printings, candidates } = printingsOf(values)
  return candidates.some((candidate) => printings.every((other) => passes(judgePair(other, candidate).verdict))) && holds(compareMany(values))
}

const holds = ({ verdict }: Comparison): boolean => verdict !== 'not-evaluated' && passes(verdict)

/** A value as printed, and where among the values it stands. */
interface Printing {
  readonly quantity: Quantity
  readonly index: number
  readonly at: number[]
}

/** The different printings in their order, and those of them that the most may agree with. */
function printingsOf(values: readonly Quantity[]): { readonly printings: readonly Printing[]; readonly candidates: readonly Printing[] } {
  const known = new Map<string, Printing>()
  values.forEach((quantity, index) => {
    const key = keyOf(quantity)
    const printing = known.get(key)
    if (printing) printing.at.push(index)
    else known.set(key, { quantity, index: known.size, at: [index] })
  })
  const printings = [...known.values()]
  const candidates = printings.length > MOST_CANDIDATES ? [...printings].sort((a, b) => b.at.length - a.at.length).slice(0, MOST_CANDIDATES) : printings
  return { printings, candidates }
}

const keys = new WeakMap<Quantity, string>()

/** What tells one printing from another; worked out once for each, for causes are looked for by comparing the same figures again and again. */
function keyOf(quantity: Quantity): string {
  const { digits, places, unit, approximate, exact } = quantity
  let key = keys.get(quantity)
  if (key === undefined) keys.set(quantity, (key = [digits, places, unit.dimension, unit.symbol, approximate, exact].join(' ')))
  return key
}

const timesOf = (printings: readonly Printing[]): number => printings.reduce((times, { at }) => times + at.length, 0)

const judgePair = (a: Printing, b: Printing): Judged => judgeTerms('equal', leaf(a.quantity), leaf(b.quantity))

/** The first of the worst pairs of a value of `rest` and one of `against`. */
function worstPair(rest: readonly Printing[], against: ReadonlySet<Printing>, judged: (printing: Printing, other: Printing) => Judged | undefined): readonly [Printing, Printing, Judged] | undefined {
  let worst: readonly [Printing, Printing, Judged] | undefined
  for (const printing of rest) {
    for (const other of against) {
      const found = judged(printing, other)
      const so = worst?.[2].verdict ?? 'exact'
      if (found && found.verdict !== so && worse(found.verdict, so) === found.verdict) worst = [printing, other, found]
    }
  }
  return worst
}
