import { ConfigError } from '../core/errors.ts'
import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import type { Bilingual } from '../core/text.ts'
import { compileSchema } from '../source/json-schema.ts'
import type { JsonSchema } from '../source/json-schema.ts'
import { pointerTokens } from '../source/json-pointer.ts'
import type { ParsedYaml, YamlPath } from '../source/yaml.ts'
import schema from '../../schemas/config.schema.json' with { type: 'json' }
import { CONFIG_NAMES } from './find.ts'
import { knownRules } from './known-rules.ts'
import { folderOf, normalPath, resolvePath } from './paths.ts'
import { resolveTarget } from './resolve-target.ts'
import { settingFaults, settingOf } from './settings.ts'
import type { WrittenSetting } from './settings.ts'
import type { Config, ConfigFileSystem, ConfigLayer, KnownRule, PackFile, Report } from './types.ts'

/** Where suppressions are kept when a configuration does not say: beside it. */
const SUPPRESSIONS_NAME = 'disclint-suppressions.yaml'

/** The configuration that holds where there is no file: the recommended rules as they are. */
export function defaultConfig(known: readonly KnownRule[] = []): Config {
  return { folder: '.', files: [], layers: [], vocabulary: [], ruleFiles: [], plugins: [], suppressions: SUPPRESSIONS_NAME, known }
}

/**
 * Loads a configuration file with all it extends, and checks it against the rules there are (`known`: the built-in ones;
 * those of packs are added). Rejects with a ConfigError that holds every fault, each with file, line and column.
 */
export async function loadConfig(files: ConfigFileSystem, path: string, known: readonly KnownRule[]): Promise<Config> {
  const faults: Problem[] = []
  const loading = new Loading(files, (problem) => faults.push(problem))
  const start = normalPath(path)
  await loading.config(start)
  const all = [...known, ...knownRules(loading.ruleFiles)]
  for (const check of loading.checks) check(all)
  if (faults.length > 0) {
    const [first] = faults
    const more = faults.length > 1 ? { zh: `（共 ${faults.length} 处）`, en: ` (${faults.length} faults)` } : { zh: '', en: '' }
    throw new ConfigError('config', { zh: `配置有误：${first?.message.zh ?? ''}${more.zh}`, en: `wrong configuration: ${first?.message.en ?? ''}${more.en}` }, { path: start, faults })
  }
  const { layers, vocabulary, ruleFiles, plugins } = loading
  const folder = folderOf(start)
  const suppressions = loading.suppressions ?? resolvePath(folder, SUPPRESSIONS_NAME)
  return { path: start, folder, files: [...loading.files], layers, vocabulary, ruleFiles, plugins: [...plugins], suppressions, known: all }
}

interface Written {
  readonly extends?: string | readonly string[]
  readonly region?: string
  readonly vocabulary?: string | readonly string[]
  readonly plugins?: string | readonly string[]
  readonly rules?: Readonly<Record<string, WrittenSetting>>
  readonly overrides?: readonly WrittenOverride[]
  readonly suppressions?: string
}

interface WrittenOverride {
  readonly files?: string | readonly string[]
  readonly address?: string | readonly string[]
  readonly region?: string
  readonly rules?: Readonly<Record<string, WrittenSetting>>
}

interface Origin {
  readonly file: string
  readonly yaml?: ParsedYaml
}

const MOST_FILES = 200

/** One run of loading: what was read so far, and what is wrong with it. */
class Loading {
  readonly files = new Set<string>()
  readonly layers: ConfigLayer[] = []
  readonly vocabulary: PackFile[] = []
  readonly ruleFiles: PackFile[] = []
  readonly plugins = new Set<string>()
  readonly checks: ((known: readonly KnownRule[]) => void)[] = []
  suppressions: string | undefined
  readonly #fileSystem: ConfigFileSystem
  readonly #report: Report
  readonly #open: string[] = []
  #extended = 0

  constructor(fileSystem: ConfigFileSystem, report: Report) {
    this.#fileSystem = fileSystem
    this.#report = report
  }

