import type { TableView } from './view.ts'

/**
 * Tables that alone state their totals in their scope. Where a document prints several of one role with a total each (a department's and
 * those of its units), nothing tells whose figures are whose: they state no facts.
 */
export function soleTables(tables: readonly TableView[]): readonly TableView[] {
  const closing = new Map<string, number>()
  const keyOf = (table: TableView): string => `${table.table.role} ${JSON.stringify(Object.entries(table.scope).sort())}`
  for (const table of tables) if (closes(table)) closing.set(keyOf(table), (closing.get(keyOf(table)) ?? 0) + 1)
  return tables.filter((table) => (closing.get(keyOf(table)) ?? 0) < 2)
}

/** Whether a table prints figures and a total of its own: a table continued on the next page has one. */
function closes(table: TableView): boolean {
  return !table.empty && table.lanes.some((lane) => lane.rows.some((row) => row.kind === 'total'))
}
