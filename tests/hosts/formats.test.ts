import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/index.ts'
import { readWord } from '../../src/readers/word/index.ts'
import { publishedWord, wordFile } from '../../tools/office/docx.ts'
import { mhtmlFile } from '../../tools/office/mhtml.ts'
import { published } from '../../tools/office/published.ts'
import { docxComments, gitlabRules, htmlRules, junitRules, markdownRules, sarifRules, workflowCommands, xlsxRows } from '../unit/formatters/parse.ts'
import { folder, run } from './command.ts'

const flawed = readFileSync('fixtures/unit-budget.flawed.txt', 'utf8')
const word = publishedWord(published(flawed))

const FORMATS = ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'xlsx', 'html', 'stylish'] as const

function all(report: Report): Finding[] {
  const list = (finding: Finding): Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(list)]
  return report.files.flatMap(({ findings }) => findings.flatMap(list))
}

function counts(rules: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const rule of [...rules].sort()) found[rule] = (found[rule] ?? 0) + 1
  return found
}

/** What a run wrote, by format. */
interface Written {
  readonly text: (format: string) => string
  readonly bytes: (format: string) => Uint8Array
  readonly report: Report
}

async function write(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], formats: readonly string[]): Promise<Written> {
  const root = folder(files)
  const { code, stderr } = await run(root, [...args, '--exit-zero', '--info', ...formats.flatMap((format) => ['--format', format, '--output', `out/r.${format}`])])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const bytes = (format: string): Uint8Array => readFileSync(join(root, `out/r.${format}`))
  const text = (format: string): string => readFileSync(join(root, `out/r.${format}`), 'utf8')
  return { text, bytes, report: JSON.parse(text('json')) as Report }
}

const first = (report: Report, severity: string): Finding => {
  const found = report.files[0]?.findings.find((finding) => finding.severity === severity && !finding.causeOf)
  if (!found) throw new Error(`no ${severity}`)
  return found
}

describe('every finding of the JSON report, consequences included, in every other format', () => {
  let plain: Written
  let inWord: Written
  let dismissed: Finding
  beforeAll(async () => {
    plain = await write({ 'a.txt': flawed }, ['a.txt'], FORMATS)
    dismissed = first(plain.report, 'error')
    const suppressions = `suppressions:\n  - {rule: ${dismissed.ruleId}, fingerprint: "${dismissed.fingerprint}", reason: 经核实口径不同, values: "${dismissed.valueHash}"}\n`
    plain = await write({ 'a.txt': flawed, 's.yaml': suppressions }, ['a.txt', '--suppressions', 's.yaml'], FORMATS)
    inWord = await write({ 'a.docx': word }, ['a.docx'], ['json', 'docx'])
  }, 60_000)
  const wanted = (): Record<string, number> => counts(all(plain.report).map(({ ruleId }) => ruleId))

  it('has consequences and a dismissed finding to show', () => {
    expect(all(plain.report).length).toBeGreaterThan(plain.report.files[0]?.findings.length ?? 0)
    expect(all(plain.report).filter(({ suppressed }) => suppressed)).toHaveLength(1)
  })

  it('sarif', () => {
    expect(counts(sarifRules(plain.text('sarif')))).toEqual(wanted())
    const log = JSON.parse(plain.text('sarif')) as { runs: { results: { partialFingerprints: Record<string, string>; suppressions?: { justification: string }[] }[] }[] }
    const marked = log.runs[0]?.results.filter(({ suppressions }) => suppressions) ?? []
    expect(marked.map(({ suppressions, partialFingerprints }) => [suppressions?.[0]?.justification, partialFingerprints['disclint/v1']])).toEqual([['经核实口径不同', dismissed.fingerprint]])
  })

  it('junit', () => {
    expect(counts(junitRules(plain.text('junit')))).toEqual(wanted())
    expect(plain.text('junit')).toContain('<skipped message="不予采纳：经核实口径不同"/>')
  })

  it('github', () => {
    const commands = workflowCommands(plain.text('github'))
    expect(counts(commands.map(({ properties }) => properties['title'] ?? ''))).toEqual(wanted())
    expect(commands.filter(({ message }) => message.includes('不予采纳：经核实口径不同')).map(({ name }) => name)).toEqual(['notice'])
  })

  it('gitlab', () => {
    expect(counts(gitlabRules(plain.text('gitlab')))).toEqual(wanted())
    const issues = JSON.parse(plain.text('gitlab')) as { fingerprint: string; description: string; severity: string }[]
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
    expect(issues.filter(({ description }) => description.includes('不予采纳：经核实口径不同')).map(({ severity }) => severity)).toEqual(['info'])
  })

  it('markdown', () => {
    expect(counts(markdownRules(plain.text('markdown')))).toEqual(wanted())
    expect(plain.text('markdown')).toContain('#### 已不予采纳 (1)')
  })

  it('xlsx', () => {
    const [header = [], ...rows] = xlsxRows(plain.bytes('xlsx'))
    expect(header.slice(0, 10)).toEqual(['序号', '文件', '位置', '问题', '依据', '两处数值', '差额', '建议', '级别', '整改情况'])
    expect(counts(rows.map((row) => row[10] ?? ''))).toEqual(wanted())
    expect(rows.filter((row) => row[9] === '不予采纳：经核实口径不同')).toHaveLength(1)
  })

  it('html', () => {
    expect(counts(htmlRules(plain.text('html')))).toEqual(wanted())
  })

  it('stylish', () => {
    const lines = plain.text('stylish').split('\n')
    const heads = lines.flatMap((line) => /^ *\S.* {2}(?:错误|警告|提示) {2}.* {2}([a-z-]+\/[a-z-]+)$/.exec(line)?.[1] ?? [])
    expect(counts(heads)).toEqual(counts(plain.report.files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))))
    expect(lines.filter((line) => line.includes('由此引起'))).toHaveLength(all(plain.report).length - heads.length)
    expect(plain.text('stylish')).toContain('不予采纳：经核实口径不同')
  })

  it('docx: a comment a finding, and the text unchanged', () => {
    const comments = docxComments(inWord.bytes('docx'))
    expect(counts(comments.map(({ lines }) => lines.at(-1) ?? ''))).toEqual(counts(all(inWord.report).map(({ ruleId }) => ruleId)))
    const blocks = (content: Uint8Array): unknown => {
      const read = readWord({ file: 'a.docx', content, sha256: '' })
      return read.ok ? read.value.blocks : read.problems
    }
    expect(blocks(inWord.bytes('docx'))).toEqual(blocks(word))
  })
})

