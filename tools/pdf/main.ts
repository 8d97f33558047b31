import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { published } from '../office/published.ts'
import type { Published } from '../office/published.ts'
import { publishedHtml } from '../office/html.ts'
import { publishedExcel } from '../office/xlsx.ts'
import { LAYOUTS } from './layouts.ts'
import { exportedByOffice, printedByChromium } from './print.ts'

/**
 * node tools/run.mjs tools/pdf/main.ts [NAME…]: prints the PDFs under fixtures/pdf, all or those named, with Chromium and LibreOffice
 * and the font Noto CJK. Their bytes differ from run to run; they are committed.
 */
const FOLDER = 'fixtures/pdf'
const PRINT_STYLE = `<style>@page { size: 29.7cm 21cm; margin: 1.6cm } p { font-family: 'Noto Serif CJK SC'; font-size: 11pt; text-indent: 0.8cm; margin: 0.1cm 0 } td { font-family: 'Noto Serif CJK SC'; font-size: 7.5pt }</style>`

const disclosure = (name: string): readonly Published[] => published(readFileSync(`fixtures/${name}.txt`, 'utf8')).filter(({ kind }) => kind !== 'watermark')
const files: Record<string, () => Uint8Array> = {
  ...Object.fromEntries(Object.entries(LAYOUTS).map(([name, html]) => [name, () => printedByChromium(html)])),
  'ruled-office': () => exportedByOffice((LAYOUTS['ruled'] ?? '').replaceAll('<table', '<table border="1"'), 'html'),
  ...Object.fromEntries(['unit-budget.flawed', 'unit-budget.clean'].map((name) => [name, () => exportedByOffice(publishedHtml(disclosure(name)).replace('</head>', `${PRINT_STYLE}</head>`), 'html')])),
  sheets: () => exportedByOffice(publishedExcel(disclosure('final-accounts.clean').filter(({ kind }) => kind === 'table')), 'xlsx'),
}
const wanted = process.argv.slice(2)
mkdirSync(FOLDER, { recursive: true })
for (const [name, make] of Object.entries(files)) if (wanted.length === 0 || wanted.includes(name)) writeFileSync(`${FOLDER}/${name}.pdf`, make())
