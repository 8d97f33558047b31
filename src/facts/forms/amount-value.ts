import type { Ref } from '../../core/ref.ts'
import type { Reading } from '../../core/verdict.ts'
import { parseCell } from '../amounts/index.ts'
import type { Value } from '../value.ts'
import { absentValue, textValue } from '../values.ts'

/** An amount printed in a form: a quantity in the form's unit unless it names its own; blank and dash are absent as blank. */
export function amountValue(printed: string | number, ref: Ref, unit?: string, reading?: Reading): Value {
  const cell = parseCell(printed, unit === undefined ? {} : { unit })
  if (cell.quantity) return { type: 'quantity', quantity: cell.quantity, printed: String(printed), ref, ...(reading && { reading }) }
  return cell.state === 'text' ? textValue(String(printed), ref, reading) : absentValue('blank', ref.pointer)
}
