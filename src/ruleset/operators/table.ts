import { growth, minus, ratio, rounded, sum, times } from './arithmetic.ts'
import { and, choice, not, or } from './combining.ts'
import { atLeast, atMost, equal, isIn, less, more } from './comparing.ts'
import { count, stat } from './counting.ts'
import { cell, find, lookup } from './looking-up.ts'
import type { Operator } from './operator.ts'
import { absence, present } from './presence.ts'
import { pluginOperator, type PluginOperator } from './plugin.ts'
import { every, filter, some } from './quantifying.ts'
import { inOrder } from './sequence.ts'
import { slipOf } from './slip.ts'
import { balanced, matches, similar } from './texts.ts'

/** All operators, in the order in which they are documented. Schema, checker, both engines, page and read-back come from it. */
export const OPERATORS: readonly Operator[] = [
  and, or, not, choice,
  every, some, filter,
  present, absence,
  equal, less, atMost, more, atLeast, isIn, inOrder,
  matches, balanced, similar, slipOf,
  sum, minus, times, ratio, growth, rounded,
  count, stat,
  lookup, cell, find,
]

const BY_NAME = new Map<string, Operator>(OPERATORS.map((operator) => [operator.name, operator]))

export function operatorNamed(name: string): Operator | undefined {
  return BY_NAME.get(name)
}

export const OPERATOR_NAMES: readonly string[] = OPERATORS.map((operator) => operator.name)

/** Makes operators of plugins known to every rule that is loaded from now on; rules loaded before keep theirs. */
export function plugOperators(operators: Readonly<Record<string, PluginOperator>>): void {
  for (const [name, written] of Object.entries(operators)) BY_NAME.set(name, pluginOperator(name, written))
}

/** Every operator there is now, those of plugins included. */
export function allOperators(): readonly Operator[] {
  return [...BY_NAME.values()]
}
