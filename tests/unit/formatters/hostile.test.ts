import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../../src/core/finding.ts'
import { rendered as renderedBy, type FormatName } from '../../../src/hosts/cli/formats.ts'
import { wordFile } from '../../../tools/office/docx.ts'
import { docxComments, elements, htmlRules, markdownTree, parseXml, workflowCommands, xlsxRows } from './parse.ts'

/** Texts of a document that would be more than text to a terminal, a browser, a spreadsheet, a CI or a parser. */
const HOSTILE = [
  '=cmd|\' /C calc\'!A0',
  '+1+1', '-2+3', '@SUM(A1)',
  '<script>alert(1)</script>', '<![CDATA[x]]>', ']]>', '&lt;&#x41;', '"\'><img src=x onerror=alert(1)>',
  '甲\u001b[31m乙\u001b]0;x\u0007', '\u202e反\u2066转', '\u061c反\u2060隐\u206a\ufff9\u{e0041}', '\ud800孤', '\u0000\ufffe\uffff',
  '[点我](http://evil.example)', '![图](http://evil.example/x.png)', '**粗** `码` # 题', 'http://evil.example', '@everyone',
  '::error::假的', '%0A::warning::假的', 'a\r\n::error::假的', '##[error]假的', '{0} {{1}} \\{', '_x000D_', '| 甲 | 乙 |',
]

const finding = (text: string): Finding => ({
  ruleId: 'test/rule',
  severity: 'error',
  verdict: 'violated',
  category: '文字规范',
  message: text,
  args: {},
  fingerprint: 'f',
  valueHash: 'v',
  sites: [
    { role: '处', label: text, text, place: { kind: 'paragraph', paragraph: 1, from: 0, to: 1 } },
    { role: '处', label: text, text, place: { kind: 'sheet-cell', sheet: text, cell: 'B2' } },
  ],
  trace: { formula: text, steps: [`${text} ·`] },
  suggestions: [{ pointer: '/x', from: 0, to: 1, replacement: text, safe: false }],
  causeOf: [{ ruleId: 'test/rule', severity: 'info', verdict: 'violated', category: '文字规范', message: text, args: {}, fingerprint: 'g', valueHash: 'v', sites: [], suppressed: { reason: text } }],
})

const report = (text: string): Report => ({
  version: 1,
  tool: { name: 'disclint', version: '0.0.0' },
  rules: [{ id: 'test/rule', title: { zh: text, en: text }, category: '文字规范', severity: 'error', why: { zh: text, en: text }, howToFix: { zh: text, en: text }, source: [{ name: text }], messages: [] }],
  files: [{ file: `${text}.docx`, sha256: '', document: { kind: 'budget', entity: text, extent: 'whole' }, recognition: { tables: [], sheets: 0, paragraphs: 0, unrecognised: [], rows: 0, doubtful: 0 }, findings: [finding(text)], coverage: [], problems: [{ code: 'x', message: { zh: text, en: text } }] }],
  summary: { errors: 1, warnings: 0, infos: 0, checks: 0, passed: 0, explainable: 0, notEvaluated: 0, suppressed: 0 },
})

function rendered(name: FormatName, text: string): Promise<string | Uint8Array> {
  const word = { file: `${text}.docx`, content: wordFile('<w:p><w:r><w:t>甲</w:t></w:r></w:p>') }
  return renderedBy(report(text), name, { language: 'zh', colour: false, width: 100, word: () => word })
}

const textOf = async (name: FormatName, text: string): Promise<string> => String(await rendered(name, text))
const bytesOf = async (name: FormatName, text: string): Promise<Uint8Array> => (await rendered(name, text)) as Uint8Array

