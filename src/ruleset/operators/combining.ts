import type { Outcome, Value } from '../../facts/value.ts'
import { VERDICT, common } from '../types.ts'
import { best, mergeInputs, negate, worst } from '../combine.ts'
import { asOutcome, isFailure, isPass } from '../verdicts.ts'
import type { ChoiceOperator, PlainOperator } from './operator.ts'
import { absent } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

export const and: PlainOperator = {
  style: 'plain',
  name: 'and',
  logic: 'all-hold',
  group: 'combining',
  parameters: [{ name: 'verdicts', takes: 'verdict' }],
  variadic: { least: 1 },
  writing: { list: true },
  gives: VERDICT,
  apply: (operands) => worst(operands.map(asOutcome)),
}

export const or: PlainOperator = {
  style: 'plain',
  name: 'or',
  logic: 'any-holds',
  group: 'combining',
  parameters: [{ name: 'verdicts', takes: 'verdict' }],
  variadic: { least: 1 },
  writing: { list: true },
  gives: VERDICT,
  apply: (operands) => best(operands.map(asOutcome)),
}

export const not: PlainOperator = {
  style: 'plain',
  name: 'not',
  group: 'combining',
  parameters: [{ name: 'verdict', takes: 'verdict' }],
  writing: { bare: true, list: true },
  gives: VERDICT,
  apply: ([operand = NOTHING]) => negate(asOutcome(operand)),
}

/** What failed in a branch also shows what led there. */
function because(value: Value, condition: Outcome): Value {
  return value.type === 'verdict' && isFailure(value) ? { ...value, inputs: mergeInputs([value, condition]) } : value
}

/** An unknown condition makes the whole unknown: as a verdict a gap, as anything else absent with the reason. */
export const choice: ChoiceOperator = {
  style: 'choice',
  name: 'if',
  logic: 'first-that-holds',
  group: 'combining',
  parameters: [{ name: 'condition', takes: 'verdict' }, { name: 'value', takes: 'any' }],
  variadic: { least: 2 },
  writing: { list: true },
  gives: (operands) => common(operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1)),
  choose(operands) {
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const condition = asOutcome(operands[index]?.() ?? NOTHING)
      if (isPass(condition)) return because(operands[index + 1]?.() ?? NOTHING, condition)
      if (condition.verdict === 'not-evaluated') return condition.inputs.length > 0 ? absent(condition.reason ?? 'missing-value', condition.inputs[0]?.ref) : absent(condition.reason ?? 'missing-value')
    }
    return operands.length % 2 === 1 ? (operands.at(-1)?.() ?? NOTHING) : NOTHING
  },
}