  /** A configuration file: what it extends first, then itself. */
  async config(path: string, from?: () => Place | undefined, by?: string): Promise<void> {
    if (this.#open.includes(path)) {
      this.#fault({ file: by ?? path }, from?.(), { zh: `extends 形成循环：${[...this.#open, path].join(' → ')}`, en: `extends goes in a circle: ${[...this.#open, path].join(' → ')}` })
      return
    }
    // Files that each extend the next twice would be read without end, though none goes in a circle.
    this.#extended += 1
    if (this.#extended > MOST_FILES) {
      if (this.#extended === MOST_FILES + 1) this.#fault({ file: by ?? path }, from?.(), { zh: `extends 引入的配置超过 ${MOST_FILES} 份`, en: `extends brings in more than ${MOST_FILES} configurations` })
      return
    }
    const yaml = await this.#read(path, from, by)
    if (!yaml) return
    this.#open.push(path)
    const origin = { file: path, yaml }
    const { value, faults } = compileSchema(schema as JsonSchema)(yaml.value ?? {})
    for (const fault of faults) {
      const tokens = pointerTokens(fault.pointer)
      this.#fault(origin, fault.code === 'unknown-key' ? yaml.locateKey(tokens) : yaml.locate(tokens), fault.message)
    }
    const written = (value ?? {}) as Written
    for (const [index, target] of list(written.extends).entries()) await this.#extend(target, origin, typeof written.extends === 'string' ? ['extends'] : ['extends', index])
    for (const [index, target] of list(written.vocabulary).entries()) await this.#vocabularyAt(target, origin, typeof written.vocabulary === 'string' ? ['vocabulary'] : ['vocabulary', index])
    for (const [index, target] of list(written.plugins).entries()) await this.#pluginAt(target, origin, typeof written.plugins === 'string' ? ['plugins'] : ['plugins', index])
    if (written.suppressions !== undefined) this.suppressions = resolvePath(folderOf(path), written.suppressions)
    this.#layer(written, origin, [])
    written.overrides?.forEach((override, index) => this.#layer(override, origin, ['overrides', index]))
    this.#open.pop()
  }

  #layer(written: Written | WrittenOverride, origin: Origin, path: YamlPath): void {
    const rules = written.rules ?? {}
    this.checks.push((known) => {
      for (const fault of settingFaults(rules, known)) {
        const at = [...path, 'rules', ...fault.path]
        this.#fault(origin, fault.path.length === 1 ? origin.yaml?.locateKey(at) : origin.yaml?.locate(at), fault.message)
      }
    })
    const { files, address } = written as WrittenOverride
    this.layers.push({
      ...(files !== undefined && { files: list(files) }),
      ...(address !== undefined && { address: list(address) }),
      ...(written.region !== undefined && { region: written.region }),
      rules: Object.entries(rules).map(([pattern, setting]) => [pattern, settingOf(setting)] as const),
    })
  }

  async #extend(target: string, origin: Origin, at: YamlPath): Promise<void> {
    const place = (): Place | undefined => origin.yaml?.locate(at)
    if (target === 'disclint:recommended' || target === 'disclint:all') {
      this.layers.push({ tier: target === 'disclint:all' ? 'all' : 'recommended', rules: [] })
      return
    }
    if (target.startsWith('disclint:')) {
      this.#fault(origin, place(), { zh: `没有“${target}”，可用的有 disclint:recommended、disclint:all`, en: `there is no "${target}"; there are disclint:recommended and disclint:all` })
      return
    }
    const path = await resolveTarget(this.#fileSystem, folderOf(origin.file), target)
    const inFolder = await this.#fileSystem.list?.(path)
    if (inFolder) await this.#pack(path, inFolder)
    else await this.config(path, place, origin.file)
  }

  /** A folder of rules: its own configuration where it has one, `vocabulary/` in it, and its rules. */
  async #pack(folder: string, files: readonly string[]): Promise<void> {
    const own = files.map(normalPath).filter((name) => /\.ya?ml$/.test(name) && !name.slice(folder.length).includes('/node_modules/'))
    for (const name of CONFIG_NAMES) if (own.includes(`${folder}/${name}`)) await this.config(`${folder}/${name}`)
    for (const file of own) {
      // The pack's configuration may have read its vocabulary already.
      if (this.files.has(file)) continue
      const inner = file.slice(folder.length + 1)
      if (inner.startsWith('vocabulary/')) await this.#data(file, this.vocabulary)
      else await this.#data(file, this.ruleFiles)
    }
  }

  async #vocabularyAt(target: string, origin: Origin, at: YamlPath): Promise<void> {
    const path = await resolveTarget(this.#fileSystem, folderOf(origin.file), target)
    const inFolder = await this.#fileSystem.list?.(path)
    const files = inFolder ? inFolder.map(normalPath).filter((name) => /\.ya?ml$/.test(name)) : [path]
    for (const file of files) if (!this.files.has(file)) await this.#data(file, this.vocabulary, () => origin.yaml?.locate(at), origin.file)
  }

  async #pluginAt(target: string, origin: Origin, at: YamlPath): Promise<void> {
    const path = await resolveTarget(this.#fileSystem, folderOf(origin.file), target)
    const module = (await this.#fileSystem.list?.(path)) ? `${path}/index.js` : path
    if (await this.#fileSystem.exists(module)) this.plugins.add(module)
    else this.#fault(origin, origin.yaml?.locate(at), { zh: `找不到插件 ${module}`, en: `cannot find the plugin ${module}` })
  }

  async #data(path: string, into: PackFile[], from?: () => Place | undefined, by?: string): Promise<void> {
    const yaml = await this.#read(path, from, by)
    if (yaml) into.push({ path, content: yaml.value, text: yaml.text, locate: yaml.locate })
  }

  async #read(path: string, from?: () => Place | undefined, by?: string): Promise<(ParsedYaml & { readonly text: string }) | undefined> {
    let text: string
    try {
      text = await this.#fileSystem.readFile(path)
    } catch {
      this.#fault({ file: by ?? path }, from?.(), by === undefined ? { zh: '找不到或无法读取这个文件', en: 'the file cannot be found or read' } : { zh: `找不到或无法读取 ${path}`, en: `cannot find or read ${path}` })
      return undefined
    }
    this.files.add(path)
    // The YAML parser is the slowest thing to load, and most runs have no configuration.
    const { parseYaml } = await import('../source/yaml.ts')
    const parsed = parseYaml(text)
    if (parsed.ok) return { ...parsed, text }
    for (const problem of parsed.problems) this.#report({ ...problem, file: path })
    return undefined
  }

  #fault(origin: Origin, place: Place | undefined, message: Bilingual): void {
    this.#report({ code: 'config', file: origin.file, message, ...(place && { place }) })
  }
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
