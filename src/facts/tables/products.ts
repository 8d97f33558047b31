import { judgeTerms, leaf, parseQuantity, unitOf } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import { computed } from '../prose/reading/claim-item.ts'
import type { Quantity, Term, Unit } from '../quantity.ts'
import { absentValue, listValue, textValue } from '../values.ts'
import type { AbsentValue } from '../value.ts'
import { figure } from './cell-value.ts'
import type { StandingOf } from './compositions.ts'
import { bareKey, labelKey, lastRemark, plainKey } from './labels.ts'
import { tableStanding, type TablePart } from './part.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'

/** Other rows in which number times price is the amount, at the least: the headings alone do not say that it must be. */
const WITNESSES = 2
const PLAIN: Unit = { dimension: 'number', symbol: '', exponent: 0 }

type Printed = CellView & { readonly quantity: Quantity }

/** A row's number, price, months or times, and amount. */
interface Product {
  readonly row: RowView
  readonly factors: readonly [Printed, ...Printed[]]
  readonly amount: Printed
  readonly holds: boolean
}

/** Amounts beside a number and the price of one, as items of kind `equation` (origin `row`), where all rows but one at most bear them out. */
export function tableProducts({ view, ground }: TablePart): Item[] {
  const table = view()
  const standing = tableStanding(ground)
  return table.lanes.flatMap((lane) => {
    const products = productsOf(lane, table)
    const fails = products.filter(({ holds }) => !holds).length
    return fails > 1 || products.length - fails < WITNESSES + (fails === 0 ? 1 : 0) ? [] : products.map((product) => equation(table, product, standing))
  })
}

function productsOf(lane: LaneView, { words }: TableView): readonly Product[] {
  const sole = (columns: readonly ColumnView[]): ColumnView | undefined => (columns.length === 1 ? columns[0] : undefined)
  const isOf = ({ heading }: ColumnView, headings: ReadonlySet<string>): boolean => headings.has(plainKey(bareKey(labelKey(heading))))
  const periods = lane.columns.filter((column) => isOf(column, words.times))
  const others = lane.columns.filter((column) => !periods.includes(column))
  const number = sole(others.filter(({ type }) => type === 'count')) ?? sole(others.filter((column) => column.type === 'text' && isOf(column, words.count))) ?? sole(periods)
  const times = periods.filter((column) => column !== number)
  const price = sole(others.filter(({ heading }) => words.isForEach(heading)))
  const amount = sole(others.filter((column) => column.type === 'amount' && column.index > (price?.index ?? column.index) && isOf(column, words.product)))
  if (!number || !price || !amount || [number, ...times].some(({ index }) => index > amount.index)) return []
  return lane.rows.flatMap((row): readonly Product[] => {
    if (row.kind !== 'item') return []
    const [a, b, c, ...more] = [counted(lane.cell(row, number)), withQuantity(lane.cell(row, price)), lane.cell(row, amount), ...times.map((column) => counted(lane.cell(row, column)))]
    if (!a || !b || !c || !isPrinted(a) || !isPrinted(b) || !isPrinted(c) || !more.every(isPrinted)) return []
    const factors = [a, b, ...more] as const
    return [{ row, factors, amount: c, holds: ['exact', 'explainable'].includes(judgeTerms('equal', leaf(c.quantity), term(factors)).verdict) }]
  })
}

const isPrinted = (cell: CellView): cell is Printed => cell.quantity !== undefined && cell.quantity.digits !== 0n

/** A number printed with what is counted, in a column of words because its total counts several kinds. */
function counted(cell: CellView): CellView {
  const quantity = cell.quantity ?? (cell.printed === undefined ? undefined : parseQuantity(cell.printed, { unit: '' }))
  return quantity && quantity.unit.dimension !== 'money' ? { ...cell, quantity: { ...quantity, unit: PLAIN } } : cell
}

/** Figures of a price are no amounts that add up, so its column is read as words. */
function withQuantity(cell: CellView): CellView {
  const quantity = cell.quantity ?? (cell.printed === undefined ? undefined : parseQuantity(cell.printed, { unit: unitOfPrice(cell.column) }))
  return { ...cell, quantity }
}

/** The money a heading says a price is in: 标准（元/人·年） is in yuan, whatever the unit above the table. */
function unitOfPrice({ heading, unit }: ColumnView): string {
  const [said] = lastRemark(heading)?.split('/') ?? []
  return said !== undefined && unitOf(said)?.dimension === 'money' ? said : (unit ?? '')
}

const term = (factors: readonly Printed[]): Term => ({ op: 'times', args: factors.map(({ quantity }) => leaf(quantity)) })

function equation(table: TableView, { row, factors, amount }: Product, standing: StandingOf): Item {
  const label = row.label.trim()
  const inputs = factors.map((factor) => figure(factor, factor.quantity))
  const near = absentValue('missing-value', amount.pointer) as AbsentValue
  return makeItem({
    kind: 'equation',
    ref: { pointer: amount.pointer },
    text: String(amount.printed),
    reading: amount.reading,
    standing: standing(table, label),
    attributes: {
      result: () => figure(amount, amount.quantity),
      computed: () => computed(term(factors), inputs, near),
      terms: () => listValue(inputs),
      origin: () => textValue('row'),
      name: () => textValue(label, { pointer: row.labelPointer }),
      text: () => textValue(label, { pointer: row.labelPointer }),
    },
  })
}
