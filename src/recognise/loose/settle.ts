import type { MappedText } from '../../source/segment.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { foldText, labelKey } from '../label.ts'
import { figureValue, lastPlace } from './figures.ts'
import type { Heading } from './heading-plan.ts'
import { onlyWay } from './only-way.ts'
import type { Option } from './only-way.ts'
import { isOneSum, placements } from './placements.ts'
import type { Placement } from './placements.ts'

/** A row of a lane whose figures are to be put under columns. */
export interface OpenRow {
  readonly code?: string
  readonly label: string
  readonly figures: readonly MappedText[]
}

/** What says that a figure is that of a column: somewhere its name is printed right before it, and not as part of the name of a rival. */
export type Evidence = (names: readonly string[], value: bigint, place: bigint, rivals?: readonly string[]) => boolean

export interface SettleContext {
  readonly role: TableRole
  readonly headings: readonly Heading[]
  readonly evidence: Evidence
  readonly isTotal: (label: string) => boolean
}

interface Open {
  readonly row: OpenRow
  readonly at: number
  readonly values: readonly bigint[]
  readonly slack: bigint
  readonly isTotal: boolean
}

/** Amounts of a row by column. */
type Amounts = readonly bigint[]


/**
 * Finds where the figures of rows stand that have fewer of them than there are columns, as far as the amounts leave one way only: a row adds
 * up to its total, the rows below a row add up to it in each column, and where the total of all has its figures is said in words
 * elsewhere. What they leave open stays open.
 */
export function settledRows(rows: readonly OpenRow[], context: SettleContext): ReadonlyMap<number, Placement> {
  const settled = new Map<number, Placement>()
  const { headings, role } = context
  if (!isOneSum(headings, role.columns)) return settled
  const open = rows.flatMap((row, at): Open[] => {
    const values = row.figures.map(({ text }) => figureValue(text))
    const known = values.filter((value) => value !== undefined && value >= 0n) as bigint[]
    const usable = values.length > 0 && known.length === values.length && values.length <= headings.length
    return usable ? [{ row, at, values: known, slack: row.figures.map(({ text }) => lastPlace(text)).reduce((a, b) => (a > b ? a : b)), isTotal: context.isTotal(row.label) }] : []
  })
  const tops = open.filter(({ isTotal }) => isTotal)
  for (const top of tops) {
    const placement = ofTotal(top, context)
    if (placement !== undefined) settled.set(top.at, placement)
  }
  for (const one of open) if (!one.isTotal && one.values.length === headings.length && !headings.some(({ floating }) => floating)) settled.set(one.at, headings.map((_, i) => i))
  // Columns a row and all below it may have figures in: its own, if it adds up, else those of the row above it.
  const used = new Map<number, readonly number[]>()
  for (const { parent, children, whole } of familiesOf(open, rows)) {
    const placement = settled.get(parent.at)
    if (placement === undefined) continue
    const amounts = amountsOf(parent.values, placement)
    const adds = fitting(parent.values, [placement], parent.slack).length > 0
    const allowed = adds ? headings.flatMap((_, i) => (i > 0 && (amounts[i] ?? 0n) > 0n ? [i] : [])) : (used.get(parent.at) ?? headings.map((_, i) => i))
    for (const { at } of children) used.set(at, allowed)
    settleChildren(amounts, children, { context, settled, slack: parent.slack, allowed, whole })
  }
  return settled
}

/** The total of all: complete, or the only way that what is printed elsewhere speaks for. */
function ofTotal({ values, slack }: Open, { headings, role, evidence }: SettleContext): Placement | undefined {
  if (values.length === headings.length && !headings.some(({ floating }) => floating)) return headings.map((_, i) => i)
  const all = fitting(values, placements(values.length, headings) ?? [], slack)
  const names = headings.map(({ key }) => [key, ...(role.columns[key]?.names ?? [])].filter((name) => !name.includes('/') && name.length > 2).map(foldText))
  const spoken = all.filter((placement) => placement.every((figure, column) => column === 0 || figure === undefined || values[figure] === 0n || evidence(names[column] ?? [], values[figure] ?? 0n, slack)))
  const ways = new Map(spoken.map((placement) => [amountsOf(values, placement).join(), placement]))
  return ways.size === 1 ? spoken[0] : undefined
}

