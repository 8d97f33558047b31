import type { Column, Measure } from '../disclosure/model.ts'
import type { MappedText } from '../source/segment.ts'
import type { TableColumn, TableRole } from '../vocabulary/types.ts'
import type { Mapped } from './draft.ts'
import { cellKind } from './cell-kind.ts'
import { foldText, headingKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import type { Header } from './header.ts'
import { padded } from './matrix.ts'
import { relativeYears } from './relative-years.ts'
import type { Matrix } from './matrix.ts'

/** What stands in a column. */
export type ColumnKind = 'code' | 'codepart' | 'label' | 'amount' | 'percent' | 'count' | 'text' | 'index'

/** One column of a grid, understood. */
export interface ReadColumn {
  readonly at: number
  readonly kind: ColumnKind
  readonly key: string
  readonly column: Mapped<Column>
  /** Index of the lane it belongs to. */
  readonly lane: number
}

/** Names, types and lanes of a grid's columns, by the role's synonyms first and by what stands in them otherwise. */
export function readColumns(matrix: Matrix, header: Header, role: TableRole | undefined, lexicon: Lexicon): readonly ReadColumn[] {
  const kinds = header.paths.map((path, at) => kindOf(path, at, { matrix, header, lexicon }))
  const lanes = laneStarts(kinds)
  const laneOf = (at: number): number => lanes.filter((start) => start <= at).length - 1
  const keys = role === undefined ? [] : vocabularyKeys(withRelativeYears(header.paths, lexicon), kinds, role, { laneOf, lanes: lanes.length, lexicon })
  const taken = new Map(lanes.map((_, lane) => [lane, new Set(keys.flatMap((key, at) => (key !== undefined && laneOf(at) === lane ? [key] : [])))]))
  const stands = kinds.map((kind, at) => (keys[at] === undefined ? undefined : standsIn(role?.columns[keys[at]]?.is)) ?? kind)
  return header.paths.map((path, at) => {
    const lane = Math.max(0, laneOf(at))
    const known = keys[at]
    const laneTaken = taken.get(lane) ?? new Set()
    const key = known ?? unique(printedKey(path, at), path, laneTaken)
    laneTaken.add(key)
    // Rows are named by the first column of words, whatever it is called, where no other names them.
    const isNamed = stands.some((kind, other) => laneOf(other) === lane && (kind === 'label' || kind === 'code' || kind === 'codepart'))
    const kind = isNamed || at !== kinds.findIndex((seen, other) => laneOf(other) === lane && seen === 'label') ? (stands[at] as ColumnKind) : 'label'
    return { at, kind, key, lane, column: { key, path, ...measureOf(path) } }
  })
}

interface KindContext {
  readonly matrix: Matrix
  readonly header: Header
  readonly lexicon: Lexicon
}

/** Codes of units and projects have any length. */
const LONG_CODE = /^\d{3,}$/

function kindOf(path: readonly MappedText[], at: number, { matrix, header, lexicon }: KindContext): ColumnKind {
  const leaf = path.at(-1)?.text ?? ''
  if (lexicon.is('grid', 'index', leaf)) return 'index'
  const isPart = (near: number): boolean => lexicon.is('grid', 'codepart', header.paths[near]?.at(-1)?.text ?? '')
  if (isPart(at) && (path.length > 1 || isPart(at - 1) || isPart(at + 1))) return 'codepart'
  const isCode = lexicon.is('grid', 'code', leaf) || /[编代]码$/.test(leaf)
  const counts = { amount: 0, percent: 0, code: 0, text: 0 }
  for (const row of matrix.rows.slice(header.rows)) {
    const text = padded(row, matrix.width)[at]?.text ?? ''
    const kind = isCode && LONG_CODE.test(text.trim()) ? 'code' : cellKind(text)
    if (kind !== 'blank') counts[kind] += 1
  }
  if (isCode && counts.amount <= counts.code + counts.text) return 'code'
  const figures = counts.amount + counts.percent
  if (counts.text + counts.code + figures === 0) return lexicon.is('grid', 'label', leaf) ? 'label' : lexicon.is('grid', 'text', leaf) ? 'text' : 'amount'
  // Of values of indicators some are figures and some are words.
  if (counts.text > 0 && figures > 0 && lexicon.is('grid', 'text', leaf)) return 'text'
  if (counts.text > figures + counts.code) return lexicon.is('grid', 'text', leaf) ? 'text' : 'label'
  // A column that begins a table and looks like codes is one, unless its heading says that it is a total.
  if (counts.code > counts.amount + counts.text && at === 0 && counts.percent === 0 && !lexicon.is('grid', 'total', leaf)) return 'code'
  // Codes beside the names of projects and units are no amounts, however they are headed.
  if (counts.code > 0 && figures === 0 && counts.text === 0 && /科目|编码|代码/.test(leaf)) return 'text'
  return counts.percent > counts.amount || /[%％]/.test(leaf) ? 'percent' : 'amount'
}

/** A lane starts where, after figures, a code or label column comes again. */
function laneStarts(kinds: readonly ColumnKind[]): readonly number[] {
  const starts = [0]
  let figures = false
  kinds.forEach((kind, at) => {
    if (kind === 'amount' || kind === 'percent' || kind === 'count') figures = true
    const names = kind === 'label' || kind === 'code' || kind === 'codepart'
    if (names && figures && kinds.slice(at).some((later) => later === 'amount')) {
      starts.push(at)
      figures = false
    }
  })
  return starts
}

/** Headings of the year before the latest one say so in words: beside 2027年预算数, 2026年预算数 is 上年预算数. */
function withRelativeYears(paths: Header['paths'], lexicon: Lexicon): Header['paths'] {
  const worded = relativeYears(paths.flat().map(({ text }) => text), lexicon)
  return paths.map((path) => path.map((part) => ({ ...part, text: worded(part.text) })))
}

interface KeysContext {
  readonly laneOf: (at: number) => number
  readonly lanes: number
  readonly lexicon: Lexicon
}

/** Keys of all columns: those a synonym names; then the only label or figure column of a lane that none names. */
function vocabularyKeys(paths: Header['paths'], kinds: readonly ColumnKind[], role: TableRole, { laneOf, lanes, lexicon }: KeysContext): (string | undefined)[] {
  const inAll = new Set<string>()
  const inLane = Array.from({ length: lanes }, () => (role.lanes === undefined ? new Set<string>() : inAll))
  const take = (key: string | undefined, lane: number): string | undefined => {
    if (key !== undefined) inLane[lane]?.add(key)
    return key
  }
  const keys: (string | undefined)[] = paths.map(() => undefined)
  // A name that is a path says more than the last heading alone: 本年收入/小计 before 合计.
  for (const wholePath of [true, false]) {
    paths.forEach((path, at) => {
      if (keys[at] !== undefined || (!wholePath && isOfCarried(paths, at))) return
      const lane = Math.max(0, laneOf(at))
      keys[at] = take(vocabularyKey(path, role, { lane, lanes, kind: kinds[at] as ColumnKind, taken: inLane[lane] ?? inAll, wholePath }), lane)
    })
  }
  for (let lane = 0; lane < lanes; lane += 1) {
    for (const kind of ['label', 'amount'] as const) {
      const own = paths.flatMap((_, at) => (laneOf(at) === lane && kinds[at] === kind ? [at] : []))
      const unnamed = own.filter((at) => keys[at] === undefined)
      const first = unnamed[0]
      if (first === undefined || (kind === 'amount' && (own.length > 1 || !saysLittle(paths[first] ?? [], lexicon)))) continue
      keys[first] = take(firstColumn(role, kind, lanes > 1 ? role.lanes?.[lane]?.columns : undefined, inLane[lane] ?? inAll), lane)
    }
  }
  for (let lane = 0; lane < lanes; lane += 1) {
    const own = paths.flatMap((_, at) => (laneOf(at) === lane ? [at] : []))
    if (!widened(own, keys, paths, role, inLane[lane] ?? inAll)) continue
    for (const at of own.filter((other) => !isOfCarried(paths, other))) keys[at] ??= take(vocabularyKey(paths[at] ?? [], role, { lane, lanes, kind: kinds[at] as ColumnKind, taken: inLane[lane] ?? inAll, wholePath: false }), lane)
  }
  return keys
}

const AMONG = /^其中[:：]?(?=.)/
const CARRIED = /^(?:上年|年初)(?:结转|结余)/

/** Whether a column tells a part of what was carried over, by the heading above it or the one that “其中” follows: it is none of this year's, however it is called. */
function isOfCarried(paths: Header['paths'], at: number): boolean {
  const path = paths[at] ?? []
  const leaf = foldText(path.at(-1)?.text ?? '')
  const above = path.length > 1 ? path.at(-2) : AMONG.test(leaf) ? paths.slice(0, at).findLast((other) => other.length === 1 && !AMONG.test(foldText(other[0]?.text ?? '')))?.[0] : undefined
  return above !== undefined && CARRIED.test(headingKey(above.text)) && !CARRIED.test(headingKey(leaf))
}

/** A total that stands beside other terms of a wider total, and is called as that one may be called, is the wider one: 合计 beside 上年结转. */
function widened(own: readonly number[], keys: (string | undefined)[], paths: Header['paths'], role: TableRole, taken: Set<string>): boolean {
  for (const at of own) {
    const key = keys[at]
    const path = paths[at] ?? []
    if (key === undefined || path.length !== 1) continue
    const wider = columnsByName(role).get(headingKey(path[0]?.text ?? ''))?.find((other) => {
      const terms = role.columns[other]?.sumOf ?? []
      return !taken.has(other) && terms.includes(key) && terms.some((term) => term !== key && taken.has(term))
    })
    if (wider === undefined) continue
    keys[at] = wider
    taken.delete(key)
    taken.add(wider)
    return true
  }
  return false
}

/** A heading that is absent, or only a year and words that any title has: 2026年预算. */
function saysLittle(path: readonly MappedText[], lexicon: Lexicon): boolean {
  return lexicon.fillers.reduce((rest, filler) => rest.replaceAll(filler, ''), headingKey(path.at(-1)?.text ?? '')) === ''
}

function firstColumn(role: TableRole, kind: 'label' | 'amount', lane: readonly string[] | undefined, taken: ReadonlySet<string>): string | undefined {
  return Object.entries(role.columns).find(([key, column]) => column.is === kind && !taken.has(key) && (lane === undefined || lane.includes(key)))?.[0]
}

interface KeyContext {
  readonly lane: number
  readonly lanes: number
  readonly kind: ColumnKind
  readonly taken: ReadonlySet<string>
  /** Only names of more than one heading. */
  readonly wholePath: boolean
}

/** Key of the vocabulary column one of whose names is a path from here: the longest path wins. */
function vocabularyKey(path: readonly MappedText[], role: TableRole, context: KeyContext): string | undefined {
  const headings = path.map((part) => headingKey(part.text)).filter((part) => part !== '')
  const lane = context.lanes > 1 ? role.lanes?.[context.lane] : undefined
  const tried = [...suffixes(headings), ...(headings.length > 1 ? [headings.join('')] : []), ...(lane ? suffixes([headingKey(lane.label), ...headings.slice(-1)]) : [])]
  const named = columnsByName(role)
  const open = (key: string): boolean => !context.taken.has(key) && fits(context.kind, standsIn(role.columns[key]?.is))
  const first = (wanted: (key: string) => boolean): string | undefined => {
    for (const candidate of tried) {
      if (context.wholePath && !candidate.includes('/')) continue
      const key = named.get(candidate)?.find(wanted)
      if (key !== undefined) return key
    }
    return undefined
  }
  return (lane && first((key) => open(key) && lane.columns.includes(key))) ?? first(open)
}

const named = new WeakMap<TableRole, ReadonlyMap<string, readonly string[]>>()

/** Keys of the columns of a role by each of their names, as headings are compared: its own name first, then in the role's order. */
function columnsByName(role: TableRole): ReadonlyMap<string, readonly string[]> {
  const ready = named.get(role)
  if (ready) return ready
  const found = new Map<string, string[]>()
  for (const [key, column] of Object.entries(role.columns)) {
    for (const name of new Set([key, ...(column.names ?? [])].flatMap((printed) => [nameKey(printed), joinedKey(printed)]))) {
      const others = found.get(name) ?? []
      found.set(name, name === nameKey(key) ? [key, ...others] : [...others, key])
    }
  }
  named.set(role, found)
  return found
}

function suffixes(headings: readonly string[]): readonly string[] {
  return headings.map((_, i) => headings.slice(i).join('/'))
}

/** A path printed in one go, or a heading broken over two rows. */
function joinedKey(name: string): string {
  return nameKey(name).replaceAll('/', '')
}

function nameKey(name: string): string {
  return name.split('/').map(headingKey).join('/')
}

/** What stands in a column that the vocabulary calls a difference or a rate. */
function standsIn(kind: TableColumn['is']): ColumnKind | undefined {
  return kind === 'difference' ? 'amount' : kind === 'rate' ? 'percent' : kind
}

/** A heading is not enough: a column of words is no amount column. */
function fits(seen: ColumnKind, wanted: ColumnKind | undefined): boolean {
  if (wanted === undefined || wanted === 'index' || wanted === 'count') return seen !== 'label' && seen !== 'code'
  const figures = seen === 'amount' || seen === 'percent'
  return (wanted === 'amount' || wanted === 'percent') === figures
}

function printedKey(path: readonly MappedText[], at: number): string {
  return foldText(path.at(-1)?.text ?? '') || `#${at + 1}`
}

function unique(key: string, path: readonly MappedText[], taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key
  const long = path.map((part) => foldText(part.text)).join('/')
  if (!taken.has(long)) return long
  for (let i = 2; ; i += 1) if (!taken.has(`${key}#${i}`)) return `${key}#${i}`
}

function measureOf(path: readonly MappedText[]): { readonly measure?: Measure } {
  const text = path.map((part) => foldText(part.text)).join('/')
  const year = /(?:19|20)\d\d(?=年|[^\d]|$)/.exec(text)?.[0]
  const unit = /\((?:单位:)?(亿元|万元|元|%|人|个|辆)\)/.exec(text)?.[1]
  if (year === undefined && unit === undefined) return {}
  return { measure: { ...(year === undefined ? {} : { year: Number(year) }), ...(unit === undefined ? {} : { unit }) } }
}
