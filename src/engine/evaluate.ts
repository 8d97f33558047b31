import type { GapReason, Reading } from '../core/verdict.ts'
import type { Outcome } from '../facts/value.ts'
import type { CompiledCase, Environment } from '../ruleset/compiled.ts'
import type { CompiledMessage } from '../ruleset/message.ts'
import type { Severity } from '../core/severity.ts'
import { nearestMiss } from '../ruleset/combine.ts'
import { bindLets } from '../ruleset/environment.ts'
import { asOutcome, holds, isFailure, isPass } from '../ruleset/verdicts.ts'
import type { Bindings, Check } from './check.ts'

/** The cause a `diagnose` entry named. */
export interface Diagnosis {
  readonly id: string
  readonly say: CompiledMessage
  readonly severity?: Severity
}

/** What came of one check: its outcome, and what a finding needs to tell it. */
export interface Tested {
  readonly check: Check
  readonly outcome: Outcome
  readonly environment: Environment
  readonly reading: Reading
  readonly diagnosis?: Diagnosis
  /** Every reading that was tried, the deciding one first, when there were several. */
  readonly tries?: readonly Outcome[]
}

interface Try {
  readonly outcome: Outcome
  readonly environment: Environment
}

/** A reading under which a part of the claim does not exist, or cannot be what is meant, is no reading. */
const NO_READING: ReadonlySet<GapReason | undefined> = new Set<GapReason | undefined>(['missing-value', 'units-differ', 'not-a-number'])

/** Evaluates a check under each of its readings: it holds if it holds under one, and fails only if it fails under all. */
export function evaluate(check: Check, rule: CompiledCase, root: Environment): Tested {
  const tries = [check.bindings, ...check.others].map((bindings) => attempt(bindings, rule, root))
  const decided = decide(tries, rule)
  const reading = worstReading([...decided.outcome.inputs.map((input) => input.reading), ...(check.items.length === 1 ? [check.items[0]?.reading] : [])])
  const outcome = unlessUnproven(withDoubt(decided.outcome, reading), check)
  const diagnosis = isFailure(outcome) ? diagnose(rule, decided.environment) : undefined
  const others = tries.filter((other) => other !== decided && other.outcome.formula !== undefined)
  return {
    check,
    outcome,
    environment: decided.environment,
    reading,
    ...(diagnosis && { diagnosis }),
    ...(others.length > 0 && { tries: [decided.outcome, ...others.map((other) => other.outcome)] }),
  }
}

function attempt(bindings: Bindings, rule: CompiledCase, root: Environment): Try {
  const bound = bindings.reduce((outer, [name, value]) => outer.bind(name, value), root)
  const environment = bindLets(bound, rule.lets)
  return { outcome: applicable(rule, environment) ?? asOutcome(rule.assert(environment)), environment }
}

/** What `when` says against checking at all; undefined where the check applies. */
function applicable(rule: CompiledCase, environment: Environment): Outcome | undefined {
  if (!rule.when) return undefined
  const condition = asOutcome(rule.when(environment))
  if (isPass(condition)) return undefined
  if (condition.verdict === 'not-evaluated') return { type: 'verdict', verdict: 'not-evaluated', reason: condition.reason ?? 'missing-value', inputs: [] }
  return { type: 'verdict', verdict: 'not-applicable', inputs: [] }
}

const PASSES = ['exact', 'explainable', 'rounding']
const FAILURES = ['implausible', 'impossible', 'violated']

function decide(tries: readonly Try[], rule: CompiledCase): Try {
  const [only, ...others] = tries
  if (only === undefined) throw new Error('a check without bindings')
  if (others.length === 0) return only
  const passed = PASSES.flatMap((verdict) => tries.filter(({ outcome }) => outcome.verdict === verdict))[0]
  if (passed) return passed
  const read = tries.filter(({ outcome }) => !(outcome.verdict === 'not-evaluated' && NO_READING.has(outcome.reason)))
  const failed = FAILURES.flatMap((verdict) => read.filter(({ outcome }) => outcome.verdict === verdict))
  const mildest = failed[0]
  if (mildest === undefined) return read[0] ?? only
  if (failed.length < read.length) return { ...mildest, outcome: { type: 'verdict', verdict: 'not-evaluated', reason: 'ambiguous', inputs: mildest.outcome.inputs } }
  const nearest = nearestMiss(failed.filter(({ outcome }) => outcome.verdict === mildest.outcome.verdict).map(({ outcome }) => outcome))
  return failed.find(({ environment }) => diagnose(rule, environment) !== undefined) ?? failed.find(({ outcome }) => outcome === nearest) ?? mildest
}

function diagnose(rule: CompiledCase, environment: Environment): Diagnosis | undefined {
  return rule.diagnose.find((entry) => holds(entry.if(environment)))
}

function worstReading(readings: readonly (Reading | undefined)[]): Reading {
  return readings.includes('doubtful') ? 'doubtful' : readings.includes('inferred') ? 'inferred' : 'sure'
}

/** Neither a failure nor a pass rests on a doubtful reading. */
function withDoubt(outcome: Outcome, reading: Reading): Outcome {
  if (reading !== 'doubtful' || !(isPass(outcome) || isFailure(outcome))) return outcome
  return { type: 'verdict', verdict: 'not-evaluated', reason: 'doubtful-reading', inputs: outcome.inputs }
}

function unlessUnproven(outcome: Outcome, { unproven }: Check): Outcome {
  if (!unproven || !isFailure(outcome)) return outcome
  return { type: 'verdict', verdict: 'not-evaluated', reason: unproven, inputs: outcome.inputs }
}
