import type { Concept, TableFact, Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { itemsOf } from '../make-item.ts'
import { scopeOf, yearOf } from '../scope.ts'
import type { ScopeDefaults } from '../scope.ts'
import type { ScopeValue } from '../value.ts'
import { absentValue, textValue } from '../values.ts'
import { cellValue } from './cell-value.ts'
import type { StandingOf } from './compositions.ts'
import { labelKey, plainKey } from './labels.ts'
import { tableStanding, type TablePart } from './part.ts'
import { rowTree } from './row-tree.ts'
import type { RowTree } from './row-tree.ts'
import { strands } from './strand.ts'
import type { Entry } from './strand.ts'
import { isBelowSum, isSum } from './total-rows.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'
import { isByYear } from './year-rows.ts'

/** What facts need to know of the document. */
interface FactContext extends ScopeDefaults {
  readonly vocabulary: Vocabulary
  readonly standing: StandingOf
}

/** The facts that the role of a table states (`facts` in the vocabulary), one for each printed figure; of some concepts where `about` names them. */
export function tableFacts({ view, ground }: TablePart, about?: readonly Concept[]): Item[] {
  const table = view()
  const context: FactContext = { vocabulary: ground.vocabulary, standing: tableStanding(ground), ...ground.defaults }
  const facts = (table.role?.facts ?? []).filter(({ concept }) => !about || about.some(({ id }) => id === concept))
  if (facts.length === 0 || table.empty || table.lanes.some(isByYear)) return []
  const trees = strands(table).map((strand) => ({ strand, tree: rowTree(strand, context.vocabulary) }))
  return trees.flatMap(({ strand, tree }) => {
    const subject = subjects(strand.entries, tree)
    return facts.flatMap((fact) => chosenRows(fact, table, strand.entries, tree).flatMap((entry) => {
      const scope = inLane(fact, entry.lane) ? rowScope(fact.scope, entry, subject) : undefined
      if (!scope) return []
      return columnsOf(fact.column, entry.lane).flatMap((column) => factItem(fact.concept, { entry, column, scope }, table, context) ?? [])
    }))
  })
}

/** Whether the tables have cells for a concept, and nothing but blanks and zeros in them. */
export function statedNowhere(concept: string, tables: readonly TableView[]): boolean {
  const cells = tables.flatMap((table) => (table.role?.facts ?? []).filter((fact) => fact.concept === concept && fact.row !== undefined).flatMap((fact) =>
    strands(table).flatMap(({ entries }) => namedRow(fact.row ?? '', table, entries).filter((entry) => inLane(fact, entry.lane)).flatMap((entry) => columnsOf(fact.column, entry.lane).map((column) => entry.lane.cell(entry.row, column))))))
  return cells.length > 0 && cells.every(({ quantity, state }) => (quantity ? quantity.digits === 0n : state !== 'text'))
}

function inLane(fact: TableFact, lane: LaneView): boolean {
  if (fact.lane === undefined || lane.lane.label === undefined) return true
  return plainKey(labelKey(lane.lane.label)).includes(plainKey(labelKey(fact.lane)))
}

/**
 * Columns of that key; a column printed for several years or stages is found in each. Of columns that nothing tells apart
 * only the one whose key it is, or none.
 */
function columnsOf(key: string, lane: LaneView): readonly ColumnView[] {
  const found = lane.columns.filter((column) => column.known === key || column.key === key)
  const told = new Map<string, ColumnView[]>()
  for (const column of found) {
    const scope = JSON.stringify(Object.entries(column.scope).sort())
    told.set(scope, [...(told.get(scope) ?? []), column])
  }
  return [...told.values()].flatMap((alike) => (alike.length === 1 ? alike : alike.filter((column) => column.key === key)))
}

function chosenRows(fact: TableFact, table: TableView, entries: readonly Entry[], tree: RowTree): readonly Entry[] {
  if (fact.row !== undefined) return namedRow(fact.row, table, entries)
  return entries.filter((entry) => {
    if (isBelowSum(entry, entries)) return false
    if (entry.row.kind !== 'item') return isSum(entry) && fact.rows === 'all'
    return fact.rows !== 'class' || tree.parent(entry) === undefined || tree.parent(entry)?.row.kind === 'unit'
  })
}

/** The row of that name; for a general name of the total, the one total row of the table, or its unit's row above all others. */
function namedRow(name: string, table: TableView, entries: readonly Entry[]): readonly Entry[] {
  const key = plainKey(labelKey(name))
  const named = entries.find((entry) => entry.row.name === name) ?? entries.find((entry) => entry.row.plain === key)
  if (named) return [named]
  const rows = table.role?.rows
  if (!rows?.total?.includes(name) || Object.hasOwn(rows.names ?? {}, name) || Object.hasOwn(rows.sums ?? {}, name)) return []
  const totals = entries.filter((entry) => entry.row.kind === 'total')
  const [first] = totals
  if (first) return totals.every((entry) => entry.row.key === first.row.key) ? [first] : []
  return entries[0]?.row.kind === 'unit' ? [entries[0]] : []
}

/**
 * What tells a row from the others: its label; where rows share it, the label of the row above it as well. Undefined
 * where nothing tells them apart.
 */
function subjects(entries: readonly Entry[], tree: RowTree): (entry: Entry) => string | undefined {
  const labels = new Map<string, number>()
  const paths = new Map<string, number>()
  const count = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
  const path = (entry: Entry): string => {
    const parent = tree.parent(entry)
    return parent && parent.row.kind === 'item' ? `${parent.row.plain}/${entry.row.plain}` : entry.row.plain
  }
  for (const entry of entries) {
    count(labels, entry.row.plain)
    count(paths, path(entry))
  }
  return (entry) => {
    const key = entry.row.plain
    const told = labels.get(key) === 1 ? key : path(entry)
    return labels.get(key) === 1 || paths.get(told) === 1 ? told : undefined
  }
}

function factItem(name: string, place: { entry: Entry; column: ColumnView; scope: Readonly<Record<string, string>> }, table: TableView, context: FactContext): Item | undefined {
  const { entry, column } = place
  const cell: CellView = entry.lane.cell(entry.row, column)
  const columnScope = withYear(column.scope, context)
  if (!cell.quantity || columnScope === undefined || cell.quantity.unit.dimension === 'number') return undefined
  const concept: Concept | undefined = context.vocabulary.concepts.get(name)
  const scope = scopeOf(concept, [table.scope, columnScope, place.scope], context)
  return makeFact({ name, concept, cell, row: entry.row, scope }, {
    ref: { pointer: cell.pointer },
    text: String(cell.printed),
    reading: cell.reading,
    standing: context.standing(table, `${entry.row.label} ${column.heading}`.trim()),
  })
}

interface StatedFigure {
  readonly name: string
  readonly concept: Concept | undefined
  readonly cell: CellView
  readonly row: RowView
  readonly scope: ScopeValue
}

const makeFact = itemsOf<StatedFigure>('fact', {
  concept: ({ name }) => textValue(name),
  family: ({ concept }) => (concept ? textValue(concept.family) : absentValue('unknown-key')),
  value: ({ cell }) => cellValue(cell),
  scope: ({ scope }) => scope,
  origin: () => textValue('cell'),
  subject: ({ cell, row, scope }) => (scope.known['subject'] === undefined ? absentValue('missing-value', row.pointer) : textValue(row.label, { pointer: row.labelPointer }, cell.reading)),
})

/** The fact's own scope: `label` and `code` stand for the row's. Undefined where the row cannot be told from others. */
function rowScope(scope: TableFact['scope'], entry: Entry, subject: (entry: Entry) => string | undefined): Readonly<Record<string, string>> | undefined {
  const filled: Record<string, string> = {}
  for (const [dimension, said] of Object.entries(scope ?? {})) {
    const value = said === 'label' ? subject(entry) : said === 'code' ? entry.row.code : said
    if (value === undefined) return undefined
    filled[dimension] = value
  }
  return filled
}

/** The column's scope with its year in digits; undefined where the year it names is not known. */
function withYear(scope: Readonly<Record<string, string>>, context: FactContext): Readonly<Record<string, string>> | undefined {
  const said = scope['year']
  if (said === undefined) return scope
  const year = yearOf(said, context.year, context.vocabulary)
  return year === undefined ? undefined : { ...scope, year }
}
