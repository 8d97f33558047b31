import type { Outcome, Value } from '../../facts/value.ts'
import { VERDICT } from '../types.ts'
import { plainOutcome } from './compare-texts.ts'
import type { PlainOperator } from './operator.ts'
import { textIn } from './texts.ts'
import { gap } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }
/** Shorter names are too like each other. */
const SHORTEST = 4

/**
 * Whether the shorter of two names is the end of the longer one but for one character, or for two neighbours exchanged. The last
 * character must be the same: it says what kind of thing is named.
 */
export function isSlip(one: string, other: string): boolean {
  const length = Math.min([...one].length, [...other].length)
  if (length < SHORTEST) return false
  const [a, b] = [[...one].slice(-length), [...other].slice(-length)]
  const wrong = a.flatMap((letter, at) => (letter === b[at] ? [] : [at]))
  const [first = length, second] = wrong
  if (wrong.includes(length - 1)) return false
  return wrong.length === 1 || (wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
}

function outcome([one = NOTHING, other = NOTHING]: readonly Value[]): Outcome {
  const [a, b] = [textIn(one), textIn(other)]
  if (!a || !b) return gap(one.type === 'absent' ? one.reason : other.type === 'absent' ? other.reason : 'ambiguous', [one, other])
  return plainOutcome(isSlip(a.text, b.text), [a, b])
}

export const slipOf: PlainOperator = {
  style: 'plain',
  name: 'slip-of',
  group: 'text',
  parameters: [{ name: 'a', takes: 'text' }, { name: 'b', takes: 'text' }],
  writing: { list: true },
  gives: VERDICT,
  apply: outcome,
}
