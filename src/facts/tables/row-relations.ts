import type { Candidate } from './candidate.ts'
import { headingRelations } from './heading-relations.ts'
import { saysPart } from './labels.ts'
import type { ColumnView, LaneView, TableView } from './view.ts'
import { isAddable } from './view.ts'

/** A column and the columns it is the sum of, in every row of the lane. */
export interface ColumnRelation {
  readonly total: ColumnView
  readonly parts: readonly ColumnView[]
  readonly alternatives: readonly (readonly ColumnView[])[]
  readonly certain: boolean
}

/** Total columns against their parts, row by row: as the vocabulary has them (`sumOf`), else as the headings claim. */
export function rowCandidates(table: TableView): Candidate[] {
  return table.lanes.flatMap((lane) => {
    const declared = declaredRelations(table, lane)
    const claimed = headingRelations(table, lane).filter((relation) => !declared.some((known) => known.total === relation.total))
    return [...declared, ...claimed].flatMap((relation, i) => inEveryRow(table, lane, relation, i))
  })
}

function inEveryRow(table: TableView, lane: LaneView, relation: ColumnRelation, index: number): Candidate[] {
  const candidates: Candidate[] = []
  for (const row of lane.rows) {
    if (row.kind === 'index' || row.kind === 'empty') continue
    const cells = (columns: readonly ColumnView[]) => columns.map((column) => lane.cell(row, column))
    candidates.push({
      table,
      direction: 'row',
      relation: `row ${String(lane.index)} ${String(index)}`,
      total: lane.cell(row, relation.total),
      parts: cells(relation.parts),
      alternatives: relation.alternatives.map(cells),
      certain: relation.certain,
      label: `${row.label} ${relation.total.heading}`.trim(),
    })
  }
  return candidates
}

/** The relations of a role's columns that a lane prints. A column printed once for each year or stage has its relation in each. */
function declaredRelations(table: TableView, lane: LaneView): ColumnRelation[] {
  const columns = table.role?.columns ?? {}
  return columnGroups(lane).flatMap((group) => {
    const printed = new Map(group.flatMap((column) => (column.known === undefined ? [] : [[column.known, column] as const])))
    const relations: ColumnRelation[] = []
    const used = new Set<ColumnView>()
    for (const [key, total] of printed) {
      const sumOf = columns[key]?.sumOf
      if (!sumOf) continue
      const parts = sumOf.flatMap((part) => resolve(part, printed, columns, new Set([key])))
      if (parts.length >= 2) relations.push({ total, parts, alternatives: [...innerAlone(sumOf, parts, printed, columns), ...withInner(parts, printed, columns)], certain: true })
      for (const part of [total, ...parts]) used.add(part)
    }
    const strangers = group.filter((column) => column.known === undefined && isAddable(column) && !used.has(column))
    return relations.map((relation) => outermost(withStrangers(relation, strangers, relations), lane, table.words.part))
  })
}

/** Where a total within the total is not printed, what is printed may be that one: its parts alone. */
function innerAlone(sumOf: readonly string[], parts: readonly ColumnView[], printed: ReadonlyMap<string, ColumnView>, columns: Readonly<Record<string, { readonly sumOf?: readonly string[] }>>): (readonly ColumnView[])[] {
  const inner = sumOf.find((part) => !printed.has(part) && columns[part]?.sumOf !== undefined)
  const alone = inner === undefined ? [] : resolve(inner, printed, columns, new Set())
  return alone.length >= 2 && alone.length < parts.length ? [alone] : []
}

/** A part whose own parts are printed, too, may be called by the name of one of them: all of them side by side. */
function withInner(parts: readonly ColumnView[], printed: ReadonlyMap<string, ColumnView>, columns: Readonly<Record<string, { readonly sumOf?: readonly string[] }>>): (readonly ColumnView[])[] {
  const all = parts.flatMap((part) => [part, ...(columns[part.known ?? '']?.sumOf ?? []).flatMap((inner) => printed.get(inner) ?? [])])
  return all.length > parts.length ? [[...new Set(all)]] : []
}

/** A printed part; one that is not printed is replaced by its own parts. */
function resolve(key: string, printed: ReadonlyMap<string, ColumnView>, columns: Readonly<Record<string, { readonly sumOf?: readonly string[] }>>, seen: ReadonlySet<string>): ColumnView[] {
  const column = printed.get(key)
  if (column) return [column]
  if (seen.has(key)) return []
  return (columns[key]?.sumOf ?? []).flatMap((part) => resolve(part, printed, columns, new Set([...seen, key])))
}

/** Columns the vocabulary does not know may be further parts: of the outermost total, or of one under the same heading. */
function withStrangers(relation: ColumnRelation, strangers: readonly ColumnView[], all: readonly ColumnRelation[]): ColumnRelation {
  if (strangers.length === 0) return relation
  const isOutermost = !all.some((other) => other.parts.includes(relation.total))
  const beside = strangers.filter((column) => column.path.length > 1 && relation.parts.some((part) => part.path[0] === column.path[0]))
  const sets = [beside, isOutermost ? strangers : []].filter((set) => set.length > 0)
  return { ...relation, alternatives: [...relation.alternatives, ...sets.map((set) => [...relation.parts, ...set])] }
}

/** Columns led by "of which" are within the column before them, which is the part where the total is another one. */
function outermost(relation: ColumnRelation, lane: LaneView, part: readonly string[]): ColumnRelation {
  const wholeOf = (column: ColumnView): ColumnView => {
    const whole = saysPart(column.heading, part) ? lane.columns.slice(0, lane.columns.indexOf(column)).findLast(({ heading }) => !saysPart(heading, part)) : undefined
    return whole !== undefined && whole !== relation.total && isAddable(whole) ? whole : column
  }
  const parts = [...new Set(relation.parts.map(wholeOf))]
  const changed = parts.length !== relation.parts.length || parts.some((column) => !relation.parts.includes(column))
  return changed && parts.length >= 2 ? { ...relation, parts, alternatives: [relation.parts, ...relation.alternatives] } : relation
}

/** Columns that belong to one year, stage and head; all of the lane where no known column is printed twice. */
function columnGroups(lane: LaneView): (readonly ColumnView[])[] {
  const known = lane.columns.flatMap((column) => (column.known === undefined ? [] : [column.known]))
  if (new Set(known).size === known.length) return [lane.columns]
  const groups = new Map<string, ColumnView[]>()
  for (const column of lane.columns) {
    const measure = column.column?.measure
    const key = [measure?.year ?? '', measure?.stage ?? '', column.path.length > 1 ? column.path[0] : ''].join('|')
    const group = groups.get(key)
    if (group) group.push(column)
    else groups.set(key, [column])
  }
  return [...groups.values()]
}
