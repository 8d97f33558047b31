import type { Ref } from '../../core/ref.ts'
import type { GapReason, Reading } from '../../core/verdict.ts'
import type { Input, Outcome, Value } from '../../facts/value.ts'
import type { Item } from '../../facts/item.ts'
import type { Quantity } from '../../facts/quantity.ts'
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
  if ('role' in value && value.role === role) return value
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
  let worst: Reading | undefined
  for (const value of values) {
    const reading = readingOf(value)
    if (reading === 'doubtful') return { reading }
    if (reading === 'inferred') worst = reading
  }
  return worst === undefined ? {} : { reading: worst }
}

/** Checks make inputs by the ten thousand: properties are set one by one, not spread. */
function inputAt(ref: Ref, text: string, reading: Reading | undefined, role?: string, quantity?: Quantity): Input {
  const input: { -readonly [K in keyof Input]: Input[K] } = { ref, text }
  if (quantity !== undefined) input.quantity = quantity
  if (reading !== undefined) input.reading = reading
  if (role !== undefined) input.role = role
  return input
}

/** The printed places behind a value, in its order; a computed figure gives those of its terms, the absent its nearest. */
export function inputsOf(value: Value): readonly Input[] {
  switch (value.type) {
    case 'quantity': {
      const made = value.inputs ?? value.counted
      if (made) return made.slice(0, MOST_PLACES).flatMap((part) => inputsOf(part).map((input) => withReadingFrom(input, value.reading)))
      return value.ref ? [inputAt(value.ref, value.printed ?? (value.quantity.blankAsZero ? '' : printQuantity(value.quantity)), value.reading, value.role, value.quantity)] : []
    }
    case 'text': return value.ref ? [inputAt(value.ref, value.text, value.reading, value.role)] : []
    case 'date': return value.ref ? [inputAt(value.ref, value.printed, value.reading, value.role)] : []
    case 'item': return [itemInput(value.item)]
    case 'list': return inputsOfAll(value.values.length > MOST_PLACES ? value.values.slice(0, MOST_PLACES) : value.values)
    case 'absent': return value.near ? [{ ref: value.near, text: '' }] : []
    case 'verdict': return value.inputs
    case 'record': case 'scope': return value.ref ? [{ ref: value.ref, text: '' }] : []
    case 'boolean': return []
  }
}

/** The places behind several values. */
export function inputsOfAll(values: readonly Value[]): readonly Input[] {
  const found: Input[] = []
  for (const value of values) for (const input of inputsOf(value)) found.push(input)
  return found
}

function withReadingFrom(input: Input, reading: Reading | undefined): Input {
  return reading === undefined || input.reading === 'doubtful' || input.reading === reading ? input : { ...input, reading }
}

function itemInput(item: Item): Input {
  const value = VALUED_KINDS.has(item.kind) ? item.get('value') : undefined
  const reading = item.reading ?? (value && readingOf(value))
  if (value?.type === 'quantity') return inputAt(value.ref ?? item.ref, value.printed ?? printQuantity(value.quantity), reading, undefined, value.quantity)
  return inputAt(item.ref, item.text, reading)
}

/** How many printed, non-blank values stand behind a value (DESIGN §5: fewer than two are no check). */
export function printedCount(values: readonly Value[]): number {
  return printedAmong(inputsOfAll(values))
}

/** How many of the places are printed and not blank. */
export function printedAmong(inputs: readonly Input[]): number {
  let printed = 0
  for (const { ref, quantity } of inputs) if (ref.nearest === undefined && quantity?.blankAsZero !== true) printed += 1
  return printed
}

/** A check that could not be made, with the places of what was looked at. */
export function gap(reason: GapReason, values: readonly Value[] = []): Outcome {
  return { type: 'verdict', verdict: 'not-evaluated', reason, inputs: inputsOfAll(values) }
}
