import { bestStanding } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'

/**
 * Rows of flattened text, not surely read, whose figures fail together but hold once their cells are moved by one column:
 * nothing may be concluded from them (DESIGN §2). `candidates` are the sums across and down the table.
 */
export function shiftedRows(table: TableView, candidates: readonly Candidate[]): ReadonlySet<RowView> {
  if (!table.flattened) return new Set()
  const shifted = new Set<RowView>()
  for (const lane of table.lanes) {
    for (const row of lane.rows) {
      if (!unsure(row, lane)) continue
      const own = candidates.filter((candidate) => cellsOf(candidate).some((cell) => cell.row === row))
      if (own.some((candidate) => bestStanding(candidate) === 'fails') && moves(lane, row).some((move) => mends(own, move))) shifted.add(row)
    }
  }
  return shifted
}

/** Cells can have moved only where one is missing, or where the recogniser is not sure of the row. */
function unsure(row: RowView, lane: LaneView): boolean {
  if (row.reading !== undefined && row.reading !== 'sure') return true
  return lane.columns.some((column) => isFigureColumn(column) && lane.cell(row, column).printed === undefined)
}

function isFigureColumn(column: ColumnView): boolean {
  return column.type !== 'code' && column.type !== 'label' && column.type !== 'text' && column.type !== 'index'
}

function cellsOf(candidate: Candidate): readonly CellView[] {
  return [candidate.total, ...candidate.parts, ...candidate.alternatives.flat()]
}

/** Whether every sum that failed holds after a move, and none that held fails. What a move leaves without a figure is no proof. */
function mends(own: readonly Candidate[], move: (cell: CellView) => CellView): boolean {
  return own.every((candidate) => {
    const before = bestStanding(candidate)
    const after = bestStanding({ ...candidate, total: move(candidate.total), parts: candidate.parts.map(move), alternatives: candidate.alternatives.map((set) => set.map(move)) })
    return before === 'fails' ? after === 'holds' : after !== 'fails'
  })
}

/** From every column on, the cells of the row one column to the right or to the left. */
function moves(lane: LaneView, row: RowView): ((cell: CellView) => CellView)[] {
  const columns = lane.columns.filter(isFigureColumn)
  return columns.flatMap((_, from) => [1, -1].map((by) => (cell: CellView): CellView => {
    const at = columns.indexOf(cell.column)
    if (cell.row !== row || at < from) return cell
    const source = at === from && by === 1 ? undefined : columns[at - by]
    const found = source && lane.cell(row, source)
    return { ...cell, printed: found?.printed, state: found?.state ?? 'blank', quantity: found?.quantity }
  }))
}
