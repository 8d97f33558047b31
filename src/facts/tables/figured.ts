import { judgeTerms, leaf, parseQuantity } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import { computed } from '../prose/reading/claim-item.ts'
import type { Quantity, Term } from '../quantity.ts'
import { absentValue, listValue, textValue } from '../values.ts'
import type { AbsentValue } from '../value.ts'
import { comesNear } from './candidate.ts'
import { figure } from './cell-value.ts'
import type { StandingOf } from './compositions.ts'
import { bareKey, plainKey } from './labels.ts'
import { tableStanding, type TablePart } from './part.ts'
import { rowCandidates } from './row-relations.ts'
import type { CellView, ColumnView, LaneView, RowView, TableView } from './view.ts'
import { isAddable } from './view.ts'

/** Rows that must bear a relation out before another row is held to it: no heading says that it holds. */
const WITNESSES = 2
/** The fewer decimals a rate has, the more easily it fits by chance. */
const COARSE_WITNESSES = 4
const FINE = 2
/** More columns or rows than these are no table that people reckon in. */
const MOST_COLUMNS = 16
const MOST_ROWS = 300
const FEWEST_PARTS = 3

type Figure = CellView & { readonly quantity: Quantity }

/** A figure of a row and what it comes to by the other figures. */
interface Reckoned {
  readonly row: RowView
  readonly result: Figure
  readonly inputs: readonly Figure[]
  readonly term: Term
  readonly holds: boolean
  /** It says something: no 0 % or 100 %, no sum of one part. */
  readonly telling: boolean
}

type Reckon = (row: RowView) => Omit<Reckoned, 'holds' | 'row'> | undefined

/**
 * Rates, sums and running totals that no heading declares, as items of kind `equation` (origins `rate`, `columns`, `running`): where the figures of all rows
 * but one at most bear them out, to the last digit, that one is likely a slip.
 */
export function tableFigures({ view, ground }: TablePart): Item[] {
  const table = view()
  const standing = tableStanding(ground)
  const items = (origin: string, found: readonly (readonly Reckoned[])[]): Item[] => {
    const [first, ...others] = found
    return (first ?? []).map((one) => equation(one, { origin, standing: standing(table, one.row.label.trim()), readings: others.flatMap((other) => other.filter(({ row }) => row === one.row)) }))
  }
  return table.lanes.flatMap((lane) => {
    if (lane.columns.length > MOST_COLUMNS || lane.rows.length > MOST_ROWS) return []
    const claimed = new Set(rowCandidates(table).map(({ total }) => total.column))
    return lane.columns.flatMap((column) => {
      if (column.type === 'percent') return items('rate', best(lane, rates(lane, column), (rows) => enough(rows)))
      if (!isAddable(column)) return []
      const running = isRunning(column, table) ? best(lane, runs(lane, column), (rows) => rows.filter(({ holds, telling }) => holds && telling).length > WITNESSES) : []
      const sums = running.length > 0 || claimed.has(column) ? [] : best(lane, sumsBeside(lane, column), (rows) => rows.filter(({ holds, telling }) => holds && telling).length > WITNESSES && rows.every(near))
      return [...items('running', running), ...items('columns', sums)]
    })
  })
}

const isRunning = ({ heading }: ColumnView, { words }: TableView): boolean => words.isRunning(plainKey(bareKey(heading)))

const near = ({ holds, result, inputs }: Reckoned): boolean => holds || comesNear({ total: result, parts: inputs })

/** Whether enough rows bear a rate out, and not all of them by one and the same rate. */
function enough(rows: readonly Reckoned[]): boolean {
  const telling = rows.filter(({ holds, telling }) => holds && telling)
  const places = Math.min(...telling.map(({ result }) => result.quantity.places))
  return telling.length >= Math.max(WITNESSES, COARSE_WITNESSES - Math.min(places, FINE)) && new Set(telling.map(({ result }) => result.quantity.digits)).size > 1
}

/** Of several ways to reckon a column those that fit most rows, if all but one at most fit. */
function best(lane: LaneView, ways: readonly Reckon[], accept: (rows: readonly Reckoned[]) => boolean): readonly (readonly Reckoned[])[] {
  const read = ways.map((way) => reckonAll(lane, way)).filter((rows) => rows.length > 0 && accept(rows))
  const fewest = Math.min(...read.map((rows) => rows.filter(({ holds }) => !holds).length))
  return read.filter((rows) => rows.filter(({ holds }) => !holds).length === fewest)
}

function reckonAll(lane: LaneView, way: Reckon): readonly Reckoned[] {
  const found: Reckoned[] = []
  let fails = 0
  for (const row of lane.rows) {
    const one = row.kind === 'index' || row.kind === 'empty' ? undefined : way(row)
    if (!one) continue
    const holds = ['exact', 'explainable', 'rounding'].includes(judgeTerms('equal', leaf(one.result.quantity), one.term).verdict)
    if (!holds && ++fails > 1) return []
    found.push({ ...one, row, holds })
  }
  return found
}

