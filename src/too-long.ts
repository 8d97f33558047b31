import type { Problem } from './core/problem.ts'
import type { ReadDocument } from './readers/block.ts'

/** What no disclosure has: the largest, that of a whole city, comes to a fifth of it. */
const MOST_ROWS = 20_000
const MOST_CELLS = 100_000
const MOST_PARAGRAPHS = 30_000
const MOST_CHARACTERS = 2_000_000

/** Why a document is not checked: it is far longer than any disclosure, and checking it would take hours or all memory. */
export function tooLong({ file, blocks }: ReadDocument): readonly Problem[] {
  let [rows, cells, paragraphs, characters] = [0, 0, 0, 0]
  for (const block of blocks) {
    if (block.kind !== 'grid') {
      paragraphs += 1
      characters += block.text.text.length
    } else {
      rows = Math.max(rows, block.rows.length)
      for (const row of block.rows) {
        for (const { text, colspan = 1, rowspan = 1 } of row.cells) {
          cells += colspan * rowspan
          characters += text.text.length
        }
      }
    }
  }
  if (rows > MOST_ROWS) return [refused(file, `一张表有 ${rows} 行`, `a table has ${rows} rows`)]
  if (cells > MOST_CELLS) return [refused(file, `表格共有 ${cells} 格`, `the tables have ${cells} cells`)]
  if (paragraphs > MOST_PARAGRAPHS) return [refused(file, `全文有 ${paragraphs} 段`, `the text has ${paragraphs} paragraphs`)]
  return tooMuchText(characters, file)
}

/** The same for text that is not read yet. */
export function tooMuchText(characters: number, file: string): readonly Problem[] {
  return characters > MOST_CHARACTERS ? [refused(file, `全文有 ${characters} 字`, `the text has ${characters} characters`)] : []
}

function refused(file: string, zh: string, en: string): Problem {
  return { code: 'file-too-large', file, message: { zh: `${zh}，不像公开文本，没有检查`, en: `${en}; this is no disclosure and was not checked` } }
}
