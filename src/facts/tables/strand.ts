import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'
import { isAddable } from './view.ts'

/** A row in the lane it stands in. */
export interface Entry {
  readonly lane: LaneView
  readonly row: RowView
  readonly at: number
}

/** A column of figures, in each lane of the strand. */
export interface StrandColumn {
  readonly name: string
  readonly heading: string
  readonly in: ReadonlyMap<LaneView, ColumnView>
}

/**
 * Rows that are added up together, in reading order: one lane; or all lanes when one coded list is continued from lane
 * to lane (301 … on the left, 302 … on the right).
 */
export interface Strand {
  readonly table: TableView
  readonly entries: readonly Entry[]
  readonly columns: readonly StrandColumn[]
}

/** The strands of a table. */
export function strands(table: TableView): readonly Strand[] {
  const known = strandsOf.get(table) ?? madeStrands(table)
  strandsOf.set(table, known)
  return known
}

const strandsOf = new WeakMap<TableView, readonly Strand[]>()

function madeStrands(table: TableView): Strand[] {
  const lanes = table.lanes.filter((lane) => lane.rows.length > 0)
  const coded = (lane: LaneView): boolean => lane.rows.filter((row) => row.code !== undefined).length >= 2
  const widths = new Set(lanes.map((lane) => lane.columns.filter(isAddable).length))
  if (lanes.length > 1 && lanes.every(coded) && widths.size === 1) return [strand(table, lanes)]
  return lanes.map((lane) => strand(table, [lane]))
}

function strand(table: TableView, lanes: readonly LaneView[]): Strand {
  const entries: Entry[] = []
  for (const lane of lanes) {
    for (const row of lane.rows) if (row.kind !== 'index' && row.kind !== 'empty') entries.push({ lane, row, at: entries.length })
  }
  const columns = (lanes[0]?.columns ?? []).filter(isAddable).map((first, i) => {
    const inLane = new Map<LaneView, ColumnView>()
    for (const lane of lanes) {
      const column = lane.columns.filter(isAddable)[i]
      if (column) inLane.set(lane, column)
    }
    return { name: first.key, heading: first.heading, in: inLane }
  })
  return { table, entries, columns }
}

/** The cell of a row in a column of figures. */
export function cellOf(entry: Entry, column: StrandColumn): CellView | undefined {
  const own = column.in.get(entry.lane)
  return own && entry.lane.cell(entry.row, own)
}
