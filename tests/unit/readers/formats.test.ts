import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FileReport } from '../../../src/core/finding.ts'
import { importDisclosure } from '../../../src/import.ts'
import { createLinter, type Linter } from '../../../src/lint.ts'
import { openSubject } from '../../../src/open-subject.ts'
import { readSubjects } from '../../../src/read-subjects.ts'
import { publishedWord, wordFile } from '../../../tools/office/docx.ts'
import { publishedCsv, publishedMarkdown } from '../../../tools/office/flat.ts'
import { publishedHtml } from '../../../tools/office/html.ts'
import { gbk, mhtmlFile } from '../../../tools/office/mhtml.ts'
import { publishedPdf } from '../../../tools/office/pdf.ts'
import { published } from '../../../tools/office/published.ts'
import { publishedExcel } from '../../../tools/office/xlsx.ts'

const text = readFileSync(new URL('../../../fixtures/unit-budget.flawed.txt', import.meta.url), 'utf8')
const disclosure = published(text)

let linter: Linter
let whole: FileReport
beforeAll(async () => {
  linter = await createLinter()
  whole = linter.lint({ file: 'x.txt', content: text })
}, 60_000)

/** Findings of what is published; those about the file itself differ by format. */
function findingsOf({ findings }: FileReport): readonly string[] {
  return findings.filter(({ ruleId }) => !ruleId.startsWith('document/')).map(({ fingerprint, ruleId, message, sites }) => `${ruleId} ${fingerprint} ${sites[0]?.label ?? ''} ${message.replace(/共 \d+ 处/, '')}`).sort()
}

interface Format {
  readonly file: string
  readonly make: () => Uint8Array | string | Promise<string>
  /** Rules about what the format has no way to hold: headers and watermarks. */
  readonly without?: readonly string[]
}

const page = (packing: 'quoted-printable' | 'base64') => ({ location: 'x.htm', html: publishedHtml(disclosure), packing })
const MARKS = ['security/internal-mark']
const FORMATS: readonly Format[] = [
  { file: 'x.docx', make: () => publishedWord(disclosure) },
  { file: 'x.xlsx', make: () => publishedExcel(disclosure) },
  { file: 'x.pdf', make: () => publishedPdf(disclosure) },
  { file: 'x.html', make: () => publishedHtml(disclosure) },
  { file: 'x.mht', make: () => mhtmlFile([page('quoted-printable')]) },
  { file: 'x.doc', make: () => mhtmlFile([{ ...page('base64'), encode: gbk }]) },
  { file: 'inserted.docx', make: () => wordFile('<w:altChunk r:id="page.mht"/>', { inserted: { 'page.mht': mhtmlFile([page('quoted-printable')]) } }) },
  { file: 'x.pdf', make: () => readFileSync(new URL('../../../fixtures/pdf/unit-budget.flawed.pdf', import.meta.url)), without: MARKS },
  { file: 'x.csv', make: () => publishedCsv(disclosure), without: MARKS },
  { file: 'x.md', make: () => publishedMarkdown(disclosure), without: MARKS },
  { file: 'x.disclosure.json', make: async () => (await importDisclosure([{ file: 'x.txt', content: text }])).json },
]

describe.each(FORMATS)('the same disclosure as $file', ({ file, make, without = [] }) => {
  it('gives the same findings with the same main places, none of it doubtful', async () => {
    const report = linter.lint(await openSubject({ file, content: await make() }))
    expect(report.problems).toEqual([])
    expect(findingsOf(report)).toEqual(findingsOf(whole).filter((finding) => !without.some((rule) => finding.startsWith(rule))))
    expect(report.recognition.doubtful).toBe(0)
  })
})

describe.each(FORMATS.filter(({ make }) => typeof make() === 'string' && !make().toString().startsWith('{')))('places in $file', ({ file, make }) => {
  it('are where the characters stand', async () => {
    const source = make() as string
    const lines = source.split('\n')
    const read = readSubjects([await openSubject({ file, content: source })], linter.vocabulary)
    const starts = [...(read.map?.strings.keys() ?? [])].flatMap((pointer) => {
      const value = valueAt(read.disclosure, pointer)
      const { place } = read.locate({ pointer })
      return value === '' || place?.kind !== 'text' ? [] : [`${value[0] ?? ''} ${lines[place.line - 1]?.[place.column - 1] ?? ''}`]
    })
    expect(starts.length).toBeGreaterThan(1000)
    expect(starts.filter((pair) => pair[0] !== pair[2] && pair[2] !== '\\')).toEqual([])
  })
})

function valueAt(disclosure: unknown, pointer: string): string {
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return String(steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], disclosure))
}

function lineOf(is: (line: string) => boolean): number {
  return disclosure.findIndex((item) => item.kind === 'line' && is(item.text))
}

/** The table of contents names it first. */
function lastLine(words: string): number {
  return disclosure.findLastIndex((item) => item.kind === 'line' && item.text.startsWith(words))
}

describe('one disclosure in three files', () => {
  const [tables, narrative, forms] = [lineOf((line) => line === '预算公开表1'), lastLine('第三部分'), lastLine('附件1')]
  const parts = () => [
    { file: '说明.docx', content: publishedWord([...disclosure.slice(0, tables), ...disclosure.slice(narrative, forms)]) },
    { file: '表.xlsx', content: publishedExcel(disclosure.slice(tables, narrative)) },
    { file: '绩效.pdf', content: publishedPdf(disclosure.slice(forms)) },
  ]

  it('gives the findings of the whole, each site in its own file', async () => {
    const report = linter.lint(await Promise.all(parts().map((part) => openSubject(part))))
    expect(report.problems).toEqual([])
    expect(findingsOf(report)).toEqual(findingsOf(whole))
    const files = new Map(report.findings.flatMap(({ sites }) => sites.map(({ pointer = '', file = '' }) => [pointer.split('/')[1] ?? '', file])))
    expect(Object.fromEntries(files)).toMatchObject({ sections: '说明.docx', tables: '表.xlsx', projects: '绩效.pdf' })
  })

  it('is an excerpt in each of them', async () => {
    const extents = await Promise.all(parts().map(async (part) => linter.lint(await openSubject(part)).document.extent))
    expect(extents).not.toContain('whole')
  })
})