function amountsOf(values: readonly bigint[], placement: Placement): Amounts {
  return placement.map((figure) => (figure === undefined ? 0n : (values[figure] ?? 0n)))
}

/** Ways in which the parts add up to the total, but for rounding. */
function fitting(values: readonly bigint[], ways: readonly Placement[], slack: bigint): readonly Placement[] {
  const [total = 0n, ...parts] = values
  const sum = parts.reduce((a, b) => a + b, 0n)
  return isNear(total, sum, slack * BigInt(Math.max(1, parts.length))) ? ways : []
}

function isNear(a: bigint, b: bigint, slack: bigint): boolean {
  return a - b <= slack && b - a <= slack
}

interface Family {
  readonly parent: Open
  readonly children: readonly Open[]
  /** All rows below it could be read as amounts. */
  readonly whole: boolean
}

/** Rows and those right below them: by their codes, or all rows above a total in a table without codes. Parents first. */
function familiesOf(open: readonly Open[], rows: readonly OpenRow[]): readonly Family[] {
  const coded = rows.some(({ code }) => code !== undefined)
  const family = (parent: Open, isChild: (row: OpenRow, at: number) => boolean): Family => {
    const children = open.filter(({ row, at }) => isChild(row, at))
    return { parent, children, whole: children.length === rows.filter((row, at) => row.figures.length > 0 && isChild(row, at)).length }
  }
  if (!coded) {
    const first = open.find(({ isTotal }) => isTotal)
    return first === undefined ? [] : [family(first, ({ label }, at) => at < first.at && labelKey(label) !== '')]
  }
  const lengths = [...new Set(open.flatMap(({ row }) => (row.code === undefined ? [] : [row.code.length])))].sort((a, b) => a - b)
  const [shortest] = lengths
  const tops = open.filter(({ isTotal, row }) => isTotal && row.code === undefined)
  const total = tops.length === 1 ? tops[0] : undefined
  const families: Family[] = total === undefined ? [] : [family(total, ({ code }) => code?.length === shortest)]
  for (const [i, length] of lengths.entries()) {
    const next = lengths[i + 1]
    if (next === undefined) break
    for (const parent of open.filter(({ row }) => row.code?.length === length)) families.push(family(parent, ({ code }) => code?.length === next && code.startsWith(parent.row.code ?? '')))
  }
  return families
}

interface Settling {
  readonly context: SettleContext
  readonly settled: Map<number, Placement>
  readonly slack: bigint
  readonly allowed: readonly number[]
  readonly whole: boolean
}

/** Where a row has nothing, none of the rows below it has anything; in each column they add up to it. */
function settleChildren(parent: Amounts, children: readonly Open[], { context, settled, slack, allowed, whole }: Settling): void {
  const { headings } = context
  const ways = children.map((child): readonly Placement[] => {
    const own = settled.get(child.at)
    if (own !== undefined) return [own]
    const within = distinct(child.values, (placements(child.values.length, headings) ?? []).filter((placement) => placement.every((figure, column) => column === 0 || figure === undefined || child.values[figure] === 0n || allowed.includes(column))))
    const fit = fitting(child.values, within, child.slack)
    return fit.length > 0 ? fit : within
  })
  children.forEach(({ at }, i) => {
    const [only, ...more] = ways[i] ?? []
    if (only !== undefined && more.length === 0) settled.set(at, only)
  })
  if (!whole || ways.some((own) => own.length === 0)) return
  const options = children.map(({ values }, i) => (ways[i] ?? []).map((placement): Option => ({ placement, amounts: amountsOf(values, placement) })))
  const chosen = onlyWay(parent, options, slack)
  chosen?.forEach((placement, i) => settled.set(children[i]?.at ?? -1, placement))
}

/** Ways that put the same amounts under the same columns are one. */
function distinct(values: readonly bigint[], ways: readonly Placement[]): readonly Placement[] {
  return [...new Map(ways.map((placement) => [amountsOf(values, placement).join(), placement])).values()]
}
