import type { Table } from '../../disclosure/model.ts'
import type { Ground } from '../items/workspace.ts'
import { tableItem } from '../items/tables.ts'
import type { Item } from '../item.ts'
import { once } from '../once.ts'
import { tableView } from './build-view.ts'
import type { StandingOf } from './compositions.ts'
import type { TableView } from './view.ts'

/** A table and what is made of it: it knows nothing of other parts of the document. */
export interface TablePart {
  readonly ground: Ground
  readonly item: Item
  readonly view: () => TableView
}

/** The table and its item: what a version of it says, of which the item may be that of the version before. Its view is made of the view of that version where what it shows is the same. */
export function readTable(before: TablePart | undefined, table: Table, index: number, ground: Ground): TablePart {
  const last = before?.view()
  const part: TablePart = {
    ground,
    item: tableItem(table, index, ground.document, () => part.view()),
    view: once(() => tableView(table, index, part.item, ground, last)),
  }
  return part
}

/** The same under the item that stands for it. */
export function tablePart({ ground, view }: TablePart, item: Item): TablePart {
  return { ground, item, view: once(() => ({ ...view(), item })) }
}

/** Where items of a table stand. */
export function tableStanding({ document }: Ground): StandingOf {
  return (table, label) => ({ document, pointer: table.pointer, label, table: table.item })
}
