import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { publishedWord } from '../../tools/office/docx.ts'
import { published } from '../../tools/office/published.ts'
import { folder, run, type Ran } from './command.ts'

const flawed = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')
const disclosure = readFileSync('fixtures/unit-budget.clean.disclosure.json', 'utf8')

/** Runs of Han characters in `text` that are quoted from nowhere in `sources`. */
function unquoted(text: string, sources: readonly string[]): readonly string[] {
  const quotable = sources.join('\n').replace(/\s+/g, '')
  return [...new Set(text.match(/\p{Script=Han}+/gu))].filter((run) => !quotable.includes(run))
}

/** Names, numbers and clauses of laws: quoted as they are called (docs/architecture.md). */
const LAWS = readdirSync('rules', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/vocabulary|wording/.test(entry.parentPath))
  .flatMap((entry) => ((parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as { source?: readonly { name: string; number?: string; clause?: string }[] }).source ?? []))
  .filter(({ name }) => name !== '惯例')
  .map(({ name, number = '', clause = '' }) => `${name} ${number} ${clause}`)

/** What a JSON report says in the language of the run: not ids, addresses and texts that are there in both languages. */
function said(value: unknown, key = ''): string {
  if (['zh', 'category', 'role', 'address', 'pointer', 'source'].includes(key)) return ''
  // Templates of messages name what a rule calls its values.
  if (typeof value === 'string') return `${value.replace(/\{[^{}]*\}/g, '')}\n`
  if (Array.isArray(value)) return value.map((member) => said(member)).join('')
  return typeof value === 'object' && value !== null ? Object.entries(value).map(([name, member]) => said(member, name)).join('') : ''
}

const FORMATS = ['stylish', 'json', 'html', 'xlsx', 'markdown', 'sarif', 'junit', 'github', 'gitlab'] as const

describe('--lang en: reports', () => {
  let root: string
  beforeAll(async () => {
    root = folder({ 'c.txt': '根据财预[2020]10号文件编制。', 'a.txt': flawed, 'a.docx': publishedWord(published(flawed)) })
    const { stderr } = await run(root, ['a.txt', '--lang', 'en', '--info', '--stats', '--show-rounding', ...FORMATS.flatMap((format) => ['-f', format, '-o', `r.${format}`])])
    expect(stderr).toBe('')
    await run(root, ['a.docx', '--lang', 'en', '-f', 'docx', '-o', 'r.docx'])
  }, 60_000)
  const text = (format: string): string => readFileSync(join(root, `r.${format}`), 'utf8')

  it.each(['stylish', 'markdown', 'junit', 'github', 'gitlab'])('%s quotes the document and says the rest in English', (format) => {
    expect(unquoted(text(format).replaceAll(String.raw`\n`, '\n'), [flawed])).toEqual([])
    expect(text(format)).not.toMatch(/[，。：；（）]\s*[A-Za-z]{2}/)
  })

  it('html, the laws of its rules as they are called', () => {
    const shown = text('html').replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/ (?:data-category|data-pointer|value)="[^"]*"/g, '')
    expect(unquoted(shown, [flawed, ...LAWS])).toEqual([])
    expect(shown).toContain('<html lang="en"')
  })

  it('json and sarif, but for ids and texts that are there in both languages', () => {
    for (const format of ['json', 'sarif']) expect(unquoted(said(JSON.parse(text(format))), [flawed, ...LAWS])).toEqual([])
  })

  it('xlsx and docx', () => {
    const parts = (format: string, name: RegExp): string => Object.entries(unzipSync(readFileSync(join(root, `r.${format}`)))).flatMap(([path, bytes]) => (name.test(path) ? [strFromU8(bytes).replace(/<[^>]*>/g, '\n')] : [])).join('\n')
    expect(parts('xlsx', /\.xml$/)).toContain('Correction')
    expect(unquoted(parts('xlsx', /\.xml$/), [flawed, ...LAWS])).toEqual([])
    expect(parts('docx', /comments\.xml$/)).toContain('sum of its parts')
    expect(unquoted(parts('docx', /comments\.xml$/), [flawed])).toEqual([])
  })

  it('of what was saved, compared, dismissed, imported', async () => {
    const en = async (...args: readonly string[]): Promise<string> => {
      const { stdout, stderr } = await run(root, [...args, '--lang', 'en'])
      return stdout + stderr
    }
    const { findings } = (JSON.parse(text('json')) as { files: { findings: { ruleId: string; fingerprint: string }[] }[] }).files[0] ?? { findings: [] }
    const fingerprint = findings[0]?.fingerprint ?? ''
    const outputs = [
      await en('report', 'r.json', '--stats'),
      await en('diff', 'r.json', 'r.json'),
      await en('import', 'a.txt', '--report'),
      await en('import', 'a.txt', '-o', 'b.disclosure.json'),
      await en('suppress', 'a.txt', '--fingerprint', fingerprint, '--reason', 'verified with the unit'),
      await en('a.txt', '--suppressions', 'disclint-suppressions.yaml'),
      await en('suppress', '--prune', 'a.txt'),
      await en('a.txt', '--baseline', 'base.json', '--update-baseline'),
      await en('a.txt', '--baseline', 'base.json'),
      await en('a.txt', '--suppress-all', '--reason', 'verified with the unit', '--suppressions', 'other.yaml'),
      await en('c.txt', '--excerpt', '--fix-dry-run'),
      await en('c.txt', '--excerpt', '--fix'),
      await en('a.txt', '--print-config'),
    ]
    for (const output of outputs) {
      expect(output).not.toBe('')
      expect(unquoted(output, [flawed, '根据财预[2020]10号文件编制'])).toEqual([])
    }
  }, 120_000)
})

