import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from './command.ts'

const CLI = resolve('dist/cli.js')
const flawed = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')
const short = '一、机构设置情况\n我单位编制人数为12人。\n二、人员情况\n我单位编制人数为8人。\n'
const CLEARED = '\r\u001b[2K'
const names = ['一月.txt', '二月.txt', '三月.txt']
const several = Object.fromEntries(names.map((name) => [name, flawed]))

/** util-linux's `script` gives a command a terminal; other systems have another `script` or none. */
const terminal = /util-linux/.test(String(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout))
if (!terminal) console.warn('no script of util-linux: progress on a terminal not checked')

interface OnTerminal {
  /** What the terminal was sent on standard error. */
  readonly sent: string
  readonly stdout: string
  readonly code: number | null
}

function onTerminal(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): OnTerminal {
  const command = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ')
  const { CI, ...rest } = process.env
  const { stdout, status } = spawnSync('script', ['-qec', `${command} > out.log`, '/dev/null'], { cwd: root, encoding: 'utf8', env: { ...rest, TERM: 'xterm', COLUMNS: '60', ...env } })
  return { sent: stdout, stdout: readFileSync(join(root, 'out.log'), 'utf8'), code: status }
}

/** What is left on the screen. */
function seen(sent: string): string {
  return sent.split('\n').map((line) => line.slice(line.lastIndexOf(CLEARED) < 0 ? 0 : line.lastIndexOf(CLEARED) + CLEARED.length)).join('\n').trim()
}

describe.skipIf(!terminal)('progress on a terminal', () => {
  it('tells which of several files the run is at, and is gone at the end', () => {
    const root = folder(several)
    const { sent, stdout, code } = onTerminal(root, ['*.txt', '--concurrency', 'off'])
    expect(sent).toContain('正在核对 1/3：一月.txt')
    expect(sent).toContain('正在核对 3/3：二月.txt')
    expect(seen(sent)).toBe('')
    expect(code).toBe(1)
    const piped = spawnSync(process.execPath, [CLI, '*.txt'], { cwd: root, encoding: 'utf8' })
    expect([stdout, '']).toEqual([piped.stdout, piped.stderr])
  }, 60_000)

  it('does so with worker threads, with parts of one disclosure and for import, in the language of the run', () => {
    const root = folder(several)
    expect(onTerminal(root, ['*.txt', '--concurrency', '2', '--lang', 'en']).sent).toMatch(/Linting \d\/3: /)
    expect(onTerminal(root, ['*.txt', '--as-one']).sent).toContain('正在核对 1/3：')
    const imported = onTerminal(root, ['import', ...names, '--lang', 'en'])
    expect(imported.sent).toContain('Linting 1/3: ')
    expect(seen(imported.sent)).toBe('')
  }, 60_000)

  it('shows one slow file, and no quick one', () => {
    const root = folder({ 'long.txt': flawed + flawed.repeat(3).replace(/^/gm, '　'), 'short.txt': short })
    expect(onTerminal(root, ['long.txt', '--excerpt']).sent).toContain('正在核对：long.txt')
    expect(onTerminal(root, ['short.txt', '--excerpt']).sent).toBe('')
  }, 60_000)

  it('is quiet with --quiet and in CI', () => {
    const root = folder({ 'a.txt': short, 'b.txt': short })
    expect(onTerminal(root, ['*.txt', '--excerpt', '--quiet']).sent).toBe('')
    expect(onTerminal(root, ['*.txt', '--excerpt'], { CI: 'true' }).sent).toBe('')
  }, 60_000)

  it('shows names with escapes as text, cut to the width of the terminal', () => {
    const name = `a${'很'.repeat(60)}\u001b[31m.txt`
    const { sent } = onTerminal(folder({ [name]: short, 'b.txt': short }), ['*.txt', '--excerpt'])
    expect(sent).toContain('…')
    expect(sent.replaceAll(CLEARED, '')).not.toContain('\u001b')
  }, 60_000)
})

describe('progress without a terminal', () => {
  it('is not there', () => {
    const { stderr } = spawnSync(process.execPath, [CLI, '*.txt', '--excerpt'], { cwd: folder({ 'a.txt': short, 'b.txt': short }), encoding: 'utf8' })
    expect(stderr).toBe('')
  })
})
