import type { EffectiveConfig } from './config/index.ts'
import type { EngineOptions } from './engine/index.ts'
import type { CompiledRule } from './ruleset/compiled.ts'

/** The rules that run: those of the configuration, else those of the recommended tier. */
export function chosenRules(rules: readonly CompiledRule[], config: EffectiveConfig | undefined): readonly CompiledRule[] {
  if (!config) return rules.filter(({ definition }) => (definition.tier ?? 'recommended') === 'recommended')
  return rules.filter(({ definition }) => config.rules.has(definition.id))
}

/** What configuration changes in the engine: options of rules, severities by rule and by address. */
export function engineSettings(config: EffectiveConfig | undefined): Pick<EngineOptions, 'optionsOf' | 'severityOf'> {
  if (!config) return {}
  return {
    optionsOf: ({ definition }) => config.rules.get(definition.id)?.options,
    severityOf: (ruleId, address) => config.severityAt(ruleId, address) ?? config.rules.get(ruleId)?.severity,
  }
}
