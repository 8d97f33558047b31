import type { RuleCoverage } from '../core/finding.ts'
import type { Problem } from '../core/problem.ts'
import type { Ref } from '../core/ref.ts'
import type { GapReason } from '../core/verdict.ts'
import type { Model } from '../facts/item.ts'
import type { CompiledCase, CompiledRule } from '../ruleset/compiled.ts'
import { rootEnvironment } from '../ruleset/environment.ts'
import type { Outcome } from '../facts/value.ts'
import { isFailure, isPass } from '../ruleset/verdicts.ts'
import { applicability, missingNeed } from './applies.ts'
import { Budget, DEFAULT_LIMITS, LimitReached } from './budget.ts'
import { Tally } from './coverage.ts'
import type { Draft } from './draft.ts'
import { evaluate } from './evaluate.ts'
import type { Tested } from './evaluate.ts'
import { makeFinding } from './make-finding.ts'
import { optionValues } from './option-values.ts'
import type { EngineOptions } from './options.ts'
import type { KnownOutcomes } from './known-outcomes.ts'
import { checksOf } from './ranges.ts'
import type { RangeContext } from './ranges.ts'
import type { ClosedDimensions } from './scope-groups.ts'
import { anyOf, relationOf } from './relation.ts'
import { fillBoth } from './wording.ts'

export interface RuleRun {
  readonly drafts: readonly Draft[]
  /** Outcomes of its passed checks: relations that hold are looked up in them when something does not. */
  readonly held: readonly Outcome[]
  readonly coverage: RuleCoverage
  readonly problems: readonly Problem[]
}

interface Records {
  readonly tally: Tally
  readonly drafts: Draft[]
  readonly held: Outcome[]
}

/** One rule over the document. A rule that crashes or hits a limit keeps what it found before and gives a problem. */
export function runRule(rule: CompiledRule, model: Model, options: EngineOptions, compareRefs: (a: Ref, b: Ref) => number, known?: KnownOutcomes): RuleRun {
  const records: Records = { tally: new Tally(rule.definition.id), drafts: [], held: [] }
  const problems: Problem[] = []
  try {
    runCases(rule, model, options, { records, compareRefs, known })
  } catch (error) {
    problems.push(problemOf(rule.definition.id, error, options))
  }
  return { drafts: records.drafts, held: records.held, coverage: records.tally.coverage(), problems }
}

interface Run {
  readonly records: Records
  readonly compareRefs: (a: Ref, b: Ref) => number
  readonly known: KnownOutcomes | undefined
}

function runCases(rule: CompiledRule, model: Model, options: EngineOptions, run: Run): void {
  const { definition } = rule
  const { tally } = run.records
  const applies = applicability(definition, model.disclosure)
  if (applies === 'not-applicable') return tally.notApplicable()
  const gap = applies === 'applies' ? missingNeed(definition.needs ?? [], model) : applies
  if (gap) return tally.gap(gap)
  const environment = rootEnvironment(model, definition.blank ?? 'skip', optionValues(definition, options.optionsOf?.(rule)))
  const context = {
    environment,
    budget: new Budget({ ...DEFAULT_LIMITS, ...options.limits }),
    closed: closedDimensions(options.scopes),
    known: run.known,
  }
  const told = new Set<GapReason>()
  for (const entry of rule.cases) {
    const missing: RangeContext['missing'] = ({ table, from }) => missingNeed(table !== undefined && from === undefined ? [table] : entry.needs, model)
    runCase(rule, entry, { ...context, missing, told }, options, run)
  }
}

const closedOf = new WeakMap<object, ClosedDimensions>()

/** The dimensions whose values are a closed list: the same for all rules of a vocabulary. */
function closedDimensions(scopes: EngineOptions['scopes']): ClosedDimensions {
  if (!scopes) return new Map()
  const made = closedOf.get(scopes) ?? new Map([...scopes].flatMap(([id, dimension]) => (dimension.closed ? [[id, Object.keys(dimension.values)] as const] : [])))
  closedOf.set(scopes, made)
  return made
}

/** What all cases of a rule lack alike is told once. */
const TOLD_ONCE: readonly GapReason[] = ['missing-sheet', 'missing-document']

function runCase(rule: CompiledRule, entry: CompiledCase, context: RangeContext & { readonly told: Set<GapReason> }, options: EngineOptions, run: Run): void {
  const { checks, gap, clean } = checksOf(entry.range, context)
  const { tally } = run.records
  if (gap && !(TOLD_ONCE.includes(gap) && context.told.has(gap))) tally.gap(gap)
  if (gap) context.told.add(gap)
  if (clean) tally.clean()
  for (const check of checks) {
    context.budget.spend('checks')
    const known = run.known?.of(entry, check)
    if (known) {
      keep(known, run.records)
      continue
    }
    const test = (): Tested => evaluate(check, entry, context.environment)
    record(run.known?.evaluated(entry, check, test, (outcome) => !isFinding(outcome, options)) ?? test(), rule, entry, options, run)
  }
}

/** What counts of an outcome that is no finding. */
function keep(outcome: Outcome, { held, tally }: Records): void {
  if (isPass(outcome)) held.push(outcome)
  tally.add(outcome)
}

function record(tested: Tested, rule: CompiledRule, entry: CompiledCase, options: EngineOptions, { records, compareRefs }: Run): void {
  const { outcome } = tested
  if (!isFinding(outcome, options)) return keep(outcome, records)
  if (isPass(outcome)) records.held.push(outcome)
  const finding = makeFinding(rule, entry, tested, options, compareRefs)
  if (!finding) return records.tally.notApplicable()
  records.tally.add(outcome)
  const relation = !isFailure(outcome) ? undefined : tested.tries ? anyOf(tested.tries.map(relationOf)) : relationOf(outcome)
  records.drafts.push({ finding, relations: relation ? [relation] : [], defersTo: rule.definition.defersTo ?? [] })
}

function isFinding(outcome: Outcome, { showRounding }: EngineOptions): boolean {
  return isFailure(outcome) || outcome.verdict === 'rounding' || (showRounding === true && outcome.verdict === 'explainable')
}

function problemOf(ruleId: string, error: unknown, { wording }: EngineOptions): Problem {
  if (error instanceof LimitReached) return { code: 'rule-limit', message: fillBoth(wording.ruleLimit, { rule: ruleId, n: String(error.limit) }) }
  const text = error instanceof Error ? error.message : String(error)
  return { code: 'rule-crashed', message: fillBoth(wording.ruleCrashed, { rule: ruleId, error: text }) }
}

