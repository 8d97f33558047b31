import { isMet, type Sum } from './overfull.ts'

/** Fewest items of a list for which it is no chance that they come to a total. */
const FEWEST = 3

/** Whether the members of two lists are told in pairs, with totals in one sentence: the batches and the persons of the same visits. */
function isParallel(one: Sum, other: Sum): boolean {
  const [first, second] = (one.members[0]?.at ?? 0) < (other.members[0]?.at ?? 0) ? [one.members, other.members] : [other.members, one.members]
  const isPair = (at: number): boolean => {
    const [from, to, next] = [first[at]?.at ?? 0, second[at]?.at ?? 0, first[at + 1]?.at]
    return from < to && (next === undefined || to < next)
  }
  return one.total.sentence === other.total.sentence && first.length === second.length && first.every((_, at) => isPair(at))
}

/**
 * The sums of one list, by what they count: where one kind comes to its total ("91 persons: 38, 31 and 22"), the list is complete, and the others
 * ("14 batches: 5, 4 and 3") must come to theirs as well.
 */
export function completedBeside(kinds: readonly (readonly Sum[])[]): readonly (readonly Sum[])[] {
  const complete = kinds.flat().filter((sum) => sum.members.length >= FEWEST && isMet(sum))
  return kinds.map((sums) => {
    if (sums.some(isMet)) return sums
    const parallel = sums.filter((sum) => complete.some((other) => isParallel(other, sum)))
    return parallel.length > 0 ? parallel.map((sum) => ({ ...sum, open: false })) : sums
  })
}
