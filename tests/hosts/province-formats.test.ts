import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, importDisclosure, openSubject, type FileReport, type Linter } from '../../src/index.ts'
import { publishedWord } from '../../tools/office/docx.ts'
import { publishedHtml } from '../../tools/office/html.ts'
import { publishedPdf } from '../../tools/office/pdf.ts'
import { published } from '../../tools/office/published.ts'
import { publishedExcel } from '../../tools/office/xlsx.ts'

// Budgets in the tables of six provinces and ministries: whatever file they are published as, each table is known and read whole.
const LAYOUTS = ['ministry', 'guangdong', 'zhejiang', 'jiangsu', 'hunan', 'beijing']
const WRITERS = { docx: publishedWord, xlsx: publishedExcel, html: publishedHtml, pdf: publishedPdf } as const
type Format = keyof typeof WRITERS
const FORMATS = Object.keys(WRITERS) as Format[]

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const textOf = (layout: string): string => readFileSync(`fixtures/provinces/${layout}-budget.txt`, 'utf8')
const lintAs = async (format: Format, text: string): Promise<FileReport> => linter.lint(await openSubject({ file: `x.${format}`, content: WRITERS[format](published(text)) }))
/** What a file says of itself is its own. */
const prints = ({ findings }: FileReport): string[] => findings.filter(({ ruleId }) => !ruleId.startsWith('document/')).map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).sort()

/** The first figure of a table's second column of figures, with another digit. */
function withSlip(text: string): string {
  const row = /\n[^\n]*2[01]\d[^\n]*?\|[\d,]+\.\d\d\|(?=([1-8])[\d,]*\.\d\d)/.exec(text)
  if (row === null) throw new Error('no row to change')
  const at = row.index + row[0].length
  return text.slice(0, at) + String(Number(row[1]) + 1) + text.slice(at + 1)
}

describe.each(LAYOUTS.map((layout, i) => [layout, FORMATS[i % FORMATS.length] as Format] as const))('the tables of %s', (layout, other) => {
  it.each(FORMATS)('are known and certain in %s, and nothing is said of them', async (format) => {
    const report = await lintAs(format, textOf(layout))
    expect(report.problems).toEqual([])
    expect(report.recognition.tables.filter(({ role }) => role === 'unknown')).toEqual([])
    expect(report.recognition.tables).toHaveLength(linter.lint({ file: 'x.txt', content: textOf(layout) }).recognition.tables.length)
    expect(report.recognition.doubtful).toBe(0)
    expect(prints(report)).toEqual([])
  })

  it(`give the same findings as text, ${other} and imported JSON where a figure is wrong`, async () => {
    const text = withSlip(textOf(layout))
    const plain = linter.lint({ file: 'x.txt', content: text })
    expect(plain.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
    expect(prints(await lintAs(other, text))).toEqual(prints(plain))
    const { json } = await importDisclosure([{ file: 'x.txt', content: text }])
    expect(prints(linter.lint({ file: 'x.disclosure.json', content: json }))).toEqual(prints(plain))
  })
})