/** Every command with its subcommands. */
const COMMANDS: readonly (readonly string[])[] = [[], ['lint'], ['import'], ['explain'], ['rules'], ['rules', 'list'], ['rules', 'show'], ['rules', 'test'], ['rules', 'new'], ['init'], ['suppress'], ['report'], ['diff'], ['lsp'], ['serve']]

/** Words that make a sentence, not a name or an option. */
const ENGLISH = /(?<![-\w])(?:the|is|are|be|of|with|not|cannot|and|or|to)(?![-\w])/i

describe('help', () => {
  it.each(COMMANDS.map((command) => [command.join(' '), command] as const))('disclint %s: in Chinese, or in English where that is asked for, before or after the command', async (_, command) => {
    const zh = await run(folder({}), [...command, '--help'])
    const after = await run(folder({}), [...command, '--lang', 'en', '--help'])
    const before = await run(folder({}), ['--lang', 'en', ...command, '--help'])
    expect([zh.code, after.code, before.code]).toEqual([0, 0, 0])
    expect(zh.stdout).toMatch(/^用法： disclint/)
    expect(zh.stdout).not.toMatch(ENGLISH)
    expect(after.stdout).toMatch(/^Usage: disclint/)
    expect(after.stdout).not.toMatch(/\p{Script=Han}/u)
    expect(before.stdout).toBe(after.stdout)
    expect(zh.stdout + after.stdout).not.toMatch(/\[\]\)|default true|默认 true/)
  })

  it('of the program lists every command, whatever stands before --help', async () => {
    for (const args of [['--help'], ['--lang', 'en', '--help'], ['--lang=en', '--help']]) {
      const { stdout } = await run(folder({}), args)
      for (const name of ['lint', 'import', 'explain', 'rules', 'init', 'suppress', 'report', 'diff', 'lsp', 'serve']) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
  })
})

