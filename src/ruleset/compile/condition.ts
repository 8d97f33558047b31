import type { Outcome } from '../../facts/value.ts'
import { NOT_APPLICABLE } from '../combine.ts'
import type { CompiledExpression, Environment } from '../compiled.ts'
import { FAILS, HOLDS, asOutcome, isFailure, isPass } from '../verdicts.ts'

type Condition = (environment: Environment) => Outcome

/** `and` of conditions: the first failure decides, else the first gap. */
export function allHold(tests: readonly CompiledExpression[]): Condition {
  return (environment) => {
    let found = NOT_APPLICABLE
    for (const test of tests) {
      const outcome = asOutcome(test(environment))
      if (isFailure(outcome)) return FAILS
      if (outcome.verdict !== 'not-applicable' && found.verdict !== 'not-evaluated') found = isPass(outcome) ? HOLDS : outcome
    }
    return found
  }
}

/** `or` of conditions: the first pass decides, else the first gap. */
export function anyHolds(tests: readonly CompiledExpression[]): Condition {
  return (environment) => {
    let found = NOT_APPLICABLE
    for (const test of tests) {
      const outcome = asOutcome(test(environment))
      if (isPass(outcome)) return HOLDS
      if (outcome.verdict !== 'not-applicable' && found.verdict !== 'not-evaluated') found = isFailure(outcome) ? FAILS : outcome
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
