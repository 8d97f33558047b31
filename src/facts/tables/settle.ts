import { bestStanding, comesNear, standing } from './candidate.ts'
import type { Candidate } from './candidate.ts'

/** A candidate that is worth checking; `sure` ones are checks, the others at most a remark. */
export interface Settled {
  readonly candidate: Candidate
  readonly sure: boolean
  /** It is merely claimed, but every other place bears it out, and this one holds or comes near. */
  readonly borne?: boolean
}

/** In how many other rows or columns a merely claimed relation must hold before a failure counts. */
const WITNESSES = 3
/** Where none but one place fails and its figures are nearly a sum, fewer are enough for a likeness. */
const FEW_WITNESSES = 2

/**
 * Keeps the candidates whose structure the figures bear out. What labels merely claim becomes a check where it holds in
 * three other places and fails in few; a declared relation is doubted only where it fails nearly everywhere.
 */
export function settle(candidates: readonly Candidate[]): Settled[] {
  const declared = new Set(candidates.filter((candidate) => candidate.certain).map(claimOf))
  const relations = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (nothingToAdd(candidate) || (!candidate.certain && declared.has(claimOf(candidate)))) continue
    const own = relations.get(candidate.relation)
    if (own) own.push(candidate)
    else relations.set(candidate.relation, [candidate])
  }
  return [...relations.values()].flatMap(settleRelation)
}

/** The total and whether it adds up a row or a column: one claim, whoever makes it. */
function claimOf({ total, direction }: Candidate): string {
  return `${total.pointer} ${direction === 'row' ? 'row' : 'column'}`
}

/** Wholly blank parts add up to nothing: not zero, but no check (DESIGN §3). Nor is a total that no cell was printed for. */
function nothingToAdd({ total, parts, alternatives }: Candidate): boolean {
  const blank = ![parts, ...alternatives].some((set) => set.some((part) => part.quantity !== undefined))
  return blank || total.printed === undefined || total.state === 'not-applicable'
}

function settleRelation(relation: readonly Candidate[]): Settled[] {
  const candidates = likeliestFirst(relation)
  const standings = candidates.map(bestStanding)
  const holds = standings.filter((one) => one === 'holds').length
  const fails = standings.filter((one) => one === 'fails').length
  return candidates.flatMap((candidate, i): Settled[] => {
    if (candidate.certain) return [{ candidate, sure: !(fails >= WITNESSES && fails > 2 * holds) }]
    const others = holds - (standings[i] === 'holds' ? 1 : 0)
    if (others >= WITNESSES && others >= 3 * fails) return [{ candidate, sure: true }]
    const borne = others >= FEW_WITNESSES && fails === (standings[i] === 'fails' ? 1 : 0) && comesNear(candidate)
    return standings[i] !== 'open' && holds > 0 && holds >= fails ? [{ candidate, sure: false, borne }] : []
  })
}

/**
 * Of the sets of parts one total may have, that which holds in most columns comes first; sets that hold nowhere while
 * another does are no readings.
 */
function likeliestFirst(relation: readonly Candidate[]): readonly Candidate[] {
  const byTotal = new Map<unknown, Candidate[]>()
  for (const candidate of relation) {
    const key = candidate.direction === 'row' ? relation : candidate.total.row
    const own = byTotal.get(key)
    if (own) own.push(candidate)
    else byTotal.set(key, [candidate])
  }
  const chosen = new Map<Candidate, Candidate>()
  for (const group of byTotal.values()) for (const [candidate, better] of reordered(group)) chosen.set(candidate, better)
  return relation.map((candidate) => chosen.get(candidate) ?? candidate)
}

function reordered(group: readonly Candidate[]): (readonly [Candidate, Candidate])[] {
  const sets = Math.max(...group.map((candidate) => candidate.alternatives.length)) + 1
  if (sets === 1) return []
  const setOf = (candidate: Candidate, index: number) => (index === 0 ? candidate.parts : candidate.alternatives[index - 1])
  const holds = Array.from({ length: sets }, (_, index) => group.filter((candidate) => {
    const parts = setOf(candidate, index)
    return parts !== undefined && standing(candidate.total, parts) === 'holds'
  }).length)
  if (Math.max(...holds) === 0) return []
  const order = holds.map((count, index) => ({ count, index })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.index - b.index)
  return group.map((candidate) => {
    const [parts, ...alternatives] = order.flatMap(({ index }) => [setOf(candidate, index)]).filter((set) => set !== undefined)
    return [candidate, parts ? { ...candidate, parts, alternatives } : candidate]
  })
}
