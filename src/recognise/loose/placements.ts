import type { TableColumn } from '../../vocabulary/types.ts'
import type { Heading } from './heading-plan.ts'

/** A way to put the figures of a row under columns: for each column the number of its figure, if it has one. */
export type Placement = readonly (number | undefined)[]

const MOST_PLACEMENTS = 400

/**
 * All ways to put `count` figures under columns so that they stay in order and the first has the first column; a column whose
 * place is not known may stand anywhere after it. Undefined where there are too many.
 */
export function placements(count: number, headings: readonly Heading[]): readonly Placement[] | undefined {
  const fixed = headings.flatMap(({ floating }, i) => (floating || i === 0 ? [] : [i]))
  const floating = headings.flatMap(({ floating: is }, i) => (is ? [i] : []))
  const found: Placement[] = []
  for (const order of interleavings(fixed, floating)) {
    for (const chosen of choices(order, count - 1)) {
      const placement: (number | undefined)[] = headings.map((_, i) => (i === 0 ? 0 : undefined))
      chosen.forEach((column, i) => (placement[column] = i + 1))
      if (!found.some((other) => other.join() === placement.join())) found.push(placement)
      if (found.length > MOST_PLACEMENTS) return undefined
    }
  }
  return found
}

function interleavings(fixed: readonly number[], floating: readonly number[]): readonly (readonly number[])[] {
  return floating.reduce<readonly (readonly number[])[]>((orders, one) => orders.flatMap((order) => Array.from({ length: order.length + 1 }, (_, at) => [...order.slice(0, at), one, ...order.slice(at)])), [fixed])
}

/** All choices of so many of the columns, in order. */
function choices(columns: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return columns.flatMap((column, i) => choices(columns.slice(i + 1), count - 1).map((rest) => [column, ...rest]))
}

/** Whether the first column is the total of all the others, each of which is there once. */
export function isOneSum(headings: readonly Heading[], columns: Readonly<Record<string, TableColumn>>): boolean {
  const [first, ...parts] = headings.map(({ key }) => key)
  if (first === undefined || parts.length === 0 || new Set(parts).size < parts.length) return false
  const within = partsOf(first, columns)
  return parts.every((key) => within.has(key) && !(columns[key]?.sumOf ?? []).some((part) => parts.includes(part)))
}

function partsOf(key: string, columns: Readonly<Record<string, TableColumn>>): ReadonlySet<string> {
  const direct = columns[key]?.sumOf ?? []
  return new Set([...direct, ...direct.flatMap((part) => [...partsOf(part, columns)])])
}
