import type { Placement } from './placements.ts'

/** A way to place the figures of a row, and what it has in each column then. */
export interface Option {
  readonly placement: Placement
  readonly amounts: readonly bigint[]
}

const MOST_TRIED = 60_000
/** Of how many sums one may be right by chance. */
const CHANCE = 1000n

/**
 * The one choice of ways in which rows add up to the row above them; undefined if there is none, or another. Where no choice fits
 * all columns, a misprint may stand in one: then a column that only one choice fits decides, if that can hardly be chance.
 */
export function onlyWay(parent: readonly bigint[], rows: readonly (readonly Option[])[], slack: bigint): readonly Placement[] | undefined {
  if (rows.length === 0) return undefined
  const columns = parent.flatMap((_, i) => (i === 0 ? [] : [i]))
  const all = tried(parent, rows, { columns, slack })
  if (all === 'none') return byOneColumn(parent, rows, slack)
  return all === 'several' ? undefined : all
}

function byOneColumn(parent: readonly bigint[], rows: readonly (readonly Option[])[], slack: bigint): readonly Placement[] | undefined {
  const open = rows.filter((options) => options.length > 1)
  if (open.some((options) => options.length > 2)) return undefined
  const found = parent.flatMap((total, column) => {
    const differ = open.every(([one, other]) => one?.amounts[column] !== other?.amounts[column])
    if (column === 0 || total === 0n || !differ) return []
    const way = tried(parent, rows, { columns: [column], slack })
    return typeof way === 'string' || !isNoChance(total, rows, { way, column, slack }) ? [] : [way]
  })
  const [first, ...more] = found
  return first !== undefined && more.every((way) => way.join('|') === first.join('|')) ? first : undefined
}

/** All open rows on one side are no choice among many; else the sums that could be made must be few beside the amount. */
function isNoChance(total: bigint, rows: readonly (readonly Option[])[], { way, column, slack }: { readonly way: readonly Placement[]; readonly column: number; readonly slack: bigint }): boolean {
  const open = rows.flatMap((options, i) => (options.length > 1 ? [way[i]?.[column] !== undefined] : []))
  const sums = new Set(open).size === 1 ? 2n : 2n ** BigInt(open.length)
  return open.length > 0 && sums * 2n * toleranceOf(rows.length, slack) * CHANCE < total
}

const toleranceOf = (rows: number, slack: bigint): bigint => slack * BigInt(Math.ceil((rows + 1) / 2))

interface Trying {
  /** Columns in which the rows must add up. */
  readonly columns: readonly number[]
  readonly slack: bigint
}

function tried(parent: readonly bigint[], rows: readonly (readonly Option[])[], { columns, slack }: Trying): readonly Placement[] | 'none' | 'several' {
  const tolerance = toleranceOf(rows.length, slack)
  let count = 0
  let found: readonly Placement[] | undefined
  let several = false
  const walk = (at: number, rest: readonly bigint[], chosen: readonly Placement[]): void => {
    count += 1
    if (several || count > MOST_TRIED) return
    if (at === rows.length) {
      if (!columns.every((column) => (rest[column] ?? 0n) <= tolerance)) return
      several = found !== undefined
      found = chosen
      return
    }
    for (const { placement, amounts } of rows[at] ?? []) {
      const left = rest.map((value, column) => value - (amounts[column] ?? 0n))
      if (columns.every((column) => (left[column] ?? 0n) >= -tolerance)) walk(at + 1, left, [...chosen, placement])
    }
  }
  walk(0, parent, [])
  if (several || count > MOST_TRIED) return 'several'
  return found ?? 'none'
}
