import type { Table } from '../disclosure/model.ts'
import { mappedAt } from '../source/mapped-text.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { lexiconOf } from './lexicon.ts'
import { matrixOfTexts } from './matrix.ts'
import { readTable } from './table.ts'

/** What is said of a table besides its cells. Without `role` the title decides it. */
export interface GridTitle {
  readonly role?: string
  readonly title?: string
  readonly unit?: string
}

/** Makes a table of printed cells: header row(s) first, then values. Meant for the examples of rule files. */
export function tableFromGrid(rows: readonly (readonly string[])[], named: GridTitle, vocabulary: Vocabulary): Table {
  const lexicon = lexiconOf(vocabulary)
  const text = (value: string | undefined) => (value === undefined ? undefined : { ...mappedAt(value, 0), segments: [] })
  const title = text(named.title)
  const unit = text(named.unit)
  const role = named.role ?? (named.title === undefined ? undefined : lexicon.tableTitle(named.title)?.id)
  const caption = { ...(title === undefined ? {} : { title }), ...(unit === undefined ? {} : { unit }) }
  const table = readTable(matrixOfTexts(rows), { role: role === undefined ? 'unknown' : role, caption, notes: [] }, lexicon)
  return plainTable({ ...table, role: named.role ?? table.role })
}

/** Mapped texts without places are only their characters. */
function plainTable(value: unknown): Table {
  return JSON.parse(JSON.stringify(value, (_, item: unknown) => (isText(item) ? item.text : item))) as Table
}

function isText(item: unknown): item is { readonly text: string } {
  return typeof item === 'object' && item !== null && 'segments' in item
}
