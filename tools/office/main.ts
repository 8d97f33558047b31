import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { publishedWord } from './docx.ts'
import { publishedCsv, publishedMarkdown } from './flat.ts'
import { publishedHtml } from './html.ts'
import { published } from './published.ts'
import { publishedPdf } from './pdf.ts'
import { publishedExcel } from './xlsx.ts'

/**
 * node tools/run.mjs tools/office/main.ts TEXT FOLDER: writes a published text as .docx .xlsx .pdf .html .csv .md, as it was before it
 * was exported.
 */
const [source = 'fixtures/unit-budget.flawed.txt', folder = 'out'] = process.argv.slice(2)
const disclosure = published(readFileSync(source, 'utf8'))
const name = /([^/]+?)\.txt$/.exec(source)?.[1] ?? 'disclosure'
mkdirSync(folder, { recursive: true })
for (const [extension, content] of [['docx', publishedWord(disclosure)], ['xlsx', publishedExcel(disclosure)], ['pdf', publishedPdf(disclosure)], ['html', publishedHtml(disclosure)], ['csv', publishedCsv(disclosure)], ['md', publishedMarkdown(disclosure)]] as const) {
  writeFileSync(`${folder}/${name}.${extension}`, content)
}
