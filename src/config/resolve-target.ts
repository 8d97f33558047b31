import { folderOf, resolvePath } from './paths.ts'
import type { ConfigFileSystem } from './types.ts'

/**
 * What `extends`, `vocabulary` or `plugins` name: a path from the folder of the configuration or, where nothing stands there, a package
 * (or a path in one) of the nearest `node_modules`. Where neither exists it is the path, so that a fault names that.
 */
export async function resolveTarget(files: ConfigFileSystem, folder: string, target: string): Promise<string> {
  const path = resolvePath(folder, target)
  if (/^\.{0,2}\//.test(target) || (await files.exists(path))) return path
  for (let at = folder, level = 0; level < DEEPEST; level += 1) {
    const inPackage = resolvePath(at, `node_modules/${target}`)
    if (await files.exists(inPackage)) return inPackage
    const above = folderOf(at)
    if (above === at || at === '.') break
    at = above
  }
  return path
}

const DEEPEST = 100
