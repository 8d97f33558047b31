import type { GapReason } from '../../core/verdict.ts'
import { labelKey, plainKey } from '../tables/labels.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from '../tables/view.ts'
import { isAlike } from '../alike.ts'
import { saysTheSame } from '../make-item.ts'
import type { TablePart } from '../tables/part.ts'
import type { Value } from '../value.ts'
import { absentValue, itemValue } from '../values.ts'
import { cellItem } from './tables.ts'
import type { Workspace } from './workspace.ts'

/**
 * The cell of the one table of that role, as an item: the row by its name in the vocabulary, its label, its code or, for
 * a name of totals, its being the only total; the column by its key, a synonym or its heading. Absent with the reason
 * where there is no such table, row or column, or more than one.
 */
export function findCell(role: string, row: string, column: string, { tables: parts, memory }: Workspace): Value {
  const name = [role, row, column].join('\n')
  const found = memory.keep(`cell ${name}`, (...some: readonly TablePart[]) => cellIn(some, row, column), ...parts().filter(({ view }) => view().table.role === role))
  return memory.alike(`found cell ${name}`, found, isSameCell)
}

function isSameCell(before: Value, now: Value): boolean {
  return before.type === 'item' && now.type === 'item' ? saysTheSame(before.item, now.item) : isAlike(before, now, () => false)
}

function cellIn(parts: readonly TablePart[], row: string, column: string): Value {
  const tables = parts.map(({ view }) => view())
  const [[table], document] = [tables, parts[0]?.ground.document]
  if (!table || !document) return absentValue('missing-table', '/tables')
  if (tables.length > 1) return absentValue('ambiguous', table.pointer)
  const lanes = table.lanes.map((lane) => ({ lane, rows: rowsNamed(lane, row, table), columns: columnsNamed(lane, column) }))
  const hits: CellView[] = lanes.flatMap(({ lane, rows, columns }) => rows.flatMap((found) => columns.map((one) => lane.cell(found, one))))
  const [hit] = hits
  if (hit && hits.length === 1) return itemValue(cellItem(table, hit, document))
  if (hit) return repeated(hits) ? itemValue(cellItem(table, hit, document)) : absentValue('ambiguous', hit.pointer)
  const reason: GapReason = lanes.some(({ rows }) => rows.length > 0) ? 'missing-column' : 'missing-row'
  return absentValue(reason, table.pointer)
}

/** A total row printed twice with one figure is no ambiguity. */
function repeated(hits: readonly CellView[]): boolean {
  const [first] = hits
  return first !== undefined && hits.every((hit) => hit.row.key === first.row.key && hit.column === first.column && String(hit.printed ?? '') === String(first.printed ?? ''))
}

function rowsNamed(lane: LaneView, name: string, table: TableView): readonly RowView[] {
  const key = plainKey(labelKey(name, table.words.part))
  const candidates: ((row: RowView) => boolean)[] = [
    (row) => row.name === name,
    (row) => row.code === name,
    (row) => row.plain === key,
    (row) => row.bare === key,
  ]
  for (const fits of candidates) {
    const rows = lane.rows.filter((row) => row.kind !== 'index' && fits(row))
    if (rows.length > 0) return underFirstPart(aboveTotal(rows, lane), lane, table)
  }
  const named = table.role?.rows
  const general = (named?.total?.includes(name) ?? false) && !Object.hasOwn(named?.names ?? {}, name) && !Object.hasOwn(named?.sums ?? {}, name)
  const totals = general ? lane.rows.filter((row) => row.kind === 'total') : []
  return totals.every((row) => row.key === totals[0]?.key) ? totals : []
}

/** Of rows that share a name those above the first closing total: below it they break down what is carried over. */
function aboveTotal(rows: readonly RowView[], lane: LaneView): readonly RowView[] {
  const total = lane.rows.find((row) => row.kind === 'total' && row.index > 0 && !rows.includes(row))
  const above = total ? rows.filter((row) => row.index < total.index) : rows
  return above.length > 0 ? above : rows
}

/** Of rows that share a name under several numbered heads those under the first part of a sum: the year's own money, not what is carried over. */
function underFirstPart(rows: readonly RowView[], lane: LaneView, table: TableView): readonly RowView[] {
  if (rows.length < 2) return rows
  const firstParts = Object.values(table.role?.rows?.sums ?? {}).map(([first]) => first)
  const under = rows.filter((row) => {
    const head = lane.rows.slice(0, lane.rows.indexOf(row)).findLast(({ depth }) => depth !== undefined && row.depth !== undefined && depth < row.depth)
    return head?.name !== undefined && firstParts.includes(head.name)
  })
  return under.length === 1 ? under : rows
}

function columnsNamed(lane: LaneView, name: string): readonly ColumnView[] {
  const exact = lane.columns.filter((column) => column.key === name)
  if (exact.length > 0) return exact
  const known = lane.columns.filter((column) => column.known === name)
  if (known.length > 0) return known
  const key = plainKey(labelKey(name))
  return lane.columns.filter((column) => plainKey(column.path.at(-1) ?? '') === key)
}
