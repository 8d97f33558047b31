import type { Outcome, QuantityValue, Value } from '../../facts/value.ts'
import { compareValues, decimalOf } from '../../facts/amounts/index.ts'
import { VERDICT } from '../types.ts'
import { numberIn, plainNumber } from './numbers.ts'
import type { PlainOperator } from './operator.ts'
import { gap, inputsOf, members, printedCount } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

/** The member that breaks the order, and what should stand there when the step is fixed. */
interface Break {
  readonly at: number
  readonly expected?: bigint
}

function whole(value: QuantityValue): bigint | undefined {
  const text = decimalOf(value.quantity)
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined
}

function firstBreak(numbers: readonly QuantityValue[], start: bigint | undefined, step: bigint | 'up'): Break | undefined {
  for (const [at, number] of numbers.entries()) {
    const before = at === 0 ? undefined : numbers[at - 1]
    if (step === 'up') {
      if (before && compareValues(before.quantity, number.quantity) !== -1) return { at }
      continue
    }
    const previous = before && whole(before)
    const expected = at === 0 ? start : previous === undefined ? undefined : previous + step
    if (expected !== undefined && whole(number) !== expected) return { at, expected }
  }
  return undefined
}

export const inOrder: PlainOperator = {
  style: 'plain',
  name: 'in-order',
  group: 'comparing',
  parameters: [{ name: 'of', takes: 'members' }, { name: 'start', setting: 'integer', optional: true }, { name: 'step', setting: 'step', optional: true }],
  writing: { bare: true, named: true },
  gives: VERDICT,
  apply([list = NOTHING], _, { settings }): Outcome {
    if (list.type === 'absent') return gap(list.reason, [list])
    const values = members(list)
    const numbers = values.map(numberIn)
    const missing = numbers.find((value) => value.type === 'absent')
    if (missing?.type === 'absent') return gap(missing.reason, values)
    const there = numbers.filter((value): value is QuantityValue => value.type === 'quantity')
    if (there.length === 0) return gap('missing-value', [list])
    const start = settings['start'] === 'any' ? undefined : BigInt(Number(settings['start'] ?? 1))
    const step = settings['step'] === 'up' ? 'up' : BigInt(Number(settings['step'] ?? 1))
    const wrong = firstBreak(there, start, step)
    const compared = printedCount(there)
    if (!wrong) return { type: 'verdict', verdict: 'exact', inputs: there.flatMap(inputsOf), compared }
    const odd = there[wrong.at]
    return {
      type: 'verdict',
      verdict: 'violated',
      inputs: [odd, there[wrong.at - 1]].flatMap((value) => (value ? inputsOf(value) : [])),
      compared: Math.max(2, compared),
      formula: there.map((value) => decimalOf(value.quantity)).slice(0, 30).join(', '),
      ...(odd && { actual: odd, odd: [odd] }),
      ...(wrong.expected !== undefined && { expected: plainNumber(wrong.expected) }),
    }
  },
}
