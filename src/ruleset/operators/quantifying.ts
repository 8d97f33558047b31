import type { Outcome, Value } from '../../facts/value.ts'
import { VERDICT, listOf } from '../types.ts'
import { NOT_APPLICABLE, bestOf, firstExact, worst } from '../combine.ts'
import { asOutcome, holds } from '../verdicts.ts'
import type { Parameter, QuantifierOperator } from './operator.ts'
import { gap, members } from './values.ts'

const PARAMETERS: readonly Parameter[] = [{ name: 'of', takes: 'members' }]

/** An item that can be read in several ways passes if one reading does. */
function underAnyReading(member: Value, test: (member: Value) => Value): Value {
  if (member.type !== 'item' || !member.item.readings?.length) return test(member)
  return bestOf([member, ...member.item.readings.map((item): Value => ({ type: 'item', item }))], (reading) => asOutcome(test(reading)))
}

export const every: QuantifierOperator = {
  style: 'quantifier',
  name: 'every',
  group: 'quantifying',
  parameters: PARAMETERS,
  writing: { named: true },
  gives: VERDICT,
  over(list, test) {
    if (list.type === 'absent') return gap(list.reason, [list])
    const outcomes = members(list).map((member) => asOutcome(underAnyReading(member, test)))
    return outcomes.length === 0 ? NOT_APPLICABLE : worst(outcomes)
  },
}

export const some: QuantifierOperator = {
  style: 'quantifier',
  name: 'some',
  logic: 'some-member',
  group: 'quantifying',
  parameters: PARAMETERS,
  writing: { named: true },
  gives: VERDICT,
  over(list, test, judge) {
    if (list.type === 'absent') return gap(list.reason, [list])
    const all = members(list)
    const told = (member: Value): Outcome => asOutcome(underAnyReading(member, test))
    if (all.length === 0) return gap('missing-value', [list])
    return (judge && firstExact(all, told, (member) => holds(underAnyReading(member, judge)))) ?? bestOf(all, told)
  },
}

export const filter: QuantifierOperator = {
  style: 'quantifier',
  name: 'filter',
  logic: 'members-where',
  group: 'quantifying',
  parameters: PARAMETERS,
  writing: { named: true },
  gives: ([of = listOf({ is: 'any' })]) => of,
  over(list, test) {
    if (list.type === 'absent') return list
    return { type: 'list', values: members(list).filter((member) => holds(test(member))) }
  },
}
