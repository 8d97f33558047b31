import type { Ref } from '../../core/ref.ts'
import { childPointer } from '../../source/json-pointer.ts'
import type { Table } from '../../disclosure/model.ts'
import type { Item } from '../item.ts'
import { itemsOf, makeItem } from '../make-item.ts'
import { cellValue } from '../tables/cell-value.ts'
import { rowTree } from '../tables/row-tree.ts'
import { strands } from '../tables/strand.ts'
import { isBelowSum } from '../tables/total-rows.ts'
import type { CellView, RowView, TableView } from '../tables/view.ts'
import type { Value } from '../value.ts'
import { booleanValue, numberValue, optionalText, recordValue, textValue } from '../values.ts'
import type { TablePart } from '../tables/part.ts'

/** One item for each table; what the vocabulary knows of it is looked up when asked for. */
export function tableItem(table: Table, index: number, document: Item, view: () => TableView): Item {
  const pointer = childPointer('/tables', index)
  const item: Item = makeItem({
    kind: 'table',
    ref: { pointer },
    text: table.title,
    reading: table.reading,
    standing: { document, pointer, label: table.title },
    attributes: {
      role: () => textValue(table.role, { pointer }),
      title: () => optionalText(table.title, { pointer: childPointer(pointer, 'title') }, pointer, table.reading),
      unit: () => optionalText(table.unit, { pointer: childPointer(pointer, 'unit') }, pointer),
      empty: () => booleanValue(view().empty),
      filled: () => booleanValue(isFilled(view())),
      declaredEmpty: () => booleanValue(view().declaredEmpty),
      scope: () => ({ type: 'scope', known: view().scope, unsaid: [], ref: { pointer } }),
    },
  })
  return item
}

const WORDS = new Set(['label', 'code', 'text', 'index'])

/** Whether a table prints a figure other than zero. */
const isFilled = (view: TableView): boolean => view.lanes.some((lane) => lane.rows.some((row) => row.kind !== 'index' && lane.columns.some((column) => !WORDS.has(column.type) && /[1-9]/u.test(String(lane.cell(row, column).printed ?? '')))))

/** One item for each printed row (of a transposed table: for each printed column). */
export function rowItems({ view, ground: { vocabulary, document } }: TablePart): Item[] {
  const table = view()
  return strands(table).flatMap((strand) => {
    const tree = rowTree(strand, vocabulary)
    return strand.entries.map((entry) => {
      const kind = entry.row.kind !== 'item' ? entry.row.kind : isBelowSum(entry, strand.entries) ? 'other' : tree.children(entry).length > 0 ? 'group' : 'item'
      const { lane, row } = entry
      return makeRow({ lane: lane.index, cells: lane.cells(row), row, kind }, { ref: { pointer: row.pointer }, text: row.label, reading: row.reading, standing: { document, pointer: row.pointer, label: row.label, table: table.item } })
    })
  })
}

/** A row in its lane, and what it is among the lane's rows. */
interface PlacedRow {
  readonly lane: number
  /** Its cells, in the order of the columns. */
  readonly cells: readonly CellView[]
  readonly row: RowView
  readonly kind: string
}

/** How many digits each level of a classification adds. */
const CODE_STEP = 2

const makeRow = itemsOf<PlacedRow>('row', {
  label: ({ row }) => optionalText(row.label, { pointer: row.labelPointer }, row.pointer, row.reading),
  code: ({ row }) => optionalText(row.row?.code, { pointer: childPointer(row.pointer, 'code') }, row.pointer, row.reading),
  /** The two digits that the code adds to the one above it. */
  codeHead: ({ row }) => optionalText(row.row?.code?.slice(0, -CODE_STEP), { pointer: childPointer(row.pointer, 'code') }, row.pointer, row.reading),
  codeEnd: ({ row }) => optionalText(row.row?.code?.slice(-CODE_STEP), { pointer: childPointer(row.pointer, 'code') }, row.pointer, row.reading),
  shortCode: ({ row }) => optionalText(row.row?.shortCode, { pointer: childPointer(row.pointer, 'shortCode') }, row.pointer, row.reading),
  kind: ({ row, kind }) => textValue(kind, { pointer: row.pointer }),
  lane: ({ lane, row }) => numberValue(lane + 1, { pointer: row.pointer }),
  index: ({ row }) => numberValue(row.index + 1, { pointer: row.pointer }),
  cells: ({ cells, row }) => recordValue(cellsByName(cells), { pointer: row.pointer }),
  key: ({ row }) => textValue(row.code ?? row.key, { pointer: row.labelPointer }),
  name: ({ row }) => textValue(row.name ?? row.plain, { pointer: row.labelPointer }, row.reading),
  printed: ({ cells, row }) => textValue(cells.map(({ printed }) => String(printed ?? '').trim()).filter((cell) => cell !== '').join(' '), { pointer: row.pointer }, row.reading),
})

/** Cells by the column's name in the vocabulary and, where it has none or another, by its printed key. */
function cellsByName(cells: readonly CellView[]): Record<string, Value> {
  const named: Record<string, Value> = {}
  for (const cell of cells) {
    const { column: { known, key } } = cell
    const value = cellValue(cell)
    if (known !== undefined && !Object.hasOwn(named, known)) named[known] = value
    if (!Object.hasOwn(named, key)) named[key] = value
  }
  return named
}

/** One item for each cell, row by row. */
export function cellItems({ view, ground: { document } }: TablePart): Item[] {
  const table = view()
  return table.lanes.flatMap((lane) => lane.rows.flatMap((row) => lane.cells(row).map((cell) => cellItem(table, cell, document))))
}

/** The item of one cell. */
export function cellItem(table: TableView, cell: CellView, document: Item): Item {
  const { row, column } = cell
  const ref = { pointer: cell.pointer, ...(cell.printed === undefined && { nearest: true as const }) }
  const standing = { document, pointer: cell.pointer, label: `${row.label} ${column.heading}`.trim(), table: table.item }
  return makeCell({ scope: table.scope, cell, ref }, { ref, text: String(cell.printed ?? ''), reading: cell.reading, standing })
}

const makeCell = itemsOf<{ readonly scope: TableView['scope']; readonly cell: CellView; readonly ref: Ref }>('cell', {
  row: ({ cell: { row } }) => textValue(row.label, { pointer: row.labelPointer }, row.reading),
  rowName: ({ cell: { row } }) => textValue(row.name ?? row.plain, { pointer: row.labelPointer }, row.reading),
  column: ({ cell: { column } }) => textValue(column.known ?? column.heading, { pointer: column.pointer }),
  type: ({ cell: { column } }) => textValue(column.type, { pointer: column.pointer }),
  state: ({ cell, ref }) => textValue(cell.state, ref),
  text: ({ cell, ref }) => textValue(String(cell.printed ?? ''), ref, cell.reading),
  value: ({ cell }) => cellValue(cell),
  scope: ({ scope, cell, ref }) => ({ type: 'scope', known: { ...scope, ...cell.column.scope }, unsaid: [], ref }),
})
