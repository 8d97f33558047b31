import type { Reading } from '../../core/verdict.ts'
import type { Column, Lane, Printed, Row, Table } from '../../disclosure/model.ts'
import type { TableColumn, TableRole } from '../../vocabulary/types.ts'
import type { CellState } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import type { Quantity } from '../quantity.ts'
import type { TableWords } from './words.ts'

/** A table with what the vocabulary knows of it. */
export interface TableView {
  readonly table: Table
  readonly index: number
  readonly pointer: string
  readonly item: Item
  readonly role: TableRole | undefined
  readonly words: TableWords
  /** The scope its role and title state. */
  readonly scope: Readonly<Record<string, string>>
  readonly lanes: readonly LaneView[]
  /** No figure is printed in it. */
  readonly empty: boolean
  readonly declaredEmpty: boolean
  /** Rows come from flattened text, so that a missing cell moves the others. */
  readonly flattened: boolean
}

/** A lane in its canonical orientation: of a transposed table the rows are the printed columns. */
export interface LaneView {
  readonly lane: Lane
  readonly index: number
  readonly pointer: string
  readonly columns: readonly ColumnView[]
  readonly rows: readonly RowView[]
  readonly transposed: boolean
  /** The cells that were made, by row. */
  readonly known: WeakMap<RowView, readonly CellView[]>
  /** The cells of a row, in the order of the columns. */
  cells(row: RowView): readonly CellView[]
  cell(row: RowView, column: ColumnView): CellView
}

export type ColumnType = NonNullable<TableColumn['is']>

export interface ColumnView {
  readonly index: number
  readonly key: string
  /** The column's key in the role's vocabulary. */
  readonly known: string | undefined
  readonly type: ColumnType
  /** Headings from the top down, as keys. */
  readonly path: readonly string[]
  readonly heading: string
  readonly pointer: string
  readonly unit: string | undefined
  readonly scope: Readonly<Record<string, string>>
  readonly column: Column | undefined
}

/** What a row's label says it is; whether an item has rows under it is known to the tree. */
export type RowKind = 'total' | 'subtotal' | 'unit' | 'part' | 'item' | 'index' | 'empty'

export interface RowView {
  readonly index: number
  readonly pointer: string
  readonly label: string
  readonly labelPointer: string
  /** The label as a key (labels.ts). */
  readonly key: string
  /** The key without signs, and without its remark and number: how labels are compared. */
  readonly plain: string
  readonly bare: string
  /** Its name in the role's `rows.names` or `rows.sums`. */
  readonly name: string | undefined
  readonly code: string | undefined
  readonly depth: number | undefined
  readonly kind: RowKind
  readonly unit: string | undefined
  readonly reading: Reading | undefined
  readonly row: Row | undefined
}

export interface CellView {
  readonly row: RowView
  readonly column: ColumnView
  readonly pointer: string
  /** Undefined where no cell was printed. */
  readonly printed: Printed | undefined
  readonly state: CellState
  readonly quantity: Quantity | undefined
  readonly reading: Reading | undefined
}

/** Whether a column holds figures that can be added up. */
export function isAddable(column: ColumnView): boolean {
  return column.type === 'amount' || column.type === 'count'
}
