import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { parse } from 'yaml'
import { builtinRules, checkSuppressions, ConfigError, createLinter, defaultConfig, DisclintError, effectiveConfig, findConfig, formatHtml, loadConfig, RuleFileError, type Config, type Editing, type EffectiveConfig, type FileReport, type Language, type Linter, type LintOptions, type Problem } from '../../index.ts'
import { loadPlugins, nodeFileSystem, sha256 } from '../../files/node.ts'

/** Text of a document that is open in the editor, by absolute path with `/`. */
export type OpenText = (path: string) => string | undefined

/** The linter of a folder, as its configuration makes it. */
export interface Setting {
  readonly config: Config
  readonly linter: Linter
  readonly suppressions?: NonNullable<LintOptions['suppressions']>
  /** Where dismissed findings are kept, whether the file exists or not: beside the configuration, else in the workspace folder. */
  readonly suppressionsPath: string
  /** What is wrong with the configuration or the rules it brings; then the standard rules run. */
  readonly faults: readonly Problem[]
}

/** A document that is open, under the setting that holds for it. */
interface Edited {
  readonly setting: Setting
  readonly editing: Editing
  readonly config: EffectiveConfig
}

interface Loaded {
  readonly setting: Setting
  /** When each file it was made of was last written; open documents count with their text. */
  readonly stamps: ReadonlyMap<string, string>
}

const NOT_TRUSTED = { zh: '配置要运行插件；信任这个文件夹后才会运行', en: 'the configuration runs plugins; they run once this folder is trusted' }

/** The settings of the folders that documents are in. Each is loaded again when a file it was made of has changed. */
export class Workspace {
  readonly #loaded = new Map<string, Loaded>()
  /** By path: what is kept of each document that was linted, until it is closed. */
  readonly #edited = new Map<string, Edited>()
  readonly #openText: OpenText
  readonly #language: () => Language
  readonly #folders: () => readonly string[]

  readonly #trusted: () => boolean

  constructor(openText: OpenText, language: () => Language, folders: () => readonly string[], trusted: () => boolean) {
    this.#trusted = trusted
    this.#openText = openText
    this.#folders = folders
    this.#language = language
  }

  /** What holds for a document at `path` (absolute, with `/`). */
  async settingFor(path: string): Promise<Setting> {
    const config = await findConfig(this.files(), dirname(path))
    const folder = this.#folders().find((root) => path.startsWith(`${root}/`)) ?? dirname(path)
    const key = `${this.#language()} ${config ?? folder}`
    const before = this.#loaded.get(key)
    if (before && (await this.#unchanged(before.stamps))) return before.setting
    const setting = await this.#load(config, folder)
    this.#loaded.set(key, { setting, stamps: await this.#stampsOf([...setting.config.files, ...(config === undefined ? [] : [config]), setting.suppressionsPath, ...setting.config.ruleFiles.map((file) => file.path), ...setting.config.vocabulary.map((file) => file.path)]) })
    return setting
  }

  /** Lints a document as the command line would; the next time only what a change can have touched. */
  async lint(path: string, text: string): Promise<FileReport> {
    const setting = await this.settingFor(path)
    const before = this.#edited.get(path)
    const edited = before?.setting === setting ? before : { setting, editing: setting.linter.editing(), config: effectiveConfig(setting.config, path) }
    if (this.#openText(path) !== undefined) this.#edited.set(path, edited)
    return lintWith(setting, (options) => edited.editing.lint({ file: path, content: text, sha256: sha256(Buffer.from(text)) }, { ...options, config: edited.config }))
  }

  /** A document was closed: nothing of it is kept. */
  close(path: string): void {
    this.#edited.delete(path)
  }

  /** The review sheet of a document as an HTML page of its own. */
  async sheet(path: string, text: string): Promise<string> {
    const setting = await this.settingFor(path)
    const report = lintWith(setting, (options) => setting.linter.lint({ file: path, content: text }, { ...options, config: effectiveConfig(setting.config, path), content: true }))
    return formatHtml(setting.linter.report([{ ...report, file: basename(path) }]), { language: setting.linter.language })
  }

  async #load(path: string | undefined, folder: string): Promise<Setting> {
    const language = this.#language()
    const known = await builtinRules()
    const standard = defaultConfig(known)
    const beside = `${folder}/${standard.suppressions}`
    try {
      const config = path === undefined ? standard : await loadConfig(this.files(), path, known)
      if (config.plugins.length > 0 && !this.#trusted()) throw new ConfigError('plugins-not-allowed', NOT_TRUSTED, { faults: [{ code: 'plugins-not-allowed', message: NOT_TRUSTED, file: config.path ?? '' }] })
      const linter = await createLinter({ operators: await loadPlugins(config.plugins), language, ruleFiles: config.ruleFiles, vocabularyFiles: config.vocabulary })
      const suppressionsPath = path === undefined ? beside : config.suppressions
      const suppressions = await this.#suppressions(suppressionsPath)
      return { config, linter, faults: [], suppressionsPath, ...(suppressions && { suppressions }) }
    } catch (error) {
      if (!(error instanceof DisclintError)) throw error
      const faults = error instanceof ConfigError || error instanceof RuleFileError ? error.faults : []
      const told = faults.length > 0 ? faults : [{ code: error.code, message: error.text, ...(path !== undefined && { file: error.path ?? path }) }]
      const files = path === undefined ? [] : [path, ...told.flatMap(({ file }) => file ?? [])]
      return { config: { ...standard, files }, linter: await createLinter({ language }), suppressionsPath: beside, faults: told }
    }
  }

  async #suppressions(path: string): Promise<Setting['suppressions']> {
    if (!(await this.files().exists(path))) return undefined
    try {
      return checkSuppressions(parse(await this.files().readFile(path))).file
    } catch {
      // Half typed: what it dismissed before is shown until it can be read again.
      return undefined
    }
  }

  files(): typeof nodeFileSystem {
    return {
      ...nodeFileSystem,
      readFile: async (path: string): Promise<string> => this.#openText(path) ?? nodeFileSystem.readFile(path),
      exists: async (path: string): Promise<boolean> => this.#openText(path) !== undefined || nodeFileSystem.exists(path),
    }
  }

  async #unchanged(stamps: ReadonlyMap<string, string>): Promise<boolean> {
    const now = await this.#stampsOf([...stamps.keys()])
    return [...stamps].every(([path, stamp]) => now.get(path) === stamp)
  }

  async #stampsOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stamps = [...new Set(paths)].map(async (path): Promise<[string, string]> => {
      const open = this.#openText(path)
      if (open !== undefined) return [path, `open ${open}`]
      const found = await stat(path).catch(() => undefined)
      return [path, found ? `${found.mtimeMs} ${found.size}` : 'none']
    })
    return new Map(await Promise.all(stamps))
  }
}

/** A configuration that could not be used is told in every document that it was meant for. */
function lintWith({ suppressions, faults }: Setting, lint: (options: LintOptions) => FileReport): FileReport {
  const report = lint({ today: new Date().toISOString().slice(0, 10), ...(suppressions && { suppressions }) })
  const told = faults.map(({ code, message, file = '' }) => ({ code, message: { zh: `配置没有生效：${basename(file)} ${message.zh}`, en: `the configuration is not in effect: ${basename(file)} ${message.en}` } }))
  return told.length === 0 ? report : { ...report, problems: [...told, ...report.problems] }
}
