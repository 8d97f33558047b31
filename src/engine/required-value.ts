import { agree, evaluate } from '../facts/amounts/index.ts'
import type { Quantity, Term } from '../facts/quantity.ts'
import type { Figure, Relation, Side } from './relation.ts'

/** Exact numbers in the base unit of a dimension: digits × 10^-places. */
interface Exact {
  readonly digits: bigint
  readonly places: number
}

/** The value the figure at `key` must have for the relation to hold exactly, in the figure's unit; undefined where the relation is not linear in it. */
export function requiredValue(relation: Relation, key: string): Quantity | undefined {
  if (relation.kind === 'any') return requiredValues(relation, key)[0]
  const figure = relation.figures.find((candidate) => candidate.key === key)
  if (!figure) return undefined
  return relation.kind === 'same' ? othersValue(relation.figures, figure) : solved(relation, figure)
}

/** The same for each of the readings of a check. */
export function requiredValues(relation: Relation, key: string): readonly Quantity[] {
  return relation.kind === 'any' ? relation.relations.flatMap((one) => requiredValues(one, key)) : [requiredValue(relation, key) ?? []].flat()
}

/** What all the other printings say, if they agree. */
function othersValue(figures: readonly Figure[], figure: Figure): Quantity | undefined {
  const others = figures.filter(({ key }) => key !== figure.key).map(({ quantity }) => quantity)
  const [first] = others
  if (first === undefined) return undefined
  return agree(others) ? inUnitOf(figure.quantity, exactOf(first), figures) : undefined
}

/** actual − expected is linear in the figure with factor ±1: move the figure by what is missing. */
function solved(relation: Relation & { readonly kind: 'equation' }, figure: Figure): Quantity | undefined {
  const factor = addUp(factorIn(relation.actual, figure.key), factorIn(relation.expected, figure.key, -1))
  if (factor !== 1 && factor !== -1) return undefined
  const [actual, expected] = [valueOf(relation.actual.term), valueOf(relation.expected.term)]
  if (!actual || !expected) return undefined
  const missing = minus(actual, expected)
  return inUnitOf(figure.quantity, factor === 1 ? minus(exactOf(figure.quantity), missing) : plus(exactOf(figure.quantity), missing), relation.figures)
}

function addUp(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}

/** How often the figure counts in a term of sums and differences; undefined where it stands in a product or ratio. */
function factorIn({ term, figures }: Side, key: string, sign = 1): number | undefined {
  let next = 0
  const walk = (part: Term, times: number): number | undefined => {
    if (part.op === 'leaf') {
      const counted = figures[next]?.key === key ? times : 0
      next += 1
      return counted
    }
    const linear = part.op === 'sum' || part.op === 'minus'
    const factors = part.args.map((argument: Term, index: number) => walk(argument, part.op === 'minus' && index > 0 ? -times : times))
    if (!linear) return factors.every((factor) => factor === 0) ? 0 : undefined
    return factors.reduce<number | undefined>(addUp, 0)
  }
  return walk(term, sign)
}

function valueOf(term: Term): Exact | undefined {
  const result = evaluate(term)
  return 'quantity' in result ? exactOf(result.quantity) : undefined
}

export function exactOf({ digits, places, unit }: Quantity): Exact {
  const shift = unit.exponent - places
  return shift >= 0 ? { digits: digits * 10n ** BigInt(shift), places: 0 } : { digits, places: -shift }
}

function plus(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places)
  return { digits: a.digits * 10n ** BigInt(places - a.places) + b.digits * 10n ** BigInt(places - b.places), places }
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { ...b, digits: -b.digits })
}

/**
 * `exact` in the unit of `like` and with at least its decimals, but for those that no other figure in that unit prints: a slip of the
 * decimal point must not lend the right value a precision it never had.
 */
function inUnitOf(like: Quantity, exact: Exact, among: readonly Figure[]): Quantity {
  const others = among.flatMap(({ quantity }) => (quantity !== like && quantity.unit.exponent === like.unit.exponent ? [quantity.places] : []))
  const least = others.length > 0 ? Math.min(like.places, Math.max(...others)) : like.places
  let [digits, places] = [exact.digits, exact.places + like.unit.exponent]
  while (places < least) [digits, places] = [digits * 10n, places + 1]
  while (places > least && digits % 10n === 0n) [digits, places] = [digits / 10n, places - 1]
  return { digits, places, unit: like.unit }
}
