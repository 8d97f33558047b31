import type { Problem } from '../core/problem.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import type { CompiledRule } from './compiled.ts'

/** A rule file: its path, its parsed content and, so that faults have line and column, its text. */
export interface RuleFile {
  readonly path: string
  readonly content: unknown
  readonly text?: string
}

export interface CompileOptions {
  /** `closures` (default), or `reference`: the spine evaluated by json-logic-js. Both give the same outcomes. */
  readonly engine?: 'closures' | 'reference'
  /** Shipped rules need both languages and the example kinds of DESIGN §4. Default: only asked of built-in paths. */
  readonly shipped?: boolean
}

export interface CompiledRuleSet {
  readonly rules: readonly CompiledRule[]
  /** Every fault and warning of every file. A rule with an error is not in `rules`. */
  readonly faults: readonly Problem[]
  /** What is worth telling an author but stops nothing: an optional attribute read without a guard, a case or option never used. */
  readonly warnings: readonly Problem[]
}

/** The rules of the files, checked and compiled; all faults of all files at once. A faulty rule never runs. */
export function compileRules(files: readonly RuleFile[], vocabulary: Vocabulary, options: CompileOptions = {}): CompiledRuleSet {
  void files; void vocabulary; void options
  throw new Error('in work')
}