describe('a csv field over several lines', () => {
  it('is one text, and what stands in it is found in its own line', async () => {
    const content = '项目,说明\r\n场馆维护,"维护展厅\r\n  和库房，联系人""王某""\r\n13912345678"\r\n'
    const { findings } = linter.lint(await openSubject({ file: 'x.csv', content: new TextEncoder().encode(content) }))
    expect(findings.find(({ ruleId }) => ruleId === 'privacy/mobile')?.sites[0]?.place).toMatchObject({ line: 4, column: 1, endColumn: 12 })
  })
})

describe('what only one format has', () => {
  const textsOf = async (file: string, content: string): Promise<unknown> => {
    const { read } = await openSubject({ file, content })
    return read?.ok && read.value.blocks.map((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text }) => text.text)) : block.text.text))
  }

  it('a line that tells Excel the separator of a csv is no line of the table', async () => {
    expect(await textsOf('x.csv', '\ufeffsep=;\r\n项目;金额\r\n甲;12.00\r\n')).toEqual([[['项目', '金额'], ['甲', '12.00']]])
  })

  it('a short table of two columns is one, set with tabs', async () => {
    expect(await textsOf('x.tsv', '项目\t金额\n甲\t1,200.00\n乙\t1,300.00\n')).toEqual([[['项目', '金额'], ['甲', '1,200.00'], ['乙', '1,300.00']]])
  })

  it('quotation marks that Excel puts around a cell of a text file are no part of it', () => {
    const content = '项目\t金额\t备注\r\n合计\t"1,200.50"\t甲\r\n乙\t" 1,200.50"\t丙\r\n'
    const { documents } = readSubjects([{ file: 'x.txt', content }], linter.vocabulary)
    const [grid] = documents[0]?.blocks ?? []
    const placed = (offset: number) => ({ text: '1,200.50', segments: [{ from: 0, to: 8, anchor: { kind: 'text', offset } }] })
    expect(grid?.kind === 'grid' && grid.rows.slice(1).map(({ cells }) => cells[1]?.text)).toEqual([placed(content.indexOf('1,2')), placed(content.lastIndexOf('1,2'))])
  })

  it('the fence of a piece of code in Markdown is no text', async () => {
    expect(await textsOf('x.md', '```text\n甲 1.00\n\n```\n\n    乙 2.00\n\n~~~\n丙 3.00')).toEqual(['甲 1.00', '乙 2.00', '丙 3.00'])
  })

  it('what Markdown strikes through is reported, and no part of the text', async () => {
    const source = '收入~~12~~13万元，5~10月执行。\n\n| 项目 | 金额 |\n| --- | --- |\n| 甲 | ~~7.00~~ |\n'
    expect(await textsOf('x.md', source)).toEqual(['收入13万元，5~10月执行。', [['项目', '金额'], ['甲', '']]])
    const { read } = await openSubject({ file: 'x.md', content: source })
    expect(read?.ok === true && read.value.notices).toEqual([
      { kind: 'struck-text', text: '12', place: { kind: 'text', line: 1, column: 3, endLine: 1, endColumn: 9 } },
      { kind: 'struck-text', text: '7.00', place: { kind: 'text', line: 5, column: 7, endLine: 5, endColumn: 15 } },
    ])
  })

  it('a note of Markdown is read, its mark in the text is not', async () => {
    expect(await textsOf('x.md', '收入12万元[^1]。\n\n[^1]: 不含结转3万元\n\n[a]: http://example.invalid\n')).toEqual(['收入12万元。', '不含结转3万元'])
  })

  it('the label of an attachment may be a row of its table', async () => {
    const content = '<p>项目支出情况见附件2。</p><table><tr><td colspan=2>附件2：</td></tr><tr><td colspan=2>2027年项目支出表</td></tr><tr><td>项目名称</td><td>合计</td></tr><tr><td>合计</td><td>12.00</td></tr><tr><td>甲项目</td><td>12.00</td></tr></table>'
    const { disclosure } = readSubjects([await openSubject({ file: 'x.html', content })], linter.vocabulary)
    expect(disclosure?.attachments).toEqual([{ label: '附件2' }])
    expect(disclosure?.tables.map(({ title }) => title)).toEqual(['2027年项目支出表'])
  })

  it('a web page is one under any name, also with an XML declaration or from its middle', async () => {
    expect(await textsOf('x.doc', '<?xml version="1.0" encoding="UTF-8"?>\n<!-- 导出 -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>甲</p></body></html>')).toEqual(['甲'])
    expect(await textsOf('x.doc', '<style>p { margin: 0 }</style><h2>乙</h2>')).toEqual(['乙'])
    expect(await textsOf('x.xls', '<table><tr><td>项目<td>金额</tr><tr><td>甲<td>1.00</tr></table>')).toEqual([[['项目', '金额'], ['甲', '1.00']]])
    expect(await textsOf('x.md', '<h1 align="center">丙</h1>\n\n# 丁\n')).toEqual(['丙', '丁'])
  })
})
