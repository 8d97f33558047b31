import type { AbsentValue, Outcome, QuantityValue, Value } from '../../facts/value.ts'
import type { Term } from '../../facts/quantity.ts'
import { comparisonOf, judgeTerms, traceOf } from '../../facts/amounts/index.ts'
import type { Judged, Relation } from '../../facts/amounts/index.ts'
import { once } from '../../facts/once.ts'
import type { Environment } from '../compiled.ts'
import { mergeInputs } from '../combine.ts'
import { isBlank, numberIn, operandsOf, termOf } from './numbers.ts'
import { FAILS, isPass } from '../verdicts.ts'
import { gap, inputsOfAll, printedAmong } from './values.ts'

function isPrinted(value: QuantityValue): boolean {
  return value.ref !== undefined && value.term === undefined
}

type Compared =
  | { readonly blank: Value }
  | { readonly missing: AbsentValue }
  | { readonly a: QuantityValue; readonly b: QuantityValue; readonly comparison: Judged }

/** Two numbers compared, by their verdict; or the operand that stands in the way. */
function compared(relation: Relation, values: readonly [Value, Value], environment: Environment): Compared {
  if (environment.blank === 'error') {
    const blank = values.find((value) => isBlank(numberIn(value)))
    if (blank) return { blank }
  }
  const operands = operandsOf(values, environment)
  if ('type' in operands) return { missing: operands }
  const [a, b] = operands as readonly [QuantityValue, QuantityValue]
  return { a, b, comparison: judgeTerms(relation, termOf(a), termOf(b), { repeated: relation === 'equal' && isPrinted(a) && isPrinted(b) }) }
}

/** The verdict of `compareNumbers` and its reason, without the account of it. */
export function judgeNumbers(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const found = compared(relation, [first, second], environment)
  if ('blank' in found) return FAILS
  if ('missing' in found) return gap(found.missing.reason)
  const { verdict, reason } = found.comparison
  return verdict === 'not-evaluated' ? gap(reason ?? 'missing-value') : { type: 'verdict', verdict, inputs: [], ...(reason && { reason }) }
}

/** Two numbers in a relation, the one under suspicion first, with the arithmetic that shows it. */
export function compareNumbers(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const values = [first, second] as const
  const found = compared(relation, values, environment)
  if ('blank' in found) return { type: 'verdict', verdict: 'violated', inputs: mergeInputs([{ type: 'verdict', verdict: 'violated', inputs: inputsOfAll([found.blank, ...values]) }]) }
  if ('missing' in found) return gap(found.missing.reason, [found.missing, ...values])
  const { a, b, comparison: judged } = found
  if (judged.verdict === 'not-evaluated') return gap(judged.reason ?? 'missing-value', values)
  const inputs = inputsOfAll([a, b])
  const outcome = {
    type: 'verdict',
    verdict: judged.verdict,
    inputs,
    actual: a,
    expected: b,
    // Counting is comparing: that one of a kind was found, not two, is a check.
    compared: Math.max(printedAmong(inputs), a.counted ?? b.counted ? 2 : 0),
    ...(relation !== 'equal' && { ordered: true as const }),
  } as const
  const account = (): Account => accountOf(relation, termOf(a), termOf(b), judged)
  return isPass(outcome) ? accountedLater(outcome, account) : { ...outcome, ...account() }
}

type Account = Pick<Outcome, 'formula' | 'difference' | 'slip'>

/** The arithmetic that shows a verdict. */
function accountOf(relation: Relation, actual: Term, expected: Term, judged: Judged): Account {
  const comparison = comparisonOf(relation, actual, expected, judged)
  const { difference, slip } = comparison
  return { formula: traceOf(relation, actual, expected, comparison), ...(difference && { difference }), ...(slip !== undefined && { slip }) }
}

const accounts = new WeakMap<object, () => Account>()
const LATER: PropertyDescriptorMap & ThisType<object> = {
  formula: { enumerable: true, get() { return accounts.get(this)?.().formula } },
  difference: { enumerable: true, get() { return accounts.get(this)?.().difference } },
}

/** An outcome that holds, with its arithmetic: nearly none is shown, so that it is worked out when it is first read. A copy of it has it as any other. */
function accountedLater(outcome: Outcome, account: () => Account): Outcome {
  accounts.set(outcome, once(account))
  return Object.defineProperties(outcome, LATER)
}
