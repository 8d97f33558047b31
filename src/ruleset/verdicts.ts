import type { Outcome, Value } from '../facts/value.ts'

/** Verdicts of conditions, of which no account is kept. */
export const HOLDS: Outcome = { type: 'verdict', verdict: 'exact', inputs: [] }
export const FAILS: Outcome = { type: 'verdict', verdict: 'violated', inputs: [] }

/** Whether an outcome counts as true where it is a condition: exact, explainable or rounding. */
export function isPass(outcome: Outcome): boolean {
  return outcome.verdict === 'exact' || outcome.verdict === 'explainable' || outcome.verdict === 'rounding'
}

/** Whether an outcome is a contradiction: implausible, impossible or violated. */
export function isFailure(outcome: Outcome): boolean {
  return outcome.verdict === 'implausible' || outcome.verdict === 'impossible' || outcome.verdict === 'violated'
}

/** A value as a verdict: truth values become exact or violated, the absent not evaluated with its reason. */
export function asOutcome(value: Value): Outcome {
  if (value.type === 'verdict') return value
  if (value.type === 'boolean') return { type: 'verdict', verdict: value.value ? 'exact' : 'violated', inputs: [] }
  if (value.type === 'absent') return { type: 'verdict', verdict: 'not-evaluated', reason: value.reason, inputs: [] }
  return { type: 'verdict', verdict: 'not-evaluated', reason: 'not-a-number', inputs: [] }
}

/** Whether `value`, as a condition, holds. */
export function holds(value: Value): boolean {
  return isPass(asOutcome(value))
}
