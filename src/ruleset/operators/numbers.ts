import type { Quantity, Term, Unit } from '../../facts/quantity.ts'
import type { AbsentValue, QuantityValue, TextValue, Value } from '../../facts/value.ts'
import { NO_UNIT, blankZero, evaluate, exactly, parseQuantity } from '../../facts/amounts/index.ts'
import { readPath } from '../../facts/path.ts'
import type { Environment } from '../compiled.ts'
import { absent, stated, worstReading } from './values.ts'

/** What `count` counts in: counts have no tolerance. */
export const COUNTED: Unit = { dimension: 'count', symbol: '', exponent: 0 }

export type NumberValue = QuantityValue | AbsentValue

export function plainNumber(value: bigint, unit: Unit = NO_UNIT): QuantityValue {
  return { type: 'quantity', quantity: { digits: value, places: 0, unit } }
}

/** The one quantity a text states: of the document, as its attribute; of the rule, as literals are read. */
function quantityOf(text: TextValue): Value {
  if (text.ref) return readPath(text, ['quantity'])
  const quantity = parseQuantity(text.text)
  return quantity ? { type: 'quantity', quantity } : absent('not-a-number')
}

/** The number in a value: a quantity, what an item states, a text that states one, or why there is none. */
export function numberIn(value: Value): NumberValue {
  const read = stated(value)
  if (read.type === 'quantity' || read.type === 'absent') return read
  if (read.type === 'text') {
    const quantity = quantityOf(read)
    if (quantity.type === 'quantity') return { ...(read.ref && { ref: read.ref }), printed: read.text, ...(read.role !== undefined && { role: read.role }), ...quantity }
    return absent('not-a-number', read.ref) as AbsentValue
  }
  return absent(read.type === 'list' ? 'ambiguous' : 'not-a-number') as AbsentValue
}

export function isBlank(value: NumberValue): value is AbsentValue & { readonly reason: 'blank' } {
  return value.type === 'absent' && value.reason === 'blank'
}

/** A blank cell counted as zero, without width; the trace says so. */
function blankCell(value: AbsentValue, unit: Unit): QuantityValue {
  // A blank cell exists: its place is exact, not the nearest one.
  return { type: 'quantity', quantity: blankZero(unit), ...(value.near && { ref: { pointer: value.near.pointer } }), printed: '' }
}

/** A figure of the rule, as opposed to one of the document: it has no place and was not computed. */
function isLiteral(value: QuantityValue): boolean {
  return value.ref === undefined && value.term === undefined && value.counted === undefined
}

/**
 * Operands ready to compute with: blanks as the rule's policy has them, `zero` only beside a printed or computed number.
 * The first operand that is absent otherwise is given instead.
 */
export function operandsOf(values: readonly Value[], environment: Environment): readonly QuantityValue[] | AbsentValue {
  const numbers = values.map(numberIn)
  const missing = numbers.find((value) => value.type === 'absent' && !(isBlank(value) && environment.blank === 'zero'))
  if (missing?.type === 'absent') return missing
  const printed = numbers.filter((value): value is QuantityValue => value.type === 'quantity')
  const blank = numbers.find(isBlank)
  const unit = printed.find((value) => !isLiteral(value) && value.counted === undefined)?.quantity.unit
  if (!blank || unit === undefined) return blank ?? printed
  return numbers.map((value) => (value.type === 'absent' ? blankCell(value, unit) : value))
}

const leaves = new WeakMap<Quantity, Term>()

/** The term of a number; the same printed figure is the same leaf wherever it is used. A limit written in a rule is exact. */
export function termOf(value: QuantityValue): Term {
  if (value.term) return value.term
  if (value.ref === undefined && value.counted !== undefined) return { op: 'leaf', quantity: value.quantity }
  let leaf = leaves.get(value.quantity)
  if (leaf === undefined) {
    leaf = { op: 'leaf', quantity: isLiteral(value) ? exactly(value.quantity) : value.quantity }
    leaves.set(value.quantity, leaf)
  }
  return leaf
}

/** The value of a computation: its figure, its tree and its printed inputs in the order of the formula. */
export function computed(term: Term, from: readonly QuantityValue[]): NumberValue {
  const result = evaluate(term)
  if ('reason' in result) return absent(result.reason, from.find((value) => value.ref)?.ref) as AbsentValue
  return { type: 'quantity', quantity: result.quantity, term, inputs: from.flatMap((value) => value.inputs ?? [value]), ...worstReading(from) }
}
