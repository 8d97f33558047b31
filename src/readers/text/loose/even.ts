import { sliceMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import type { TextLine } from '../line.ts'
import { printedWidth } from '../printed-width.ts'

/** A cell between gaps of two blanks or more, and where it stands, counting a Chinese character as two columns or as one. */
interface Cell {
  readonly text: MappedText
  readonly wide: Stretch
  readonly narrow: Stretch
}

interface Stretch {
  readonly from: number
  readonly to: number
}

type Measure = 'wide' | 'narrow'

const CELL = /\S+(?: \S+)*/g
const WHOLE = /^\d{1,3}(?:,\d{3})+$|^\d+$|^[-—–]$/
const SENTENCE = /[。；;，!?！？]/
const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 3
const FEWEST_FIGURES = 2

/**
 * Gives cells to small tables of whole numbers that blanks align: headings, then rows with a cell under each of them; a row with
 * fewer (the total, mostly) is laid under the others. Tables of amounts are left to `splitLooseTables`.
 */
export function splitEvenTables(lines: readonly TextLine[], marks: ReadonlySet<number>): readonly TextLine[] {
  const cells = lines.map((line, i) => (line.kind === 'text' && !marks.has(i) && !SENTENCE.test(line.text.text) ? cellsOf(line) : []))
  const out = [...lines]
  for (let at = 0; at < lines.length; at += 1) {
    const heads = cells[at] ?? []
    if (heads.length < FEWEST_COLUMNS || heads.some(({ text }) => WHOLE.test(text.text))) continue
    const rows = rowsBelow(cells, at, heads.length)
    if (rows === undefined) continue
    out[at] = { ...(lines[at] as TextLine), kind: 'cells', cells: heads.map(({ text }) => text), loose: { by: 'order', starts: true, heading: true } }
    rows.forEach((row, i) => (out[at + 1 + i] = { ...(lines[at + 1 + i] as TextLine), kind: 'cells', cells: row, loose: { by: 'order' } }))
    at += rows.length
  }
  return out
}

function cellsOf({ text, lead = '' }: TextLine): readonly Cell[] {
  return [...text.text.matchAll(CELL)].map((match): Cell => {
    const before = lead + text.text.slice(0, match.index)
    const [narrow, wide] = [before.length, printedWidth(before)]
    return {
      text: sliceMapped(text, match.index, match.index + match[0].length),
      narrow: { from: narrow, to: narrow + match[0].length }, wide: { from: wide, to: wide + printedWidth(match[0]) },
    }
  })
}

/** The rows right below headings; undefined where they are no table of whole numbers. */
function rowsBelow(cells: readonly (readonly Cell[])[], at: number, width: number): readonly (readonly MappedText[])[] | undefined {
  const rows: (readonly Cell[])[] = []
  for (let i = at + 1; i < cells.length && isRow(cells[i] ?? [], width); i += 1) rows.push(cells[i] ?? [])
  const full = rows.filter((row) => row.length === width)
  if (rows.length < FEWEST_ROWS || full.length < rows.length - 1) return undefined
  const figures = Array.from({ length: width }, (_, column) => full.every((row) => WHOLE.test(row[column]?.text.text ?? '')))
  const last = figures.lastIndexOf(false)
  // The columns of figures stand together at the right.
  if (width - 1 - last < FEWEST_FIGURES || !full.every((row) => row.slice(0, last + 1).some(({ text }) => !WHOLE.test(text.text)))) return undefined
  const placed = rows.map((row) => (row.length === width ? row.map(({ text }) => text) : laidUnder(row, full, last)))
  return placed.every((row) => row !== undefined) ? placed : undefined
}

const isRow = (row: readonly Cell[], width: number): boolean => row.length > 1 && row.length <= width && row.some(({ text }) => WHOLE.test(text.text)) && !row.some(({ text }) => /^\d+[.．]\d/.test(text.text))

/** A short row's figures under those of the full ones, each in a column of its own; undefined where that cannot be told. */
function laidUnder(row: readonly Cell[], full: readonly (readonly Cell[])[], lastWords: number): readonly MappedText[] | undefined {
  const under = (measure: Measure): readonly MappedText[] | undefined => {
    const laid: MappedText[] = (full[0] ?? []).map(() => ({ text: '', segments: [] }))
    for (const cell of row) {
      const isFigure = WHOLE.test(cell.text.text)
      const over = laid.flatMap((_, column) => (column > lastWords === isFigure && full.some((other) => overlaps(cell[measure], other[column]?.[measure])) ? [column] : []))
      const [column] = over
      if (column === undefined || over.length > 1 || laid[column]?.text !== '') return undefined
      laid[column] = cell.text
    }
    return laid
  }
  return under('wide') ?? under('narrow')
}

const overlaps = (a: Stretch, b: Stretch | undefined): boolean => b !== undefined && a.from < b.to && b.from < a.to
