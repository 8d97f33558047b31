import type { Outcome, Value } from '../../facts/value.ts'
import { decimalOf } from '../../facts/amounts/index.ts'
import { OUTSIDE } from '../../facts/reads.ts'
import { VERDICT } from '../types.ts'
import type { PlainOperator } from './operator.ts'
import { gap, inputsOf, members, printedCount, stated } from './values.ts'

/** A value as an operator of a plugin sees it: what is printed and, of an amount, the exact decimal in its unit. */
export interface PluginValue {
  readonly text: string
  readonly value?: string
  readonly unit?: string
}

/** An operator written in JavaScript. It is a test of values: it never sees places, and throws at its own cost. */
export interface PluginOperator {
  readonly takes: 'text' | 'quantity' | 'any'
  /** Whether the values (lists opened) pass; undefined where that cannot be said. */
  readonly holds: (values: readonly PluginValue[]) => boolean | undefined
}

/** The operator as rules know it. */
export function pluginOperator(name: string, written: PluginOperator): PlainOperator {
  return {
    style: 'plain',
    name,
    group: 'text',
    parameters: [{ name: 'values', takes: written.takes }],
    variadic: { least: 1 },
    writing: { bare: true, list: true },
    gives: VERDICT,
    apply: (operands, { model }) => {
      // What code of others says need not be what it said before, or will say again.
      model.reads?.note('outside', OUTSIDE)
      return outcomeOf(operands.flatMap(members).map(stated), written)
    },
  }
}

function outcomeOf(values: readonly Value[], { holds }: PluginOperator): Outcome {
  const lacking = values.find((value) => value.type === 'absent')
  if (lacking?.type === 'absent') return gap(lacking.reason, values)
  const answer = holds(values.map(shown))
  if (answer === undefined) return gap('ambiguous', values)
  return { type: 'verdict', verdict: answer ? 'exact' : 'violated', inputs: values.flatMap(inputsOf), compared: Math.max(2, printedCount(values)) }
}

function shown(value: Value): PluginValue {
  if (value.type === 'text') return { text: value.text }
  if (value.type === 'quantity') return { text: value.printed ?? decimalOf(value.quantity), value: decimalOf(value.quantity), unit: value.quantity.unit.symbol }
  return { text: inputsOf(value)[0]?.text ?? '' }
}
