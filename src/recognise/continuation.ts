import type { MappedText } from '../source/segment.ts'
import { isContinuation } from './captions.ts'
import type { Caption } from './captions.ts'
import { foldText } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { filled, isTrimmed } from './matrix.ts'
import type { Matrix } from './matrix.ts'

function isHeading(row: Matrix['rows'][number] | undefined): boolean {
  return row !== undefined && row.cells.length > 1 && row.cells.every((cell) => !/^-?[\d,]+(?:\.\d+)?%?$/.test(cell.text))
}

/** A row's cells as one text, to compare rows by. */
const textOfRow = (row: Matrix['rows'][number] | undefined): string | undefined => row?.cells.map((cell) => cell.text).join('|')

/** How many rows at the top of a page of a table print its headings again. */
export function repeatedHeadings(table: Matrix, page: Matrix): number {
  const first = page.rows.findIndex((row, i) => row.covered === undefined ? i > 0 : textOfRow(row) !== textOfRow(table.rows[i]))
  return page.rows[0]?.covered === undefined ? 0 : Math.max(0, first)
}

/** Share of its columns that a row of headings fills at the least. */
const HEADING_SHARE = 0.6
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/
const CODE = /^(?:\d{3}|\d{5}|\d{7})$/

/** A row of figures, or of a code and a name: no heading begins so. */
function isDataRow(row: Matrix['rows'][number]): boolean {
  const cells = filled(row)
  return cells.some(({ text }) => AMOUNT.test(text.text)) || (CODE.test(cells[0]?.text.text ?? '') && cells.some(({ text }) => /[\u4e00-\u9fff]/.test(text.text)))
}

/** A grid without headings over figures, or ragged: nothing can be said of its columns. */
export function isHopeless(matrix: Matrix): boolean {
  if (matrix.ruled) return matrix.width < 2
  const usual = matrix.rows.filter((row) => row.cells.length === matrix.width).length
  const figures = matrix.rows.some((row) => row.cells.some((cell) => /^-?[\d,]+(?:\.\d+)?%?$/.test(cell.text)))
  const ragged = usual * 2 < matrix.rows.length && !(isTrimmed(matrix.rows) && isHeading(matrix.rows[0]))
  return matrix.width < 2 || ragged || (!figures && matrix.rows.length < 2)
}

/** A table that a page may go on with. */
interface TableBefore {
  readonly matrix: Matrix
  readonly caption: Caption
  readonly notes: readonly MappedText[]
}

/** Whether a grid is a page of the same table: as wide, without a title of its own (or the same one), and with the same or no headings. */
export function continues(before: TableBefore, matrix: Matrix, caption: Caption, lexicon: Lexicon): boolean {
  if (matrix.width !== before.matrix.width || before.notes.length > 0) return false
  const title = caption.title?.text
  const same = title === undefined || isContinuation(title, lexicon) || foldText(title) === foldText(before.caption.title?.text ?? '')
  if (!same) return false
  const heading = textOfRow(before.matrix.rows[0])
  const first = matrix.rows[0]
  if (first === undefined) return false
  if (textOfRow(first) === heading || isDataRow(first)) return true
  // A page may begin with rows that print no figure; headings fill their row.
  const bare = caption.title === undefined && caption.unit === undefined && caption.number === undefined
  return bare && matrix.ruled && filled(first).length < HEADING_SHARE * matrix.width && matrix.rows.some(isDataRow)
}
