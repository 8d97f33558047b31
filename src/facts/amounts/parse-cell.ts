import type { Quantity, Unit } from '../quantity.ts'
import { DASH, NOT_APPLICABLE, foldFigures } from './numerals.ts'
import { parseQuantity } from './parse-quantity.ts'
import { unitOf } from './units.ts'

/** What a table cell can be. An explicit zero is a figure; a blank, a dash and a not-applicable mark are none. */
export type CellState = 'number' | 'zero' | 'blank' | 'dash' | 'not-applicable' | 'text'

export interface Cell {
  readonly state: CellState
  /** Of a number or an explicit zero. */
  readonly quantity?: Quantity
}

/** The first separator left out (9155,640): in a cell that holds nothing else there is one way to read it. */
const FIRST_SEPARATOR_MISSING = /^[-+]?\d{4,}(?:,\d{3})+(?:\.\d+)?$/u

/** What a table cell states; `unit` is the one its table or column prints. An absent cell is blank. */
export function parseCell(text: string | number | null | undefined, options: { readonly unit?: Unit | string } = {}): Cell {
  if (text === null || text === undefined) return { state: 'blank' }
  if (typeof text === 'string') {
    const trimmed = foldFigures(text).trim()
    if (trimmed === '') return { state: 'blank' }
    if (DASH.test(trimmed)) return { state: 'dash' }
    if (NOT_APPLICABLE.test(trimmed)) return { state: 'not-applicable' }
  }
  const plain = typeof text === 'string' && FIRST_SEPARATOR_MISSING.test(foldFigures(text).trim()) ? foldFigures(text).replaceAll(',', '') : text
  const quantity = parseQuantity(plain, options)
  if (!quantity) return { state: 'text' }
  return { state: quantity.digits === 0n ? 'zero' : 'number', quantity }
}

/** The zero that a blank or dash amount cell counts for beside printed members: no figure, so no width. */
export function blankZero(unit: Unit | string): Quantity {
  return { digits: 0n, places: 0, unit: typeof unit === 'string' ? unitOf(unit) : unit, blankAsZero: true }
}

/** The same value as a constant of a rule: it was not printed, so it is not rounded. */
export function exactly(quantity: Quantity): Quantity {
  return { ...quantity, exact: true }
}
