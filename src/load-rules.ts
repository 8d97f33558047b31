import { ahead } from 'virtual:disclint-ahead'
import { wordingFiles } from 'virtual:disclint-wording'
import { declaredRules, readAhead } from './ahead.ts'
import { knownRules } from './config/index.ts'
import type { KnownRule } from './config/index.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import type { RuleFile } from './ruleset/compile-rules.ts'
import type { PluginOperator } from './ruleset/operators/plugin.ts'
import type { Vocabulary } from './vocabulary/types.ts'

/** Where rules and vocabulary come from besides the built-in ones. */
export interface RuleSources {
  readonly ruleFiles?: readonly RuleFile[]
  readonly vocabularyFiles?: readonly RuleFile[]
  /** False: only the given files. */
  readonly builtin?: boolean
  /** Operators of plugins (`x-…`), by name: JavaScript that the rules given may use. They are known to the whole program. */
  readonly operators?: Readonly<Record<string, PluginOperator>>
  /** `reference`: expressions are evaluated by json-logic-js instead of compiled closures; the outcomes are the same. */
  readonly engine?: 'closures' | 'reference'
}

export interface RulesAndVocabulary {
  readonly rules: readonly CompiledRule[]
  readonly vocabulary: Vocabulary
}

export interface LoadedRules extends RulesAndVocabulary {
  /** Parsed rules/wording files by name: what the engine and the operators say. */
  readonly wording: readonly RuleFile[]
  /** Reasons for a suppression that say nothing. */
  readonly placeholders: readonly string[]
}

/**
 * Loads vocabulary and rules. The built-in ones alone are taken as the build checked them; any others, and the reference
 * engine, need the checker, which is loaded then. Rejects with RuleFileError, with every fault of every file.
 */
export async function loadRules(sources: RuleSources = {}): Promise<LoadedRules> {
  const ready = checkedByBuild(sources)
  if (ready) return withWording(ready)
  const [{ loadSources }, files] = await Promise.all([import('./load-sources.ts'), knowsBuiltin(sources) ? [] : builtinFiles()])
  return withWording(loadSources(sources, files))
}

/** The rules asked for, where those are the built-in ones alone and the build checked them. */
export function checkedByBuild({ ruleFiles = [], ...sources }: RuleSources): RulesAndVocabulary | undefined {
  return ahead && ruleFiles.length === 0 && knowsBuiltin(sources) ? readAhead(ahead) : undefined
}

/** Whether the build checked what these sources say of the built-in rules. */
function knowsBuiltin({ vocabularyFiles = [], builtin = true, engine = 'closures' }: RuleSources): boolean {
  return ahead !== undefined && vocabularyFiles.length === 0 && builtin && engine === 'closures'
}

/** The files under rules/, parsed. */
async function builtinFiles(): Promise<readonly RuleFile[]> {
  return (await import('./builtin-files.ts')).builtinFiles
}

export function withWording(loaded: RulesAndVocabulary): LoadedRules {
  const { placeholders } = wordingFiles.find(({ path }) => path === 'wording/suppressions.yaml')?.content as { placeholders: readonly string[] }
  return { ...loaded, wording: wordingFiles, placeholders }
}

/** Ids, tiers and options of the built-in rules, for checking a configuration. */
export async function builtinRules(): Promise<readonly KnownRule[]> {
  if (ahead) return knownRules(declaredRules(ahead).map(({ definition }) => ({ path: definition.id, content: definition })))
  return knownRules(await builtinFiles())
}
