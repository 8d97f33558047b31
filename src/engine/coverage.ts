import type { RuleCoverage } from '../core/finding.ts'
import type { GapReason } from '../core/verdict.ts'
import type { Outcome } from '../facts/value.ts'
import { isFailure } from '../ruleset/verdicts.ts'
import { compareTexts } from '../findings/order.ts'

/** Counts what became of the checks of one rule. */
export class Tally {
  readonly #ruleId: string
  readonly #gaps = new Map<GapReason, number>()
  #passed = 0
  #failed = 0
  #explainable = 0
  #notApplicable = 0

  constructor(ruleId: string) {
    this.#ruleId = ruleId
  }

  add(outcome: Outcome): void {
    if (outcome.verdict === 'not-applicable') this.#notApplicable += 1
    else if (outcome.verdict === 'not-evaluated') this.gap(outcome.reason ?? 'missing-value')
    else if (isFailure(outcome)) this.#failed += 1
    else if (!wasCompared(outcome)) this.gap('blank')
    else if (outcome.verdict === 'exact') this.#passed += 1
    else this.#explainable += 1
  }

  gap(reason: GapReason): void {
    this.#gaps.set(reason, (this.#gaps.get(reason) ?? 0) + 1)
  }

  notApplicable(): void {
    this.#notApplicable += 1
  }

  /** A rule that looked through the texts and found no hit. */
  clean(): void {
    this.#passed += 1
  }

  coverage(): RuleCoverage {
    return {
      ruleId: this.#ruleId,
      passed: this.#passed,
      failed: this.#failed,
      explainable: this.#explainable,
      notApplicable: this.#notApplicable,
      notEvaluated: [...this.#gaps].map(([reason, count]) => ({ reason, count })).sort((a, b) => compareTexts(a.reason, b.reason)),
    }
  }
}

/**
 * Whether a pass rests on something printed (DESIGN §5): two values compared with each other, or one with what the rule itself
 * demands. A figure that only agrees with blanks counted as zero has not been checked.
 */
function wasCompared({ compared, inputs }: Outcome): boolean {
  if (compared === undefined || compared >= 2) return true
  return compared === 1 && !inputs.some(({ ref, quantity }) => ref.nearest === true || quantity?.blankAsZero === true)
}
