import type { Ref } from '../core/ref.ts'
import type { GapReason, Reading } from '../core/verdict.ts'
import type { Item } from './item.ts'
import type { AbsentValue, BooleanValue, ItemValue, ListValue, QuantityValue, RecordValue, TextValue, Value } from './value.ts'
import type { Quantity, Unit } from './quantity.ts'

const PLAIN: Unit = { dimension: 'number', symbol: '', exponent: 0 }

/** A text with its place. Values are made by the ten thousand: no properties are spread. */
export function textValue(text: string, ref?: Ref, reading?: Reading): TextValue {
  if (reading === undefined) return ref === undefined ? { type: 'text', text } : { type: 'text', text, ref }
  return ref === undefined ? { type: 'text', text, reading } : { type: 'text', text, ref, reading }
}

/** A printed text; absent as blank where nothing is printed, as missing (near `near`) where the property is not there. */
export function optionalText(text: string | number | undefined, ref: Ref, near: string, reading?: Reading): Value {
  if (text === undefined) return absentValue('missing-value', near)
  const printed = String(text)
  return printed.trim() === '' ? absentValue('blank', ref.pointer) : textValue(printed, ref, reading)
}

/** No value, and the pointer of the nearest thing that exists. */
export function absentValue(reason: GapReason, near?: string): AbsentValue {
  return near === undefined ? { type: 'absent', reason } : { type: 'absent', reason, near: { pointer: near, nearest: true } }
}

export function itemValue(item: Item): ItemValue {
  return { type: 'item', item }
}

export function listValue(values: readonly Value[], ref?: Ref): ListValue {
  return ref === undefined ? { type: 'list', values } : { type: 'list', values, ref }
}

export function recordValue(fields: Readonly<Record<string, Value>>, ref?: Ref): RecordValue {
  return ref === undefined ? { type: 'record', fields } : { type: 'record', fields, ref }
}

export function booleanValue(value: boolean): BooleanValue {
  return { type: 'boolean', value }
}

/** A whole number without unit: a row's index, a year. */
export function numberValue(value: number, ref?: Ref): QuantityValue {
  const quantity: Quantity = { digits: BigInt(value), places: 0, unit: PLAIN }
  return { type: 'quantity', quantity, printed: String(value), ...(ref && { ref }) }
}

/** The worse of two readings; `undefined` is sure. */
export function worse(a: Reading | undefined, b: Reading | undefined): Reading | undefined {
  if (a === 'doubtful' || b === 'doubtful') return 'doubtful'
  return a === 'inferred' || b === 'inferred' ? 'inferred' : (a ?? b)
}
