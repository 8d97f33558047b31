import type { Column, Lane, Row } from '../disclosure/model.ts'
import type { TableRole } from '../vocabulary/types.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'
import { headingKey, labelKey } from './label.ts'

const FEWEST_NAMED = 3

/**
 * Turns a transposed table (its items are columns, its one or two lines of figures rows) so that items are rows. Each cell
 * keeps its place. Undefined if the lane does not stand so.
 */
export function transposed(lane: Mapped<Lane>, role: TableRole): Mapped<Lane> | undefined {
  if (role.transposable !== true || lane.rows.length === 0 || lane.rows.length > 3) return undefined
  const named = lane.columns.map((column) => namedRow(column, role))
  if (new Set(named.flatMap((item) => (item === undefined ? [] : [item.name]))).size < FEWEST_NAMED) return undefined
  const rows = new Map<string, { row: Mapped<Row>; cells: Record<string, Mapped<string | number>> }>()
  const columns = new Map<string, Mapped<Column>>()
  lane.columns.forEach((column, i) => {
    const item = named[i] ?? unnamed(column)
    if (item === undefined) return
    for (const printed of lane.rows) {
      const value = printed.cells[textOf(column.key)]
      if (value === undefined) continue
      const key = columnKey(item.stage, textOf(printed.label), role)
      if (!columns.has(key)) columns.set(key, { key, path: item.stage === undefined ? [] : [item.stage] })
      const target = rows.get(item.name) ?? { row: { label: item.heading, ...(isTotal(item.name, role) ? { level: 0 } : {}), cells: {}, ...doubtOf(printed) }, cells: {} }
      target.cells[key] ??= value
      rows.set(item.name, target)
    }
  })
  return { ...lane, columns: [...columns.values()], rows: [...rows.values()].map(({ row, cells }) => ({ ...row, cells })) }
}

interface NamedColumn {
  readonly name: string
  readonly heading: Mapped<string>
  /** The heading that says which figures these are: 预算数, 决算数. */
  readonly stage?: Mapped<string>
}

/** A column that is none of the role's items is a row under its own heading: no figure is dropped. */
function unnamed(column: Mapped<Column>): NamedColumn | undefined {
  const heading = column.path.at(-1)
  return heading === undefined ? undefined : { name: `: ${textOf(heading)}`, heading }
}

function namedRow(column: Mapped<Column>, role: TableRole): NamedColumn | undefined {
  const leaf = column.path.at(-1)
  const leafIsStage = leaf !== undefined && column.path.length > 1 && columnOf(headingKey(textOf(leaf)), role) !== undefined
  const item = leafIsStage ? itemOf(column.path.slice(0, -1), role) : undefined
  return item === undefined ? itemOf(column.path, role) : { ...item, stage: leaf as Mapped<string> }
}

/** The item a path of headings ends with, and the heading above it that says which figures these are. */
function itemOf(path: Mapped<Column>['path'], role: TableRole): NamedColumn | undefined {
  const keys = path.map((part) => headingKey(textOf(part)))
  for (let length = Math.min(2, path.length); length > 0; length -= 1) {
    const tail = keys.slice(-length).join('/')
    const hit = Object.entries(role.rows?.names ?? {}).find(([name, words]) => [name, ...words].some((word) => pathKey(word) === tail))
    if (hit === undefined) continue
    const stage = path.find((_, i) => i < path.length - length && columnOf(keys[i] ?? '', role) !== undefined)
    const heading = path[path.length - length] ?? ''
    return { name: hit[0], heading, ...(stage === undefined ? {} : { stage }) }
  }
  return undefined
}

function isTotal(name: string, role: TableRole): boolean {
  return role.rows?.total?.includes(name) ?? false
}

function pathKey(word: string): string {
  return word.split('/').map(headingKey).join('/')
}

function columnOf(heading: string, role: TableRole): string | undefined {
  return Object.entries(role.columns).find(([key, column]) => column.is !== 'label' && [key, ...(column.names ?? [])].some((name) => headingKey(name) === heading))?.[0]
}

function columnKey(stage: Mapped<string> | undefined, label: string, role: TableRole): string {
  const said = (stage === undefined ? undefined : columnOf(headingKey(textOf(stage)), role)) ?? columnOf(labelKey(label), role)
  const first = Object.entries(role.columns).find(([, column]) => column.is === 'amount')?.[0]
  return said ?? first ?? labelKey(label)
}

function doubtOf(row: Mapped<Row>): Pick<Mapped<Row>, 'reading' | 'doubt'> {
  return { ...(row.reading === undefined ? {} : { reading: row.reading }), ...(row.doubt === undefined ? {} : { doubt: row.doubt }) }
}
