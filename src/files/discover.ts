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
/** Maps that `import` writes beside disclosures are no disclosures; what a killed run left is no file. */
const IGNORED = ['**/node_modules/**', '**/.git/**', '**/*.disclosure.map.json', '**/.disclint-*.tmp']

/** Finds the files that paths, folders and globs name. A path that exists is taken literally, whatever characters it has. */
export async function discover(patterns: readonly string[], cwd: string, options: DiscoverOptions = {}): Promise<Discovery> {
  const files = new Set<string>()
  const problems: Problem[] = []
  for (const pattern of patterns) {
    try {
      const found = await matches(pattern, cwd, options.inFolders ?? IN_FOLDERS)
      for (const file of found) files.add(file)
      if (found.length === 0) problems.push(await unmatched(pattern, cwd))
    } catch (cause) {
      problems.push(await unsearchable(pattern, cwd, cause))
    }
  }
  return { files: [...files], problems }
}

/** A folder stands for the disclosures in it, so its other files are not looked at: who meant them is told how to name them. */
async function unmatched(pattern: string, cwd: string): Promise<Problem> {
  const found = await stat(resolve(cwd, pattern)).catch(() => undefined)
  const plain = pattern.replace(/[\\/]+$/, '')
  const message = found?.isDirectory()
    ? { zh: `文件夹“${pattern}”里没有 *.disclosure.json；要检查其中的 Word、Excel、PDF 等文件，请写明，如 "${plain}/**/*.pdf"`, en: `the folder "${pattern}" holds no *.disclosure.json; name its Word, Excel, PDF … files to have them linted, as in "${plain}/**/*.pdf"` }
    : { zh: `没有找到与“${pattern}”相符的文件`, en: `no file matches "${pattern}"` }
  return { code: 'unmatched-input', file: pattern, message }
}

/** A path through a file leads nowhere; any other failure is a folder that may not be looked into. */
async function unsearchable(pattern: string, cwd: string, cause: unknown): Promise<Problem> {
  const { code = '', path } = cause as NodeJS.ErrnoException
  if (code === 'ENOTDIR') return unmatched(pattern, cwd)
  const folder = path === undefined ? pattern : shown(path, cwd)
  return { code: 'file-unreadable', file: pattern, message: { zh: `文件夹“${folder}”打不开（${code}），其中的文件没有检查`, en: `the folder "${folder}" cannot be read (${code}); its files were not linted` } }
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
