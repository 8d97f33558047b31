import type { Dictionary, Vocabulary } from '../../vocabulary/types.ts'
import type { Model } from '../../facts/item.ts'
import type { Value } from '../../facts/value.ts'
import { ANY, TEXT, listOf } from '../types.ts'
import type { Type } from '../types.ts'
import { plainNumber } from './numbers.ts'
import type { PlainOperator, SourceOperator } from './operator.ts'
import { textIn } from './texts.ts'
import { absent } from './values.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

function entryOf(dictionary: Dictionary, key: string, year: string | undefined): string | undefined {
  const { entries } = dictionary
  const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined)
  const ofYear = year === undefined ? undefined : own(entries, year)
  if (typeof ofYear === 'object') return own(ofYear, key)
  const direct = own(entries, key)
  return typeof direct === 'string' ? direct : undefined
}

/** An unknown key or year is absent, so that an incomplete dictionary never accuses. */
export const lookup: PlainOperator = {
  style: 'plain',
  name: 'lookup',
  group: 'looking-up',
  parameters: [{ name: 'in', setting: 'dictionary' }, { name: 'key', takes: 'any' }, { name: 'year', takes: 'any', optional: true }],
  writing: { named: true },
  gives: TEXT,
  prepare: (settings, vocabulary: Vocabulary) => vocabulary.dictionaries.get(String(settings['in'])),
  apply([key = NOTHING, year], _, { prepared }): Value {
    const dictionary = prepared as Dictionary | undefined
    const [name, ofYear] = [textIn(key), year && textIn(year)]
    if (!name) return key.type === 'absent' ? key : absent('ambiguous')
    const found = dictionary && entryOf(dictionary, name.text, ofYear?.text)
    return found === undefined ? absent('unknown-key', name.ref) : { type: 'text', text: found }
  },
}

/** The model named by `from`; absent when that document was not given. */
export function modelFrom(model: Model, from: unknown): Model | undefined {
  if (from === 'previous' || from === 'budget' || from === 'final') return model.related[from]
  return from === undefined || from === null ? model : undefined
}

const CELL: Type = { is: 'item', kind: 'cell' }

/** A cell that may be missing because not every province prints the row: then zero, in the unit of its neighbours. */
export const cell: PlainOperator = {
  style: 'plain',
  name: 'cell',
  group: 'looking-up',
  parameters: [
    { name: 'table', takes: 'text', names: 'table' },
    { name: 'row', takes: 'text' },
    { name: 'column', takes: 'text', names: 'column' },
    { name: 'from', setting: 'document', optional: true },
    { name: 'ifAbsent', setting: { oneOf: ['zero'] }, optional: true },
  ],
  writing: { list: true, named: true },
  gives: CELL,
  apply([table = NOTHING, row = NOTHING, column = NOTHING], environment, { settings }): Value {
    const [role, label, key] = [textIn(table), textIn(row), textIn(column)]
    if (!role || !label || !key) return [table, row, column].find((value) => value.type === 'absent') ?? absent('ambiguous')
    const model = modelFrom(environment.model, settings['from'])
    if (!model) return absent('missing-document')
    const found = model.cell(role.text, label.text, key.text)
    const missing = found.type === 'absent' && (found.reason === 'missing-table' || found.reason === 'missing-row' || found.reason === 'missing-column')
    return missing && settings['ifAbsent'] === 'zero' ? plainNumber(0n) : found
  },
}

/** The items of a source, in document order; evaluated by the engines, which know how a source is compiled. */
export const find: SourceOperator = {
  style: 'source',
  name: 'find',
  group: 'looking-up',
  parameters: [],
  writing: {},
  gives: listOf(ANY),
}
