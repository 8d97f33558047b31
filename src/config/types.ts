import type { Severity } from '../core/severity.ts'
import type { VocabularyFile } from '../vocabulary/load.ts'

/** What configuration needs of a file system; paths use `/`. Hosts wrap their own (node:fs, an editor's, a map in tests). */
export interface ConfigFileSystem {
  /** The text of a file; rejects where there is none. */
  readFile(path: string): Promise<string>
  /** Whether a file or folder stands at `path`. */
  exists(path: string): Promise<boolean>
  /** Paths of the files in the folder and below it, in order; undefined where `path` is no folder. Needed for rule packs. */
  list?(path: string): Promise<readonly string[] | undefined>
}

export type SetSeverity = Severity | 'off'
export type OptionValue = string | number | boolean

/** What a configuration says of one rule. */
export interface RuleSetting {
  readonly severity: SetSeverity
  readonly options: Readonly<Record<string, OptionValue>>
}

/** Rule ids or patterns (`group/*`, `*`) with their settings, in order: later ones win. */
export type RuleSettings = readonly (readonly [pattern: string, setting: RuleSetting])[]

export interface Override {
  /** File globs, relative to `base`; absent: every file. */
  readonly files?: readonly string[]
  /** Patterns of semantic addresses (项目 and all below it); absent: the whole document. */
  readonly address?: readonly string[]
  /** Folder of the file that says so. */
  readonly base: string
  readonly region?: string
  readonly rules: RuleSettings
}

/** A rule file of a pack, parsed and not yet compiled. */
export interface PackFile extends VocabularyFile {
  readonly text: string
}

/** A configuration with everything it extends, checked. */
export interface Config {
  /** The file it was loaded from; absent for the default configuration. */
  readonly path?: string
  /** Every file that took part, for caches and watchers. */
  readonly files: readonly string[]
  readonly tier: 'recommended' | 'all'
  readonly region?: string
  readonly rules: RuleSettings
  readonly overrides: readonly Override[]
  readonly vocabulary: readonly PackFile[]
  readonly rulePacks: readonly PackFile[]
  /** Path of the suppressions file. */
  readonly suppressions?: string
}

/** What configuration must know of a rule to check its settings. */
export interface KnownRule {
  readonly id: string
  readonly tier?: 'recommended' | 'all'
  readonly options?: Readonly<Record<string, { readonly type: string; readonly default: OptionValue }>>
}

/** The configuration of one file. */
export interface EffectiveConfig {
  readonly region?: string
  /** Rules that run, with the options they run with. `severity` is absent where the rule's own holds. */
  readonly rules: ReadonlyMap<string, { readonly severity?: Severity; readonly options: Readonly<Record<string, OptionValue>> }>
  /** What an `address` override sets for findings of a rule there; undefined where none does. */
  severityAt(ruleId: string, address: string): SetSeverity | undefined
}
