export { formatHtml } from './page.ts'
export { drawSheet, type SheetCommand, type SheetOptions } from './sheet.ts'
export { sheetWords, type SheetWords } from './words.ts'
