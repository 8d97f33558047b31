import { growth, minus, ratio, rounded, sum, times } from './arithmetic.ts'
import { and, choice, not, or } from './combining.ts'
import { atLeast, atMost, equal, isIn, less, more } from './comparing.ts'
import { count, stat } from './counting.ts'
import { cell, find, lookup } from './looking-up.ts'
import type { Operator } from './operator.ts'
import { absence, present } from './presence.ts'
import { every, filter, some } from './quantifying.ts'
import { inOrder } from './sequence.ts'
import { balanced, matches, similar } from './texts.ts'

/** All operators, in the order in which they are documented. Schema, checker, both engines, page and read-back come from it. */
export const OPERATORS: readonly Operator[] = [
  and, or, not, choice,
  every, some, filter,
  present, absence,
  equal, less, atMost, more, atLeast, isIn, inOrder,
  matches, balanced, similar,
  sum, minus, times, ratio, growth, rounded,
  count, stat,
  lookup, cell, find,
]

const BY_NAME: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((operator) => [operator.name, operator]))

export function operatorNamed(name: string): Operator | undefined {
  return BY_NAME.get(name)
}

export const OPERATOR_NAMES: readonly string[] = OPERATORS.map((operator) => operator.name)
