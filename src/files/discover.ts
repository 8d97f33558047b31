import { stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import type { Problem } from '../core/problem.ts'

export interface DiscoverOptions {
  /** What a folder stands for; default its `*.disclosure.json`, at any depth. */
  readonly inFolders?: readonly string[]
}

export interface Discovery {
  /** Paths relative to `cwd`, with `/`, each once, in the order of the patterns and by name within one. */
  readonly files: readonly string[]
  /** A pattern that matches nothing is a problem. */
  readonly problems: readonly Problem[]
}

const IN_FOLDERS = ['**/*.disclosure.json']
/** The last are maps that `import` writes beside disclosures, and no disclosures. */
const IGNORED = ['**/node_modules/**', '**/.git/**', '**/*.disclosure.map.json']

/** Finds the files that paths, folders and globs name. A path that exists is taken literally, whatever characters it has. */
export async function discover(patterns: readonly string[], cwd: string, options: DiscoverOptions = {}): Promise<Discovery> {
  const files = new Set<string>()
  const problems: Problem[] = []
  for (const pattern of patterns) {
    const found = await matches(pattern, cwd, options.inFolders ?? IN_FOLDERS)
    for (const file of found) files.add(file)
    if (found.length === 0) problems.push({ code: 'unmatched-input', file: pattern, message: { zh: `没有找到与“${pattern}”相符的文件`, en: `no file matches "${pattern}"` } })
  }
  return { files: [...files], problems }
}

async function matches(pattern: string, cwd: string, inFolders: readonly string[]): Promise<readonly string[]> {
  const found = await stat(resolve(cwd, pattern)).catch(() => undefined)
  if (found?.isFile()) return [shown(resolve(cwd, pattern), cwd)]
  const { globby } = await import('globby')
  const folder = found?.isDirectory() ? resolve(cwd, pattern) : cwd
  const globs = found?.isDirectory() ? inFolders : [pattern.replaceAll('\\', '/')]
  const files = await globby([...globs], { cwd: folder, absolute: true, onlyFiles: true, ignore: IGNORED, dot: false, expandDirectories: false })
  return files.map((file) => shown(file, cwd)).sort((a, b) => (a < b ? -1 : 1))
}

/** The path relative to `cwd` where it is below it. */
function shown(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return (short.startsWith('..') || isAbsolute(short) ? path : short).replaceAll('\\', '/')
}
