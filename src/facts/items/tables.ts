import { childPointer } from '../../source/json-pointer.ts'
import type { Table } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import { cellValue } from '../tables/cell-value.ts'
import { plainKey } from '../tables/labels.ts'
import { rowTree } from '../tables/row-tree.ts'
import { strands } from '../tables/strand.ts'
import { isBelowSum } from '../tables/total-rows.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from '../tables/view.ts'
import type { Value } from '../value.ts'
import { booleanValue, numberValue, optionalText, recordValue, textValue } from '../values.ts'
import { lazyItem } from './lazy-item.ts'
import { commonAttributes } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** One item for each table; what the vocabulary knows of it is looked up when asked for. */
export function tableItem(table: Table, index: number, workspace: Workspace): Item {
  const pointer = childPointer('/tables', index)
  const view = (): TableView | undefined => workspace.tableViews()[index]
  const item: Item = makeItem({
    kind: 'table',
    ref: { pointer },
    text: table.title,
    reading: table.reading,
    attributes: {
      ...commonAttributes(workspace.document, pointer, { label: table.title }),
      role: () => textValue(table.role, { pointer }),
      title: () => optionalText(table.title, { pointer: childPointer(pointer, 'title') }, pointer, table.reading),
      unit: () => optionalText(table.unit, { pointer: childPointer(pointer, 'unit') }, pointer),
      empty: () => booleanValue(view()?.empty ?? false),
      figures: () => booleanValue(table.lanes.some(({ rows }) => rows.some(({ cells }) => Object.values(cells).some((cell) => /[1-9]/u.test(String(cell)))))),
      declaredEmpty: () => booleanValue(view()?.declaredEmpty ?? false),
      scope: () => ({ type: 'scope', known: view()?.scope ?? {}, unsaid: [], ref: { pointer } }),
    },
  })
  return item
}

/** One item for each printed row (of a transposed table: for each printed column). */
export function rowItems(table: TableView, workspace: Workspace): Item[] {
  return strands(table).flatMap((strand) => {
    const tree = rowTree(strand, workspace.vocabulary)
    return strand.entries.map((entry) => {
      const kind = entry.row.kind !== 'item' ? entry.row.kind : isBelowSum(entry, strand.entries) ? 'other' : tree.children(entry).length > 0 ? 'group' : 'item'
      return rowItem(table, entry.lane, entry.row, { workspace, kind })
    })
  })
}

function rowItem(table: TableView, lane: LaneView, row: RowView, context: { workspace: Workspace; kind: string }): Item {
  const columns = lane.columns
  return lazyItem({
    kind: 'row',
    ref: { pointer: row.pointer },
    text: row.label,
    reading: row.reading,
    attributes: () => ({
      ...commonAttributes(context.workspace.document, row.pointer, { label: row.label, table: table.item }),
      label: () => optionalText(row.label, { pointer: row.labelPointer }, row.pointer, row.reading),
      code: () => optionalText(row.row?.code, { pointer: childPointer(row.pointer, 'code') }, row.pointer, row.reading),
      kind: () => textValue(context.kind, { pointer: row.pointer }),
      index: () => numberValue(row.index + 1, { pointer: row.pointer }),
      cells: () => recordValue(cellsOf(lane, row, columns), { pointer: row.pointer }),
      key: () => textValue(row.code ?? row.key, { pointer: row.labelPointer }),
      name: () => textValue(row.name ?? plainKey(row.key), { pointer: row.labelPointer }, row.reading),
      printed: () => textValue(columns.map((column) => String(lane.cell(row, column).printed ?? '').trim()).filter((cell) => cell !== '').join(' '), { pointer: row.pointer }, row.reading),
    }),
  })
}

/** Cells by the column's name in the vocabulary and, where it has none or another, by its printed key. */
function cellsOf(lane: LaneView, row: RowView, columns: readonly ColumnView[]): Record<string, Value> {
  const cells: Record<string, Value> = {}
  for (const column of columns) {
    const value = cellValue(lane.cell(row, column))
    if (column.known !== undefined && !Object.hasOwn(cells, column.known)) cells[column.known] = value
    if (!Object.hasOwn(cells, column.key)) cells[column.key] = value
  }
  return cells
}

/** One item for each cell, row by row. */
export function cellItems(table: TableView, workspace: Workspace): Item[] {
  return table.lanes.flatMap((lane) => lane.rows.flatMap((row) => lane.columns.map((column) => cellItem(table, lane.cell(row, column), workspace))))
}

/** The item of one cell. */
export function cellItem(table: TableView, cell: CellView, workspace: Workspace): Item {
  const { row, column } = cell
  const ref = { pointer: cell.pointer, ...(cell.printed === undefined && { nearest: true as const }) }
  return lazyItem({
    kind: 'cell',
    ref,
    text: String(cell.printed ?? ''),
    reading: cell.reading,
    attributes: () => ({
      ...commonAttributes(workspace.document, cell.pointer, { label: `${row.label} ${column.heading}`.trim(), table: table.item }),
      row: () => textValue(row.label, { pointer: row.labelPointer }, row.reading),
      column: () => textValue(column.known ?? column.heading, { pointer: column.pointer }),
      type: () => textValue(column.type, { pointer: column.pointer }),
      state: () => textValue(cell.state, ref),
      text: () => textValue(String(cell.printed ?? ''), ref, cell.reading),
      value: () => cellValue(cell),
      scope: () => ({ type: 'scope', known: { ...table.scope, ...column.scope }, unsaid: [], ref }),
    }),
  })
}