/** A rate as the share that one column, or two beside each other, or a column in its total, has of another. */
function rates(lane: LaneView, rate: ColumnView): readonly Reckon[] {
  const amounts = lane.columns.filter((column) => column.type === 'amount' || column.type === 'count')
  const totals = lane.rows.filter(({ kind }) => kind === 'total')
  const ratio = (parts: readonly ((row: RowView) => CellView)[], whole: (row: RowView) => CellView): Reckon => (row) => {
    const [result, b] = [asPercent(lane.cell(row, rate)), whole(row)]
    const inputs = parts.map((part) => part(row)).filter(isFigure)
    const [a] = inputs
    if (!result || !a || inputs.length < parts.length || !isFigure(b) || a === b || b.quantity.digits === 0n || inputs.some(({ quantity }) => quantity.unit.symbol !== b.quantity.unit.symbol)) return undefined
    const scale = 10n ** BigInt(result.quantity.places)
    const part: Term = inputs.length > 1 ? { op: 'sum', args: inputs.map(({ quantity }) => leaf(quantity)) } : leaf(a.quantity)
    return { result, inputs: [...inputs, b], term: { op: 'ratio', args: [part, leaf(b.quantity)] }, telling: result.quantity.digits !== 0n && result.quantity.digits !== 100n * scale }
  }
  const cell = (column: ColumnView) => (row: RowView): CellView => lane.cell(row, column)
  const [total, ...more] = totals
  return amounts.flatMap((part, i) => {
    const next = amounts[i + 1]
    const wholes = amounts.filter((whole) => whole !== part && whole.type === part.type)
    return [
      ...wholes.map((whole) => ratio([cell(part)], cell(whole))),
      ...(next ? wholes.filter((whole) => whole !== next).map((whole) => ratio([cell(part), cell(next)], cell(whole))) : []),
      ...(total && more.length === 0 ? [ratio([cell(part)], () => lane.cell(total, part))] : []),
    ]
  })
}

function asPercent(cell: CellView): Figure | undefined {
  const quantity = cell.quantity ?? (cell.printed === undefined ? undefined : parseQuantity(String(cell.printed), { unit: '%' }))
  return quantity?.unit.dimension === 'percent' ? { ...cell, quantity } : undefined
}

const isFigure = (cell: CellView): cell is Figure => cell.quantity !== undefined

/** A column as the sum of three and more columns right before or after it. */
function sumsBeside(lane: LaneView, total: ColumnView): readonly Reckon[] {
  const at = lane.columns.indexOf(total)
  const alike = (column: ColumnView | undefined): column is ColumnView => column !== undefined && column.type === total.type && column.unit === total.unit
  const run = (step: 1 | -1): readonly ColumnView[] => {
    const found: ColumnView[] = []
    for (let i = at + step; alike(lane.columns[i]); i += step) found.push(lane.columns[i] as ColumnView)
    return found
  }
  return [run(-1), run(1)].flatMap((columns) => columns.flatMap((_, i) => (i + 1 < FEWEST_PARTS ? [] : [sumOf(lane, total, columns.slice(0, i + 1))])))
}

function sumOf(lane: LaneView, total: ColumnView, columns: readonly ColumnView[]): Reckon {
  return (row) => {
    const result = lane.cell(row, total)
    const inputs = columns.map((column) => lane.cell(row, column)).filter(isFigure)
    if (!isFigure(result) || inputs.length < FEWEST_PARTS) return undefined
    return { result, inputs, term: { op: 'sum', args: inputs.map(({ quantity }) => leaf(quantity)) }, telling: inputs.filter(({ quantity }) => quantity.digits !== 0n).length > 1 }
  }
}

/** A running total as the sum of another column down to its row. */
function runs(lane: LaneView, running: ColumnView): readonly Reckon[] {
  const rows = lane.rows.filter(({ kind }) => kind === 'item')
  return lane.columns.filter((column) => column !== running && isAddable(column) && column.unit === running.unit).map((column): Reckon => (row) => {
    const at = rows.indexOf(row)
    const [result, inputs] = [lane.cell(row, running), rows.slice(0, at + 1).map((above) => lane.cell(above, column))]
    if (at < 0 || !isFigure(result) || !inputs.every(isFigure)) return undefined
    return { result, inputs, term: { op: 'sum', args: inputs.map(({ quantity }) => leaf(quantity)) }, telling: true }
  })
}

function equation({ row, result, inputs, term }: Reckoned, { origin, standing, readings }: { readonly origin: string; readonly standing: ReturnType<StandingOf>; readonly readings: readonly Reckoned[] }): Item {
  const values = inputs.map((input) => figure(input, input.quantity))
  const near = absentValue('missing-value', result.pointer) as AbsentValue
  const label = `${row.label.trim()} ${result.column.heading}`.trim()
  return makeItem({
    kind: 'equation', ref: { pointer: result.pointer }, text: String(result.printed), reading: result.reading, standing,
    readings: readings.slice(0, MOST_READINGS).map((reading) => equation(reading, { origin, standing, readings: [] })),
    attributes: {
      result: () => figure(result, result.quantity), computed: () => computed(term, values, near), terms: () => listValue(values), origin: () => textValue(origin),
      name: () => textValue(label, { pointer: row.labelPointer }), text: () => textValue(label, { pointer: row.labelPointer }),
    },
  })
}

const MOST_READINGS = 4
