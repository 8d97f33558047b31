import type { Outcome } from '../../facts/value.ts'
import { NOT_APPLICABLE } from '../combine.ts'
import type { CompiledExpression, Environment } from '../compiled.ts'
import { FAILS, HOLDS, asOutcome, isFailure, isPass } from '../verdicts.ts'

type Condition = (environment: Environment) => Outcome

/** `and` of conditions: the first failure decides, else the first gap. */
export const allHold = (tests: readonly CompiledExpression[]): Condition => decidedBy(tests, isFailure, FAILS, isPass, HOLDS)

/** `or` of conditions: the first pass decides, else the first gap. */
export const anyHolds = (tests: readonly CompiledExpression[]): Condition => decidedBy(tests, isPass, HOLDS, isFailure, FAILS)

type Is = (outcome: Outcome) => boolean

/** The first that decides; without one the first gap, else what all that apply say. No list is made: conditions are asked of every item. */
function decidedBy(tests: readonly CompiledExpression[], decides: Is, decided: Outcome, agrees: Is, agreed: Outcome): Condition {
  return (environment) => {
    let found = NOT_APPLICABLE
    for (const test of tests) {
      const outcome = asOutcome(test(environment))
      if (decides(outcome)) return decided
      if (outcome.verdict !== 'not-applicable' && found.verdict !== 'not-evaluated') found = agrees(outcome) ? agreed : outcome
    }
    return found
  }
}

/** `not` of a condition. */
export function failing(test: CompiledExpression): Condition {
  return (environment) => {
    const outcome = asOutcome(test(environment))
    return isPass(outcome) ? FAILS : isFailure(outcome) ? HOLDS : outcome
  }
}
