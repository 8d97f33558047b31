import { folderOf, normalPath, resolvePath } from './paths.ts'
import type { ConfigFileSystem } from './types.ts'

export const CONFIG_NAMES = ['disclint.config.yaml', 'disclint.config.yml'] as const

/** The configuration file nearest to a folder: in it, or in one above it; undefined where there is none. */
export async function findConfig(files: ConfigFileSystem, folder: string): Promise<string | undefined> {
  let at = normalPath(folder)
  for (let level = 0; level < DEEPEST; level += 1) {
    for (const name of CONFIG_NAMES) {
      const path = resolvePath(at, name)
      if (await files.exists(path)) return path
    }
    const above = folderOf(at)
    if (above === at || at === '.' || at.endsWith('..')) return undefined
    at = above
  }
  return undefined
}

const DEEPEST = 100
