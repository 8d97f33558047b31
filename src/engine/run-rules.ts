import type { RuleCoverage } from '../core/finding.ts'
import type { Problem } from '../core/problem.ts'
import type { Ref } from '../core/ref.ts'
import type { Model } from '../facts/item.ts'
import { READ_FROM_PROSE } from '../facts/kinds.ts'
import { comparePointers, compareFindings, compareTexts } from '../findings/order.ts'
import type { RawFinding } from '../findings/raw-finding.ts'
import type { CompiledRule } from '../ruleset/compiled.ts'
import { deferDrafts } from './defer.ts'
import type { Draft } from './draft.ts'
import { HeldRelations } from './held-relations.ts'
import { nameSlips } from './likely-slip.ts'
import { mergeDrafts } from './merge.ts'
import type { EngineOptions } from './options.ts'
import { markRelated } from './related.ts'
import { relationOf, type Relation } from './relation.ts'
import { linkCauses } from './root-cause.ts'
import { linkRows } from './row-links.ts'
import { linkTableUnits } from './table-units.ts'
import { headMinorities } from './suspect.ts'
import { runRule } from './run-rule.ts'

export interface EngineRun {
  readonly findings: readonly RawFinding[]
  readonly coverage: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
}

/** What one rule found by itself: plain data, which another thread may have made. */
export interface CheckedRule {
  readonly ruleId: string
  readonly drafts: readonly Draft[]
  /** Relations of its passed checks: they are looked up when something does not hold. */
  readonly held: readonly Relation[]
  readonly coverage: RuleCoverage
  readonly problems: readonly Problem[]
}

/**
 * Runs every rule over the model: raw findings with root causes linked, what was checked and what was not by rule, and what went
 * wrong. The order of `rules` does not matter. Wrong data never throws; a crashed rule is a problem and the others run.
 */
export function runRules(rules: readonly CompiledRule[], model: Model, options: EngineOptions): EngineRun {
  return settleRules(checkRules(rules, model, options), model, options)
}

/** The first half of a run: each rule by itself, those whose places in `sharedOrder` `next` gives until it gives none; by default all. */
export function checkRules(rules: readonly CompiledRule[], model: Model, options: EngineOptions, next: NextRule = oneByOne()): readonly CheckedRule[] {
  const whole = markRelated(model)
  const inOrder = sharedOrder(rules)
  const checked: CheckedRule[] = []
  for (let at = next(inOrder.length); at !== undefined; at = next(inOrder.length)) {
    const rule = inOrder[at]
    if (!rule) throw new RangeError(`there is no rule ${at} of ${inOrder.length}`)
    const { drafts, held, coverage, problems } = runRule(rule, whole, options, options.compareRefs ?? jsonOrder)
    checked.push({ ruleId: rule.definition.id, drafts: mergeDrafts(drafts), held: held.flatMap((outcome) => relationOf(outcome) ?? []), coverage, problems })
  }
  return checked
}

/**
 * The order in which threads share rules, from its two ends: those that need the text read for claims first, so that where there is
 * enough else to do only one thread reads it; neighbours in the order of ids look at much the same.
 */
function sharedOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const rank = (rule: CompiledRule): number => (rule.kinds.some((kind) => READ_FROM_PROSE.has(kind)) ? 0 : 1)
  return [...rules].sort((a, b) => rank(a) - rank(b) || compareTexts(a.definition.id, b.definition.id))
}

/** Gives the place of the next of `count` rules to check. */
export type NextRule = (count: number) => number | undefined

function oneByOne(): NextRule {
  let next = 0
  return (count) => (next < count ? next++ : undefined)
}

/** The second half: what the rules found together, whoever checked them and in whatever order. */
export function settleRules(checked: readonly CheckedRule[], model: Model, options: EngineOptions): EngineRun {
  const inOrder = [...checked].sort((a, b) => compareTexts(a.ruleId, b.ruleId))
  const drafts = inOrder.flatMap((rule) => rule.drafts)
  const relations = new HeldRelations(drafts.length === 0 ? [] : inOrder.flatMap(({ held }) => held))
  const linked = headMinorities(linkRows(linkCauses(linkTableUnits(deferDrafts(drafts), options), relations), relations), relations)
  const named = nameSlips(linked, markRelated(model), options)
  return {
    findings: named.map(({ finding }) => finding).sort((a, b) => compareFindings(a, b)),
    coverage: inOrder.map(({ coverage }) => coverage),
    problems: inOrder.flatMap(({ problems }) => problems),
  }
}

function jsonOrder(a: Ref, b: Ref): number {
  return comparePointers(a.pointer, b.pointer) || (a.from ?? 0) - (b.from ?? 0) || (a.to ?? 0) - (b.to ?? 0)
}
