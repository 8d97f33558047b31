import type { Outcome, QuantityValue, Value } from '../../facts/value.ts'
import { compareTerms, traceOf } from '../../facts/amounts/index.ts'
import type { Relation } from '../../facts/amounts/index.ts'
import type { Environment } from '../compiled.ts'
import { mergeInputs } from '../combine.ts'
import { isBlank, numberIn, operandsOf, termOf } from './numbers.ts'
import { gap, inputsOf, printedCount } from './values.ts'

function isPrinted(value: QuantityValue): boolean {
  return value.ref !== undefined && value.term === undefined
}

/** Two numbers in a relation, the one under suspicion first, with the arithmetic that shows it. */
export function compareNumbers(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const values = [first, second]
  if (environment.blank === 'error') {
    const blank = values.find((value) => isBlank(numberIn(value)))
    if (blank) return { type: 'verdict', verdict: 'violated', inputs: mergeInputs([{ type: 'verdict', verdict: 'violated', inputs: [blank, ...values].flatMap(inputsOf) }]) }
  }
  const operands = operandsOf(values, environment)
  if ('type' in operands) return gap(operands.reason, [operands, ...values])
  const [a, b] = operands as readonly [QuantityValue, QuantityValue]
  const [left, right] = [termOf(a), termOf(b)]
  const comparison = compareTerms(relation, left, right, { repeated: relation === 'equal' && isPrinted(a) && isPrinted(b) })
  if (comparison.verdict === 'not-evaluated') return gap(comparison.reason ?? 'missing-value', values)
  return {
    type: 'verdict',
    verdict: comparison.verdict,
    inputs: [a, b].flatMap(inputsOf),
    formula: traceOf(relation, left, right, comparison),
    actual: a,
    expected: b,
    // Counting is comparing: that one of a kind was found, not two, is a check.
    compared: Math.max(printedCount([a, b]), a.counted ?? b.counted ? 2 : 0),
    ...(relation !== 'equal' && { ordered: true as const }),
    ...(comparison.difference && { difference: comparison.difference }),
    ...(comparison.slip !== undefined && { slip: comparison.slip }),
  }
}
