import { standing } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'

/**
 * Rows of flattened text, not surely read, whose figures fail together but hold once their cells are moved by one column:
 * nothing may be concluded from them (DESIGN §2).
 */
export function shiftedRows(table: TableView, rows: readonly Candidate[]): ReadonlySet<RowView> {
  if (!table.flattened) return new Set()
  const shifted = new Set<RowView>()
  for (const lane of table.lanes) {
    for (const row of lane.rows) {
      if (!unsure(row, lane)) continue
      const own = rows.filter((candidate) => candidate.total.row === row)
      if (own.some((candidate) => fails(candidate, (cell) => cell)) && moves(lane, row).some((move) => own.every((candidate) => !fails(candidate, move)))) shifted.add(row)
    }
  }
  return shifted
}

/** A row that has every cell of its lane, and that the recogniser is sure of, cannot have moved. */
function unsure(row: RowView, lane: LaneView): boolean {
  if (row.reading !== undefined && row.reading !== 'sure') return true
  return row.row !== undefined && Object.keys(row.row.cells).length < lane.columns.length
}

function fails(candidate: Candidate, move: (cell: CellView) => CellView): boolean {
  return standing(move(candidate.total), candidate.parts.map(move)) === 'fails'
}

/** From every column on, the cells one column to the right or to the left. */
function moves(lane: LaneView, row: RowView): ((cell: CellView) => CellView)[] {
  const at = (index: number): CellView | undefined => {
    const column: ColumnView | undefined = lane.columns[index]
    return column && lane.cell(row, column)
  }
  return lane.columns.flatMap((_, from) => [1, -1].map((by) => (cell: CellView): CellView => {
    if (cell.column.index < from) return cell
    const source = cell.column.index === from && by === 1 ? undefined : at(cell.column.index - by)
    return { ...cell, printed: source?.printed, state: source?.state ?? 'blank', quantity: source?.quantity }
  }))
}
