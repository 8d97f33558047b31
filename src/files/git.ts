import { execFile } from 'node:child_process'
import { realpath, stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { DisclintError } from '../core/errors.ts'
import { sha256, type ReadFile } from './read.ts'

/** As large as the largest file that is read (read.ts). */
const LARGEST = 256 * 1024 * 1024

/** Added, copied, modified and type-changed files; a rename is a deletion and an addition. */
const CHANGED = ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules', '--diff-filter=ACMT']

/** Symbolic links and submodules have no content of their own. */
const REGULAR = /^:\d+ 100(?:644|755) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/

/**
 * What the next commit will hold of the files that it changes, as git has it in the index, whatever the work tree holds.
 * Without patterns: every `*.disclosure.json`. Names are relative to `cwd`, in git's order. Rejects with a DisclintError
 * where there is no git or no repository.
 */
export async function stagedFiles(patterns: readonly string[], cwd: string): Promise<readonly ReadFile[]> {
  const top = (await git(['rev-parse', '--show-toplevel'], cwd)).toString('utf8').replace(/\r?\n$/, '')
  const specs = patterns.length > 0 ? await Promise.all(patterns.map((pattern) => pathspec(pattern, cwd))) : [':(top,glob)**/*.disclosure.json']
  const fields = (await git([...CHANGED, '--', ...specs], cwd)).toString('utf8').split('\0')
  const here = await realpath(cwd)
  const files: ReadFile[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const blob = REGULAR.exec(fields[at] ?? '')?.[1]
    const path = fields[at + 1]
    if (blob === undefined || path === undefined) continue
    // With filters, so that what Git LFS keeps elsewhere is read and not its pointer.
    const content = await git(['cat-file', '--filters', `--path=${path}`, blob], top)
    files.push({ file: relative(here, resolve(top, path)).replaceAll('\\', '/'), content, sha256: sha256(content) })
  }
  return files
}

/** The folder of the repository's hooks, absolute, `core.hooksPath` respected. */
export async function hooksFolder(cwd: string): Promise<string> {
  const path = (await git(['rev-parse', '--git-path', 'hooks'], cwd)).toString('utf8').replace(/\r?\n$/, '')
  return resolve(cwd, path)
}

/** A folder stands for its disclosures; git takes anything else literally first, then as a pattern. */
async function pathspec(pattern: string, cwd: string): Promise<string> {
  const found = await stat(resolve(cwd, pattern)).catch(() => undefined)
  const plain = pattern.replaceAll('\\', '/')
  if (found?.isFile()) return `:(literal)${plain}`
  if (found?.isDirectory()) return `:(glob)${plain.replace(/\/+$/, '')}/**/*.disclosure.json`
  return /[*?[]/.test(plain) ? `:(glob)${plain}` : `:(literal)${plain}`
}

function git(args: readonly string[], cwd: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    execFile('git', [...args], { cwd, encoding: 'buffer', maxBuffer: LARGEST, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } }, (error, stdout, stderr) => {
      if (!error) return done(stdout)
      const said = stderr.toString('utf8').trim()
      if (said.includes('not a git repository')) return fail(new DisclintError('git-no-repository', { zh: '这里不是 git 仓库', en: 'this is no git repository' }, { path: cwd, cause: error }))
      fail(
        (error as NodeJS.ErrnoException).code === 'ENOENT'
          ? new DisclintError('git-missing', { zh: '找不到 git 命令：--staged 要用它', en: 'there is no git command, which --staged needs' }, { cause: error })
          : new DisclintError('git-failed', { zh: `git ${args[0] ?? ''} 未成功：${said}`, en: `git ${args[0] ?? ''} failed: ${said}` }, { path: cwd, cause: error }),
      )
    })
  })
}
