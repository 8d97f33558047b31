import type { Outcome, TextValue, Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import { inputsOfAll, printedAmong } from './values.ts'

/** No longer text states one amount and nothing else. */
const LONGEST_AMOUNT = 40

/** Whether a text states an amount with its unit; bare digits are as likely a code or a number of something. */
export function statesQuantity(value: TextValue): boolean {
  if (value.text.length > LONGEST_AMOUNT || !/\p{N}/u.test(value.text) || /^\d+$/.test(value.text)) return false
  return readPath(value, ['quantity']).type === 'quantity'
}

/** An outcome of a relation that is no arithmetic: it holds, or it is violated. */
export function plainOutcome(passed: boolean, values: readonly Value[], formula?: string): Outcome {
  const inputs = inputsOfAll(values)
  const outcome: { -readonly [K in keyof Outcome]: Outcome[K] } = { type: 'verdict', verdict: passed ? 'exact' : 'violated', inputs, compared: printedAmong(inputs) }
  const [actual, expected] = values
  if (formula !== undefined) outcome.formula = formula
  if (actual) outcome.actual = actual
  if (expected) outcome.expected = expected
  return outcome
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