/** The text as it may be shown: line breaks and characters that show nothing replaced. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u

describe.each(HOSTILE)('a document that says %j', (hostile) => {
  it('cannot rewrite a terminal or a log', async () => {
    for (const name of ['stylish', 'github', 'markdown', 'junit', 'html'] as const) expect(INVISIBLE.test(await textOf(name, hostile)), name).toBe(false)
  })

  it('gives no workflow command of its own', async () => {
    const lines = (await textOf('github', hostile)).split('\n')
    expect(lines.filter((line) => line.trim().startsWith('::'))).toHaveLength(3)
    expect(lines.filter((line) => line.startsWith('##['))).toEqual([])
    const commands = workflowCommands(lines.join('\n'))
    expect(commands.map(({ name }) => name)).toEqual(['error', 'error', 'notice'])
    expect(commands.map(({ properties }) => Object.keys(properties).join())).toEqual(['file,title', 'file,title', 'file,title'])
  })

  it('stays text in XML', async () => {
    const cases = elements(parseXml(await textOf('junit', hostile)), 'testcase')
    expect(cases).toHaveLength(4)
    expect(new Set(cases.flatMap(({ children }) => children.map(({ name }) => name)))).toEqual(new Set(['error', 'failure', 'skipped', 'system-out']))
  })

  it('stays text in HTML', async () => {
    const page = await textOf('html', hostile)
    expect(htmlRules(page)).toEqual(['test/rule', 'test/rule'])
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page).not.toMatch(/<img/)
  })

  it('stays text in Markdown', async () => {
    const types = new Set<string>()
    const visit = (node: ReturnType<typeof markdownTree>): void => {
      types.add(node.type)
      node.children?.forEach(visit)
    }
    visit(markdownTree(await textOf('markdown', hostile)))
    for (const type of ['html', 'link', 'image', 'emphasis', 'definition', 'code', 'thematicBreak', 'blockquote', 'table']) expect(types.has(type), type).toBe(false)
  })

  it('is no formula in a workbook, and comes back as it was', async () => {
    const bytes = await bytesOf('xlsx', hostile)
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const root = parseXml(sheet)
    expect(elements(root, 'f')).toEqual([])
    const cells = elements(root, 'c').filter(({ attributes }) => attributes['t'] === 'inlineStr')
    const risky = cells.filter(({ text }) => /^[=+\-@]/.test(text))
    expect(risky.map(({ attributes }) => attributes['s'])).toEqual(risky.map(() => '3'))
    expect(xlsxRows(bytes)).toHaveLength(4)
  })

  it('stays text in a comment', async () => {
    const comments = docxComments(await bytesOf('docx', hostile))
    expect(comments.map(({ lines }) => lines.at(-1))).toEqual(['x', 'test/rule', 'test/rule'])
  })

  it('stays text in SARIF and Code Quality', async () => {
    const log = JSON.parse(await textOf('sarif', hostile)) as { runs: { results: { message: { text: string }; relatedLocations?: unknown[] }[] }[] }
    const message = log.runs[0]?.results[0]?.message.text ?? ''
    const links = [...message.matchAll(/(?<!\\)\[(?:[^[\]\\]|\\.)*\]\((\d+)\)/g)].map(([, id]) => id)
    expect(links).toEqual(['1'])
    expect(JSON.parse(await textOf('gitlab', hostile))).toHaveLength(3)
  })
})

const soffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0
if (!soffice) console.warn('LibreOffice is not here: that it opens the workbook and the commented copy is not checked')

describe.skipIf(!soffice)('LibreOffice', () => {
  const converted = (name: string, bytes: Uint8Array, to: string): string => {
    const root = mkdtempSync(join(tmpdir(), 'disclint-office-'))
    writeFileSync(join(root, name), bytes)
    execFileSync('soffice', [`-env:UserInstallation=file://${root}/profile`, '--headless', '--convert-to', to, '--outdir', root, join(root, name)], { stdio: 'ignore', timeout: 110_000 })
    return readFileSync(join(root, name.replace(/\.\w+$/, `.${to.split(':')[0] ?? ''}`)), 'utf8')
  }

  it('opens the workbook, formulas being texts', async () => {
    const csv = converted('a.xlsx', await bytesOf('xlsx', '=1+1'), 'csv:Text - txt - csv (StarCalc):44,34,76')
    expect(csv).toContain('=1+1')
    expect(csv).toContain('test/rule')
  }, 120_000)

  it('opens the commented copy with its comments', async () => {
    const flat = converted('a.docx', await bytesOf('docx', '一处<不>符'), 'fodt')
    expect(flat).toContain('一处&lt;不&gt;符')
    expect(flat).toContain('<office:annotation ')
    expect(flat).toContain('甲')
  }, 120_000)
})
