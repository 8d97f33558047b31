import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Candidate } from './candidate.ts'
import { ofWhichParts } from './of-which.ts'
import { rowTree } from './row-tree.ts'
import type { RowTree } from './row-tree.ts'
import type { Entry, Strand, StrandColumn } from './strand.ts'
import { cellOf, strands } from './strand.ts'
import { totalRows } from './total-rows.ts'
import type { CellView, TableView } from './view.ts'

/** Total rows and trees of rows, in every column of figures. */
export function columnCandidates(table: TableView, vocabulary: Vocabulary): Candidate[] {
  return strands(table).flatMap((strand, i) => {
    const tree = rowTree(strand, vocabulary)
    return [...totals(strand, tree, i), ...branches(strand, tree, i), ...looseBranches(strand, tree), ...openParts(strand, tree, i)]
  })
}

function totals(strand: Strand, tree: RowTree, index: number): Candidate[] {
  const named = strand.table.role?.rows?.sums ?? {}
  return totalRows(strand, tree).flatMap(({ total, sets }) => {
    const certain = strand.table.role !== undefined
    const direction = total.row.kind === 'item' && !Object.hasOwn(named, total.row.name ?? '') ? 'tree' : 'column'
    return inEveryColumn(strand, total, sets, { direction, relation: certain ? `total ${String(index)} ${String(total.at)}` : 'total', certain })
  })
}

/** A row and the rows directly under it. */
function branches(strand: Strand, tree: RowTree, index: number): Candidate[] {
  const sums = strand.table.role?.rows?.sums ?? {}
  return strand.entries.flatMap((entry) => {
    const children = tree.children(entry)
    if (children.length === 0 || !tree.exhaustive(entry) || Object.hasOwn(sums, entry.row.name ?? '')) return []
    return inEveryColumn(strand, entry, [children], { direction: 'tree', relation: tree.sure || declaresTree(strand) ? `tree ${String(index)}` : 'tree', certain: tree.sure || declaresTree(strand) })
  })
}

/** Rows named as parts of the row above, where the figures show how far they reach. */
function openParts(strand: Strand, tree: RowTree, index: number): Candidate[] {
  return ofWhichParts(strand, tree).flatMap(({ total, parts }) =>
    inEveryColumn(strand, total, [parts], { direction: 'tree', relation: `part ${String(index)} ${String(total.at)}`, certain: false }))
}

/** Rows without number below a numbered one, which they may break down. */
function looseBranches(strand: Strand, tree: RowTree): Candidate[] {
  const below = new Map<Entry, Entry[]>()
  for (const entry of strand.entries) {
    const above = tree.looseParent(entry)
    if (above) below.set(above, [...(below.get(above) ?? []), entry])
  }
  return [...below].flatMap(([above, parts]) => (parts.length < 2 ? [] : inEveryColumn(strand, above, [parts], { direction: 'tree', relation: 'loose', certain: false })))
}

function declaresTree(strand: Strand): boolean {
  return strand.table.role?.rows?.tree !== undefined
}

function inEveryColumn(strand: Strand, total: Entry, sets: readonly (readonly Entry[])[], kind: Pick<Candidate, 'direction' | 'relation' | 'certain'>): Candidate[] {
  const [first, ...others] = sets
  if (!first) return []
  return strand.columns.flatMap((column): Candidate[] => {
    const cell = cellOf(total, column)
    if (!cell) return []
    const cells = (entries: readonly Entry[]): CellView[] => entries.flatMap((entry) => cellOf(entry, column) ?? [])
    return [{ ...kind, table: strand.table, total: cell, parts: cells(first), alternatives: others.map(cells), label: label(total, column, strand) }]
  })
}

function label(total: Entry, column: StrandColumn, strand: Strand): string {
  return strand.columns.length > 1 ? `${total.row.label} ${column.heading}`.trim() : total.row.label
}
