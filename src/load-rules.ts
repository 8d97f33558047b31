import { builtin } from 'virtual:disclint-builtin'
import { knownRules } from './config/index.ts'
import type { KnownRule } from './config/index.ts'
import { RuleFileError } from './core/errors.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import { compileRules, type RuleFile } from './ruleset/index.ts'
import { loadVocabulary } from './vocabulary/load.ts'
import type { Vocabulary } from './vocabulary/types.ts'

/** Where rules and vocabulary come from besides the built-in ones. */
export interface RuleSources {
  readonly ruleFiles?: readonly RuleFile[]
  readonly vocabularyFiles?: readonly RuleFile[]
  /** False: only the given files. */
  readonly builtin?: boolean
  /** `reference`: expressions are evaluated by json-logic-js instead of compiled closures; the outcomes are the same. */
  readonly engine?: 'closures' | 'reference'
}

export interface LoadedRules {
  readonly rules: readonly CompiledRule[]
  readonly vocabulary: Vocabulary
  /** Parsed rules/wording files by name: what the engine and the operators say. */
  readonly wording: readonly RuleFile[]
  /** Reasons for a suppression that say nothing. */
  readonly placeholders: readonly string[]
}

/** Loads vocabulary, then rules. Throws RuleFileError with every fault of every file. */
export function loadRules({ ruleFiles = [], vocabularyFiles = [], builtin: useBuiltin = true, engine = 'closures' }: RuleSources): LoadedRules {
  const files: readonly RuleFile[] = builtin
  const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))
  const { vocabulary, faults } = loadVocabulary([...inFolder('vocabulary'), ...vocabularyFiles])
  const builtinRules = useBuiltin ? files.filter(({ path }) => !path.startsWith('vocabulary/') && !path.startsWith('wording/')) : []
  const compiled = compileRules([...builtinRules, ...ruleFiles], vocabulary, { engine })
  const all = [...faults, ...compiled.faults]
  if (all.length > 0) throw new RuleFileError(all)
  const wording = inFolder('wording')
  const { placeholders } = wording.find(({ path }) => path === 'wording/suppressions.yaml')?.content as { placeholders: readonly string[] }
  return { rules: compiled.rules, vocabulary, wording, placeholders }
}

/** Ids, tiers and options of the built-in rules, for checking a configuration. */
export function builtinRules(): readonly KnownRule[] {
  return knownRules(builtin)
}
