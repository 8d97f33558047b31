import { builtin } from 'virtual:disclint-builtin'
import type { Problem } from './core/problem.ts'
import { RuleFileError } from './core/errors.ts'
import { checkedByBuild, withWording, type LoadedRules, type RulesAndVocabulary, type RuleSources } from './load-rules.ts'
import { compileRules, plugOperators, type RuleFile } from './ruleset/index.ts'
import { loadVocabulary } from './vocabulary/load.ts'
import type { Vocabulary } from './vocabulary/types.ts'

export const builtinFiles: readonly RuleFile[] = builtin

/** The rule files among `files`: neither vocabulary nor wording. */
export function rulesAmong(files: readonly RuleFile[]): readonly RuleFile[] {
  return files.filter(({ path }) => !path.startsWith('vocabulary/') && !path.startsWith('wording/'))
}

/** The built-in vocabulary with the files given, and what is wrong with them. */
export function vocabularyWith(files: readonly RuleFile[], own: readonly RuleFile[] = builtinFiles): { readonly vocabulary: Vocabulary; readonly faults: readonly Problem[] } {
  return loadVocabulary([...own.filter(({ path }) => path.startsWith('vocabulary/')), ...files])
}

/** Checks and compiles vocabulary, then rules. Throws RuleFileError with every fault of every file. */
export function loadSources({ ruleFiles = [], vocabularyFiles = [], builtin: useBuiltin = true, engine = 'closures', operators = {} }: RuleSources): RulesAndVocabulary {
  plugOperators(operators)
  const { vocabulary, faults } = vocabularyWith(vocabularyFiles)
  const compiled = compileRules([...(useBuiltin ? rulesAmong(builtinFiles) : []), ...ruleFiles], vocabulary, { engine })
  const all = [...faults, ...compiled.faults]
  if (all.length > 0) throw new RuleFileError(all)
  return { rules: compiled.rules, vocabulary }
}

/** As `loadRules`, at once; throws what that rejects with. */
export function loadRulesSync(sources: RuleSources = {}): LoadedRules {
  return withWording(checkedByBuild(sources) ?? loadSources(sources))
}
