import { usePreparedPatterns, type PreparedPattern } from './facts/prose/index.ts'
import type { Kind } from './facts/kinds.ts'
import { once } from './facts/once.ts'
import { readRule } from './ruleset/ahead/read.ts'
import type { WrittenRule } from './ruleset/ahead/written.ts'
import { compileNode } from './ruleset/compile/expression.ts'
import { compileRule } from './ruleset/compile/rule.ts'
import type { CompiledCase, CompiledRule } from './ruleset/compiled.ts'
import type { RuleDefinition } from './ruleset/definition.ts'
import type { Vocabulary } from './vocabulary/types.ts'
import { readVocabulary, type WrittenVocabulary } from './vocabulary/written.ts'

/** Rules and vocabulary checked before the program runs: tools/builtin-plugin.mjs makes it of the files under rules/. */
export interface Ahead {
  /** JSON of a WrittenVocabulary. */
  readonly vocabulary: string
  /** JSON of the patterns that were checked, by their texts. */
  readonly patterns: string
  /** JSON of the DeclaredRules, without the examples of their definitions. */
  readonly rules: string
  /** The examples of each rule as JSON, in the same order: only who explains or tests rules reads them. */
  readonly examples: readonly string[]
  /** The cases of each rule as JSON, in the same order: most documents leave many rules aside. */
  readonly cases: readonly string[]
}

/** What is known of a rule before its cases are read. */
export interface DeclaredRule {
  readonly definition: RuleDefinition
  readonly needs: readonly string[]
  readonly kinds: readonly Kind[]
}

/** Rules and vocabulary ready to run; a rule is compiled when it first runs. */
export function readAhead(ahead: Ahead): { readonly rules: readonly CompiledRule[]; readonly vocabulary: Vocabulary } {
  const vocabulary = readVocabulary(JSON.parse(ahead.vocabulary) as WrittenVocabulary)
  usePreparedPatterns(vocabulary, JSON.parse(ahead.patterns) as readonly (readonly [string, PreparedPattern])[])
  return { vocabulary, rules: declaredRules(ahead).map((rule, index) => lazyRule(rule, () => ahead.cases[index] ?? '[]', vocabulary)) }
}

const declared = new WeakMap<Ahead, readonly DeclaredRule[]>()

/** The rules before their cases are read: a configuration asks for them first, then whoever runs them. */
export function declaredRules(ahead: Ahead): readonly DeclaredRule[] {
  const rules = declared.get(ahead) ?? (JSON.parse(ahead.rules) as readonly DeclaredRule[]).map((rule, index) => ({ ...rule, definition: withExamples(rule.definition, () => ahead.examples[index] ?? '[]') }))
  declared.set(ahead, rules)
  return rules
}

function withExamples(definition: RuleDefinition, written: () => string): RuleDefinition {
  return Object.defineProperty(definition, 'examples', { enumerable: true, get: once(() => JSON.parse(written()) as RuleDefinition['examples']) })
}

function lazyRule({ definition, needs, kinds }: DeclaredRule, written: () => string, vocabulary: Vocabulary): CompiledRule {
  let cases: readonly CompiledCase[] | undefined
  return {
    definition,
    needs,
    kinds,
    get cases() {
      return (cases ??= compileRule(readRule({ definition, cases: JSON.parse(written()) as WrittenRule['cases'] }, vocabulary), compileNode).cases)
    },
  }
}
