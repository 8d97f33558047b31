import type { DateValue, QuantityValue, Value } from '../../facts/value.ts'
import { compareValues } from '../../facts/amounts/index.ts'
import { readPath } from '../../facts/path.ts'
import { QUANTITY } from '../types.ts'
import { COUNTED, isBlank, numberIn, plainNumber } from './numbers.ts'
import { differentMembers } from './equal-list.ts'
import type { PlainOperator } from './operator.ts'
import { absent, members, worstReading } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

export const count: PlainOperator = {
  style: 'plain',
  name: 'count',
  group: 'counting',
  parameters: [{ name: 'of', takes: 'countable' }, { name: 'by', setting: 'path', optional: true }],
  writing: { bare: true, named: true },
  gives: QUANTITY,
  apply([value = NOTHING], environment, { settings }): Value {
    if (value.type === 'absent') return value
    if (value.type !== 'list') {
      const text = value.type === 'item' ? value.item.text : value.type === 'text' ? value.text : undefined
      return text === undefined ? absent('ambiguous') : { ...plainNumber(BigInt([...text].length), COUNTED), counted: [value] }
    }
    const all = members(value)
    const by = settings['by']
    if (typeof by !== 'string') return { ...plainNumber(BigInt(all.length), COUNTED), counted: all, ...worstReading(all) }
    const keys = all.map((member) => readPath(member, by.split('.')))
    const missing = keys.find((key) => key.type === 'absent')
    return missing ?? { ...plainNumber(BigInt(differentMembers(keys, environment).length), COUNTED), counted: all, ...worstReading(all) }
  },
}

function chosen<T>(sorted: readonly T[], which: unknown): T | undefined {
  return which === 'min' ? sorted[0] : which === 'max' ? sorted.at(-1) : sorted[Math.floor((sorted.length - 1) / 2)]
}

/** The members in order where all are dates. */
function datesAmong(values: readonly Value[]): readonly DateValue[] | undefined {
  const dates = values.filter((value): value is DateValue => value.type === 'date')
  const order = ({ year, month = 0, day = 0 }: DateValue): number => (year * 100 + month) * 100 + day
  return dates.length === 0 || dates.length < values.length ? undefined : dates.toSorted((a, b) => order(a) - order(b))
}

/** The member itself, with its place: of an even number the lower of the middle two. */
export const stat: PlainOperator = {
  style: 'plain',
  name: 'stat',
  group: 'counting',
  parameters: [{ name: 'of', takes: 'members' }, { name: 'is', setting: { oneOf: ['min', 'max', 'median'] } }],
  writing: { named: true },
  gives: QUANTITY,
  apply([list = NOTHING], _, { settings }): Value {
    if (list.type === 'absent') return list
    const dates = datesAmong(members(list))
    if (dates) return chosen(dates, settings['is']) ?? absent('missing-value')
    const numbers = members(list).map(numberIn).filter((value) => !isBlank(value))
    const missing = numbers.find((value) => value.type === 'absent')
    if (missing) return missing
    const there = numbers.filter((value): value is QuantityValue => value.type === 'quantity')
    const first = there[0]
    if (first === undefined) return absent('missing-value')
    if (there.some((value) => compareValues(first.quantity, value.quantity) === undefined)) return absent('units-differ', first.ref)
    const sorted = [...there].sort((a, b) => compareValues(a.quantity, b.quantity) ?? 0)
    return chosen(sorted, settings['is']) ?? absent('missing-value')
  },
}
