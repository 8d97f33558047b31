import { readFile, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Whether a file or folder stands at `path`, relative to `cwd`. */
export function exists(path: string, cwd: string): Promise<boolean> {
  return nodeFileSystem.exists(resolve(cwd, path))
}

/** The file system that configuration is loaded through, on Node. Paths are given back with `/`. */
export const nodeFileSystem = {
  readFile: (path: string): Promise<string> => readFile(path, 'utf8'),

  exists: (path: string): Promise<boolean> => stat(path).then(() => true, () => false),

  async list(path: string): Promise<readonly string[] | undefined> {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) return undefined
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .sort((a, b) => (a < b ? -1 : 1))
  },
}
