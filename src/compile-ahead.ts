import type { Ahead, DeclaredRule } from './ahead.ts'
import { RuleFileError } from './core/errors.ts'
import { preparedPatterns } from './facts/prose/index.ts'
import { rulesAmong, vocabularyWith } from './load-sources.ts'
import { checkRules, compileNode, compileRule, writeRule, type RuleFile } from './ruleset/index.ts'
import { writeVocabulary } from './vocabulary/written.ts'

/** The files under rules/, checked, in the form that `readAhead` reads. Throws RuleFileError: faulty rules are not shipped. */
export function compileAhead(files: readonly RuleFile[]): Ahead {
  const { vocabulary, faults } = vocabularyWith([], files)
  const checked = checkRules(rulesAmong(files), vocabulary)
  const all = [...faults, ...checked.faults]
  if (all.length > 0) throw new RuleFileError(all)
  const declared: DeclaredRule[] = checked.rules.map((rule) => {
    const { definition, needs, kinds } = compileRule(rule, compileNode)
    return { definition, needs, kinds }
  })
  return {
    vocabulary: JSON.stringify(writeVocabulary(vocabulary)),
    patterns: JSON.stringify(preparedPatterns(vocabulary)),
    rules: JSON.stringify(declared.map(({ definition: { examples: _, ...definition }, ...rest }) => ({ ...rest, definition }))),
    examples: declared.map(({ definition }) => JSON.stringify(definition.examples)),
    cases: checked.rules.map((rule) => JSON.stringify(writeRule(rule).cases)),
  }
}
