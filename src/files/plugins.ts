import { pathToFileURL } from 'node:url'
import { ConfigError } from '../core/errors.ts'
import type { PluginOperator } from '../index.ts'

/**
 * Runs the plugins of a configuration and returns their operators by name. This runs their code: only call it where the user
 * allowed that. Rejects with a ConfigError where one cannot be loaded or is no plugin.
 */
export async function loadPlugins(paths: readonly string[]): Promise<Readonly<Record<string, PluginOperator>>> {
  const all: Record<string, PluginOperator> = {}
  for (const path of paths) {
    const loaded = await import(pathToFileURL(path).href).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new ConfigError('plugin', { zh: `插件加载失败：${reason}`, en: `the plugin cannot be loaded: ${reason}` }, { path, cause })
    }) as { default?: { operators?: Readonly<Record<string, PluginOperator>> } }
    const operators = loaded.default?.operators
    if (typeof operators !== 'object') throw new ConfigError('plugin', { zh: '插件应有默认导出 { operators: { "x-…": … } }', en: 'a plugin has the default export { operators: { "x-…": … } }' }, { path })
    const taken = Object.keys(operators).find((name) => Object.hasOwn(all, name))
    if (taken !== undefined) throw new ConfigError('plugin', { zh: `两个插件都有算子 ${taken}`, en: `two plugins have an operator ${taken}` }, { path })
    Object.assign(all, operators)
  }
  return all
}
