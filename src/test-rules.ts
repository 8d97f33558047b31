import { engineWording } from './engine/index.ts'
import type { LoadedRules } from './load-rules.ts'
import { runExamples } from './rule-examples.ts'
import type { CompiledRule } from './ruleset/compiled.ts'

/** One example that was run: what `disclint rules test` prints. */
export interface TestedExample {
  readonly ruleId: string
  readonly example: number
  /** What differed; absent when it passed. */
  readonly failure?: string
}

/** Runs the examples of rules through vocabulary, facts and each rule alone. */
export function testRules(rules: readonly CompiledRule[], { vocabulary, wording }: Pick<LoadedRules, 'vocabulary' | 'wording'>): readonly TestedExample[] {
  const dependencies = { vocabulary, wording: engineWording(wording) }
  return rules.flatMap((rule) =>
    runExamples(rule, dependencies).map(({ number, passed, faults }) => ({ ruleId: rule.definition.id, example: number, ...(!passed && { failure: faults.join('；') }) })),
  )
}
