import type { Column, Lane, Row } from '../disclosure/model.ts'
import { sliceMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import type { TableRole } from '../vocabulary/types.ts'
import { fitsAmount } from './cell-kind.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'
import { headingKey, labelKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import type { Matrix } from './matrix.ts'
import { relativeYears, yearOf } from './relative-years.ts'

const FEWEST_NAMED = 3

/**
 * Turns a transposed table (its items are columns, its one or two lines of figures rows) so that items are rows. Each cell
 * keeps its place. Undefined if the lane does not stand so.
 */
export function transposed(printed: Mapped<Lane>, role: TableRole, lexicon: Lexicon): Mapped<Lane> | undefined {
  if (role.transposable !== true || printed.rows.length === 0 || printed.rows.length > 3) return undefined
  const lane = labelledByYear(printed)
  const named = withoutRivals(lane.columns.map((column) => namedRow(column, role)), lane)
  if (new Set(named.flatMap((item) => (item === undefined ? [] : [item.name]))).size < FEWEST_NAMED) return undefined
  const worded = relativeYears([...lane.columns.flatMap(({ path }) => path.map(textOf)), ...lane.rows.map(({ label }) => textOf(label))], lexicon)
  const rows = new Map<string, { row: Mapped<Row>; cells: Record<string, Mapped<string | number>> }>()
  const columns = new Map<string, Mapped<Column>>()
  let isLost = false
  lane.columns.forEach((column, i) => {
    // What the vocabulary has no name for is a row as well: nothing printed is lost.
    const item = named[i] ?? (isFilled(column, lane) ? unnamedRow(column) : undefined)
    if (item === undefined) return
    for (const printed of lane.rows) {
      const value = printed.cells[textOf(column.key)]
      if (value === undefined) continue
      const key = columnKey(item.stage, textOf(printed.label), { role, worded })
      if (!columns.has(key)) columns.set(key, { key, path: item.stage ? [item.stage] : yearOf(textOf(printed.label)) === undefined ? [] : [printed.label] })
      const target = rows.get(item.name) ?? { row: { label: item.heading, ...(isTotal(item.name, role) ? { level: 0 } : {}), cells: {}, ...doubtOf(printed) }, cells: {} }
      isLost ||= target.cells[key] !== undefined
      target.cells[key] ??= value
      rows.set(item.name, target)
    }
  })
  // Two rows that nothing tells apart stay as they are: nothing printed is lost.
  if (isLost) return undefined
  return { ...lane, columns: [...columns.values()], rows: [...rows.values()].map(({ row, cells }) => ({ ...row, cells })) }
}

/** Of columns of one name the one that says it with most headings has it: 三公经费 above 小计, beside the 合计 of all columns. */
function withoutRivals(named: readonly (NamedColumn | undefined)[], { columns }: Mapped<Lane>): readonly (NamedColumn | undefined)[] {
  const same = (a: NamedColumn, b: NamedColumn | undefined): boolean => a.name === b?.name && textOf(a.stage ?? '') === textOf(b.stage ?? '')
  return named.map((item, at) => {
    if (item === undefined) return undefined
    const depth = (i: number): number => columns[i]?.path.length ?? 0
    const best = named.findIndex((other, i) => same(item, other) && named.every((third, k) => !same(item, third) || depth(k) <= depth(i)))
    return best === at ? item : undefined
  })
}

/** The lane with the years of a column of years as the labels of its rows. */
function labelledByYear(lane: Mapped<Lane>): Mapped<Lane> {
  const years = lane.columns.find(({ key }) => lane.rows.every(({ cells }) => yearIn(cells[textOf(key)]) !== undefined))
  // Rows of one organisation may bear its name.
  if (years === undefined || new Set(lane.rows.map(({ label }) => textOf(label))).size > 1) return lane
  const key = textOf(years.key)
  return { ...lane, columns: lane.columns.filter((column) => column !== years), rows: lane.rows.map((row) => ({ ...row, label: yearIn(row.cells[key]) ?? row.label })) }
}

function yearIn(value: Mapped<string | number> | undefined): Mapped<string> | undefined {
  if (value === undefined || typeof value === 'number') return undefined
  return /^(?:19|20)\d{2}(?:\u5e74\u5ea6?)?$/.test(textOf(value).trim()) ? value : undefined
}

/**
 * Two printed lines as such a table, where nothing but blanks sets their cells apart: each word above is the name of another item,
 * and as many figures stand below, so that none of them was blank. Undefined if they are none.
 */
export function transposedLines(lines: readonly MappedText[], role: TableRole): Matrix | undefined {
  const [names = [], figures = [], ...more] = lines.map(wordsOf)
  if (role.transposable !== true || more.length > 0 || names.length < FEWEST_NAMED || figures.length !== names.length) return undefined
  const items = new Set(names.map((name) => itemOf([name], role)?.name))
  if (items.has(undefined) || items.size < names.length || !figures.every(({ text }) => fitsAmount(text))) return undefined
  return { ruled: false, headings: 1, width: names.length, rows: [{ cells: names }, { cells: figures, reading: 'inferred' }] }
}

function wordsOf(line: MappedText): readonly MappedText[] {
  return [...line.text.matchAll(/\S+/g)].map((word) => sliceMapped(line, word.index, word.index + word[0].length))
}

interface NamedColumn {
  readonly name: string
  readonly heading: Mapped<string>
  /** The heading that says which figures these are: 预算数, 决算数. */
  readonly stage?: Mapped<string>
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
    const tails = length === 1 ? tailsOf(tail) : [tail]
    const hit = tails.flatMap((own) => Object.entries(role.rows?.names ?? {}).filter(([name, words]) => [name, ...words].some((word) => pathKey(word) === own)))[0]
    if (hit === undefined) continue
    const stage = path.find((_, i) => i < path.length - length && columnOf(keys[i] ?? '', role) !== undefined)
    const heading = path[path.length - length] ?? ''
    return { name: hit[0], heading: length === 1 ? ownHeading(heading, hit[0], role) : heading, ...(stage === undefined ? {} : { stage }) }
  }
  return undefined
}

/** A heading may name its group before a colon: 公务用车购置及运行费：小计. */
function tailsOf(tail: string): readonly string[] {
  const [group = '', ...own] = tail.split(':')
  return own.length === 0 ? [tail] : [tail, `${group}/${own.join('/')}`, own.join('/')]
}

/** Of a heading with its group before a colon the side that names the item. */
function ownHeading(heading: Mapped<string>, name: string, role: TableRole): Mapped<string> {
  const colon = /[:：]/.exec(textOf(heading))?.index
  if (colon === undefined || typeof heading === 'string') return heading
  const sides = [sliceMapped(heading, 0, colon), sliceMapped(heading, colon + 1, heading.text.length)]
  return sides.find((side) => [name, ...(role.rows?.names?.[name] ?? [])].some((word) => pathKey(word) === headingKey(side.text))) ?? heading
}

function isFilled({ key }: Mapped<Column>, lane: Mapped<Lane>): boolean {
  return lane.rows.some(({ cells }) => {
    const value = cells[textOf(key)] ?? ''
    return typeof value === 'number' || textOf(value) !== ''
  })
}

function unnamedRow({ path }: Mapped<Column>): NamedColumn | undefined {
  const heading = path.at(-1)
  return heading === undefined ? undefined : { name: `/${path.map(textOf).join('/')}`, heading }
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

interface ColumnWords {
  readonly role: TableRole
  /** How a heading is said beside the others. */
  readonly worded: (heading: string) => string
}

/** The column that a heading or else a row's label names; another year than the latest is never the first column. */
function columnKey(stage: Mapped<string> | undefined, label: string, { role, worded }: ColumnWords): string {
  const printed = stage === undefined ? label : textOf(stage)
  const said = columnOf(headingKey(worded(printed)), role) ?? columnOf(labelKey(label), role)
  const first = Object.entries(role.columns).find(([, column]) => column.is === 'amount')?.[0]
  return said ?? (worded(printed) === printed ? first : undefined) ?? labelKey(printed)
}

function doubtOf(row: Mapped<Row>): Pick<Mapped<Row>, 'reading' | 'doubt'> {
  return { ...(row.reading === undefined ? {} : { reading: row.reading }), ...(row.doubt === undefined ? {} : { doubt: row.doubt }) }
}
