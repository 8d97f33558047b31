import { resolve } from 'node:path'
import {
  builtinRules,
  checkSuppressions,
  ConfigError,
  createLinter,
  defaultConfig,
  effectiveConfig,
  findConfig,
  loadConfig,
  withRuleSettings,
  type Config,
  type EffectiveConfig,
  type Language,
  type Linter,
  type LintOptions,
} from '../../index.ts'
import { nodeFileSystem } from '../../files/node.ts'
import type { CommandIo } from './io.ts'

export interface CommandLinter {
  readonly linter: Linter
  readonly effective: (file: string) => EffectiveConfig
  readonly printConfig: (file: string) => string
  /** All that the configuration says, as text: reports of another configuration have another. */
  readonly identity: string
  readonly suppressions?: NonNullable<LintOptions['suppressions']>
}

export interface LinterFlags {
  readonly config?: string
  readonly lang: Language
  readonly rule: readonly string[]
  /** False: none; a path: that file; true: the one the configuration names. */
  readonly suppressions: string | boolean
  readonly engine?: 'closures' | 'reference'
}

/** The linter and configuration that the flags and the folder of the run ask for. */
export async function linterFor(flags: LinterFlags, io: CommandIo): Promise<CommandLinter> {
  const config: Config = withRuleSettings(await configFor(flags, io), flags.rule)
  const linter = await createLinter({ language: flags.lang, ...(flags.engine && { engine: flags.engine }), ruleFiles: config.ruleFiles, vocabularyFiles: config.vocabulary })
  const effective = (file: string) => effectiveConfig(config, resolve(io.cwd, file).replaceAll('\\', '/'))
  const suppressions = await suppressionsOf(flags, config, io)
  return {
    linter,
    effective,
    identity: JSON.stringify([config.folder, config.layers]),
    printConfig: (file) => {
      const { rules, region } = effective(file)
      return `${JSON.stringify({ config: config.files, region, rules: Object.fromEntries(rules) }, null, 2)}\n`
    },
    ...(suppressions && { suppressions }),
  }
}

/** The configuration named, else the one found up the tree, else the default one. */
export async function configFor({ config }: Pick<LinterFlags, 'config'>, io: CommandIo): Promise<Config> {
  const known = await builtinRules()
  const path = await configPath(config, io)
  return path === undefined ? defaultConfig(known) : loadConfig(nodeFileSystem, path, known)
}

/** Where the configuration is, absolute; undefined where there is none. */
export async function configPath(named: string | undefined, io: CommandIo): Promise<string | undefined> {
  const found = named === undefined ? await findConfig(nodeFileSystem, io.cwd.replaceAll('\\', '/')) : resolve(io.cwd, named)
  return found?.replaceAll('\\', '/')
}

async function suppressionsOf(flags: LinterFlags, config: Config, io: CommandIo): Promise<CommandLinter['suppressions']> {
  if (flags.suppressions === false) return undefined
  const path = typeof flags.suppressions === 'string' ? resolve(io.cwd, flags.suppressions) : config.suppressions
  if (path === undefined) return undefined
  if (!(await nodeFileSystem.exists(path))) {
    if (flags.suppressions === true) return undefined
    throw new ConfigError('suppressions-missing', { zh: '没有这份不予采纳清单', en: 'no such suppressions file' }, { path })
  }
  const { parse } = await import('yaml')
  const { file, notes } = checkSuppressions(parse(await nodeFileSystem.readFile(path)))
  for (const note of notes) io.stderr(flags.lang === 'zh' ? `${path}：第 ${note.index + 1} 条写法不对（${note.rule} ${note.fingerprint}）\n` : `${path}: entry ${note.index + 1} is malformed (${note.rule} ${note.fingerprint})\n`)
  return file
}
