import { bareKey, plainKey } from './labels.ts'
import type { ColumnRelation } from './row-relations.ts'
import type { ColumnView, LaneView, TableView } from './view.ts'
import { isAddable } from './view.ts'
import { yearRows } from './year-rows.ts'

/** What the headings of a lane claim: a total column is the sum of its group; this year is last year plus the difference. */
export function headingRelations(table: TableView, lane: LaneView): ColumnRelation[] {
  return [...totals(table, lane.columns.filter(isAddable)), ...differences(lane)]
}

const says = (words: ReadonlySet<string>, column: ColumnView): boolean => {
  const heading = column.path.at(-1) ?? ''
  return words.has(plainKey(heading)) || words.has(plainKey(bareKey(heading)))
}

/** Total columns and the columns under the same head: a deeper group counts by its own total, or by all its columns. */
function totals(table: TableView, columns: readonly ColumnView[]): ColumnRelation[] {
  const { total, subtotal } = table.words
  const isTotal = (column: ColumnView): boolean => says(total, column) || says(subtotal, column)
  return columns.filter(isTotal).flatMap((column) => {
    const depth = column.path.length - 1
    const under = columns.filter((other) => other !== column && sharesHead(other, column, depth))
    const parts = groupsBelow(under, depth).flatMap((group) => {
      const own = group.find((member) => member.path.length > depth + 1 && isTotal(member))
      return own ? [own] : group
    })
    const flat = depth === 0 ? flatParts(column, columns, isTotal) : undefined
    const chosen = flat ?? parts
    if (chosen.length < 2 || chosen.some((part) => part.path.length === column.path.length && isTotal(part))) return []
    return [{ total: column, parts: chosen, alternatives: [], certain: false }]
  })
}

function sharesHead(a: ColumnView, b: ColumnView, depth: number): boolean {
  return a.path.length > depth && a.path.slice(0, depth).every((step, i) => step === b.path[i])
}

function groupsBelow(columns: readonly ColumnView[], depth: number): ColumnView[][] {
  const groups: ColumnView[][] = []
  let head: string | undefined
  for (const column of columns) {
    const own = column.path.length > depth + 1 ? column.path[depth] : undefined
    const last = groups.at(-1)
    if (own !== undefined && own === head && last) last.push(column)
    else groups.push([column])
    head = own
  }
  return groups
}

/** Without heads above: the columns from this total up to the next one, where there are several totals. */
function flatParts(column: ColumnView, columns: readonly ColumnView[], isTotal: (column: ColumnView) => boolean): ColumnView[] | undefined {
  if (columns.some((other) => other.path.length > 1) || columns.filter(isTotal).length < 2) return undefined
  const from = columns.indexOf(column)
  const next = columns.findIndex((other, i) => i > from && isTotal(other))
  return columns.slice(from + 1, next < 0 ? undefined : next)
}

/** A difference column after two columns of figures: the one is the other plus the difference. */
function differences(lane: LaneView): ColumnRelation[] {
  if (yearRows(lane)) return []
  return lane.columns.flatMap((column, i) => {
    if (column.type !== 'difference') return []
    const compared = comparedColumns(lane, i)
    const [first] = compared
    // Of two years the totals are compared, which stand first.
    const orders = first && yearOf(first.current) !== yearOf(first.earlier) ? [first] : compared
    const certain = column.known !== undefined && orders.length === 1
    return orders.map(({ current, earlier }) => ({ total: current, parts: [earlier, column], alternatives: [], certain }))
  })
}

/** The two columns that a difference or rate column compares. */
export interface ComparedColumns {
  readonly current: ColumnView
  readonly earlier: ColumnView
}

/**
 * The columns a difference or rate column may compare, likeliest first: the nearest two of figures before it where they are of two years;
 * else those of the two latest years that are printed, of one heading but for the year (2025年完成数 and 2024年完成数) where there are such,
 * the first of them being the total. The later year is the current one; where no years are printed, both orders of the nearest are given.
 */
export function comparedColumns(lane: LaneView, at: number): readonly ComparedColumns[] {
  const before = lane.columns.slice(0, at).filter(isAddable)
  const [first, second] = before.slice(-2)
  if (!first || !second) return []
  const [one, two] = [yearOf(first), yearOf(second)]
  if (one !== undefined && two !== undefined && one !== two) return [one > two ? { current: first, earlier: second } : { current: second, earlier: first }]
  const ofYears = pairsOfYears(before)
  if (ofYears.length > 0) return ofYears
  return one !== undefined && one === two ? [] : [{ current: second, earlier: first }, { current: first, earlier: second }]
}

/** Pairs of columns of the two latest years: those of one heading, else all. */
function pairsOfYears(columns: readonly ColumnView[]): readonly ComparedColumns[] {
  const [latest, before] = [...new Set(columns.flatMap((column) => yearOf(column) ?? []))].sort((a, b) => b - a)
  if (latest === undefined || before === undefined) return []
  const pairs = columns.filter((column) => yearOf(column) === latest).flatMap((current) => columns.filter((column) => yearOf(column) === before).map((earlier) => ({ current, earlier })))
  const alike = pairs.filter(({ current, earlier }) => yearless(current) === yearless(earlier))
  return alike.length > 0 ? alike.slice(0, 1) : pairs.slice(0, MOST_PAIRS)
}

const MOST_PAIRS = 4
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/u

const yearless = (column: ColumnView): string => column.path.join('/').replace(new RegExp(YEAR, 'gu'), '')

function yearOf(column: ColumnView): number | undefined {
  if (column.column?.measure?.year !== undefined) return column.column.measure.year
  const printed = YEAR.exec(column.path.join(' '))?.[0]
  return printed === undefined ? undefined : Number(printed)
}
