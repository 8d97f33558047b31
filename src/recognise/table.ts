import type { Lane, Row, Table } from '../disclosure/model.ts'
import { numberingLevel } from '../source/numbering.ts'
import type { MappedText } from '../source/segment.ts'
import type { TableRole } from '../vocabulary/types.ts'
import type { Caption } from './captions.ts'
import { unitIn } from './captions.ts'
import { readColumns } from './columns.ts'
import type { ReadColumn } from './columns.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'
import { withGroupHeads } from './group-heads.ts'
import { isIndexRow, readHeader } from './header.ts'
import { foldText, headingKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { isTrimmed } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { readRow } from './rows.ts'
import { transposed } from './transpose.ts'

/** A table and what its role was told by. */
export interface TableName {
  readonly role: string | undefined
  readonly caption: Caption
  readonly notes: readonly MappedText[]
}

/** Makes a table of a grid: columns with keys, lanes, rows with codes and levels. The role may be unknown. */
export function readTable(matrix: Matrix, name: TableName, lexicon: Lexicon): Mapped<Table> {
  const header = readHeader(matrix, lexicon)
  const plainColumns = readColumns(matrix, header, undefined, lexicon)
  const shape = name.role === undefined ? (roleByShape(matrix, plainColumns, lexicon) ?? roleByHeadings(matrix, plainColumns, lexicon)) : undefined
  const role = lexicon.role(name.role ?? shape ?? '')
  const columns = role === undefined ? plainColumns : readColumns(matrix, header, role, lexicon)
  const lanes = readLanes(matrix, header.rows, { columns, role, lexicon })
  const allRows = lanes.flatMap(({ rows }) => rows)
  const lost = allRows.length > 0 && allRows.every(({ reading }) => reading === 'doubtful')
  const { caption } = name
  const unit = caption.unit ?? (caption.title === undefined ? undefined : unitIn(caption.title.text))
  const doubt = shape !== undefined ? 'role-by-shape' : header.byPosition || header.rows === 0 ? 'header-by-position' : undefined
  return {
    role: role?.id ?? 'unknown',
    ...(caption.number === undefined ? {} : { number: caption.number }),
    title: caption.title ?? '',
    ...(unit === undefined ? {} : { unit }),
    ...(caption.entity === undefined || caption.entity.text === '' ? {} : { entity: caption.entity }),
    ...(caption.year === undefined ? {} : { year: caption.year }),
    ...(caption.lead === undefined ? {} : { lead: caption.lead }),
    lanes: lanes.map((lane) => (role === undefined ? lane : (transposed(lane, role, lexicon) ?? lane))),
    ...(name.notes[0] === undefined ? {} : { note: name.notes[0] }),
    ...(lost ? { reading: 'doubtful', doubt: doubt ?? 'header-by-position' } : doubt === undefined ? {} : { reading: 'inferred', doubt }),
  }
}

interface LaneContext {
  readonly columns: readonly ReadColumn[]
  readonly role: TableRole | undefined
  readonly lexicon: Lexicon
}

function readLanes(matrix: Matrix, headerRows: number, { columns, role, lexicon }: LaneContext): readonly Mapped<Lane>[] {
  const headings = new Set(matrix.rows.slice(0, headerRows).map((row) => row.cells.map((cell) => cell.text).join('|')))
  const numbers = [...new Set(columns.map((column) => column.lane))]
  const rows = new Map<number, Mapped<Row>[]>(numbers.map((lane) => [lane, []]))
  const trimmed = isTrimmed(matrix.rows)
  const grid = { ruled: matrix.ruled, trimmed }
  for (const row of matrix.rows.slice(headerRows)) {
    if (headings.has(row.cells.map((cell) => cell.text).join('|')) || isIndexRow(row, lexicon)) continue
    for (const [lane, laneRow] of readRow(row, { columns, role, grid, lexicon })) rows.get(lane)?.push(laneRow)
  }
  return numbers.map((lane) => {
    const own = columns.filter((column) => column.lane === lane)
    const label = numbers.length > 1 ? laneLabel(own, role, lane) : undefined
    return {
      ...(label === undefined ? {} : { label }),
      columns: own.map(({ column }) => column),
      rows: withGroupHeads(withinLevels(rows.get(lane) ?? [], lexicon), own, { role, lexicon }),
    }
  })
}

function laneLabel(columns: readonly ReadColumn[], role: TableRole | undefined, lane: number): Mapped<string> | undefined {
  return role?.lanes?.[lane]?.label ?? columns[0]?.column.path[0]
}

/** 其中 rows lie one level below the row before them. */
function withinLevels(rows: readonly Mapped<Row>[], lexicon: Lexicon): readonly Mapped<Row>[] {
  const within = [...lexicon.words('grid', 'within')]
  let parent: number | undefined
  let inside = false
  return rows.map((row) => {
    const label = headingKey(textOf(row.label))
    const word = within.findLast((one) => label.startsWith(one))
    const starts = word !== undefined
    if (starts) inside = true
    else if (row.level !== undefined) inside = false
    // A number after the words tells the level: the rows beside it have the next numbers.
    const numbered = starts ? numberingLevel(foldText(textOf(row.label)).slice(word.length).replace(/^:/, '')) : undefined
    if (inside && row.level === undefined) return { ...row, level: Math.max((parent ?? 0) + 1, (numbered ?? 1) - 1) }
    if (!starts) parent = row.level
    return row
  })
}

const FEWEST_NAMED = 3

const YEAR = /^(?:19|20)\d{2}(?:\u5e74\u5ea6?)?$/u
const SERIES = 3

/** Whether a table runs through the years: it is of none of them. */
const isSeries = (matrix: Matrix): boolean => matrix.rows.filter((row) => YEAR.test(row.cells[0]?.text.trim() ?? '')).length >= SERIES

/** Role of an untitled table whose rows (or, transposed, columns) bear the names of a role's rows. */
function roleByShape(matrix: Matrix, columns: readonly ReadColumn[], lexicon: Lexicon): string | undefined {
  if (isSeries(matrix)) return undefined
  const cells = new Set(matrix.rows.flatMap((row) => row.cells.map((cell) => headingKey(cell.text).replace(/^其中:?/, '').replace(/^\(\d+\)/, ''))))
  let best: { id: string; score: number } | undefined
  for (const role of lexicon.vocabulary.tables.values()) {
    if (role.transposable !== true) continue
    const names = Object.entries(role.rows?.names ?? {}).filter(([name, words]) => [name, ...words].some((word) => cells.has(headingKey(word))))
    if (names.length < FEWEST_NAMED || matrix.rows.length > 4 * names.length) continue
    const headings = columns.filter(({ column }) => Object.entries(role.columns).some(([key, known]) => known.is === 'amount' && [key, ...(known.names ?? [])].some((name) => headingKey(name) === headingKey(textOf(column.path.at(-1) ?? '')))))
    const main = role.columns[role.facts?.[0]?.column ?? '']
    const said = columns.some(({ column }) => [role.facts?.[0]?.column ?? '', ...(main?.names ?? [])].some((name) => headingKey(name) === headingKey(textOf(column.path.at(-1) ?? ''))))
    const score = names.length + headings.length * 2 + (said ? 1 : 0)
    if (best === undefined || score > best.score) best = { id: role.id, score }
  }
  return best?.id
}

/** Role of an untitled list of words: its headings are columns of one role, those it is known by among them. */
function roleByHeadings({ rows }: Matrix, columns: readonly ReadColumn[], lexicon: Lexicon): string | undefined {
  if (rows.some(({ cells }) => cells.some(({ text }) => /\d\.\d|\d,\d/.test(text)))) return undefined
  const headings = columns.map(({ column }) => headingKey(textOf(column.path.at(-1) ?? '')))
  const named = (role: TableRole, key: string): readonly string[] => [key, ...(role.columns[key]?.names ?? [])].map(headingKey)
  return [...lexicon.vocabulary.tables.values()].find((role) => {
    const known = new Set(Object.keys(role.columns).flatMap((key) => named(role, key)))
    return role.knownBy?.every((key) => named(role, key).some((name) => headings.includes(name))) && headings.every((heading) => known.has(heading))
  })?.id
}
