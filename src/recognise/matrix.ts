import type { DoubtReason, Reading } from '../core/verdict.ts'
import type { GridBlock, GridCell, GridRow } from '../readers/block.ts'
import { mappedAt } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import { printedFigure } from './printed-figure.ts'

/** A grid's rows of cells; `own` of a ruled grid's merged cells is set in the first of them only. */
export interface Matrix {
  readonly ruled: boolean
  readonly rows: readonly MatrixRow[]
  readonly width: number
  /** Rows at the top that are headings, where that is known. */
  readonly headings?: number
}

export interface MatrixRow {
  readonly cells: readonly MappedText[]
  /** For ruled grids: for each column, whether it continues a merged cell from the left or from above. */
  readonly covered?: readonly ('left' | 'above' | undefined)[]
  /** A cell of it holds a value that nobody knows. */
  readonly unknown?: true
  /** Its cells are the pieces of lines that blanks set apart: their order is known, not their columns. */
  readonly pieces?: true
  /** How sure its cells stand under their columns, where that was found out already. */
  readonly reading?: Reading
  readonly doubt?: DoubtReason
  /** Columns whose cell was not found: not blank. */
  readonly absent?: ReadonlySet<number>
}

const BLANK: MappedText = { text: '', segments: [] }

/** Lays a grid out in columns. Merged cells of ruled grids keep their text in their first column and row. */
export function matrixOf(grid: GridBlock): Matrix {
  const rows = grid.ruled ? layOut(grid.rows) : grid.rows.map((row): MatrixRow => ({ cells: row.cells.map((cell) => printedFigure(cell.text, false)), ...(grid.apart && { pieces: true as const, reading: row.doubtful ? 'doubtful' : 'inferred' }) }))
  return { ruled: grid.ruled, rows, width: widthOf(rows), ...(grid.headings ? { headings: grid.headings } : {}) }
}

/** Columns of a grid: the usual number of cells of a row, or the most, where blanks at the ends of rows were cut off. */
export function widthOf(rows: readonly MatrixRow[]): number {
  if (isTrimmed(rows)) return Math.max(...rows.map((row) => row.cells.length))
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return best?.[0] ?? 0
}

/** Whether no row ends in a blank though rows differ in length: whoever saved the text cut trailing blanks off. */
export function isTrimmed(rows: readonly MatrixRow[]): boolean {
  const lengths = new Set(rows.map((row) => row.cells.length))
  return lengths.size > 1 && rows.every((row) => row.covered === undefined && row.cells.at(-1)?.text !== '')
}

function layOut(rows: readonly GridRow[]): readonly MatrixRow[] {
  const hanging: { left: number; cell: GridCell }[] = []
  return rows.map((row) => {
    const cells: MappedText[] = []
    const covered: ('left' | 'above' | undefined)[] = []
    const fillHanging = (): void => {
      for (let above = hanging[cells.length]; above !== undefined && above.left > 0; above = hanging[cells.length]) {
        above.left -= 1
        cells.push(BLANK)
        covered.push('above')
      }
    }
    for (const cell of row.cells) {
      fillHanging()
      for (let i = 0; i < (cell.colspan ?? 1); i += 1) {
        hanging[cells.length] = { left: (cell.rowspan ?? 1) - 1, cell }
        cells.push(i === 0 ? printedFigure(cell.text, true) : BLANK)
        covered.push(i === 0 ? undefined : 'left')
      }
    }
    fillHanging()
    return { cells, covered, ...(row.cells.some((cell) => cell.unknown) && { unknown: true as const }) }
  })
}

/** Cell texts of a row, padded with blanks to `width`. A blank that was not printed has no place. */
export function padded(row: MatrixRow, width: number): readonly MappedText[] {
  return row.cells.length >= width ? row.cells : [...row.cells, ...Array.from({ length: width - row.cells.length }, () => BLANK)]
}

/** A blank without a place. */
export function blank(): MappedText {
  return BLANK
}

type FilledCell = { readonly at: number; readonly text: MappedText }

const filledCells = new WeakMap<MatrixRow, readonly FilledCell[]>()

/** The cells of a row that hold something, with their column. */
export function filled(row: MatrixRow): readonly FilledCell[] {
  const known = filledCells.get(row)
  if (known !== undefined) return known
  const cells: FilledCell[] = []
  row.cells.forEach((text, at) => {
    if (text.text !== '') cells.push({ at, text })
  })
  filledCells.set(row, cells)
  return cells
}

/** Printed cells without a source, for tables written by hand in examples. */
export function matrixOfTexts(rows: readonly (readonly string[])[]): Matrix {
  const cells = rows.map((row) => ({ cells: row.map((text) => ({ ...mappedAt(text, 0), segments: [] })) }))
  return { ruled: true, rows: cells, width: Math.max(0, ...rows.map((row) => row.length)) }
}
