import { parseQuantity } from '../amounts/index.ts'
import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import { absentValue, textValue } from '../values.ts'
import { cellValue, figure } from './cell-value.ts'
import type { StandingOf } from './compositions.ts'
import { comparedColumns } from './heading-relations.ts'
import { tableStanding, type TablePart } from './part.ts'
import type { CellView, ColumnView, RowView, TableView } from './view.ts'
import { comparedRows, yearRows } from './year-rows.ts'

/**
 * Changes a table prints as a rate column beside two columns of figures, as items of kind `change`. Where the
 * headings leave open which columns are compared, and in which order, the others are readings. Where the years stand down the side
 * a rate compares its row with that of the year before.
 */
export function tableChanges({ view, ground }: TablePart): Item[] {
  const table = view()
  const standing = tableStanding(ground)
  return table.lanes.flatMap((lane) => {
    const years = yearRows(lane)
    return lane.columns.flatMap((column, i) => {
      if (column.type !== 'rate') return []
      if (years) return comparedRows(lane, years, i).flatMap(({ row, to, from }) => change(table, { row, column, rate: lane.cell(row, column), to, from }, standing, []) ?? [])
      const [first, ...others] = comparedColumns(lane, i)
      if (!first) return []
      const item = (row: RowView, order: typeof first, readings: readonly Item[]): Item | undefined =>
        change(table, { row, column, rate: lane.cell(row, column), to: lane.cell(row, order.current), from: lane.cell(row, order.earlier) }, standing, readings)
      return lane.rows.flatMap((row) => item(row, first, others.flatMap((other) => item(row, other, []) ?? [])) ?? [])
    })
  })
}

interface Place {
  readonly row: RowView
  readonly column: ColumnView
  readonly rate: CellView
  readonly to: CellView
  readonly from: CellView
}

function change(table: TableView, { row, column, rate, to, from }: Place, standing: StandingOf, readings: readonly Item[]): Item | undefined {
  const percent = rateValue(rate)
  if (!percent || !to.quantity || !from.quantity) return undefined
  const base = figure(from, from.quantity)
  const label = `${row.label} ${column.heading}`.trim()
  const none = () => absentValue('missing-value', rate.pointer)
  return makeItem({
    kind: 'change',
    ref: { pointer: rate.pointer },
    text: String(rate.printed),
    reading: rate.reading,
    readings,
    standing: standing(table, label),
    attributes: {
      to: () => cellValue(to),
      from: () => base,
      base: () => base,
      difference: none,
      signed: none,
      percent: () => percent,
      signedPercent: () => percent,
      direction: none,
      reason: none,
      reasonDirection: none,
      concept: none,
      scope: () => ({ type: 'scope', known: { ...table.scope, ...to.column.scope }, unsaid: [] }),
      text: () => textValue(label, { pointer: row.labelPointer }),
    },
  })
}

function rateValue(cell: CellView): ReturnType<typeof figure> | undefined {
  if (cell.quantity?.unit.dimension === 'percent') return figure(cell, cell.quantity)
  const quantity = cell.printed === undefined ? undefined : parseQuantity(cell.printed, { unit: '%' })
  return quantity?.unit.dimension === 'percent' ? figure(cell, quantity) : undefined
}
