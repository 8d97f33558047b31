// Writes a published text as a Word or Excel file: node tools/run.mjs tools/office/write.ts text.txt file.docx
import { readFileSync, writeFileSync } from 'node:fs'
import { publishedWord } from './docx.ts'
import { published } from './published.ts'
import { publishedExcel } from './xlsx.ts'

const [source, target] = process.argv.slice(2)
if (source === undefined || target === undefined) throw new Error('usage: write.ts text.txt file.docx|file.xlsx')
const disclosure = published(readFileSync(source, 'utf8'))
writeFileSync(target, target.endsWith('.xlsx') ? publishedExcel(disclosure) : publishedWord(disclosure))