describe('formats', () => {
  it('need --output where they are no text', async () => {
    for (const format of ['xlsx', 'docx']) {
      const { code, stderr, stdout } = await run(folder({ 'a.txt': flawed }), ['a.txt', '--format', format])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('--output')
    }
  })

  it('docx needs a paragraph to hang comments on', async () => {
    const page = mhtmlFile([{ location: 'x.htm', html: '<p>本单位收入预算10.00万元，其中：财政拨款收入6.00万元、其他收入3.50万元。</p>', packing: 'base64' }])
    const chunk = '<w:altChunk r:id="page.mht"/>'
    const make = (before: string) => folder({ 'a.docx': wordFile(before + chunk, { inserted: { 'page.mht': page } }) })
    const args = ['a.docx', '--excerpt', '--format', 'docx', '--output', 'b.docx']
    const { code, stderr } = await run(make(''), args)
    expect(code).toBe(2)
    expect(stderr).toContain('另存为 .docx')
    const cwd = make('<w:p/>')
    expect((await run(cwd, args)).code).toBe(1)
    expect(docxComments(readFileSync(join(cwd, 'b.docx'))).map(({ lines }) => lines.at(-1))).toEqual(['prose/composition'])
  })

  it('docx needs a Word file', async () => {
    const { code, stderr } = await run(folder({ 'a.txt': flawed }), ['a.txt', '--format', 'docx', '--output', 'b.docx'])
    expect(code).toBe(2)
    expect(stderr).toContain('.docx')
  })

  it('say in one line where they cannot be written, and leave no half file', async () => {
    const root = folder({ 'a.txt': flawed, 'dir/x': '', 'file': '' })
    for (const output of ['dir', 'file/r.json', ...(existsSync('/dev/full') ? ['/dev/full'] : [])]) {
      const { code, stderr } = await run(root, ['a.txt', '--format', 'json', '--output', output])
      expect(code, output).toBe(2)
      expect(stderr.trimEnd().split('\n'), output).toHaveLength(1)
      expect(stderr).toContain(`${output}: 写不进文件`)
    }
    expect(readdirSync(root).sort()).toEqual(['a.txt', 'dir', 'file'])
    expect(readdirSync(join(root, 'dir'))).toEqual(['x'])
  })

  it('all obey --quiet', async () => {
    const { text, bytes } = await write({ 'a.txt': flawed }, ['a.txt', '--quiet'], FORMATS)
    const report = JSON.parse(text('json')) as Report
    expect(new Set(report.files[0]?.findings.map(({ severity }) => severity))).toEqual(new Set(['error']))
    const wanted = counts(all(report).map(({ ruleId }) => ruleId))
    expect(counts(sarifRules(text('sarif')))).toEqual(wanted)
    expect(counts(markdownRules(text('markdown')))).toEqual(wanted)
    expect(counts(xlsxRows(bytes('xlsx')).slice(1).map((row) => row[10] ?? ''))).toEqual(wanted)
    expect(text('stylish')).not.toContain('请核对')
  })
})

describe('personal data', () => {
  const phone = '13912345678'
  const planted = flawed.replace('编制人数', `（联系人手机 ${phone}）编制人数`)

  it('is in no byte of any format', async () => {
    const { text, bytes } = await write({ 'a.txt': planted, 'a.docx': publishedWord(published(planted)) }, ['a.txt'], FORMATS)
    expect(text('json')).toContain('privacy/mobile')
    for (const format of FORMATS) expect(text(format).includes(phone), format).toBe(false)
    expect(JSON.stringify(xlsxRows(bytes('xlsx')))).not.toContain(phone)
    expect(JSON.stringify(xlsxRows(bytes('xlsx')))).toContain('139****')
  })

  it('is in no comment', async () => {
    const { bytes } = await write({ 'a.docx': publishedWord(published(planted)) }, ['a.docx'], ['json', 'docx'])
    const said = JSON.stringify(docxComments(bytes('docx')))
    expect(said).toContain('privacy/mobile')
    expect(said).not.toContain(phone)
  })
})
