import type { Ref } from '../../core/ref.ts'
import type { GapReason, Reading } from '../../core/verdict.ts'
import type { Input, Outcome, Value } from '../../facts/value.ts'
import type { Item } from '../../facts/item.ts'
import { printQuantity } from '../../facts/amounts/index.ts'
import { VALUED_KINDS } from '../types.ts'

/** Places listed for one value: a list of thousands does not need them all. */
const MOST_PLACES = 200

export function absent(reason: GapReason, near?: Ref): Value {
  return near === undefined ? { type: 'absent', reason } : { type: 'absent', reason, near }
}

/** The name by which an item is compared with a text: a table's role, a row's label, a project's name; else its text. */
export function nameOf(item: Item): string {
  const attribute = item.kind === 'table' ? 'role' : item.kind === 'row' ? 'label' : item.kind === 'project' || item.kind === 'indicator' ? 'name' : undefined
  const value = attribute === undefined ? undefined : item.get(attribute)
  return value?.type === 'text' ? value.text : item.text
}

/** What a fact, cell or fund item states; any other value is itself. */
export function stated(value: Value): Value {
  return value.type === 'item' && VALUED_KINDS.has(value.item.kind) ? value.item.get('value') : value
}

/** `value` under the name a rule gave it; members of a list get it too. */
export function named(value: Value, role: string): Value {
  if (value.type === 'quantity' || value.type === 'text' || value.type === 'date') return { ...value, role }
  return value.type === 'list' ? { ...value, role, values: value.values.map((member) => named(member, role)) } : value
}

/** Members of a list, lists in it opened; a single value is its own only member. */
export function members(value: Value): readonly Value[] {
  if (value.type !== 'list') return [value]
  return value.values.some((member) => member.type === 'list') ? value.values.flatMap(members) : value.values
}

export function readingOf(value: Value): Reading | undefined {
  if (value.type === 'item') return value.item.reading
  return 'reading' in value ? value.reading : undefined
}

/** The worst reading of the values; undefined is sure. */
export function worstReading(values: readonly Value[]): { reading?: Reading } {
  const readings = values.map(readingOf)
  const reading = readings.includes('doubtful') ? 'doubtful' : readings.includes('inferred') ? 'inferred' : undefined
  return reading === undefined ? {} : { reading }
}

function withReading(reading: Reading | undefined, role?: string): { reading?: Reading; role?: string } {
  return { ...(reading === undefined ? {} : { reading }), ...(role === undefined ? {} : { role }) }
}

/** The printed places behind a value, in its order; a computed figure gives those of its terms, the absent its nearest. */
export function inputsOf(value: Value): readonly Input[] {
  switch (value.type) {
    case 'quantity': {
      const made = value.inputs ?? value.counted
      if (made) return made.slice(0, MOST_PLACES).flatMap((part) => inputsOf(part).map((input) => withReadingFrom(input, value.reading)))
      return value.ref ? [{ ref: value.ref, text: value.printed ?? (value.quantity.blankAsZero ? '' : printQuantity(value.quantity)), quantity: value.quantity, ...withReading(value.reading, value.role) }] : []
    }
    case 'text': return value.ref ? [{ ref: value.ref, text: value.text, ...withReading(value.reading, value.role) }] : []
    case 'date': return value.ref ? [{ ref: value.ref, text: value.printed, ...withReading(value.reading, value.role) }] : []
    case 'item': return [itemInput(value.item)]
    case 'list': return value.values.slice(0, MOST_PLACES).flatMap(inputsOf)
    case 'absent': return value.near ? [{ ref: value.near, text: '' }] : []
    case 'verdict': return value.inputs
    case 'record': case 'scope': return value.ref ? [{ ref: value.ref, text: '' }] : []
    case 'boolean': return []
  }
}

function withReadingFrom(input: Input, reading: Reading | undefined): Input {
  return reading === undefined || input.reading === 'doubtful' || input.reading === reading ? input : { ...input, reading }
}

function itemInput(item: Item): Input {
  const value = VALUED_KINDS.has(item.kind) ? item.get('value') : undefined
  const reading = item.reading ?? (value && readingOf(value))
  if (value?.type === 'quantity') return { ref: value.ref ?? item.ref, text: value.printed ?? printQuantity(value.quantity), quantity: value.quantity, ...withReading(reading) }
  return { ref: item.ref, text: item.text, ...withReading(reading) }
}

/** How many printed, non-blank values stand behind a value (DESIGN §5: fewer than two are no check). */
export function printedCount(values: readonly Value[]): number {
  return values.flatMap(inputsOf).filter((input) => input.ref.nearest === undefined && input.quantity?.blankAsZero !== true).length
}

/** A check that could not be made, with the places of what was looked at. */
export function gap(reason: GapReason, values: readonly Value[] = []): Outcome {
  return { type: 'verdict', verdict: 'not-evaluated', reason, inputs: values.flatMap(inputsOf) }
}
