import type { Problem } from '../core/problem.ts'
import type { Severity } from '../core/severity.ts'
import type { VocabularyFile } from '../vocabulary/load.ts'

/** What configuration needs of a file system; paths use `/`. Hosts wrap their own (node:fs, an editor's, a map in tests). */
export interface ConfigFileSystem {
  /** The text of a file; rejects where there is none. */
  readFile(path: string): Promise<string>
  /** Whether a file or folder stands at `path`. */
  exists(path: string): Promise<boolean>
  /** Paths of the files in a folder and below it, in order; undefined where `path` is no folder. Needed for rule packs. */
  list?(path: string): Promise<readonly string[] | undefined>
}

export type SetSeverity = Severity | 'off'
export type OptionValue = string | number | boolean
export type RuleOptions = Readonly<Record<string, OptionValue>>

/** What a configuration says of one rule. */
export interface RuleSetting {
  readonly severity: SetSeverity
  readonly options: RuleOptions
}

/** Settings that hold together, for every file or some, for the whole document or parts of it. */
export interface ConfigLayer {
  /** File globs, relative to the configuration's folder; absent: every file. */
  readonly files?: readonly string[]
  /** Patterns of semantic addresses; absent: the whole document. */
  readonly address?: readonly string[]
  readonly region?: string
  readonly tier?: 'recommended' | 'all'
  /** By rule id or pattern (`group/*`), in order: later ones win. */
  readonly rules: readonly (readonly [pattern: string, setting: RuleSetting])[]
}

/** A rule or vocabulary file that a configuration brings, parsed and not yet checked. */
export interface PackFile extends VocabularyFile {
  readonly text: string
}

/** A configuration with everything it extends, checked. */
export interface Config {
  /** The file it was loaded from; absent for the default configuration. */
  readonly path?: string
  /** Folder that file globs are relative to. */
  readonly folder: string
  /** Every file that took part, for caches and watchers. */
  readonly files: readonly string[]
  /** In order of precedence: later layers win. Those of `extends` come first, each with its overrides. */
  readonly layers: readonly ConfigLayer[]
  readonly vocabulary: readonly PackFile[]
  readonly ruleFiles: readonly PackFile[]
  /** Modules with operators, absolute; nothing runs them unless the user allowed it. */
  readonly plugins: readonly string[]
  /** Path of the suppressions file, whether it exists or not. */
  readonly suppressions: string
  /** Built-in rules and those of packs. */
  readonly known: readonly KnownRule[]
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
  /** Rules that run, with their options over the defaults. `severity` is absent where the rule's own holds. */
  readonly rules: ReadonlyMap<string, { readonly severity?: Severity; readonly options: RuleOptions }>
  /** What an `address` override sets for findings of a rule there; `off` where the rule only runs elsewhere. */
  severityAt(ruleId: string, address: string): SetSeverity | undefined
}

/** Collects everything that is wrong, so that it is reported at once. */
export type Report = (problem: Problem) => void
