import type { AbsentValue, Outcome, QuantityValue, Value } from '../../facts/value.ts'
import { compareTerms, judgeTerms, traceOf } from '../../facts/amounts/index.ts'
import type { Comparison, Relation } from '../../facts/amounts/index.ts'
import type { Environment } from '../compiled.ts'
import { mergeInputs } from '../combine.ts'
import { isBlank, numberIn, operandsOf, termOf } from './numbers.ts'
import { FAILS } from '../verdicts.ts'
import { gap, inputsOfAll, printedAmong } from './values.ts'

function isPrinted(value: QuantityValue): boolean {
  return value.ref !== undefined && value.term === undefined
}

type Compared =
  | { readonly blank: Value }
  | { readonly missing: AbsentValue }
  | { readonly a: QuantityValue; readonly b: QuantityValue; readonly comparison: Comparison }

/** Two numbers compared, by their verdict alone or with all it rests on; or the operand that stands in the way. */
function compared(compare: typeof judgeTerms, relation: Relation, values: readonly [Value, Value], environment: Environment): Compared {
  if (environment.blank === 'error') {
    const blank = values.find((value) => isBlank(numberIn(value)))
    if (blank) return { blank }
  }
  const operands = operandsOf(values, environment)
  if ('type' in operands) return { missing: operands }
  const [a, b] = operands as readonly [QuantityValue, QuantityValue]
  return { a, b, comparison: compare(relation, termOf(a), termOf(b), { repeated: relation === 'equal' && isPrinted(a) && isPrinted(b) }) }
}

/** The verdict of `compareNumbers` and its reason, without the account of it. */
export function judgeNumbers(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const found = compared(judgeTerms, relation, [first, second], environment)
  if ('blank' in found) return FAILS
  if ('missing' in found) return gap(found.missing.reason)
  const { verdict, reason } = found.comparison
  return verdict === 'not-evaluated' ? gap(reason ?? 'missing-value') : { type: 'verdict', verdict, inputs: [], ...(reason && { reason }) }
}

/** Two numbers in a relation, the one under suspicion first, with the arithmetic that shows it. */
export function compareNumbers(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const values = [first, second] as const
  const found = compared(compareTerms, relation, values, environment)
  if ('blank' in found) return { type: 'verdict', verdict: 'violated', inputs: mergeInputs([{ type: 'verdict', verdict: 'violated', inputs: inputsOfAll([found.blank, ...values]) }]) }
  if ('missing' in found) return gap(found.missing.reason, [found.missing, ...values])
  const { a, b, comparison } = found
  if (comparison.verdict === 'not-evaluated') return gap(comparison.reason ?? 'missing-value', values)
  const inputs = inputsOfAll([a, b])
  return {
    type: 'verdict',
    verdict: comparison.verdict,
    inputs,
    formula: traceOf(relation, termOf(a), termOf(b), comparison),
    actual: a,
    expected: b,
    // Counting is comparing: that one of a kind was found, not two, is a check.
    compared: Math.max(printedAmong(inputs), a.counted ?? b.counted ? 2 : 0),
    ...(relation !== 'equal' && { ordered: true as const }),
    ...(comparison.difference && { difference: comparison.difference }),
    ...(comparison.slip !== undefined && { slip: comparison.slip }),
  }
}