describe('--lang en: commands', () => {
  const en = (args: readonly string[], root = folder({ 'a.txt': flawed })): Promise<Ran> => run(root, [...args, '--lang', 'en'])

  it('rules list and rules test', async () => {
    expect(unquoted((await en(['rules', 'list'])).stdout, [])).toEqual([])
    expect(unquoted((await en(['rules', 'test', 'headcount'])).stdout, [])).toEqual([])
  })

  it('explain: all but laws, names of the vocabulary and of the rule, and the examples, which are Chinese documents', async () => {
    const { stdout } = await en(['explain', 'headcount/same-headcount'])
    const [text = ''] = stdout.split('## Examples')
    expect(unquoted(text, [...LAWS, readFileSync('rules/headcount/same-headcount.yaml', 'utf8').split('message:')[0] ?? ''])).toEqual([])
    expect(stdout).toMatch(/^- reported: `/m)
  })

  it('rules new and init: remarks in English, a rule with both languages', async () => {
    const root = folder({})
    await en(['rules', 'new', 'own/check'], root)
    await en(['init'], root)
    expect(readFileSync(join(root, 'rules/own/check.yaml'), 'utf8').split('\n').flatMap((line) => /#.*\p{Script=Han}/u.exec(line.replaceAll('惯例', '')) ?? [])).toEqual([])
    expect(unquoted(readFileSync(join(root, 'disclint.config.yaml'), 'utf8'), [])).toEqual([])
    expect(unquoted((await en(['init'], root)).stdout, [])).toEqual([])
  })

  it('serve', async () => {
    const { stdout, stderr } = await en(['serve', 'a.txt'], folder({ 'a.txt': flawed, 'page.html': `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; worker-src blob:">` }))
    expect(stdout + stderr).toContain('http://127.0.0.1')
    expect(unquoted(stdout + stderr, [])).toEqual([])
  })
})

/** Calls that go wrong, with the files they meet. */
const WRONG: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, ...args: readonly string[]]>> = {
  'no file': [{}, 'no.txt'],
  'no files': [{}],
  'a folder': [{ 'sub/x.txt': 'x' }, 'sub'],
  'an empty file': [{ 'a.txt': '' }, 'a.txt'],
  'a novel': [{ 'a.txt': 'Call me Ishmael.' }, 'a.txt'],
  'bytes': [{ 'a.txt': '\u0000\u0001\u0002' }, 'a.txt'],
  'broken Word': [{ 'a.docx': 'PK\u0003\u0004broken' }, 'a.docx'],
  'broken Excel': [{ 'a.xlsx': 'PK\u0003\u0004broken' }, 'a.xlsx'],
  'broken PDF': [{ 'a.pdf': '%PDF-1.4 broken' }, 'a.pdf'],
  'an old format': [{ 'a.doc': '\u00d0\u00cf\u0011\u00e0' }, 'a.doc'],
  'broken JSON': [{ 'a.disclosure.json': '{"kind": "budget",, ]' }, 'a.disclosure.json'],
  'JSON that breaks the schema': [{ 'a.disclosure.json': disclosure.replace('"kind"', '"kid": 1, "kind": 7, "kind"').replace('"rows"', '"rowz"') }, 'a.disclosure.json'],
  'no JSON object': [{ 'a.disclosure.json': '[1]' }, 'a.disclosure.json'],
  'a configuration that is none': [{ 'a.txt': 'x', 'disclint.config.yaml': 'rules: {nix/da: error, headcount/same-headcount: loud}\nextends: [./none, 3]\nx: 1\nx: 2\n' }, 'a.txt'],
  'broken YAML': [{ 'a.txt': 'x', 'disclint.config.yaml': 'a: [1\nb: "' }, 'a.txt'],
  'no configuration': [{ 'a.txt': 'x' }, 'a.txt', '--config', 'no.yaml'],
  'a broken rule': [{ 'a.txt': 'x', 'disclint.config.yaml': 'extends: [disclint:recommended, ./rules]\n', 'rules/own/check.yaml': 'id: own/check\nseverity: loud\nassert: {equl: [$a, {sum: 1}]}\nnope: 1\n' }, 'a.txt'],
  'broken vocabulary': [{ 'a.txt': 'x', 'disclint.config.yaml': 'vocabulary: ./v\n', 'v/t.yaml': 'tables: {收支: {titles: 3}}\nnope: {}\n' }, 'a.txt'],
  'plugins': [{ 'a.txt': 'x', 'disclint.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': 'export default 1' }, 'a.txt'],
  'a plugin that is none': [{ 'a.txt': 'x', 'disclint.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': 'export default 1' }, 'a.txt', '--allow-plugins'],
  'suppressions that are none': [{ 'a.txt': flawed, 's.yaml': 'suppressions: [{rule: 1}, {rule: x/y, fingerprint: a}, {rule: x/y, fingerprint: b, reason: todo}, {rule: x/y, fingerprint: c, reason: verified here, until: 2020-01-01}, {rule: x/y, fingerprint: d, reason: verified here}]\n' }, 'a.txt', '--suppressions', 's.yaml'],
  'suppressions that are no YAML': [{ 'a.txt': 'x', 's.yaml': 'a: [' }, 'a.txt', '--suppressions', 's.yaml'],
  'no suppressions': [{ 'a.txt': 'x' }, 'a.txt', '--suppressions', 's.yaml'],
  'no baseline': [{ 'a.txt': 'x' }, 'a.txt', '--baseline', 'b.json'],
  'a baseline that is none': [{ 'a.txt': 'x', 'b.json': '{}' }, 'a.txt', '--baseline', 'b.json'],
  '--suppress-all without reason': [{ 'a.txt': 'x' }, 'a.txt', '--suppress-all'],
  '--suppress-all with a placeholder': [{ 'a.txt': 'x' }, 'a.txt', '--suppress-all', '--reason', 'todo'],
  '--update-baseline alone': [{ 'a.txt': 'x' }, 'a.txt', '--update-baseline'],
  '--fix of standard input': [{}, '-', '--fix'],
  '--staged without repository': [{}, '--staged'],
  'a format without file': [{ 'a.txt': 'x' }, 'a.txt', '-f', 'xlsx'],
  'docx of text': [{ 'a.txt': 'x' }, 'a.txt', '-f', 'docx', '-o', 'x.docx'],
  'a folder as output': [{ 'a.txt': 'x', 'sub/x': '' }, 'a.txt', '-o', 'sub'],
  'a broken related document': [{ 'a.txt': flawed, 'b.txt': '' }, 'a.txt', '--with', 'previous=b.txt'],
  'a rule that is none': [{ 'a.txt': 'x' }, 'a.txt', '--rule', 'headcount/same-headcout:error'],
  'a severity that is none': [{ 'a.txt': 'x' }, 'a.txt', '--rule', 'headcount/same-headcount:loud'],
  'no rules': [{ 'a.txt': flawed, 'disclint.config.yaml': 'rules: {}\n' }, 'a.txt'],
  'a wrong relation': [{}, 'a.txt', '--with', 'x'],
  'a wrong count': [{}, 'a.txt', '--max-warnings', 'x'],
  'wrong workers': [{}, 'a.txt', '--concurrency', 'x'],
  'a wrong date': [{}, 'a.txt', '--until', 'x'],
  'a wrong format': [{}, 'a.txt', '-f', 'x'],
  'a wrong engine': [{}, 'a.txt', '--engine', 'x'],
  'a wrong option': [{}, 'a.txt', '--nope'],
  'an option without value': [{}, 'a.txt', '--config'],
  'a wrong port': [{ 'a.txt': 'x' }, 'serve', 'a.txt', '--port', 'x'],
  'serve without page': [{ 'a.txt': 'x' }, 'serve', 'a.txt'],
  'serve without file': [{}, 'serve', 'a.txt'],
  'import without file': [{}, 'import', 'a.txt'],
  'import of a broken file': [{ 'a.docx': 'PK\u0003\u0004' }, 'import', 'a.docx'],
  'explain of no rule': [{}, 'explain', 'headcount/same-headcout'],
  'explain without rule': [{}, 'explain'],
  'rules show of no rule': [{}, 'rules', 'show', 'x/y'],
  'rules test of no rule': [{}, 'rules', 'test', 'x/y'],
  'rules new of no name': [{}, 'rules', 'new', 'X'],
  'rules new again': [{ 'rules/x/y.yaml': '' }, 'rules', 'new', 'x/y'],
  'rules nothing': [{}, 'rules', 'nothing'],
  'a report that is none': [{ 'r.json': '{}' }, 'report', 'r.json'],
  'no report': [{}, 'diff', 'a.json', 'b.json'],
  'suppress nothing': [{}, 'suppress'],
  'suppress without reason': [{ 'a.txt': 'x' }, 'suppress', 'a.txt', '--fingerprint', '1'],
  'suppress of no finding': [{ 'a.txt': flawed }, 'suppress', 'a.txt', '--fingerprint', 'zz', '--reason', 'verified with them'],
  'decisions that are none': [{ 'd.json': '{}' }, 'suppress', '--from', 'd.json'],
  'decisions without reason': [{ 'd.json': JSON.stringify({ version: 1, decisions: [{ fingerprint: '1', valueHash: 'v', ruleId: 'x/y', file: 'a.txt', decision: 'dismissed' }] }) }, 'suppress', '--from', 'd.json'],
  'prune of nothing': [{}, 'suppress', '--prune'],
  'init again': [{ 'disclint.config.yaml': '' }, 'init'],
  'a hook beside another': [{ 'lefthook.yml': '[1]' }, 'init', '--hook', 'lefthook'],
  'a hook without repository': [{}, 'init', '--hook', 'git'],
}

describe('what goes wrong is told in the language of the run', () => {
  it.each(Object.entries(WRONG))('%s', async (_, [files, ...args]) => {
    const calls = async (language: readonly string[]): Promise<string> => {
      const { stdout, stderr } = await run(folder(files), [...language, ...args])
      return stdout + stderr
    }
    const [zh, en] = [await calls([]), await calls(['--lang', 'en'])]
    const quoted = Object.values(files)
    expect(zh).not.toBe('')
    expect(zh).not.toContain('程序出错')
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh.split('\n').filter((line) => ENGLISH.test(line) && !quoted.some((text) => text.includes(line.trim())))).toEqual([])
    expect(en).not.toBe('')
    expect(unquoted(en, quoted)).toEqual([])
  }, 30_000)
})
