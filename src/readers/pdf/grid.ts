import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { GridBlock, GridRow } from '../block.ts'
import { isBrokenFigure, isBrokenLabel } from '../cell-text.ts'
import type { Box, PageContent, Run } from './geometry.ts'
import { mappedLine, printedLines } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'
import type { RuledTable, TableCell } from './table.ts'

/** A cell with the lines printed in it. */
export interface FilledCell extends TableCell {
  readonly page: number
  readonly lines: readonly PrintedLine[]
}

/** A ruled table with its text. */
export interface FilledTable extends RuledTable {
  /** Where it comes in reading, where that is not its height on the page. */
  readonly flow?: number
  readonly cells: readonly FilledCell[]
}

const inside = (box: Box, x: number, y: number): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** Fills the tables of a page with its text; what stands in none of them is left over. A run over the line between two cells is cut there. */
export function fillTables(page: PageContent, tables: readonly RuledTable[]): { readonly tables: readonly FilledTable[]; readonly rest: readonly Run[] } {
  const rest: Run[] = []
  const held = new Map<TableCell, Run[]>()
  for (const run of page.runs) {
    const table = tables.find((one) => inside(one, run.x + run.width / 2, run.y + run.height / 2) || inside(one, run.x + run.size / 2, run.y + run.height / 2))
    if (!table) {
      rest.push(run)
      continue
    }
    for (const piece of cutAtLines(run, table)) {
      const cell = table.cells.find((one) => inside(one, piece.x + piece.width / 2, piece.y + piece.height / 2))
      if (cell) held.set(cell, [...(held.get(cell) ?? []), piece])
      else rest.push(piece)
    }
  }
  const filled = tables.map((table): FilledTable => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, page: page.number, lines: printedLines(held.get(cell) ?? [], page.number) })) }))
  return { tables: filled, rest }
}

/** A table as a grid of cells in rows. */
export function gridBlock(table: FilledTable): GridBlock {
  return { kind: 'grid', ruled: true, rows: gridRows(table) }
}

/** The rows of a table, each with the cells that begin in it. */
export function gridRows(table: FilledTable): readonly GridRow[] {
  const rows = Array.from({ length: table.rows }, (): FilledCell[] => [])
  for (const cell of table.cells) if (!isMargin(cell, table)) rows[cell.row]?.push(cell)
  return rows.map((cells): GridRow => ({
    cells: cells.sort((a, b) => a.column - b.column).map((cell) => ({
      text: cellTextOf(cell),
      ...(cell.colspan > 1 && { colspan: cell.colspan }),
      ...(cell.rowspan > 1 && { rowspan: cell.rowspan }),
    })),
  }))
}

/** A blank cell beside the whole table: lines of a frame around it, no column of its own. */
function isMargin(cell: FilledCell, { rows, columns }: RuledTable): boolean {
  return rows > 1 && cell.rowspan >= rows && cell.lines.length === 0 && (cell.column === 0 || cell.column + cell.colspan === columns)
}

/** A line of a cell that ends this near to its edge (in heights of the type) was broken for want of room. */
const FULL = 2.2

/** Whether a line of a cell reaches to its edge. */
export function isFull(cell: FilledCell, line: PrintedLine): boolean {
  return cell.x + cell.width - (line.x + line.width) <= FULL * line.size
}

/** Whether what cannot be broken at the start of a line (a figure, a formula, a character with the mark behind it) had room on the line before it. */
function hadRoom(cell: FilledCell, before: PrintedLine, line: PrintedLine): boolean {
  const whole = /^(?:[\d,.%×*/=+\-A-Za-z]+.|.[，。、；：）”》]+)/.exec(line.text)?.[0] ?? ''
  const needed = Math.min([...whole].reduce((sum, char) => sum + (char < '\u0100' ? 0.5 : 1), 0) * line.size, line.width)
  const padding = Math.min(line.x - cell.x, line.size)
  return cell.x + cell.width - padding - (before.x + before.width) >= needed
}

/** Lines of a cell: those broken for want of room, within words and figures, are joined. */
function cellTextOf(cell: FilledCell): MappedText {
  const { lines, page } = cell
  const [first] = lines
  if (first === undefined) return mappedLine({ ...cell, text: '', page })
  let text = mappedLine(first)
  lines.slice(1).forEach((line, i) => {
    const before = lines[i] ?? first
    const word = /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(line.text)
    const together = isFull(cell, before) || !hadRoom(cell, before, line) || isBrokenFigure(before.text, line.text) || isBrokenLabel(text.text, line.text)
    text = joinMapped([text, mappedLine(line)], together ? (word ? ' ' : '') : '\n')
  })
  return text
}
/** How far a run may reach over a line between cells. */
const OVERHANG = 0.6

/** Pieces of a run, cut where a line of the table that stands between its cells crosses it. */
function cutAtLines(run: Run, table: RuledTable): readonly Run[] {
  const y = run.y + run.height / 2
  const row = table.cells.filter((cell) => y >= cell.y && y <= cell.y + cell.height)
  const cuts = row.map((cell) => cell.x + cell.width).filter((x) => x > run.x + OVERHANG * run.size && x < run.x + run.width - OVERHANG * run.size).sort((a, b) => a - b)
  if (cuts.length === 0) return [run]
  const widths = [...run.text].map((char) => (/[\u0000-\u00ff]/.test(char) ? 0.5 : 1))
  const scale = run.width / widths.reduce((sum, width) => sum + width, 0)
  const pieces: Run[] = []
  let x = run.x
  let piece = { text: '', x }
  const chars = [...run.text]
  chars.forEach((char, i) => {
    const width = (widths[i] ?? 1) * scale
    const cut = cuts.find((at) => at > piece.x && at <= x + width / 2)
    if (cut !== undefined && piece.text !== '') {
      pieces.push({ ...run, text: piece.text, x: piece.x, width: x - piece.x })
      piece = { text: '', x }
    }
    piece.text += char
    x += width
  })
  return [...pieces, { ...run, text: piece.text, x: piece.x, width: x - piece.x }].filter(({ text }) => text.trim() !== '')
}
