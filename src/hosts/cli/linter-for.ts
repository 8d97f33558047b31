import { relative, resolve } from 'node:path'
import {
  builtinRules,
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
  type Suppressions,
} from '../../index.ts'
import { exists, nodeFileSystem } from '../../files/node.ts'
import { readText } from './inputs.ts'
import type { CommandIo } from './io.ts'

export interface CommandLinter {
  readonly linter: Linter
  readonly effective: (file: string) => EffectiveConfig
  readonly printConfig: (file: string) => string
  /** All that the configuration says, as text: reports of another configuration have another. */
  readonly identity: string
  /** Path of the suppressions file, whether it exists or not, relative to the folder of the run where it is below it. */
  readonly suppressionsPath: string
  readonly suppressions?: Suppressions
}

export interface LinterFlags {
  readonly config?: string
  readonly lang: Language
  readonly rule: readonly string[]
  /** False: none; a path: that file; true: the one the configuration names. */
  readonly suppressions: string | boolean
  /** A suppressions file that was named may lack: it is going to be written. */
  readonly missingSuppressions?: boolean
  readonly engine?: 'closures' | 'reference'
  /** Plugins of the configuration may run. */
  readonly allowPlugins?: boolean
}

/** The linter and configuration that the flags and the folder of the run ask for. */
export async function linterFor(flags: LinterFlags, io: CommandIo): Promise<CommandLinter> {
  const config: Config = withRuleSettings(await configFor(flags, io), flags.rule)
  const linter = await createLinter({ operators: await operatorsOf(config, flags), language: flags.lang, ...(flags.engine && { engine: flags.engine }), ruleFiles: config.ruleFiles, vocabularyFiles: config.vocabulary })
  const effective = (file: string) => effectiveConfig(config, resolve(io.cwd, file).replaceAll('\\', '/'))
  const path = suppressionsPath(flags, config, io)
  const suppressions = await suppressionsOf(path, flags, io)
  return {
    linter,
    effective,
    identity: JSON.stringify([config.folder, config.layers]),
    printConfig: (file) => {
      const { rules, region } = effective(file)
      return `${JSON.stringify({ config: config.files, region, rules: Object.fromEntries(rules) }, null, 2)}\n`
    },
    suppressionsPath: path,
    ...(suppressions && { suppressions }),
  }
}

async function operatorsOf({ plugins, path }: Config, { allowPlugins }: LinterFlags) {
  if (plugins.length > 0 && !allowPlugins) throw new ConfigError('plugins-not-allowed', { zh: `配置要运行插件（${plugins.join('，')}）。信得过再加 --allow-plugins`, en: `the configuration runs plugins (${plugins.join(', ')}); add --allow-plugins if you trust them` }, path === undefined ? {} : { path })
  return plugins.length > 0 ? (await import('../../files/plugins.ts')).loadPlugins(plugins) : {}
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

async function suppressionsOf(path: string, { suppressions, missingSuppressions }: LinterFlags, io: CommandIo): Promise<CommandLinter['suppressions']> {
  if (suppressions === false) return undefined
  if (!(await exists(path, io.cwd))) {
    if (suppressions === true || missingSuppressions) return undefined
    throw new ConfigError('suppressions-missing', { zh: '没有这份不予采纳清单', en: 'no such suppressions file' }, { path })
  }
  const { readSuppressions } = await import('./suppressions-report.ts')
  return readSuppressions(path, await readText(path, io))
}

function suppressionsPath({ suppressions }: LinterFlags, config: Config, io: CommandIo): string {
  const path = resolve(io.cwd, typeof suppressions === 'string' ? suppressions : config.suppressions)
  const short = relative(io.cwd, path)
  return (short.startsWith('..') ? path : short).replaceAll('\\', '/')
}
