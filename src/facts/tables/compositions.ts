import type { Item } from '../item.ts'
import { itemsOf } from '../make-item.ts'
import type { Standing } from '../standing.ts'
import type { QuantityValue, Value } from '../value.ts'
import { booleanValue, listValue, textValue, worse } from '../values.ts'
import { blankTerm, cellValue } from './cell-value.ts'
import type { Candidate } from './candidate.ts'
import { columnCandidates } from './column-candidates.ts'
import { overLanes } from './over-lanes.ts'
import { rowCandidates } from './row-relations.ts'
import { tableStanding, type TablePart } from './part.ts'
import { settle } from './settle.ts'
import type { Settled } from './settle.ts'
import { shiftedRows } from './shifted-rows.ts'
import type { CellView, RowView, TableView } from './view.ts'

/** Where an item of a table stands. */
export type StandingOf = (table: TableView, label: string) => Standing

/**
 * The sums a table states, as items of kind `composition`, in document order: total columns (origin `row`), total rows
 * (`column`), and codes or numbering (`tree`). An origin that ends in `?` is a likeness only: the labels claim it, but
 * too few other rows or columns bear it out.
 */
export function tableCompositions({ view, ground }: TablePart): Item[] {
  const table = view()
  if (table.empty) return []
  const candidates = [...rowCandidates(table), ...columnCandidates(table, ground.vocabulary).filter((candidate) => !isUncounted(candidate)).map(overLanes)]
  const standing = tableStanding(ground)
  const shifted = shiftedRows(table, candidates)
  const settled = settle(candidates)
  return settled
    .map((one) => ({ one, at: order(one.candidate) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => composition(one, shifted, standing))
}

/** Under pieces, metres and sets nobody need print a total. */
function isUncounted({ total }: Candidate): boolean {
  return total.column.type === 'count' && total.quantity === undefined
}

function order({ total, table }: Candidate): number {
  const lane = table.lanes.findIndex((own) => own.rows.includes(total.row))
  return lane * 1e6 + total.row.index * 1e3 + total.column.index
}

function composition({ candidate, sure, borne = false }: Settled, shifted: ReadonlySet<RowView>, standing: StandingOf): Item {
  const moved = (cell: CellView): CellView => (shifted.has(cell.row) ? { ...cell, reading: 'doubtful' } : cell)
  const total = moved(candidate.total)
  const build = (parts: readonly CellView[], readings: readonly Item[]): Item => {
    const cells = parts.map(moved)
    const reading = [total, ...cells].map((cell) => cell.reading).reduce(worse, undefined)
    return makeComposition({ total, cells, origin: sure ? candidate.direction : `${candidate.direction}?`, borne, label: candidate.label }, {
      ref: { pointer: total.pointer },
      text: candidate.label,
      reading,
      ...(readings.length > 0 && { readings }),
      standing: standing(candidate.table, candidate.label),
    })
  }
  return build(candidate.parts, candidate.alternatives.slice(0, 4).map((parts) => build(parts, [])))
}

interface Sum {
  readonly total: CellView
  readonly cells: readonly CellView[]
  readonly origin: string
  readonly borne: boolean
  readonly label: string
}

const makeComposition = itemsOf<Sum>('composition', {
  total: ({ total }) => cellValue(total),
  parts: ({ cells }) => listValue(partValues(cells)),
  origin: ({ origin }) => textValue(origin),
  open: () => booleanValue(false),
  borne: ({ borne }) => booleanValue(borne),
  text: ({ label, total }) => textValue(label, { pointer: total.row.labelPointer }),
})

/** Printed parts, and blanks and dashes beside them as zero terms. What does not apply is no term. */
function partValues(cells: readonly CellView[]): Value[] {
  const unit = cells.find((cell) => cell.quantity)?.quantity?.unit
  return cells.flatMap((cell): Value[] => {
    if (cell.quantity || cell.state === 'text') return [cellValue(cell)]
    const term: QuantityValue | undefined = unit && cell.state !== 'not-applicable' ? blankTerm(cell, unit) : undefined
    return term ? [term] : []
  })
}
