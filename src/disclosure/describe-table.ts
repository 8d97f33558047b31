import type { Column, Disclosure, Lane, Row, Table } from './model.ts'
import { lazy, normalised, numbered, repeated, shortened, unnumbered } from './describe-words.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { FieldName, FieldNames } from './field-names.ts'

/** Names of a thing, outermost first: for readers, and for identity. */
export interface Description {
  readonly label: readonly string[]
  readonly address: readonly string[]
}

type Tokens = readonly string[]

/** Describes pointers below /tables. */
export function tableDescriber(disclosure: Disclosure, names: FieldNames): (tokens: Tokens) => Description {
  const keys = lazy(() => tableKeys(disclosure.tables))
  const titles = lazy(() => repeated(disclosure.tables.map(tableTitle)))
  const lanes = new Map<Lane, LaneNames>()
  return ([index = '', part, laneIndex = '', ...rest]) => {
    const table = disclosure.tables[Number(index)]
    if (!table) return { label: [names.tables], address: [FIELD_NAMES.tables] }
    const title = tableTitle(table)
    const own = {
      label: [shortened(title === '' ? `${names.tables} ${Number(index) + 1}` : titles().has(title) && table.number ? `${table.number} ${title}` : title, 40)],
      address: [keys()[Number(index)] ?? ''],
    }
    if (part !== 'lanes') return part === undefined ? own : joined(own, field(part, names))
    const lane = table.lanes[Number(laneIndex)]
    if (!lane) return own
    const side = table.lanes.length > 1 ? joined(own, laneName(table, Number(laneIndex), names)) : own
    let known = lanes.get(lane)
    if (!known) lanes.set(lane, (known = laneNames(lane)))
    return within(side, lane, rest, known)
  }
}

function field(part: string, names: FieldNames): Description {
  const key = `table.${part}`
  return Object.hasOwn(FIELD_NAMES, key) ? { label: [names[key as FieldName]], address: [FIELD_NAMES[key as FieldName]] } : { label: [], address: [part] }
}

export function joined(a: Description, b: Description): Description {
  return { label: [...a.label, ...b.label], address: [...a.address, ...b.address] }
}

function tableTitle(table: Table): string {
  return table.title.trim() || table.number?.trim() || ''
}

/** Its role; where several tables have it, or none is known, with the title, without the year (which may be what is wrong). */
function tableKeys(tables: readonly Table[]): readonly string[] {
  const shared = repeated(tables.map(({ role }) => role))
  return numbered(tables.map((table) => {
    const title = normalised(tableTitle(table)).replace(/^\d{4}年度?/u, '')
    if (table.role === 'unknown' || table.role === '') return title === '' ? FIELD_NAMES.tables : title
    return shared.has(table.role) ? `${normalised(table.role)}(${title})` : normalised(table.role)
  }))
}

function laneName(table: Table, index: number, names: FieldNames): Description {
  const printed = table.lanes[index]?.label
  const same = table.lanes.slice(0, index + 1).filter(({ label }) => label === printed).length
  if (!printed) return { label: [`${names.lane} ${index + 1}`], address: [`${FIELD_NAMES.lane}${index + 1}`] }
  return { label: [shortened(printed)], address: [normalised(printed) + (same > 1 ? `#${same}` : '')] }
}

interface LaneNames {
  readonly rows: () => readonly string[]
  readonly rowLabels: () => ReadonlySet<string>
  readonly headings: () => ReadonlySet<string>
}

function laneNames(lane: Lane): LaneNames {
  return { rows: lazy(() => rowKeys(lane.rows)), rowLabels: lazy(() => repeated(lane.rows.map(({ label }) => label.trim()))), headings: lazy(() => repeated(lane.columns.map(lastHeading))) }
}

function within(side: Description, lane: Lane, [part, index = '', member, key]: Tokens, known: LaneNames): Description {
  if (part === 'columns') {
    const column = lane.columns[Number(index)]
    return column ? joined(side, { label: [heading(column, known)], address: [normalised(column.key)] }) : side
  }
  const row = part === 'rows' ? lane.rows[Number(index)] : undefined
  if (!row) return side
  const own = joined(side, { label: [rowLabel(row, lane, known)], address: [known.rows()[Number(index)] ?? ''] })
  if (member !== 'cells' || key === undefined) return own
  const column = lane.columns.find((candidate) => candidate.key === key)
  return joined(own, { label: [column ? heading(column, known) : shortened(key)], address: [normalised(key)] })
}

/** Code and label, without numbering; a label that is there twice without code, with that of the row it belongs to. */
function rowKeys(rows: readonly Row[]): readonly string[] {
  const plain = rows.map((row) => normalised(row.code ?? '') + unnumbered(row.label))
  const shared = repeated(plain)
  return numbered(plain.map((key, index) => {
    const parent = shared.has(key) ? parentOf(rows, index) : undefined
    return parent ? `${unnumbered(parent.label)}∕${key}` : key
  }))
}

/** The nearest row above that stands higher in the tree. */
function parentOf(rows: readonly Row[], index: number): Row | undefined {
  const level = rows[index]?.level
  if (level === undefined) return undefined
  return rows.slice(0, index).findLast((row) => row.level !== undefined && row.level < level)
}

function rowLabel(row: Row, lane: Lane, known: LaneNames): string {
  const label = row.label.trim()
  if (label === '') return shortened(row.code?.trim() || `${FIELD_NAMES.row} ${lane.rows.indexOf(row) + 1}`)
  if (!known.rowLabels().has(label)) return shortened(label)
  const parent = row.code ? undefined : parentOf(lane.rows, lane.rows.indexOf(row))
  return shortened(row.code ? `${row.code.trim()} ${label}` : parent ? `${parent.label.trim()} › ${label}` : label, 40)
}

function lastHeading(column: Column): string {
  return column.path.at(-1)?.trim() || column.key
}

/** The printed heading; where two columns share it, with those above. */
function heading(column: Column, known: LaneNames): string {
  const last = lastHeading(column)
  if (!known.headings().has(last)) return shortened(last)
  const path = column.path.map((part) => part.trim()).filter((part, index, all) => part !== '' && part !== all[index - 1])
  return shortened(path.join('·') || column.key, 40)
}
