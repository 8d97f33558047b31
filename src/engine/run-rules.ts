import type { RuleCoverage } from '../core/finding.ts'
import type { Problem } from '../core/problem.ts'
import type { Model } from '../facts/item.ts'
import type { RawFinding } from '../findings/raw-finding.ts'
import type { CompiledRule } from '../ruleset/compiled.ts'
import type { EngineOptions } from './options.ts'

export interface EngineRun {
  readonly findings: readonly RawFinding[]
  readonly coverage: readonly RuleCoverage[]
  readonly problems: readonly Problem[]
}

/** Runs every rule over the model: raw findings with root causes linked, what was checked and what was not, and what went wrong. */
export function runRules(rules: readonly CompiledRule[], model: Model, options: EngineOptions): EngineRun {
  void rules; void model; void options
  throw new Error('in work')
}
