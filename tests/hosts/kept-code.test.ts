import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const CLI = resolve('dist/cli.js')
const NODE_KEEPS_IT = 'enableCompileCache' in nodeModule

/** A run with its own folder for temporary files, and the folders of kept code in it. */
function run(tmp: string, env: Readonly<Record<string, string>> = {}) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [CLI, '-f', 'json', '--concurrency', '2', 'fixtures/unit-budget.flawed.txt'], { encoding: 'utf8', env: { ...process.env, TMPDIR: tmp, ...env } })
  return { stdout, status, stderr, folders: readdirSync(tmp).map((name) => join(tmp, name)) }
}

const temporary = (): string => mkdtempSync(join(tmpdir(), 'disclint-kept-'))

/** One line a file: its name and when it was written. */
const stateOf = (folder: string): string[] => readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)

describe.skipIf(NODE_KEEPS_IT)('compiled code from one run to the next', () => {
  it('is kept in a folder of the user alone, is used, and changes nothing', () => {
    const tmp = temporary()
    const first = run(tmp)
    const [folder = ''] = first.folders
    expect(first.status).toBe(1)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const kept = stateOf(folder)
    expect(kept.some((line) => line.startsWith('load-rules'))).toBe(true)
    const second = run(tmp)
    expect({ ...second, folders: [] }).toEqual({ ...first, folders: [] })
    // A thread that had nothing to do in the first run may keep code of its own in the second.
    expect(stateOf(folder)).toEqual(expect.arrayContaining(kept))
  })

  it('is compiled anew where a file is cut off', () => {
    const tmp = temporary()
    const first = run(tmp)
    const [folder = ''] = first.folders
    const name = readdirSync(folder).find((file) => file.startsWith('load-rules')) ?? ''
    const whole = statSync(join(folder, name)).size
    truncateSync(join(folder, name), 1000)
    expect(run(tmp).stdout).toBe(first.stdout)
    expect(statSync(join(folder, name)).size).toBeGreaterThan(whole / 2)
  })

  it('is neither kept nor read where others may write, or where it is switched off', () => {
    const tmp = temporary()
    const first = run(tmp)
    const [folder = ''] = first.folders
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'not written by this user')
    chmodSync(folder, 0o777)
    expect(run(tmp).stdout).toBe(first.stdout)
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toContain('not written by this user')
    const off = temporary()
    expect(run(off, { NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ stdout: first.stdout, folders: [] })
  })

  it('is left out for what imports: plugins and the PDF library load in every run', () => {
    const tmp = temporary()
    const again = (args: readonly string[], cwd: string) => [1, 2, 3].map(() => spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8', env: { ...process.env, TMPDIR: tmp } })).map(({ status, stdout }) => ({ status, found: stdout.includes('credit/code-check') || stdout.includes('财政拨款收入') }))
    const once = (status: number) => ({ status, found: true })
    expect(again(['预算公开.txt', '--excerpt', '--allow-plugins'], resolve('examples/operator-pack'))).toEqual([1, 2, 3].map(() => once(1)))
    expect(again(['import', 'ruled.pdf'], resolve('fixtures/pdf'))).toEqual([1, 2, 3].map(() => once(0)))
  }, 60_000)

  it('is left out where there is no folder for temporary files', () => {
    const notAFolder = join(temporary(), 'file')
    writeFileSync(notAFolder, '')
    const { stdout, status, stderr } = spawnSync(process.execPath, [CLI, '-f', 'json', '--concurrency', '2', 'fixtures/unit-budget.flawed.txt'], { encoding: 'utf8', env: { ...process.env, TMPDIR: notAFolder } })
    expect({ stdout, status, stderr }).toEqual({ stdout: run(temporary()).stdout, status: 1, stderr: '' })
  })
})
