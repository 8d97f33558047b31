import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { GridBlock, GridRow } from '../block.ts'
import { isBrokenFigure, isBrokenLabel } from '../cell-text.ts'
import type { Box, PageContent, Run } from './geometry.ts'
import { mappedLine, printedLines } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'
import type { RuledTable, TableCell } from './table.ts'

/** A ruled table with its text, and where it stands. */
export interface PrintedGrid extends Box {
  readonly block: GridBlock
}

const inside = (box: Box, x: number, y: number): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** Fills the tables of a page with its text; what stands in none of them is left over. A run over the line between two cells is cut there. */
export function fillTables(page: PageContent, tables: readonly RuledTable[]): { readonly grids: readonly PrintedGrid[]; readonly rest: readonly Run[] } {
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
  return { grids: tables.map((table) => ({ x: table.x, y: table.y, width: table.width, height: table.height, block: gridBlock(table, held, page.number) })), rest }
}

function gridBlock(table: RuledTable, held: ReadonlyMap<TableCell, readonly Run[]>, page: number): GridBlock {
  const rows = Array.from({ length: table.rows }, (_, row): GridRow => ({
    cells: table.cells.filter((cell) => cell.row === row).map((cell) => ({
      text: cellTextOf(cell, printedLines(held.get(cell) ?? [], page), page),
      ...(cell.colspan > 1 && { colspan: cell.colspan }),
      ...(cell.rowspan > 1 && { rowspan: cell.rowspan }),
    })),
  }))
  return { kind: 'grid', ruled: true, rows }
}

/** A line of a cell that ends this near to its edge (in heights of the type) was broken for want of room. */
const FULL = 2.2

/** Lines of a cell: those broken for want of room, within words and figures, are joined. */
function cellTextOf(cell: TableCell, lines: readonly PrintedLine[], page: number): MappedText {
  const [first] = lines
  if (first === undefined) return mappedLine({ ...cell, text: '', page })
  let text = mappedLine(first)
  lines.slice(1).forEach((line, i) => {
    const before = lines[i] ?? first
    const full = cell.x + cell.width - (before.x + before.width) <= FULL * before.size
    const word = /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(line.text)
    const together = full || isBrokenFigure(before.text, line.text) || isBrokenLabel(text.text, line.text)
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
