import type { Outcome, TextValue, Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import { inputsOf, printedCount } from './values.ts'

/** No longer text states one amount and nothing else. */
const LONGEST_AMOUNT = 40

/** Whether a text states an amount with its unit; bare digits are as likely a code or a number of something. */
export function statesQuantity(value: TextValue): boolean {
  if (value.text.length > LONGEST_AMOUNT || !/\p{N}/u.test(value.text) || /^\d+$/.test(value.text)) return false
  return readPath(value, ['quantity']).type === 'quantity'
}

/** An outcome of a relation that is no arithmetic: it holds, or it is violated. */
export function plainOutcome(passed: boolean, values: readonly Value[], formula?: string): Outcome {
  const [actual, expected] = values
  return {
    type: 'verdict',
    verdict: passed ? 'exact' : 'violated',
    inputs: values.flatMap(inputsOf),
    compared: printedCount(values),
    ...(formula === undefined ? {} : { formula }),
    ...(actual && { actual }),
    ...(expected && { expected }),
  }
}

/** A value in a formula of texts. */
export function printed(value: Value): string {
  switch (value.type) {
    case 'text': return value.text
    case 'quantity': return value.printed ?? ''
    case 'date': return value.printed
    case 'item': return value.item.text
    case 'boolean': return String(value.value)
    default: return ''
  }
}

/** Two texts, character by character. */
export function compareTexts(a: Value, b: Value, left: string, right: string): Outcome {
  const same = left === right
  return plainOutcome(same, [a, b], `${left} ${same ? '=' : '≠'} ${right}`)
}
