import type { CellView, ColumnView, LaneView, RowView } from './view.ts'
import { isAddable } from './view.ts'

/** A year, and nothing but marks and a remark in brackets beside it, is all that such a label says. */
const YEAR_LABEL = /^[\s(\uff08]*((?:19|20)\d{2})[^\d\s()\uff08\uff09]{0,2}(?:[(\uff08][^()\uff08\uff09]*[)\uff09])?\s*$/u
const FEWEST = 2

/** Whether the printed rows of a lane are years: which of them is the document's own is not said by its columns. */
export function isByYear({ lane }: LaneView): boolean {
  const years = lane.rows.filter((row) => YEAR_LABEL.test(row.label ?? ''))
  return years.length >= FEWEST && years.length * 2 > lane.rows.length
}

/** Rows by year, of a lane with the years down its side; undefined for any other. */
export function yearRows(lane: LaneView): ReadonlyMap<number, RowView> | undefined {
  const rows = lane.rows.filter((row) => row.kind !== 'index' && row.kind !== 'empty')
  const years = new Map<number, RowView>()
  for (const row of rows) {
    const year = YEAR_LABEL.exec(row.label)?.[1]
    if (year !== undefined) years.set(Number(year), row)
  }
  return years.size >= FEWEST && years.size * 2 > rows.length ? years : undefined
}

/** The two cells a rate beside figures of years compares: the figure before it in its row, and that of the year before in the same column. */
export function comparedRows(lane: LaneView, years: ReadonlyMap<number, RowView>, at: number): readonly { readonly row: RowView; readonly to: CellView; readonly from: CellView }[] {
  const column: ColumnView | undefined = lane.columns.slice(0, at).findLast(isAddable)
  if (!column) return []
  return [...years].flatMap(([year, row]) => {
    const earlier = years.get(year - 1)
    return earlier ? [{ row, to: lane.cell(row, column), from: lane.cell(earlier, column) }] : []
  })
}
