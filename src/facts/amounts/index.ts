import type { Quantity, Term, Unit, Dimension } from '../quantity.ts'
import type { Comparison, CompareOptions, Relation } from './comparison.ts'
export type { Comparison, CompareOptions, Relation, Slip } from './comparison.ts'

export type CellState = 'number' | 'zero' | 'blank' | 'dash' | 'not-applicable' | 'text'
export interface Cell { readonly state: CellState; readonly quantity?: Quantity }

declare const todo: (...of: unknown[]) => never

/** The quantity the whole of `text` states, or undefined. `unit` is lent to a figure without one. */
export const parseQuantity = (text: string | number, options?: { unit?: Unit | string; dimension?: Dimension }): Quantity | undefined => todo(text, options)
/** What a table cell states. `unit` is the table's. */
export const parseCell = (text: string | number | undefined, options?: { unit?: Unit | string }): Cell => todo(text, options)
/** The quantity with its unit, separators kept out: 1520.18万元. */
export const printQuantity = (quantity: Quantity): string => todo(quantity)
/** The figure alone as a plain decimal in its own unit. */
export const decimalOf = (quantity: Quantity): string => todo(quantity)
/** The unit of a printed symbol; an unknown measure word is a count. */
export const unitOf = (symbol: string): Unit => todo(symbol)
/** The same quantity in another unit of its dimension, exact; undefined when the dimensions differ. */
export const convert = (quantity: Quantity, unit: Unit): Quantity | undefined => todo(quantity, unit)
export const sameDimension = (a: Unit, b: Unit): boolean => todo(a, b)
/** Sign of a − b by value (blanks are zero); undefined when not comparable. */
export const compareValues = (a: Quantity, b: Quantity): -1 | 0 | 1 | undefined => todo(a, b)
export const leaf = (quantity: Quantity): Term => ({ op: 'leaf', quantity })
/** The nominal value of a term as a quantity (ratio and growth in %), or the reason there is none. */
export const evaluate = (term: Term): { quantity: Quantity } | { reason: 'zero-base' | 'units-differ' } => todo(term)
export const compareTerms = (relation: Relation, actual: Term, expected: Term, options?: CompareOptions): Comparison => todo(relation, actual, expected, options)
/** One fact printed n times: all against the strict majority (else the first). */
export const compareMany = (values: readonly Quantity[]): Comparison & { readonly majority?: readonly number[]; readonly odd: readonly number[] } => todo(values)
/** Printed shares of one whole against their computed ratios; of shares totalling exactly 100 one may be one place off. */
export const sharesVerdict = (shares: readonly { readonly printed: Quantity; readonly part: Term; readonly base: Term }[]): readonly Comparison[] => todo(shares)
/** A relation in figures: `31200 + 18000 + 3500 = 52700`. */
export const formula = (term: Term): string => todo(term)
export const traceOf = (relation: Relation, actual: Term, expected: Term, comparison: Comparison): string => todo(relation, actual, expected, comparison)
