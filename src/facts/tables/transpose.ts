import { childPointer } from '../../source/json-pointer.ts'
import type { ColumnNames } from './columns.ts'
import { bareKey, numbering, plainKey } from './labels.ts'
import type { RowNames } from './rows.ts'
import type { ColumnView, RowView } from './view.ts'

/** A lane turned: what was printed as columns are rows, and where each cell was printed. */
export interface Turned {
  readonly rows: readonly RowView[]
  readonly columns: readonly ColumnView[]
  /** The printed row and column of a turned cell. */
  origin(row: RowView, column: ColumnView): { readonly row: RowView; readonly column: ColumnView } | undefined
}

/** Whether the vocabulary's row names stand over the columns, or its column names before the rows. */
export function isTransposed(rows: readonly RowView[], columns: readonly ColumnView[], names: { row: RowNames; column: ColumnNames }): boolean {
  const named = (key: string): boolean => names.row.name(key) !== undefined || names.row.isTotal(key)
  const upright = rows.filter((row) => named(row.key)).length + columns.filter((column) => column.known !== undefined).length
  const turned = columns.filter((column) => column.path.some(named)).length + rows.filter((row) => names.column.find([row.key]) !== undefined).length
  return turned >= 2 && turned > upright
}

/** Turns a lane by 90 degrees. Of a heading path one step names the row, the rest goes with the printed row to the column. */
export function transpose(rows: readonly RowView[], columns: readonly ColumnView[], names: { row: RowNames; column: ColumnNames; isRate: (key: string) => boolean }): Turned {
  const turnedRows = new Map<string, RowView>()
  const turnedColumns = new Map<string, ColumnView>()
  const cells = new Map<string, { row: RowView; column: ColumnView }>()
  // What only names the printed rows is no row of figures.
  for (const column of columns.filter(({ type }) => type !== 'label' && type !== 'index' && type !== 'code')) {
    const at = nameStep(column, names.row)
    const rowKey = column.path[at] ?? ''
    if (!turnedRows.has(rowKey)) turnedRows.set(rowKey, turnedRow(column, at, turnedRows.size, names.row))
    for (const row of rows) {
      const rest = [...column.path.filter((step, i) => i !== at && !names.row.isName(step)), ...(row.key === '' ? [] : [row.key])]
      const columnKey = rest.join('/')
      if (!turnedColumns.has(columnKey)) turnedColumns.set(columnKey, turnedColumn(row, column, { rest, index: turnedColumns.size }, names))
      cells.set(`${rowKey}|${columnKey}`, { row, column })
    }
  }
  const keyOf = new Map([...turnedColumns].map(([key, column]) => [column, key]))
  return {
    rows: [...turnedRows.values()],
    columns: [...turnedColumns.values()],
    origin: (row, column) => cells.get(`${row.key}|${keyOf.get(column) ?? ''}`),
  }
}

function nameStep(column: ColumnView, names: RowNames): number {
  const last = column.path.findLastIndex((key) => names.name(key) !== undefined)
  const total = column.path.findLastIndex((key) => names.isName(key))
  return last >= 0 ? last : total >= 0 ? total : column.path.length - 1
}

function turnedRow(column: ColumnView, at: number, index: number, names: RowNames): RowView {
  const key = column.path[at] ?? ''
  const printed = column.column?.path[at] ?? column.key
  const path = childPointer(column.pointer, 'path')
  return {
    index,
    pointer: column.pointer,
    label: printed,
    labelPointer: column.column && column.column.path.length > 0 ? childPointer(path, at) : childPointer(column.pointer, 'key'),
    key,
    plain: plainKey(key),
    bare: plainKey(bareKey(key)),
    name: names.name(key),
    code: undefined,
    depth: numbering(printed)?.depth,
    kind: names.isTotal(key) ? 'total' : 'item',
    unit: undefined,
    reading: undefined,
    row: undefined,
  }
}

function turnedColumn(row: RowView, column: ColumnView, place: { rest: readonly string[]; index: number }, names: { column: ColumnNames; isRate: (key: string) => boolean }): ColumnView {
  const known = place.rest.map((key) => names.column.find([key])).findLast((key) => key !== undefined)
  return {
    index: place.index,
    key: known ?? place.rest.join('/'),
    known,
    // A printed line of rates adds up to nothing.
    type: names.isRate(row.key) ? 'percent' : column.type,
    path: place.rest,
    heading: row.label !== '' ? row.label : (place.rest.at(-1) ?? ''),
    pointer: row.pointer,
    unit: row.unit ?? column.unit,
    scope: column.scope,
    column: undefined,
  }
}
