import type { MappedText } from '../source/segment.ts'
import { cellKind } from './cell-kind.ts'
import { foldText, headingKey, stripNumbering } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { filled, padded } from './matrix.ts'
import type { Matrix, MatrixRow } from './matrix.ts'

/** The header of a grid: for each column its headings from the top down. */
export interface Header {
  /** Rows that are header or index rows (栏次 1 2 3). */
  readonly rows: number
  readonly paths: readonly (readonly MappedText[])[]
  /** Headings stood in fewer cells than there are columns and were placed by counting. */
  readonly byPosition: boolean
}

const MOST_HEADER_ROWS = 5

/** Finds the header rows of a grid and flattens merged headings into one path a column. */
export function readHeader(matrix: Matrix, lexicon: Lexicon): Header {
  let rows = matrix.headings ?? 0
  while (matrix.headings === undefined && rows < Math.min(MOST_HEADER_ROWS, matrix.rows.length - 1) && isHeaderRow(matrix, rows, lexicon)) rows += 1
  if (rows === 0 && matrix.rows.length > 0 && isHeaderRow(matrix, 0, lexicon)) rows = 1
  const headings = matrix.rows.slice(0, rows)
  const { paths, byPosition } = flatten(headings, matrix)
  let end = rows
  while (isIndexRow(matrix.rows[end], lexicon)) end += 1
  return { rows: end, paths, byPosition }
}

/** Whether a row numbers the columns: 1 2 3 …, or 栏次 1 2 3. */
export function isIndexRow(row: MatrixRow | undefined, lexicon: Lexicon): boolean {
  if (row === undefined) return false
  const cells = filled(row).map((cell) => foldText(cell.text.text))
  const words = cells.filter((cell) => !/^\d{1,2}(?:=[\d+-]+)?$|^[-\u2014\u2013\u2500]+$/.test(cell))
  const numbers = cells.flatMap((cell) => (/^\d{1,2}/.test(cell) ? [Number(/^\d{1,2}/.exec(cell)?.[0])] : []))
  if (numbers.length < 2 || numbers[0] !== 1) return false
  const rising = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  return rising && words.every((word) => lexicon.is('grid', 'indexrow', word) || /^[A-Z甲乙丙丁类款项**]$/.test(word))
}

function isHeaderRow(matrix: Matrix, index: number, lexicon: Lexicon): boolean {
  const row = matrix.rows[index] as MatrixRow
  const cells = filled(row)
  if (cells.length === 0) return false
  if (cells.some(({ text }) => isFigure(text.text))) return false
  const first = cells[0] as (typeof cells)[number]
  if (index === 0) return cells.length > 1 || matrix.width === 1 || spansAll(matrix)
  if (startsLikeItem(first.text.text) && !cells.some(({ text }) => isHeadingWord(text.text, lexicon))) return false
  if (hasMerges(matrix)) return dividesRuled(matrix, index) && !isTotalRow(cells, lexicon)
  if (cells.length === 1 && isTotalRow(cells, lexicon) && first.at === 0) return false
  if (subdivides(matrix, index)) return !isTotalRow(cells, lexicon) || cells.length > 1
  if (dividesByCount(matrix, index)) return true
  return cells.length >= 2 && cells.every(({ text }) => isHeadingWord(text.text, lexicon))
}

/** One heading over the whole table: alone in its row, with headings below it. */
function spansAll(matrix: Matrix): boolean {
  const [first, second] = matrix.rows
  if (first === undefined || second === undefined || first.cells.length < matrix.width || filled(first)[0]?.at !== 0) return false
  const below = filled(second)
  return below.length > 1 && below.length < matrix.width && !below.some(({ text }) => isFigure(text.text) || startsLikeItem(text.text))
}

function isFigure(text: string): boolean {
  const kind = cellKind(text)
  return kind === 'percent' || /\d\.\d|\d(?:万|亿)?元/.test(text) || ((kind === 'amount' || kind === 'code') && !/^(?:19|20)\d\d$/.test(text.trim()))
}

function startsLikeItem(text: string): boolean {
  const folded = foldText(text)
  return stripNumbering(folded) !== folded || /^\d{3}/.test(folded)
}

function isHeadingWord(text: string, lexicon: Lexicon): boolean {
  const key = headingKey(text)
  return ['code', 'label', 'index', 'text', 'lane', 'codepart'].some((kind) => lexicon.words('grid', kind).has(key))
}

function isTotalRow(cells: readonly { readonly at: number; readonly text: MappedText }[], lexicon: Lexicon): boolean {
  const first = cells[0]
  return first !== undefined && first.at <= 1 && lexicon.words('grid', 'total').has(headingKey(first.text.text)) && cells.length === 1
}

