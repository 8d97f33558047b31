import type { FilledCell, FilledTable } from './grid.ts'
import { isFull } from './grid.ts'
import { onEdges, sharedEdges } from './table.ts'

/**
 * A table that goes on at the top of the next page, as one table: undefined where the two do not stand between the same edges, or
 * the page prints the first row again (a repeated heading, or the next form).
 */
export function joinedOverPage(above: FilledTable, below: FilledTable): FilledTable | undefined {
  const edges = sharedEdges(above, below)
  if (edges === undefined) return undefined
  const upper = onEdges(above, edges)
  const repeated = repeatedRows(above, below)
  const lower = withoutRows(onEdges(below, edges), repeated)
  const cut = lower !== undefined && isCutRow(upper, lower)
  // What follows repeated headings is joined by whoever reads the headings, unless it begins in mid-row.
  if (lower === undefined || (repeated > 0 && !cut)) return undefined
  const shift = upper.rows - (cut ? 1 : 0)
  let cells = upper.cells
  const added: FilledCell[] = []
  for (const cell of lower.cells) {
    const over = cell.row === 0 ? cells.find((one) => one.row + one.rowspan === upper.rows && one.column === cell.column && one.colspan === cell.colspan) : undefined
    const goesOn = over !== undefined && (cut || spansPage(over, cell))
    if (goesOn) cells = cells.map((one) => (one === over ? { ...one, rowspan: one.rowspan + cell.rowspan - (cut ? 1 : 0), lines: [...one.lines, ...cell.lines] } : one))
    else added.push({ ...cell, row: cell.row + shift })
  }
  return { ...upper, rows: shift + lower.rows, cells: [...cells, ...added] }
}

const rowText = ({ cells }: FilledTable, at: number): string => cells.filter(({ row }) => row === at).map(textOf).join('|')

/** How many rows at the top of the second table print those of the first again. */
function repeatedRows(above: FilledTable, below: FilledTable): number {
  let count = 0
  while (count < below.rows && count < above.rows && rowText(above, count) === rowText(below, count)) count += 1
  return count
}

/** A table without its first rows; undefined where nothing is left or a merged cell reaches over them. */
function withoutRows(table: FilledTable, count: number): FilledTable | undefined {
  if (count === 0) return table
  if (count >= table.rows || table.cells.some(({ row, rowspan }) => row < count && row + rowspan > count)) return undefined
  return { ...table, rows: table.rows - count, cells: table.cells.flatMap((cell) => (cell.row < count ? [] : [{ ...cell, row: cell.row - count }])) }
}

const textOf = ({ lines }: FilledCell): string => lines.map(({ text }) => text).join('')

/** Whether a merged cell goes on below the page's end: the part on the next page prints nothing. */
function spansPage(above: FilledCell, below: FilledCell): boolean {
  return below.lines.length === 0 && above.lines.length > 0 && (above.rowspan > 1 || below.rowspan > 1) && !/^[-\d,.%]+$/.test(textOf(above))
}

/** Whether the first row below is the rest of the last one above: all it prints goes on with a cell whose last line is full. */
function isCutRow(above: FilledTable, below: FilledTable): boolean {
  const printed = below.cells.filter((cell) => cell.row === 0 && cell.lines.length > 0)
  const first = below.cells.find((cell) => cell.row === 0 && cell.column === 0)
  if (printed.length === 0 || first === undefined || first.lines.length > 0) return false
  const whole = below.cells.every((cell) => cell.row > 0 || above.cells.some((one) => one.row + one.rowspan === above.rows && one.column === cell.column && one.colspan === cell.colspan))
  return whole && printed.every((cell) => {
    const over = above.cells.find((one) => one.row + one.rowspan === above.rows && one.column === cell.column)
    const last = over?.lines.at(-1)
    return over !== undefined && last !== undefined && isFull(over, last) && !/[。；;！？]$/.test(last.text) && (!/^[-\d,.%]+$/.test(last.text) || isCutFigure(textOf(over), textOf(cell)))
  })
}

/** Whether two parts are one amount, the first by itself none with its decimals. */
function isCutFigure(above: string, below: string): boolean {
  return /^[-\d,.]+$/.test(above) && !/\.\d\d$/.test(above) && /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}$/.test(above + below)
}
