import type { QuantityValue, Value } from '../value.ts'
import { absentValue, textValue } from '../values.ts'
import type { Quantity, Unit } from '../quantity.ts'
import type { CellView } from './view.ts'

/**
 * What a cell states: a quantity; words as text; absent as `blank` for a blank or a dash (the rule's blank policy decides)
 * and for what does not apply. A blank in a cell that may have moved is none.
 */
export function cellValue(cell: CellView): Value {
  const known = values.get(cell) ?? valueOf(cell)
  values.set(cell, known)
  return known
}

/** Cells are asked for their value as cells, in rows, sums and facts; it is made once. */
const values = new WeakMap<CellView, Value>()

function valueOf(cell: CellView): Value {
  const ref = { pointer: cell.pointer }
  if (cell.quantity) return figure(cell, cell.quantity)
  if (cell.state === 'text') return textValue(String(cell.printed), ref, cell.reading)
  return absentValue(cell.reading === 'doubtful' ? 'doubtful-reading' : 'blank', cell.pointer)
}

/** A printed figure as a value. */
export function figure(cell: CellView, quantity: Quantity): QuantityValue {
  return {
    type: 'quantity',
    quantity,
    printed: String(cell.printed),
    ref: { pointer: cell.pointer },
    ...(cell.reading && { reading: cell.reading }),
  }
}

/** A blank cell as a term beside printed members: zero without width. */
export function blankTerm(cell: CellView, unit: Unit): QuantityValue {
  return {
    type: 'quantity',
    quantity: { digits: 0n, places: 0, unit, blankAsZero: true },
    printed: '',
    ref: { pointer: cell.pointer },
    ...(cell.reading && { reading: cell.reading }),
  }
}
