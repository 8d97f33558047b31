import type { Verdict } from '../core/verdict.ts'
import { compareValues } from '../facts/amounts/index.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { Input, Outcome } from '../facts/value.ts'
import { isFailure, isPass } from './verdicts.ts'

/** Worse is higher. Not-applicable is neutral: it is left out before. */
const RANK: Readonly<Record<Verdict, number>> = {
  'not-applicable': -1, 'exact': 0, 'explainable': 1, 'rounding': 2, 'not-evaluated': 3, 'implausible': 4, 'impossible': 5, 'violated': 5,
}

/** Inputs kept with one outcome; a check over thousands of cells does not list them all. */
const MOST_INPUTS = 200

function rank(outcome: Outcome): number {
  return RANK[outcome.verdict]
}

function firstBy(outcomes: readonly Outcome[], better: (a: number, b: number) => boolean): Outcome | undefined {
  let best: Outcome | undefined
  for (const outcome of outcomes) if (best === undefined || better(rank(outcome), rank(best))) best = outcome
  return best
}

/** The inputs of several outcomes, each place once, the first outcome's first. */
export function mergeInputs(outcomes: readonly Outcome[]): readonly Input[] {
  const seen = new Set<string>()
  const merged: Input[] = []
  for (const { inputs } of outcomes) {
    for (const input of inputs) {
      const key = `${input.ref.pointer} ${input.ref.from ?? ''} ${input.ref.to ?? ''}`
      if (seen.has(key) || merged.length >= MOST_INPUTS) continue
      seen.add(key)
      merged.push(input)
    }
  }
  return merged
}

function comparedIn(outcomes: readonly Outcome[]): { compared?: number } {
  const compared = outcomes.reduce((sum, outcome) => sum + (outcome.compared ?? 0), 0)
  return compared > 0 ? { compared } : {}
}

/** Formulas of the outcomes as steps, where there is more than one to tell. */
function stepsOf(outcomes: readonly Outcome[]): { steps?: readonly string[] } {
  const steps = outcomes.flatMap((outcome) => outcome.steps ?? (outcome.formula === undefined ? [] : [outcome.formula]))
  return steps.length > 1 ? { steps: steps.slice(0, 20) } : {}
}

function withTrace(main: Outcome, told: readonly Outcome[], all: readonly Outcome[]): Outcome {
  const ordered = [main, ...told.filter((outcome) => outcome !== main)]
  return { ...main, inputs: mergeInputs(ordered), ...comparedIn(all), ...stepsOf(ordered) }
}

export const NOT_APPLICABLE: Outcome = { type: 'verdict', verdict: 'not-applicable', inputs: [] }

/** `and`: the worst. A violation is never hidden by a gap, a gap never becomes a pass; not-applicable is neutral. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  const counted = outcomes.filter((outcome) => outcome.verdict !== 'not-applicable')
  const main = firstBy(counted, (a, b) => a > b)
  if (main === undefined) return outcomes.length === 1 ? (outcomes[0] ?? NOT_APPLICABLE) : NOT_APPLICABLE
  const told = isPass(main) ? counted : counted.filter((outcome) => isFailure(main) ? isFailure(outcome) : !isPass(outcome))
  return withTrace(main, told, counted)
}

/** Of failures the one with the least difference: the likeliest to be meant. The first where nothing tells. */
export function nearestMiss(failures: readonly Outcome[]): Outcome | undefined {
  let nearest = failures[0]
  for (const failure of failures) if (nearest && isNearer(failure.difference, nearest.difference)) nearest = failure
  return nearest
}

function isNearer(a: Quantity | undefined, b: Quantity | undefined): boolean {
  return a !== undefined && b !== undefined && (compareValues(absolute(a), absolute(b)) ?? 0) < 0
}

function absolute(quantity: Quantity): Quantity {
  return quantity.digits < 0n ? { ...quantity, digits: -quantity.digits } : quantity
}

/** `or`: a pass wins, then a gap, then the mildest failure, of several the nearest miss, which reports every try. */
export function best(outcomes: readonly Outcome[]): Outcome {
  const counted = outcomes.filter((outcome) => outcome.verdict !== 'not-applicable')
  const mildest = firstBy(counted, (a, b) => a < b)
  const main = mildest && isFailure(mildest) ? nearestMiss(counted.filter((outcome) => rank(outcome) === rank(mildest))) : mildest
  if (main === undefined) return outcomes.length === 1 ? (outcomes[0] ?? NOT_APPLICABLE) : NOT_APPLICABLE
  if (isPass(main)) return main
  const told = withTrace(main, counted, counted)
  const failed = counted.filter(isFailure)
  return failed.length > 1 ? { ...told, alternatives: failed } : told
}

/** `best` of what `of` makes of the members, in order; after the first exact one nothing can be better. */
export function bestOf<T>(members: readonly T[], of: (member: T) => Outcome): Outcome {
  const outcomes: Outcome[] = []
  for (const member of members) {
    const outcome = of(member)
    if (outcome.verdict === 'exact') return outcome
    outcomes.push(outcome)
  }
  return best(outcomes)
}

/** What `bestOf` gives where a member is exact, found by those that hold: the account of the others is not needed. */
export function firstExact<T>(members: readonly T[], of: (member: T) => Outcome, holdsFor: (member: T) => boolean): Outcome | undefined {
  for (const member of members) {
    const outcome = holdsFor(member) ? of(member) : undefined
    if (outcome?.verdict === 'exact') return outcome
  }
  return undefined
}

/** `not`: a pass becomes violated, a failure exact; a gap stays a gap. */
export function negate(outcome: Outcome): Outcome {
  if (isPass(outcome)) return { ...outcome, verdict: 'violated' }
  return isFailure(outcome) ? { ...outcome, verdict: 'exact' } : outcome
}
