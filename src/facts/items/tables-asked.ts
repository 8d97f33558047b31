import { itemsOfParts, mayBeAsked, type Asked, type ItemsAsked } from '../asked.ts'
import type { Item } from '../item.ts'
import { saysTheSame } from '../make-item.ts'
import { onceForEach } from '../once.ts'
import type { TablePart } from '../tables/part.ts'
import type { Workspace } from './workspace.ts'

/** The tables that items may be of which say what is asked: those of the roles a rule names. */
export function tablesAsked({ disclosure, tables }: Workspace, asked: Asked): readonly TablePart[] {
  return asked['table'] ? tables().filter((_, at) => mayBeAsked(asked, 'table', [disclosure.tables[at]?.role ?? ''])) : tables()
}

/** Items that tables alone have. */
export function itemsOfTables(slot: string, workspace: Workspace, make: (table: TablePart) => readonly Item[]): ItemsAsked {
  const ofTable = onceForEach(make)
  return itemsOfParts([{ all: () => workspace.memory.all(slot, workspace.tables(), ofTable, saysTheSame), some: (asked) => tablesAsked(workspace, asked).flatMap(ofTable) }], (items) => items)
}
