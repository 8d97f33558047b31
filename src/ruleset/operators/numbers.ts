import type { Quantity, Term, Unit } from '../../facts/quantity.ts'
import type { AbsentValue, QuantityValue, Value } from '../../facts/value.ts'
import { evaluate } from '../../facts/amounts/index.ts'
import { readPath } from '../../facts/path.ts'
import type { Environment } from '../compiled.ts'
import { absent, stated, worstReading } from './values.ts'

/** A number without unit: a count, a literal 0. */
export const PLAIN: Unit = { dimension: 'number', symbol: '', exponent: 0 }
/** What `count` counts in: counts have no tolerance. */
export const COUNTED: Unit = { dimension: 'count', symbol: '', exponent: 0 }

/** Decimal places lent to literals: a limit written in a rule is exact, it has no width. */
const EXACT_PLACES = 18

export type NumberValue = QuantityValue | AbsentValue

/** A quantity that stands for itself alone, as a limit in a rule does. */
export function exact(quantity: Quantity): Quantity {
  const more = Math.max(0, EXACT_PLACES - quantity.places)
  return { ...quantity, digits: quantity.digits * 10n ** BigInt(more), places: quantity.places + more }
}

export function plainNumber(value: bigint, unit: Unit = PLAIN): QuantityValue {
  return { type: 'quantity', quantity: { digits: value, places: 0, unit } }
}

/** The number in a value: a quantity, what an item states, a text that states one, or why there is none. */
export function numberIn(value: Value): NumberValue {
  const read = stated(value)
  if (read.type === 'quantity' || read.type === 'absent') return read
  if (read.type === 'text') {
    const quantity = readPath(read, ['quantity'])
    if (quantity.type === 'quantity') return { ...(read.ref && { ref: read.ref }), printed: read.text, ...(read.role !== undefined && { role: read.role }), ...quantity }
    return absent('not-a-number', read.ref) as AbsentValue
  }
  return absent(read.type === 'list' ? 'ambiguous' : 'not-a-number') as AbsentValue
}

export function isBlank(value: NumberValue): value is AbsentValue & { readonly reason: 'blank' } {
  return value.type === 'absent' && value.reason === 'blank'
}

/** A blank cell counted as zero, without width; the trace says so. */
function blankZero(value: AbsentValue, unit: Unit): QuantityValue {
  const { nearest: _, ...ref } = value.near ?? { pointer: '' }
  return { type: 'quantity', quantity: { digits: 0n, places: 0, unit, blankAsZero: true }, ...(value.near && { ref }), printed: '' }
}

/** Whether a number may take on the unit of its neighbour: a literal or a count, but nothing printed. */
function unitless(value: QuantityValue): boolean {
  return value.ref === undefined && value.term === undefined && value.quantity.unit.symbol === '' && (value.quantity.unit.dimension === 'number' || value.quantity.unit.dimension === 'count')
}

/**
 * Operands ready to compute with: blanks as the rule's policy has them (`zero` only beside a printed number), numbers
 * without unit in the unit of the others. The first operand that is absent otherwise is given instead.
 */
export function operandsOf(values: readonly Value[], environment: Environment): readonly QuantityValue[] | AbsentValue {
  const numbers = values.map(numberIn)
  const missing = numbers.find((value) => value.type === 'absent' && !(isBlank(value) && environment.blank === 'zero'))
  if (missing?.type === 'absent') return missing
  const printed = numbers.filter((value): value is QuantityValue => value.type === 'quantity')
  const unit = (printed.find((value) => !unitless(value)) ?? printed[0])?.quantity.unit
  const blank = numbers.find(isBlank)
  if (unit === undefined || (blank && printed.every(unitless) && printed.every((value) => value.ref === undefined))) return blank ?? (absent('missing-value') as AbsentValue)
  return numbers.map((value) => (value.type === 'absent' ? blankZero(value, unit) : lend(value, unit)))
}

function lend(value: QuantityValue, unit: Unit): QuantityValue {
  if (!unitless(value) || value.quantity.unit === unit || unit.dimension === 'percent') return value
  return { ...value, quantity: { ...value.quantity, unit } }
}

const leaves = new WeakMap<Quantity, Term>()

/** The term of a number; the same printed figure is the same leaf wherever it is used. */
export function termOf(value: QuantityValue): Term {
  if (value.term) return value.term
  let leaf = leaves.get(value.quantity)
  if (leaf === undefined) {
    leaf = { op: 'leaf', quantity: value.quantity }
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
