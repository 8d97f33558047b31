import type { CompiledRule } from './ruleset/compiled.ts'
import type { ExampleDefinition } from './ruleset/definition.ts'
import type { Vocabulary } from './vocabulary/types.ts'

export interface ExampleResult {
  readonly example: ExampleDefinition
  /** 1-based number of the example in its file. */
  readonly number: number
  readonly passed: boolean
  /** What differed, in Chinese; empty when it passed. */
  readonly faults: readonly string[]
  /** First rendered zh message, when the rule found something. */
  readonly message?: string
}

/** Runs every example of a rule through vocabulary, facts and the rule alone, and compares with what it says. */
export function runExamples(rule: CompiledRule, deps: { readonly vocabulary: Vocabulary }): ExampleResult[] {
  void rule; void deps
  throw new Error('in work')
}
