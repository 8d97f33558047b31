import type { MappedText } from '../../source/segment.ts'
import type { TableRole } from '../../vocabulary/types.ts'

/** An item that is a column, and the line of headings its name stands in. */
export interface TurnedItem {
  readonly key: string
  readonly label: MappedText
  readonly line: number
}

/** The figures of an item by their numbers, one for each stage; undefined where it is blank. */
export interface ReadItem {
  readonly item: TurnedItem
  readonly figures: readonly (number | undefined)[]
}

export interface ReadingContext {
  readonly role: TableRole
  readonly stages: number
  /** Whether a figure is said to be that of an item elsewhere. */
  readonly says: (item: TurnedItem, value: bigint) => boolean
}

const MOST_BLANKS = 4

/** The one order of items, and choice of blanks, in which sums are right; of several the one for which something else speaks; where no cell is blank, else the one in which all are right but one. */
export function onlyReading(items: readonly TurnedItem[], values: readonly bigint[], context: ReadingContext): readonly ReadItem[] | undefined {
  const slots = items.length * context.stages
  if (values.length > slots || slots - values.length > MOST_BLANKS) return undefined
  const found = new Map<string, readonly ReadItem[]>()
  for (const order of ordersOf(items, context.role)) {
    for (const blanks of choices(slots, slots - values.length)) {
      const read = laid(order, blanks, context.stages)
      if (sumsOf(read, values, context).some(({ isRight }) => !isRight)) continue
      const amounts = [...read].sort((a, b) => (a.item.key < b.item.key ? -1 : 1)).map(({ figures }) => figures.map((figure) => String(figure === undefined ? 0n : values[figure])).join('/'))
      found.set(amounts.join(' '), read)
    }
  }
  const all = [...found.values()]
  return all.length > 0 || values.length < slots ? borneOut(all, items, values, context) : mostSaid(misprinted(items, values, context), values, context)
}

/** Of several readings the one of which most amounts are said elsewhere. */
function mostSaid(all: readonly (readonly ReadItem[])[], values: readonly bigint[], { says }: ReadingContext): readonly ReadItem[] | undefined {
  if (all.length <= 1) return all[0]
  const counts = all.map((read) => read.filter(({ item, figures }) => figures.some((figure) => figure !== undefined && values[figure] !== 0n && says(item, values[figure] ?? 0n))).length)
  const most = Math.max(...counts)
  return most > 0 && counts.filter((count) => count === most).length === 1 ? all[counts.indexOf(most)] : undefined
}

/** Of several readings the one whose amounts that differ are said elsewhere. */
function borneOut(all: readonly (readonly ReadItem[])[], items: readonly TurnedItem[], values: readonly bigint[], context: ReadingContext): readonly ReadItem[] | undefined {
  if (all.length <= 1) return all[0]
  const amountOf = (read: readonly ReadItem[], item: TurnedItem): readonly bigint[] => read.find((one) => one.item === item)?.figures.map((figure) => (figure === undefined ? 0n : (values[figure] ?? 0n))) ?? []
  const open = items.filter((item) => new Set(all.map((read) => amountOf(read, item).join())).size > 1)
  const said = all.filter((read) => open.every((item) => amountOf(read, item).every((value) => value === 0n) || amountOf(read, item).some((value) => value !== 0n && context.says(item, value))))
  return said.length === 1 ? said[0] : undefined
}

/** Orders of the items: parts stand right of their subtotal, items of one line of headings stay in order. */
function ordersOf(items: readonly TurnedItem[], role: TableRole): readonly (readonly TurnedItem[])[] {
  const blocks = items.flatMap((item): readonly TurnedItem[][] => {
    const parts = role.rows?.sums?.[item.key] ?? []
    // A total of all has its items beside it, a subtotal its parts.
    const isSubtotal = items.some((other) => role.rows?.sums?.[other.key]?.includes(item.key))
    return isSubtotal && parts.length > 0 ? [[item, ...items.filter(({ key }) => parts.includes(key))]] : []
  })
  const inBlocks = new Set(blocks.flat())
  const units = [...items.filter((item) => !inBlocks.has(item)).map((item) => [item]), ...blocks]
  const single = (unit: readonly TurnedItem[]): boolean => unit.length === 1
  return permutations(units).filter((order) => order.every((unit, i) => order.slice(i + 1).every((later) => !single(unit) || !single(later) || unit[0]?.line !== later[0]?.line || items.indexOf(unit[0] as TurnedItem) < items.indexOf(later[0] as TurnedItem)))).map((order) => order.flat())
}

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length === 0) return [[]]
  return all.flatMap((one, i) => permutations([...all.slice(0, i), ...all.slice(i + 1)]).map((rest) => [one, ...rest]))
}

/** Choices of so many of the numbers below `from`. */
function choices(from: number, count: number, start = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return Array.from({ length: Math.max(0, from - start) }, (_, i) => start + i).flatMap((first) => choices(from, count - 1, first + 1).map((rest) => [first, ...rest]))
}

function laid(order: readonly TurnedItem[], blanks: readonly number[], stages: number): readonly ReadItem[] {
  let next = 0
  return order.map((item, i) => ({ item, figures: Array.from({ length: stages }, (_, stage) => (blanks.includes(i * stages + stage) ? undefined : next++)) }))
}

/** The orders, a total first and all before their parts, in which all sums are right but one, and one of them is of something. */
function misprinted(items: readonly TurnedItem[], values: readonly bigint[], context: ReadingContext): readonly (readonly ReadItem[])[] {
  const isBefore = (order: readonly TurnedItem[], total: string, part: string): boolean => order.findIndex(({ key }) => key === total) < order.findIndex(({ key }) => key === part)
  const has = (key: string): boolean => items.some((item) => item.key === key)
  const pairs = Object.entries(context.role.rows?.sums ?? {}).flatMap(([total, parts]) => parts.filter((part) => has(total) && has(part)).map((part) => [total, part] as const))
  return ordersOf(items, context.role).filter(([first, ...rest]) => pairs.some(([total]) => total === first?.key) && pairs.every(([total, part]) => isBefore(first ? [first, ...rest] : rest, total, part))).map((order) => laid(order, [], context.stages)).filter((read) => {
    const sums = sumsOf(read, values, context)
    return sums.filter(({ isRight }) => !isRight).length === 1 && sums.some(({ isRight, whole }) => isRight && whole !== 0n)
  })
}

interface SumOfItems {
  readonly whole: bigint
  readonly isRight: boolean
}

/** The sums of the role whose parts are there, in each stage. */
function sumsOf(read: readonly ReadItem[], values: readonly bigint[], { role, stages }: ReadingContext): readonly SumOfItems[] {
  const amount = (key: string, stage: number): bigint | undefined => {
    const own = read.find(({ item }) => item.key === key)
    const figure = own?.figures[stage]
    return own === undefined ? undefined : figure === undefined ? 0n : (values[figure] ?? 0n)
  }
  return Object.entries(role.rows?.sums ?? {}).flatMap(([total, parts]) => Array.from({ length: stages }, (_, stage) => stage).flatMap((stage): readonly SumOfItems[] => {
    const [whole, ...rest] = [total, ...parts].map((key) => amount(key, stage))
    if (whole === undefined || rest.some((part) => part === undefined)) return []
    return [{ whole, isRight: whole === (rest as bigint[]).reduce((a, b) => a + b, 0n) }]
  }))
}
