import type { Outcome, Value } from '../../facts/value.ts'
import type { Relation } from '../../facts/amounts/index.ts'
import type { Environment } from '../compiled.ts'
import { VERDICT } from '../types.ts'
import { bestOf, firstExact } from '../combine.ts'
import { FAILS, HOLDS, isPass } from '../verdicts.ts'
import { compareNumbers, judgeNumbers } from './compare-numbers.ts'
import { datesRelate } from './compare-dates.ts'
import { plainOutcome, printed } from './compare-texts.ts'
import { equalList } from './equal-list.ts'
import { equalPair, judgePair } from './equal-pair.ts'
import type { PlainOperator } from './operator.ts'
import { gap, inputsOf, nameOf, printedCount, stated } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

export const equal: PlainOperator = {
  style: 'plain',
  name: 'equal',
  group: 'comparing',
  parameters: [{ name: 'of', takes: 'any' }, { name: 'majority', setting: { oneOf: ['required'] }, optional: true }],
  variadic: { least: 1 },
  writing: { bare: true, list: true, named: true },
  gives: VERDICT,
  alike: true,
  apply([first = NOTHING, second, ...more], environment, { settings }) {
    if (second === undefined) return equalList(first, environment, settings['majority'] === 'required')
    return more.length === 0 ? equalPair(first, second, environment) : equalList({ type: 'list', values: [first, second, ...more] }, environment, false)
  },
  judge: (operands, environment, call) => (operands.length === 2 ? judgePair(operands[0] ?? NOTHING, operands[1] ?? NOTHING, environment) : equal.apply(operands, environment, call)),
}

/** The sign of a relation that holds, and of one that does not. */
const SIGN: Readonly<Record<Relation, readonly [string, string]>> = { 'equal': ['=', '≠'], 'less': ['<', '≥'], 'at-most': ['≤', '>'], 'more': ['>', '≤'], 'at-least': ['≥', '<'] }

function compareInOrder(relation: Relation, first: Value, second: Value, environment: Environment): Outcome {
  const [a, b] = [stated(first), stated(second)]
  if (a.type !== 'date' && b.type !== 'date') return compareNumbers(relation, a, b, environment)
  const missing = a.type === 'absent' ? a : b.type === 'absent' ? b : undefined
  if (missing) return gap(missing.reason, [a, b])
  const related = a.type === 'date' && b.type === 'date' ? datesRelate(relation, a, b) : undefined
  return related === undefined ? gap('ambiguous', [a, b]) : plainOutcome(related, [a, b], `${printed(a)} ${SIGN[relation][related ? 0 : 1]} ${printed(b)}`)
}

function ordering(relation: Exclude<Relation, 'equal'>): PlainOperator {
  return {
    style: 'plain',
    name: relation,
    group: 'comparing',
    parameters: [{ name: 'a', takes: 'measure' }, { name: 'b', takes: 'measure' }],
    writing: { list: true },
    gives: VERDICT,
    alike: true,
    apply: ([a = NOTHING, b = NOTHING], environment) => compareInOrder(relation, a, b, environment),
    judge([first = NOTHING, second = NOTHING], environment) {
      const [a, b] = [stated(first), stated(second)]
      return a.type === 'date' || b.type === 'date' ? compareInOrder(relation, a, b, environment) : judgeNumbers(relation, a, b, environment)
    },
  }
}

export const less = ordering('less')
export const atMost = ordering('at-most')
export const more = ordering('more')
export const atLeast = ordering('at-least')

function isPartOf(text: Value, whole: string): Outcome {
  const part = text.type === 'item' ? nameOf(text.item) : printed(text)
  return plainOutcome(part !== '' && whole.includes(part), [text])
}

export const isIn: PlainOperator = {
  style: 'plain',
  name: 'in',
  logic: 'is-in',
  group: 'comparing',
  parameters: [{ name: 'member', takes: 'any' }, { name: 'of', takes: 'any' }],
  writing: { list: true },
  gives: VERDICT,
  apply([member = NOTHING, whole = NOTHING], environment) {
    const value = stated(member)
    if (whole.type === 'absent') return gap(whole.reason, [member, whole])
    if (value.type === 'absent') return gap(value.reason, [value, whole])
    if (whole.type !== 'list') {
      const text = whole.type === 'item' ? whole.item.text : printed(whole)
      const found = isPartOf(value, text)
      return { ...found, inputs: [...found.inputs, ...inputsOf(whole)], expected: whole, compared: printedCount([value, whole]) }
    }
    if (whole.values.length === 0) return plainOutcome(false, [member])
    const told = (candidate: Value): Outcome => equalPair(value, candidate, environment)
    const outcome = firstExact(whole.values, told, (candidate) => isPass(judgePair(value, candidate, environment))) ?? bestOf(whole.values, told)
    return { ...outcome, verdict: outcome.verdict === 'implausible' || outcome.verdict === 'impossible' ? 'violated' : outcome.verdict, actual: value, expected: whole }
  },
  judge([member = NOTHING, whole = NOTHING], environment) {
    const value = stated(member)
    if (whole.type === 'absent') return gap(whole.reason)
    if (value.type === 'absent') return gap(value.reason)
    if (whole.type === 'list') return whole.values.length === 0 ? FAILS : bestOf(whole.values, (candidate) => judgePair(value, candidate, environment))
    const part = value.type === 'item' ? nameOf(value.item) : printed(value)
    return part !== '' && (whole.type === 'item' ? whole.item.text : printed(whole)).includes(part) ? HOLDS : FAILS
  },
}
