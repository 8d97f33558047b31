import type { RuleCoverage } from '../core/finding.ts'
import type { Problem } from '../core/problem.ts'
import type { Ref } from '../core/ref.ts'
import type { Model } from '../facts/item.ts'
import type { Outcome } from '../facts/value.ts'
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
import { relationOf } from './relation.ts'
import { linkCauses } from './root-cause.ts'
import { linkRows } from './row-links.ts'
import { headMinorities } from './suspect.ts'
import { runRule } from './run-rule.ts'

export interface EngineRun {
  readonly findings: readonly RawFinding[]
  readonly coverage: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
}

/**
 * Runs every rule over the model: raw findings with root causes linked, what was checked and what was not by rule, and what went
 * wrong. The order of `rules` does not matter. Wrong data never throws; a crashed rule is a problem and the others run.
 */
export function runRules(rules: readonly CompiledRule[], model: Model, options: EngineOptions): EngineRun {
  const compareRefs = options.compareRefs ?? jsonOrder
  const whole = markRelated(model)
  const drafts: Draft[] = []
  const held: Outcome[] = []
  const coverage: RuleCoverage[] = []
  const problems: Problem[] = []
  for (const rule of [...rules].sort((a, b) => compareTexts(a.definition.id, b.definition.id))) {
    const run = runRule(rule, whole, options, compareRefs)
    drafts.push(...mergeDrafts(run.drafts))
    held.push(...run.held)
    coverage.push(run.coverage)
    problems.push(...run.problems)
  }
  const relations = new HeldRelations(drafts.length === 0 ? [] : held.flatMap((outcome) => relationOf(outcome) ?? []))
  const linked = headMinorities(linkRows(linkCauses(deferDrafts(drafts), relations), relations), relations)
  const named = nameSlips(linked, whole, options)
  return { findings: named.map(({ finding }) => finding).sort((a, b) => compareFindings(a, b)), coverage, problems }
}

function jsonOrder(a: Ref, b: Ref): number {
  return comparePointers(a.pointer, b.pointer) || (a.from ?? 0) - (b.from ?? 0) || (a.to ?? 0) - (b.to ?? 0)
}
