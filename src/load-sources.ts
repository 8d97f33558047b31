import type { Problem } from './core/problem.ts'
import { DisclintError, RuleFileError } from './core/errors.ts'
import { checkedByBuild, type RulesAndVocabulary, type RuleSources } from './load-rules.ts'
import { compileRules, patternFaults, plugOperators, type PluginOperator, type RuleFile } from './ruleset/index.ts'
import { loadVocabulary } from './vocabulary/load.ts'
import type { Vocabulary } from './vocabulary/types.ts'

/** The rule files among `files`: neither vocabulary nor wording. */
export function rulesAmong(files: readonly RuleFile[]): readonly RuleFile[] {
  return files.filter(({ path }) => !path.startsWith('vocabulary/') && !path.startsWith('wording/'))
}

/** The built-in vocabulary, of the files under rules/, with the files given, and what is wrong with them. */
export function vocabularyWith(files: readonly RuleFile[], own: readonly RuleFile[]): { readonly vocabulary: Vocabulary; readonly faults: readonly Problem[] } {
  return loadVocabulary([...own.filter(({ path }) => path.startsWith('vocabulary/')), ...files], patternFaults)
}

/**
 * Checks and compiles vocabulary, then rules. Rules that come to the built-in ones leave those as the build checked them; further
 * vocabulary may change what any rule means, so that all are checked anew, from `builtinFiles`. Throws RuleFileError with every fault of every file.
 */
export function loadSources({ ruleFiles = [], vocabularyFiles = [], builtin: useBuiltin = true, engine = 'closures', operators = {} }: RuleSources, builtinFiles: readonly RuleFile[]): RulesAndVocabulary {
  plugOperators(wellFormed(operators))
  const ready = checkedByBuild({ vocabularyFiles, builtin: useBuiltin, engine })
  const { vocabulary, faults } = ready ? { ...ready, faults: [] } : vocabularyWith(vocabularyFiles, builtinFiles)
  const own = ready || !useBuiltin ? [] : rulesAmong(builtinFiles)
  const compiled = compileRules([...own, ...ruleFiles], vocabulary, { engine, beside: (ready?.rules ?? []).map(({ definition }) => definition.id) })
  const all = [...faults, ...compiled.faults]
  if (all.length > 0) throw new RuleFileError(all)
  return { rules: [...(ready?.rules ?? []), ...compiled.rules], vocabulary }
}

const OPERATOR_NAME = /^x-[a-z][a-z0-9-]*$/

/** The operators of plugins, checked: they come from JavaScript, which nothing else checked. Throws a DisclintError. */
function wellFormed(operators: Readonly<Record<string, PluginOperator>>): Readonly<Record<string, PluginOperator>> {
  for (const [name, { takes, holds }] of Object.entries(operators)) {
    if (!OPERATOR_NAME.test(name)) throw new DisclintError('operator-name', { zh: `插件算子的名称应为 x- 开头的小写字母：${name}`, en: `an operator of a plugin is named x-… in lower case: ${name}` })
    if (typeof holds !== 'function' || !['text', 'quantity', 'any'].includes(takes)) {
      throw new DisclintError('operator-form', { zh: `插件算子 ${name} 应有 takes（text、quantity 或 any）和函数 holds`, en: `operator ${name} needs takes (text, quantity or any) and a function holds` })
    }
  }
  return operators
}