/** Both heading rows lost their blanks, and together they have as many headings as there are columns. */
function dividesByCount(matrix: Matrix, index: number): boolean {
  const above = matrix.rows[index - 1]
  const here = matrix.rows[index]
  if (above === undefined || here === undefined || hasBlank(above) || hasBlank(here)) return false
  return above.cells.length < matrix.width && above.cells.length - 1 + here.cells.length === matrix.width
}

/** Whether the headings have real merged cells. Copied tables have lost them: blanks say what is merged, as in flat text. */
function hasMerges(matrix: Matrix): boolean {
  return matrix.rows.slice(0, MOST_HEADER_ROWS).some((row) => row.covered?.some((cover) => cover !== undefined) ?? false)
}

/** In real cells a row is header while the header above still has merged cells beside or above it. */
function dividesRuled(matrix: Matrix, index: number): boolean {
  const above = matrix.rows[index - 1]
  const here = matrix.rows[index]
  const spans = above?.covered?.some((cover) => cover === 'left') ?? false
  const hangs = here?.covered?.some((cover) => cover === 'above') ?? false
  return spans || hangs
}

/** Whether every filled cell of a row lies under a heading that spans several columns. */
function subdivides(matrix: Matrix, index: number): boolean {
  return filled(matrix.rows[index] as MatrixRow).every(({ at }) => isOpen(matrix, index, at))
}

/** Whether, after the rows above `index`, column `at` is still under a merged heading that can be divided. */
function isOpen(matrix: Matrix, index: number, at: number): boolean {
  if (index === 0) return true
  const above = (column: number): string => matrix.rows[index - 1]?.cells[column]?.text ?? ''
  if (above(at) !== '') return at + 1 < matrix.width && above(at + 1) === '' && isOpen(matrix, index - 1, at + 1)
  if (!isOpen(matrix, index - 1, at)) return false
  let left = at - 1
  while (left >= 0 && above(left) === '' && isOpen(matrix, index - 1, left) && !startsGroup(matrix, index - 1, left + 1)) left -= 1
  return left < 0 || above(left) !== '' || startsGroup(matrix, index - 1, left + 1)
}

/** Whether a heading above row `index` begins in column `at`. */
function startsGroup(matrix: Matrix, index: number, at: number): boolean {
  return matrix.rows.slice(0, index).some((row) => (row.cells[at]?.text ?? '') !== '')
}

function flatten(rows: readonly MatrixRow[], matrix: Matrix): { paths: readonly (readonly MappedText[])[]; byPosition: boolean } {
  const width = matrix.width
  let byPosition = false
  const spread = rows.map((row, i) => {
    if (hasMerges(matrix)) return spreadRuled(row, width)
    if (row.cells.length < width && !hasBlank(row) && i < rows.length - 1) byPosition = true
    return spreadFlat(matrix, i, rows.slice(i + 1))
  })
  const last = rows.at(-1)
  if (last !== undefined && rows.length > 1 && last.covered === undefined && last.cells.length < width && !hasBlank(last)) {
    byPosition = true
    alignLast(spread, rows, width)
  }
  const paths = Array.from({ length: width }, (_, column) => {
    const path: MappedText[] = []
    for (const row of spread) {
      const cell = row[column]
      if (cell !== undefined && cell.text !== '' && path.at(-1)?.text !== cell.text) path.push(cell)
    }
    return path
  })
  return { paths, byPosition }
}

function hasBlank(row: MatrixRow): boolean {
  return row.cells.some((cell) => cell.text === '')
}

/** A blank right of a heading belongs to it if a row below has a heading of its own there. */
function spreadFlat(matrix: Matrix, index: number, below: readonly MatrixRow[]): MappedText[] {
  const cells = [...padded(matrix.rows[index] as MatrixRow, matrix.width)]
  for (let i = 1; i < matrix.width; i += 1) {
    const divided = below.some((row) => (row.cells[i]?.text ?? '') !== '')
    if (cells[i]?.text === '' && divided && isOpen(matrix, index, i) && !startsGroup(matrix, index, i)) cells[i] = cells[i - 1] as MappedText
  }
  return cells
}

function spreadRuled(row: MatrixRow, width: number): MappedText[] {
  const cells = [...padded(row, width)]
  for (let i = 1; i < width; i += 1) if (row.covered?.[i] === 'left') cells[i] = cells[i - 1] as MappedText
  return cells
}

/** The last header row lost its leading blanks: its headings divide the one heading that is wide enough. */
function alignLast(spread: MappedText[][], rows: readonly MatrixRow[], width: number): void {
  const last = rows.at(-1)
  const names = (rows.at(-2)?.cells ?? []).filter((cell) => cell.text !== '')
  if (last === undefined) return
  const n = last.cells.length
  if (width - names.length !== n - 1) return
  const group = names.length - 1
  spread[spread.length - 2] = [...names.slice(0, group), ...Array.from({ length: n }, () => names[group] as MappedText)]
  spread[spread.length - 1] = [...Array.from({ length: group }, () => ({ text: '', segments: [] })), ...last.cells]
}
