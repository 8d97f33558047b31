import { labelKey, numbering } from './labels.ts'
import type { RowTree } from './row-tree.ts'
import type { Entry, Strand } from './strand.ts'
import { unitParts } from './unit-rows.ts'

/** A total row and the sets of rows it may be the sum of, likeliest first. */
export interface TotalRow {
  readonly total: Entry
  readonly sets: readonly (readonly Entry[])[]
}

/** At most this many ways to read one total (DESIGN §3). */
const MOST_SETS = 5

/** The total rows of a strand: the sums the role names, else what stands above, or below a total printed first. */
export function totalRows(strand: Strand, tree: RowTree): TotalRow[] {
  const sums = strand.table.role?.rows?.sums ?? {}
  const rows: TotalRow[] = []
  for (const entry of strand.entries) {
    const { name } = entry.row
    const parts = (name !== undefined && Object.hasOwn(sums, name) ? sums[name] : undefined) ?? []
    const found = parts.map((part) => namedPart(part, entry, strand))
    // A part that is not found may stand under a name nobody knows.
    const named = found.some((rows) => rows.length === 0) && strand.entries.some(isUnknown) ? [] : found.flat()
    const placed = isSum(entry) ? partsByPlace(entry, strand, tree) : []
    const sets = distinct([named, ...placed, ...placed.map((set) => withoutLoose(set, tree)), ...placed.map((set) => withoutSecond(set, strand)), ...placed.map(withoutNamed)])
    if (sets.length > 0) rows.push({ total: entry, sets: sets.slice(0, MOST_SETS) })
  }
  return [...rows, ...unitParts(strand, tree)]
}

const isUnknown = ({ row }: Entry): boolean => row.kind === 'item' && row.name === undefined && row.code === undefined && row.key !== ''

/** The set without rows that the role has a name for: what the year began with stands above what was spent without being a part of it. */
const withoutNamed = (set: readonly Entry[]): readonly Entry[] => set.filter(({ row }) => row.name === undefined)

/** The set without rows that may only break down another row of it. */
function withoutLoose(set: readonly Entry[], tree: RowTree): readonly Entry[] {
  const here = new Set(set)
  return set.filter((entry) => {
    const above = tree.looseParent(entry)
    return above === undefined || !here.has(above)
  })
}

/** Whether a row is a total by its label. */
export function isSum(entry: Entry): boolean {
  return entry.row.kind === 'total' || entry.row.kind === 'subtotal'
}

/** Whether the rows of its lane are closed by a total above this row, or by this row. A total at the head of a lane closes nothing. */
export function isBelowSum(entry: Entry, entries: readonly Entry[]): boolean {
  const own = entries.filter(({ lane }) => lane === entry.lane)
  const first = own.findIndex(isSum)
  return first > 0 && own.indexOf(entry) >= first
}

