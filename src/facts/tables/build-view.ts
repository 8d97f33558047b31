import { childPointer } from '../../source/json-pointer.ts'
import type { Lane, Table } from '../../disclosure/model.ts'
import { sharedWith } from '../../disclosure/share.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { parseCell } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { worse } from '../values.ts'
import { columnNames, columnViews } from './columns.ts'
import { bareKey, labelKey, plainKey } from './labels.ts'
import { rowNames, rowViews } from './rows.ts'
import type { RowContext } from './rows.ts'
import { isTransposed, transpose } from './transpose.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'
import type { Ground } from '../items/workspace.ts'

/** A table as the vocabulary understands it. Of its rows, columns and cells those that show what they showed in the version `before` are those of that version. */
export function tableView(table: Table, index: number, item: Item, { vocabulary, entity, defaults, flattened, tableWords }: Ground, before?: TableView): TableView {
  const pointer = childPointer('/tables', index)
  const role = vocabulary.tables.get(table.role)
  const words = tableWords()
  const entities = new Set([entity, table.entity ?? ''].filter((name) => name !== '').map((name) => labelKey(name)))
  const rows: RowContext = { role, words, vocabulary, entities, fiscalYear: defaults.year }
  const lanes = table.lanes.map((lane, at) => laneView(lane, at, table, { pointer, rows, before }))
  const note = table.note ?? ''
  return {
    table, index, pointer, role,
    item,
    words,
    scope: sharedWith(before?.scope, tableScope(table, role)),
    lanes,
    empty: !table.lanes.some((lane) => lane.rows.some((row) => Object.values(row.cells).some((cell) => /\d/u.test(String(cell))))),
    declaredEmpty: words.empty.some((word) => note.includes(word)),
    flattened,
  }
}

/** The scope a table's role and the words of its title state; the first word found decides. */
function tableScope(table: Table, role: TableRole | undefined): Readonly<Record<string, string>> {
  const said = Object.entries(role?.titleScope ?? {}).find(([word]) => table.title.includes(word))
  const unsaid = Object.entries(role?.scopeInTitle ?? {}).filter(([, words]) => table.title !== '' && !words.some((word) => table.title.includes(word))).map(([part]) => part)
  const own = Object.entries(role?.scope ?? {}).filter(([part]) => !unsaid.includes(part))
  return { ...Object.fromEntries(own), ...said?.[1] }
}

function laneView(lane: Lane, index: number, table: Table, context: { pointer: string; rows: RowContext; before: TableView | undefined }): LaneView {
  const pointer = childPointer(childPointer(context.pointer, 'lanes'), index)
  const { role, words } = context.rows
  const columns = columnViews(lane, pointer, { role, words, unit: table.unit })
  const ofRows = rowNames(role, words, lane.label)
  const rows = rowViews(lane, pointer, context.rows, ofRows)
  const names = { row: ofRows, column: columnNames(role), isRate: (key: string): boolean => /[%\uff05][)\uff09]?$/u.test(key) || (words.rate.has(plainKey(bareKey(key))) && !words.difference.has(plainKey(bareKey(key)))) }
  if (role?.transposable === true && isTransposed(rows, columns, names)) {
    const turned = transpose(rows, columns, names)
    return { lane, index, pointer, rows: turned.rows, columns: turned.columns, transposed: true, ...cellsIn(turned.columns, (row, column) => cellView(row, column, turned.origin(row, column), table)) }
  }
  const last = context.before?.lanes[index]
  const own = { columns: sharedWith(last?.columns, columns), rows: sharedWith(last?.rows, rows) }
  const known = last?.columns === own.columns && context.before?.table.reading === table.reading ? last.known : undefined
  return { lane, index, pointer, ...own, transposed: false, ...cellsIn(own.columns, (row, column) => cellView(row, column, { row, column }, table), known) }
}

/** The cells of a lane, those of a row made when the first of them is asked for. */
function cellsIn(columns: readonly ColumnView[], make: (row: RowView, column: ColumnView) => CellView, known: LaneView['known'] = new WeakMap()): Pick<LaneView, 'known' | 'cells' | 'cell'> {
  const cells = (row: RowView): readonly CellView[] => {
    const made = known.get(row) ?? columns.map((column) => make(row, column))
    known.set(row, made)
    return made
  }
  return { known, cells, cell: (row, column) => cells(row)[column.index] ?? make(row, column) }
}

function cellView(row: RowView, column: ColumnView, origin: { row: RowView; column: ColumnView } | undefined, table: Table): CellView {
  const key = origin?.column.column?.key
  const printed = origin && key !== undefined ? origin.row.row?.cells[key] : undefined
  const words = column.type === 'code' || column.type === 'label' || column.type === 'text'
  const unit = row.unit ?? column.unit
  const cell = printed === undefined ? { state: 'blank' as const } : words ? textState(printed) : parseCell(printed, unit === undefined ? {} : { unit })
  return {
    row,
    column,
    pointer: origin && key !== undefined && printed !== undefined ? childPointer(childPointer(origin.row.pointer, 'cells'), key) : (origin?.row.pointer ?? row.pointer),
    printed,
    state: cell.state,
    quantity: 'quantity' in cell ? cell.quantity : undefined,
    reading: isLost(origin) ? 'doubtful' : worse(origin?.row.reading, table.reading),
  }
}

/** A cell that a row not surely read does not have was not found: it is not blank. */
function isLost(origin: { row: RowView; column: ColumnView } | undefined): boolean {
  const { row, column } = origin ?? {}
  return row?.row?.doubt === 'cells-missing' && column?.column !== undefined && row.row.cells[column.column.key] === undefined && row.row.label !== ''
}

function textState(printed: string | number): { state: 'blank' | 'text' } {
  return { state: String(printed).trim() === '' ? 'blank' : 'text' }
}
