import { isMet, type Sum } from './overfull.ts'

/** Fewest items of a list for which it is no chance that they come to a total. */
const FEWEST = 3

/** Whether two lists have a member each in the same parts of the sentence, and totals in one sentence: the batches and the persons of the same visits. */
function isParallel(one: Sum, other: Sum): boolean {
  return one.total.sentence === other.total.sentence && one.members.length === other.members.length && one.members.every((member, at) => member.segment === other.members[at]?.segment)
}

/**
 * The sums of one list, by what they count: where one kind comes to its total ("91 persons: 38, 31 and 22"), the list is complete, and the others
 * ("14 batches: 5, 4 and 3") must come to theirs as well.
 */
export function completedBeside(kinds: readonly (readonly Sum[])[]): readonly (readonly Sum[])[] {
  const complete = kinds.flat().filter((sum) => sum.members.length >= FEWEST && isMet(sum) && new Set(sum.members.map(({ segment }) => segment)).size === sum.members.length)
  return kinds.map((sums) => {
    if (sums.some(isMet)) return sums
    const parallel = sums.filter((sum) => complete.some((other) => isParallel(other, sum)))
    return parallel.length > 0 ? parallel.map((sum) => ({ ...sum, open: false })) : sums
  })
}
