import { bestStanding } from './candidate.ts'
import type { Candidate } from './candidate.ts'

/** A candidate that is worth checking; `sure` ones are checks, the others at most a remark. */
export interface Settled {
  readonly candidate: Candidate
  readonly sure: boolean
}

/** In how many other rows or columns a merely claimed relation must hold before a failure counts. */
const WITNESSES = 3

/**
 * Keeps the candidates whose structure the figures bear out. What labels merely claim becomes a check where it holds in
 * three other places and fails in few; a declared relation is doubted only where it fails nearly everywhere.
 */
export function settle(candidates: readonly Candidate[]): Settled[] {
  const relations = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (nothingToAdd(candidate)) continue
    const own = relations.get(candidate.relation)
    if (own) own.push(candidate)
    else relations.set(candidate.relation, [candidate])
  }
  return [...relations.values()].flatMap(settleRelation)
}

/** Wholly blank parts add up to nothing: not zero, but no check (DESIGN §3). */
function nothingToAdd({ total, parts, alternatives }: Candidate): boolean {
  const blank = ![parts, ...alternatives].some((set) => set.some((part) => part.quantity !== undefined))
  return blank || (total.state === 'not-applicable')
}

function settleRelation(candidates: readonly Candidate[]): Settled[] {
  const standings = candidates.map(bestStanding)
  const holds = standings.filter((one) => one === 'holds').length
  const fails = standings.filter((one) => one === 'fails').length
  return candidates.flatMap((candidate, i): Settled[] => {
    if (candidate.certain) return [{ candidate, sure: !(fails >= WITNESSES && fails > 2 * holds) }]
    const others = holds - (standings[i] === 'holds' ? 1 : 0)
    if (others >= WITNESSES && others >= 3 * fails) return [{ candidate, sure: true }]
    return standings[i] !== 'open' && holds > 0 && holds >= fails ? [{ candidate, sure: false }] : []
  })
}
