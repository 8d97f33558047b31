import type { Quantity, Term } from '../../facts/quantity.ts'
import type { Outcome, QuantityValue, Value } from '../../facts/value.ts'
import { compareTerms, compareValues, formula, traceOf } from '../../facts/amounts/index.ts'
import type { Comparison, Relation } from '../../facts/amounts/index.ts'
import type { Environment } from '../compiled.ts'
import { mergeInputs } from '../combine.ts'
import { exact, isBlank, numberIn, operandsOf, termOf } from './numbers.ts'
import { gap, inputsOf, printedCount } from './values.ts'

/** A limit of the rule, as opposed to a figure of the document: it has no place and was not computed. */
function isLiteral(value: QuantityValue): boolean {
  return value.ref === undefined && value.term === undefined && value.counted === undefined
}

function sideOf(value: QuantityValue): Term {
  return isLiteral(value) ? { op: 'leaf', quantity: exact(value.quantity) } : termOf(value)
}

/** Years, row numbers, indices: whole numbers without a unit are the same or they are not. */
function isOrdinal(value: QuantityValue): boolean {
  const { unit, places } = value.quantity
  return value.term === undefined && unit.dimension === 'number' && unit.symbol === '' && places === 0 && value.quantity.approximate === undefined
}

const SIGNS: Readonly<Record<Relation, readonly number[]>> = { 'equal': [0], 'less': [-1], 'at-most': [-1, 0], 'more': [1], 'at-least': [1, 0] }

function compareOrdinals(relation: Relation, a: QuantityValue, b: QuantityValue): Comparison {
  const sign = compareValues(a.quantity, b.quantity)
  if (sign === undefined) return { verdict: 'not-evaluated', reason: 'units-differ' }
  const difference: Quantity = { digits: a.quantity.digits - b.quantity.digits, places: 0, unit: a.quantity.unit }
  return { verdict: SIGNS[relation].includes(sign) ? 'exact' : 'impossible', difference }
}

function isPrinted(value: QuantityValue): boolean {
  return value.ref !== undefined && value.term === undefined
}

/** Trailing zeros that only exactness brought in. */
function trimmed(quantity: Quantity, places: number): Quantity {
  let { digits, places: own } = quantity
  while (own > places && digits % 10n === 0n) {
    digits /= 10n
    own -= 1
  }
  return own === quantity.places ? quantity : { ...quantity, digits, places: own }
}

function steps(a: QuantityValue, b: QuantityValue): { steps?: readonly string[] } {
  const told = [a, b].flatMap((value) => (value.term && value.term.op !== 'leaf' ? [formula(value.term)] : []))
  return told.length > 0 ? { steps: told } : {}
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
  const ordinal = isOrdinal(a) && isOrdinal(b)
  const [left, right] = [sideOf(a), sideOf(b)]
  const comparison = ordinal ? compareOrdinals(relation, a, b) : compareTerms(relation, left, right, { repeated: relation === 'equal' && isPrinted(a) && isPrinted(b) })
  if (comparison.verdict === 'not-evaluated') return gap(comparison.reason ?? 'missing-value', values)
  const difference = comparison.difference && trimmed(comparison.difference, Math.max(isLiteral(a) ? 0 : a.quantity.places, isLiteral(b) ? 0 : b.quantity.places))
  return {
    type: 'verdict',
    verdict: comparison.verdict,
    inputs: [a, b].flatMap(inputsOf),
    formula: traceOf(relation, isLiteral(a) ? termOf(a) : left, isLiteral(b) ? termOf(b) : right, comparison),
    actual: a,
    expected: b,
    compared: printedCount([a, b]),
    ...steps(a, b),
    ...(difference && { difference }),
    ...(comparison.slip !== undefined && { slip: comparison.slip }),
  }
}
