import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from './command.ts'

const CLI = resolve('dist/cli.js')
const flawed = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')
const short = '一、机构设置情况\n我单位编制人数为12人。根据财预[2020]10号文件编制。\n二、人员情况\n我单位编制人数为8人。\n'
const OLD = 'what stood here before'
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const
const CODES = { SIGTERM: 143, SIGINT: 130 } as const
const UNFINISHED = /^\.disclint-[\da-f-]{36}\.tmp$/

/** Kills a command; a run by hand takes more: DISCLINT_KILLS=200. */
const KILLS = Number(process.env['DISCLINT_KILLS'] ?? 6)

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
  readonly time: number
}

function start(cwd: string, args: readonly string[], kill?: { readonly signal: NodeJS.Signals; readonly after: number }): Promise<Ended> {
  return new Promise((done) => {
    const begun = performance.now()
    const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString('utf8')))
    if (kill) setTimeout(() => child.kill(kill.signal), kill.after)
    child.on('close', (code, signal) => done({ code, signal, stderr, time: performance.now() - begun }))
  })
}

/** Every file below a folder with its content. */
function filesIn(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(names.map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]))
}

/** Commands that write, in a folder of their own; the files named hold something before. */
const COMMANDS: Readonly<Record<string, { readonly files: Readonly<Record<string, string>>; readonly before?: readonly string[]; readonly args: readonly string[] }>> = {
  reports: { files: { 'a.txt': flawed }, before: ['r.json', 'r.html', 'r.xlsx', 'r.sarif'], args: ['a.txt', ...['json', 'html', 'xlsx', 'sarif', 'junit', 'markdown'].flatMap((format) => ['-f', format, '-o', `r.${format}`])] },
  cache: { files: { 'a.txt': short, 'b.txt': `${short}\n` }, args: ['--cache', '--excerpt', '*.txt'] },
  import: { files: { 'a.txt': flawed }, before: ['a.disclosure.json', 'a.disclosure.map.json'], args: ['import', 'a.txt', '-o', 'a.disclosure.json'] },
  corrections: { files: { 'a.txt': short }, args: ['--fix', '--excerpt', 'a.txt'] },
  baseline: { files: { 'a.txt': short }, before: ['b.json'], args: ['a.txt', '--excerpt', '--baseline', 'b.json', '--update-baseline'] },
  suppressions: { files: { 'a.txt': short }, args: ['a.txt', '--excerpt', '--suppress-all', '--reason', '已与单位核实'] },
}

describe('a run that is killed leaves every file as it was or as it should be', () => {
  it.each(Object.entries(COMMANDS))('%s', async (_, { files, before = [], args }) => {
    const original = folder({ ...files, ...Object.fromEntries(before.map((name) => [name, OLD])) })
    const copy = (): string => {
      const root = mkdtempSync(join(tmpdir(), 'disclint-'))
      cpSync(original, root, { recursive: true })
      return root
    }
    const whole = copy()
    const { time } = await start(whole, args)
    const [was, made] = [filesIn(original), filesIn(whole)]
    expect(Object.keys(made).some((name) => made[name] !== was[name])).toBe(true)
    const ends = new Set<string>()
    for (let k = 0; k < KILLS; k += 1) {
      const root = copy()
      const signal = SIGNALS[k % SIGNALS.length] ?? 'SIGKILL'
      const ended = await start(root, args, { signal, after: time * (0.4 + (0.65 * k) / KILLS) })
      const found = filesIn(root)
      const left = Object.keys(found).filter((name) => UNFINISHED.test(name.split('/').at(-1) ?? ''))
      for (const [name, content] of Object.entries(found)) if (!left.includes(name)) expect([was[name], made[name]].includes(content), `${signal} ${name}`).toBe(true)
      for (const name of Object.keys(was)) expect(existsSync(join(root, name)), name).toBe(true)
      if (signal !== 'SIGKILL') {
        expect(left).toEqual([])
        // A signal before the program has begun, or after it is done, is not for it to tell of.
        if (ended.code === CODES[signal]) expect(ended.stderr).toMatch(/(?:^|\n)disclint: 已中断，没有留下写了一半的文件\n$/)
      }
      ends.add(String(ended.code ?? ended.signal))
    }
    expect(ends.has('SIGKILL') || ends.has('130') || ends.has('143')).toBe(true)
  }, 300_000)
})

describe('what a killed run left', () => {
  const left = '.disclint-00000000-0000-4000-8000-000000000000.tmp'

  it('is no file to lint, whatever the pattern', async () => {
    const root = folder({ 'a.txt': flawed, [left]: flawed })
    const { stderr } = await start(root, ['{.*,*}', '-f', 'json', '-o', 'r.json', '--exit-zero'])
    expect(stderr).toBe('')
    const report = JSON.parse(readFileSync(join(root, 'r.json'), 'utf8')) as { files: { file: string }[] }
    expect(report.files.map(({ file }) => file)).toEqual(['a.txt'])
  })

  it('is removed by a later run once it is old, and left to the run that may be writing it before', async () => {
    const root = folder({ 'a.txt': flawed, [left]: 'x' })
    await start(root, ['a.txt', '-f', 'json', '-o', 'r.json'])
    expect(readdirSync(root)).toContain(left)
    utimesSync(join(root, left), 0, 0)
    await start(root, ['a.txt', '-f', 'json', '-o', 'r.json'])
    expect(readdirSync(root)).not.toContain(left)
  })
})

describe('a command that runs until it is ended', () => {
  const until: Readonly<Record<string, { readonly args: readonly string[]; readonly input?: string; readonly ready: string }>> = {
    'the language server, with a document open': {
      args: ['lsp', '--stdio'],
      input: [
        { id: 1, method: 'initialize', params: { processId: process.pid, rootUri: 'file:///nowhere', capabilities: {}, initializationOptions: { textFiles: ['*.txt'] } } },
        { method: 'initialized', params: {} },
        { method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///nowhere/a.txt', languageId: 'x', version: 1, text: short } } },
      ].map(message).join(''),
      ready: 'textDocument/publishDiagnostics',
    },
    'the page': { args: ['serve', '--port', '0', 'a.txt'], ready: 'http://127.0.0.1:' },
  }

  it.each(Object.entries(until))('%s: ends when asked to, though its input is still open', async (_, { args, input, ready }) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = spawn(process.execPath, [CLI, ...args], { cwd: folder({ 'a.txt': short }), stdio: ['pipe', 'pipe', 'inherit'] })
      const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)))
      let told = ''
      child.stdout.on('data', (data: Buffer) => {
        told += data.toString('utf8')
        if (told.includes(ready)) child.kill(signal)
      })
      if (input !== undefined) child.stdin.write(input)
      expect(await ended).toBe(0)
      expect(told).toContain(ready)
    }
  })
})

function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content })
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
