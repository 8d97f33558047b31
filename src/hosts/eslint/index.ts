import { createLinterSync, version, type LinterOptions } from '../../index.ts'
import { SourceReports } from './lint-source.ts'
import { PROBLEMS_RULE, problemsRule } from './problems-rule.ts'
import { eslintRule, isRecommended, type RuleHost } from './rule.ts'
import type { EslintConfig, EslintPlugin, EslintRule } from './types.ts'

export type { EslintConfig, EslintPlugin, EslintRule } from './types.ts'

/**
 * The ESLint plugin with the built-in rules and those of `options`: one ESLint rule each, for `json/json` of `@eslint/json`.
 * Throws a RuleFileError where a rule file is wrong.
 */
export function createPlugin(options: LinterOptions = {}): EslintPlugin {
  const linter = createLinterSync(options)
  const host: RuleHost = { reports: new SourceReports(linter), language: linter.language }
  const compiled = new Map(linter.rules.map((rule) => [rule.definition.id, rule]))
  const known = linter.report([]).rules
  const rules: Record<string, EslintRule> = Object.fromEntries(known.map((rule) => [rule.id, eslintRule(rule, compiled.get(rule.id), host)]))
  rules[PROBLEMS_RULE] = problemsRule(host)
  const config = (name: string, chosen: typeof known): EslintConfig => ({
    name: `disclint/${name}`,
    // A plugin is part of its own configurations; it is put in below.
    plugins: {},
    rules: { ...Object.fromEntries(chosen.map(({ id, severity }) => [`disclint/${id}`, severity === 'error' ? 'error' : 'warn'] as const)), [`disclint/${PROBLEMS_RULE}`]: 'error' },
  })
  const plugin: EslintPlugin = {
    meta: { name: 'disclint', version, namespace: 'disclint' },
    rules,
    configs: { recommended: config('recommended', known.filter(({ id }) => isRecommended(compiled.get(id)))), all: config('all', known) },
  }
  for (const { plugins } of Object.values(plugin.configs)) plugins['disclint'] = plugin
  return plugin
}

/** The plugin with the built-in rules, in Chinese. */
const plugin = createPlugin()
export default plugin
