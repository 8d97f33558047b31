import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, run } from './command.ts'

const CLI = resolve('dist/cli.js')
const short = '一、机构设置情况\n我单位编制人数为12人。\n二、人员情况\n我单位编制人数为8人。\n'
const files = { 'a.txt': short, 'sub/x.md': '' }

/** Calls in which a folder stands where a file was meant, or nothing can be written; `sub` is a folder, `a.txt` a file. */
const CALLS: Readonly<Record<string, string>> = {
  'a.txt --config sub': 'sub: 找不到或无法读取这个文件',
  'a.txt --suppressions sub': 'sub: 这是文件夹，不是文件',
  'a.txt --baseline sub': 'sub: 这是文件夹，不是文件',
  'a.txt --baseline sub --update-baseline': 'sub: 写不进文件：这是文件夹，不是文件',
  'a.txt --suppress-all --reason 已与单位核实 --suppressions sub': 'sub: 这是文件夹，不是文件',
  'a.txt -f json -o sub': 'sub: 写不进文件：这是文件夹，不是文件',
  'a.txt -f json -o a.txt/r.json': 'a.txt/r.json: 写不进文件：路径中有一段是文件，不是文件夹',
  'report sub': 'sub: 这是文件夹，不是文件',
  'report no.json': 'no.json: 找不到文件',
  'diff sub sub': 'sub: 这是文件夹，不是文件',
  'suppress --from sub': 'sub: 这是文件夹，不是文件',
  'suppress --prune a.txt --suppressions sub': 'sub: 这是文件夹，不是文件',
  'import a.txt -o sub': 'sub: 写不进文件：这是文件夹，不是文件',
  'rules new x/y --directory a.txt': 'a.txt/x/y.yaml: 写不进文件：路径中有一段是文件，不是文件夹',
  'rules test --config sub': 'sub: 找不到或无法读取这个文件',
}

describe('a file that cannot be used is one clear line and exit code 2', () => {
  it.each(Object.entries(CALLS))('%s', async (call, line) => {
    const root = folder(files)
    expect(await run(root, call.split(' '))).toEqual({ code: 2, stdout: '', stderr: `${line}\n` })
    expect(readdirSync(root).sort()).toEqual(['a.txt', 'sub'])
  })

  it('also where the system makes no folder, without end of trying', async () => {
    if (!existsSync('/proc/self')) return console.warn('no /proc: not checked')
    expect(await run(folder(files), ['a.txt', '-f', 'json', '-o', '/proc/none/r.json'])).toEqual({ code: 2, stdout: '', stderr: '/proc/none/r.json: 写不进文件：那里不能新建文件\n' })
  })

  it('among the files to lint it is a problem of its own, and the others are linted', async () => {
    const { code, stdout, stderr } = await run(folder(files), ['a.txt', 'a.txt/x', 'sub', '--excerpt', '-f', 'json'])
    expect([code, stderr]).toEqual([2, ''])
    const { files: found } = JSON.parse(stdout) as { files: { file: string; findings: unknown[]; problems: { code: string }[] }[] }
    expect(found.map(({ file, problems }) => [file, problems.map(({ code: problem }) => problem)])).toEqual([['a.txt/x', ['unmatched-input']], ['sub', ['unmatched-input']], ['a.txt', []]])
    expect(found.at(-1)?.findings).not.toEqual([])
  })

  it('a cache that cannot be written stops nothing', async () => {
    const { code, stderr } = await run(folder(files), ['a.txt', '--excerpt', '--cache', '--cache-location', 'a.txt'])
    expect([code, stderr]).toEqual([1, '缓存 a.txt：写不进文件：路径中有一段是文件，不是文件夹\n'])
  })
})

/** The superuser may read and write everything, so a test that runs as one gives that up where the system lets it. */
const superuser = process.getuid?.() === 0
const plainly = superuser ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
const plain = process.platform !== 'win32' && (!superuser || spawnSync('setpriv', ['--version']).status === 0)
if (!plain) console.warn('no way to run without rights: permissions not checked')

describe.skipIf(!plain)('without the right', () => {
  const attempt = (root: string, args: readonly string[]) => {
    const [program = '', ...rest] = [...plainly, process.execPath, CLI, ...args]
    const { status, stdout, stderr } = spawnSync(program, rest, { cwd: root, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  it('to read a file or look into a folder: a problem each, and the others are linted', () => {
    const root = folder({ 'a.txt': short, 'b.txt': short, 'locked/c.disclosure.json': '{}' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'b.txt'), 0)
    chmodSync(join(root, 'locked'), 0)
    const { status, stdout, stderr } = attempt(root, ['*.txt', 'locked', '--excerpt'])
    chmodSync(join(root, 'locked'), 0o755)
    expect([status, stderr]).toEqual([2, ''])
    expect(stdout).toContain('b.txt\n  无法完成  没有读取这个文件的权限\n')
    expect(stdout).toContain('locked\n  无法完成  文件夹“locked”打不开（EACCES），其中的文件没有检查\n')
    expect(stdout).toContain('headcount/same-headcount')
  })

  it('to write: one line, nothing left behind, and a cache less', () => {
    const root = folder({ 'a.txt': short })
    chmodSync(root, 0o555)
    expect(attempt(root, ['a.txt', '--excerpt', '-f', 'json', '-o', 'r.json'])).toEqual({ status: 2, stdout: '', stderr: 'r.json: 写不进文件：没有写入的权限\n' })
    const cached = attempt(root, ['a.txt', '--excerpt', '--cache'])
    expect([cached.status, cached.stderr]).toEqual([1, '缓存 .disclint-cache：写不进文件：没有写入的权限\n'])
    chmodSync(root, 0o755)
    expect(readdirSync(root)).toEqual(['a.txt'])
  })
})

describe('standard streams', () => {
  it('a folder as standard input', () => {
    const root = folder(files)
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, '-'], { cwd: root, stdio: [openSync(join(root, 'sub'), 'r'), 'pipe', 'pipe'], encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([2, '', '<stdin>: 这是文件夹，不是文件\n'])
  })

  it('a full disk behind standard output, in the language of the run', () => {
    if (!existsSync('/dev/full')) return console.warn('no /dev/full: not checked')
    for (const [args, line] of [[[], 'disclint: 写不进标准输出：磁盘已满\n'], [['--lang', 'en'], 'disclint: standard output cannot be written: the disk is full\n']] as const) {
      const { status, stderr } = spawnSync(process.execPath, [CLI, 'a.txt', '--excerpt', ...args], { cwd: folder(files), stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' })
      expect([status, stderr]).toEqual([2, line])
    }
  })

  it('a reader that has gone', async () => {
    const root = folder({ 'a.txt': readFileSync('fixtures/unit-budget.flawed.txt', 'utf8') })
    const child = spawn(process.execPath, [CLI, 'a.txt', '-f', 'json'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString('utf8')))
    const code = await new Promise((done) => child.on('close', done))
    expect([code, stderr]).toEqual([0, ''])
  }, 30_000)
})