function distinct(sets: readonly (readonly Entry[])[]): (readonly Entry[])[] {
  const seen = new Set<string>()
  return sets.filter((set) => {
    const key = set.map((entry) => entry.at).join()
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The row of that name in the total's lane, or where it is not printed those of its own parts; of a name printed twice the one nearest above the total. */
function namedPart(name: string, total: Entry, strand: Strand): readonly Entry[] {
  const key = labelKey(name, strand.table.words.part)
  const inLane = strand.entries.filter((entry) => entry !== total && entry.lane === total.lane)
  const called = inLane.filter((entry) => entry.row.name === name)
  const rows = called.length > 0 ? called : inLane.filter((entry) => entry.row.key === key)
  const row = rows.findLast((entry) => entry.at < total.at) ?? rows[0]
  if (row) return [row]
  const within = (strand.table.role?.rows?.sums?.[name] ?? []).map((part) => (part === name ? [] : namedPart(part, total, strand)))
  return within.some((found) => found.length === 0) ? [] : within.flat()
}

/**
 * The set without rows that may only break down the row above: right below an "of which", where the second part of the same whole may have
 * lost its indent, or with the code of the row above, whose projects or units they are.
 */
function withoutSecond(set: readonly Entry[], { entries }: Strand): readonly Entry[] {
  return set.filter((entry) => {
    const above = entries[entry.at - 1]
    return above === undefined || above.lane !== entry.lane || (above.row.kind !== 'part' && (entry.row.code === undefined || above.row.code !== entry.row.code))
  })
}

/** The total rows right above a total row, with nothing between them, and how many more follow right below it. */
function runOfSums(entry: Entry, { entries }: Strand): { readonly above: readonly Entry[]; readonly below: number } {
  const isNext = (at: number): boolean => entries[at]?.lane === entry.lane && isSum(entries[at])
  let first = entry.at
  while (isNext(first - 1)) first -= 1
  let last = entry.at
  while (isNext(last + 1)) last += 1
  return { above: entries.slice(first, entry.at), below: last - entry.at }
}

/** Whether a total is called so and no more: 合计, not 人员经费合计. */
function isBare({ row }: Entry, { table: { words } }: Strand): boolean {
  return words.total.has(row.key) || words.subtotal.has(row.key)
}

function partsByPlace(total: Entry, strand: Strand, tree: RowTree): (readonly Entry[])[] {
  const { entries } = strand
  const before = entries.slice(0, total.at)
  const after = entries.slice(total.at + 1)
  const previous = before.findLast(isSum)
  const next = after.find(isSum)
  const numbered = numberedBelow(total, after)
  if (numbered.length > 1) return [numbered]
  const headed = headedBelow(total, after)
  if (headed.length > 0) return [headed]
  // Of three and more totals below each other the last has the others as parts; what those cover, only their names can tell.
  const run = runOfSums(total, strand)
  if (run.above.length + run.below > 1 && run.below > 0 && !isBare(total, strand)) return []
  // A total that "of which" follows is broken down below, whatever stands above it.
  if (entries[total.at + 1]?.row.kind === 'part') return []
  const between = topLevel(entries.slice((previous?.at ?? -1) + 1, total.at), tree)
  if (!previous && between.length > 0) return [between, ...joined(total, strand, tree)]
  if (!previous || before.every((entry) => isSum(entry) || entry.row.kind === 'unit')) {
    const below = belowLeading(entries.slice(total.at + 1, next?.at), tree)
    const adjacent = next && next.at === total.at + 1 ? [[next]] : []
    const same = next && next.row.key === total.row.key ? partsByPlace(next, strand, tree) : []
    const subtotals = after.filter((entry) => entry.row.kind === 'subtotal')
    return [...(total.row.kind === 'total' && subtotals.length > 1 ? [subtotals] : []), ...below, ...adjacent, ...same]
  }
  // Where the table begins with a total of this name, each of them heads the rows below it.
  const first = entries.find(({ row }) => row.kind !== 'unit')
  if (first?.row.key === total.row.key && isSum(first) && first !== total) return [...belowLeading(entries.slice(total.at + 1, next?.at), tree), between]
  const leads = entries.slice(0, previous.at).every((entry) => isSum(entry) || entry.row.kind === 'unit')
  const sums = before.filter((entry) => isSum(entry) && entry.row.key !== total.row.key)
  if (between.length === 0 && isApart(previous, total, strand)) return []
  if (between.length === 0) return previous.row.key === total.row.key ? partsByPlace(previous, strand, tree) : [...(run.above.length > 1 ? [run.above] : []), ...(sums.length > 1 ? [sums] : []), [previous]]
  if (leads && previous.row.kind === 'subtotal') return [...belowLeading(entries.slice(total.at + 1, next?.at), tree), between]
  if (leads) return [between, [previous, ...between]]
  if (total.row.kind === 'subtotal') return [...(subtotalsHead(strand) ? belowLeading(entries.slice(total.at + 1, next?.at), tree) : []), between]
  const subtotals = before.filter((entry) => entry.row.kind === 'subtotal')
  return [...(subtotals.length > 1 ? [[...subtotals, ...(previous.row.kind === 'subtotal' ? between : [])]] : []), [previous, ...between], between, topLevel(before, tree)]
}

/** Whether subtotals stand above what they add up: no item comes before the first of them. */
function subtotalsHead({ entries }: Strand): boolean {
  const first = entries.findIndex(({ row }) => row.kind === 'subtotal')
  return first >= 0 && entries.slice(0, first).every((entry) => isSum(entry) || entry.row.kind === 'unit')
}

/** Whether the role knows both totals by different names, and none as a sum: income of the year, then expenditure of the year. */
function isApart({ row: above }: Entry, { row }: Entry, strand: Strand): boolean {
  const sums = strand.table.role?.rows?.sums ?? {}
  return above.name !== undefined && row.name !== undefined && above.name !== row.name && !Object.hasOwn(sums, row.name)
}

/** The rows a total with a list number heads: those with deeper numbers right below it. */
function numberedBelow(total: Entry, after: readonly Entry[]): readonly Entry[] {
  const depth = numbering(total.row.label)?.depth
  if (depth === undefined) return []
  const deeper = (entry: Entry): number | undefined => (isSum(entry) || entry.lane !== total.lane ? undefined : numbering(entry.row.label)?.depth)
  const end = after.findIndex((entry) => (deeper(entry) ?? 0) <= depth)
  const below = after.slice(0, end < 0 ? after.length : end)
  const top = Math.min(...below.map((entry) => deeper(entry) ?? 0))
  return below.filter((entry) => deeper(entry) === top)
}

/** The rows without numbers between a total with a list number and the next number: 一、本年收入 above its sources, then 二、上年结转. */
function headedBelow(total: Entry, after: readonly Entry[]): readonly Entry[] {
  if (numbering(total.row.label) === undefined) return []
  const end = after.findIndex((entry) => isSum(entry) || entry.lane !== total.lane || numbering(entry.row.label) !== undefined)
  const closes = end >= 0 && numbering(after[end]?.row.label ?? '') !== undefined && !isSum(after[end] as Entry)
  return closes ? after.slice(0, end).filter(({ row }) => row.kind === 'item') : []
}

/** Rows that stand under none of the others; rows of organisations count as their heads. */
function topLevel(rows: readonly Entry[], tree: RowTree): Entry[] {
  const here = new Set(rows)
  return rows.filter((entry) => !isSum(entry) && entry.row.kind !== 'part' && !isWithin(entry, tree, here))
}

function isWithin(entry: Entry, tree: RowTree, rows: ReadonlySet<Entry>): boolean {
  const parent = tree.parent(entry)
  return parent !== undefined && rows.has(parent)
}

/** What a total printed first covers: the organisations below it or, read without them, all items. */
function belowLeading(rows: readonly Entry[], tree: RowTree): (readonly Entry[])[] {
  const top = topLevel(rows, tree)
  const units = top.filter((entry) => entry.row.kind === 'unit')
  if (units.length === 0) return [top]
  const [first] = units
  const items = top.filter((entry) => entry.row.kind !== 'unit')
  return [...(first ? [[first]] : []), units, items, top]
}

/** A coded list continued from lane to lane may print its total under its first lane: the lanes up to the next total belong to it. */
function joined(total: Entry, strand: Strand, tree: RowTree): (readonly Entry[])[] {
  const lastOfLane = strand.entries[total.at + 1]?.lane !== total.lane
  if (!lastOfLane || total.at === strand.entries.length - 1) return []
  const next = strand.entries.slice(total.at + 1).find(isSum)
  return next ? [] : [topLevel(strand.entries, tree)]
}
