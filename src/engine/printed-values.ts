import { decimalOf, printQuantity } from '../facts/amounts/index.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { Value } from '../facts/value.ts'
import { members, nameOf, stated } from '../ruleset/operators/values.ts'
import { fill } from '../ruleset/wording.ts'
import type { EngineWording } from './options.ts'
import type { Language } from '../core/text.ts'

/** Members of a list that a message names; the rest are counted. */
const NAMED_MEMBERS = 5

export interface Speech {
  readonly language: Language
  readonly wording: EngineWording
  /** What names of the vocabulary are called in the language, where that is another. */
  readonly names?: ReadonlyMap<string, string>
  /** What is said is a name of the vocabulary, though it has the place of what it names. */
  readonly naming?: boolean
}

/** A value as a message prints it: figures as printed and with their unit, lists shortened, the absent as a word for it. */
export function sayValue(value: Value, speech: Speech, like?: Value): string {
  switch (value.type) {
    case 'quantity': return value.printed === undefined || value.quantity.blankAsZero ? sayComputed(value.quantity, like) : withUnit(value.printed, value.quantity)
    case 'text': return value.stated ?? (value.ref && !speech.naming ? value.text : called(value.text, speech))
    case 'date': return value.printed
    case 'boolean': return String(value.value)
    case 'item': return sayItem(value, speech)
    case 'list': return sayList(value.values, speech)
    case 'record': return value.fields['text'] ? sayValue(value.fields['text'], speech) : sayList(Object.values(value.fields), speech)
    case 'scope': return Object.values(value.known).join(speech.wording.separator[speech.language])
    case 'absent': return speech.wording.none[speech.language]
    case 'verdict': return value.formula ?? ''
  }
}

function sayItem(value: Value & { readonly type: 'item' }, speech: Speech): string {
  const figure = stated(value)
  if (figure !== value && figure.type === 'quantity') return sayValue(figure, speech)
  return value.item.text === '' ? called(nameOf(value.item), speech) : value.item.text
}

/** What stands in the document stays as it is; names that only the vocabulary has are told in the language. */
function called(name: string, { names }: Speech): string {
  return names?.get(name) ?? name
}

function sayList(values: readonly Value[], speech: Speech): string {
  const { separator, more, none } = speech.wording
  const all = members({ type: 'list', values })
  const told = [...new Set(all.map((value) => sayValue(value, speech)))]
  if (told.length === 0) return none[speech.language]
  const list = told.slice(0, NAMED_MEMBERS).join(separator[speech.language])
  return told.length > NAMED_MEMBERS ? fill(more[speech.language], { list, n: String(all.length) }) : list
}

/** A figure of a table has no unit of its own; one of prose has. */
export function withUnit(printed: string, { unit }: Quantity): string {
  const figure = printed.trim()
  return unit.symbol !== '' && /[\d)\uff09\uff10-\uff19]$/u.test(figure) ? `${figure} ${unit.symbol}` : figure
}

/** A computed figure, in the manner of the printed one it is compared with: its separators, at least its decimals, its unit. */
export function sayComputed(quantity: Quantity, like?: Value): string {
  if (like?.type !== 'quantity' || like.printed === undefined) return printQuantity(quantity)
  const sameUnit = like.quantity.unit.symbol === quantity.unit.symbol
  const decimal = inManner(decimalOf(quantity), like.printed, sameUnit ? like.quantity.places : 0)
  const apart = /[\d)\uff09\uff10-\uff19]$/u.test(like.printed.trim()) || /\s/u.test(like.printed.trim())
  const { symbol } = quantity.unit
  return symbol === '' ? decimal : apart && sameUnit ? `${decimal} ${symbol}` : `${decimal}${symbol}`
}

/** `decimal` with the decimals and thousands separators that `printed` shows. */
export function inManner(decimal: string, printed: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const padded = fraction.padEnd(places, '0')
  const grouped = /\d[,\uff0c]\d{3}/u.test(printed) ? whole.replace(/\B(?=(\d{3})+$)/gu, ',') : whole
  return padded === '' ? grouped : `${grouped}.${padded}`
}

/** `quantity` without its sign: a difference is told as a size. */
export function magnitude(quantity: Quantity): Quantity {
  return quantity.digits < 0n ? { ...quantity, digits: -quantity.digits } : quantity
}
