import type { Vocabulary } from '../vocabulary/types.ts'
import { decimalOf } from './amounts/index.ts'
import type { Item } from './item.ts'
import { attributeOf } from './kinds.ts'
import { TEXT_ATTRIBUTES, textAttribute } from './text-attributes.ts'
import type { DateValue, QuantityValue, ScopeValue, TextValue, Value } from './value.ts'
import { absentValue, listValue, numberValue, textValue } from './values.ts'

const vocabularies = new WeakMap<Item, Vocabulary>()
const NO_VOCABULARY: Vocabulary = {
  tables: new Map(), forms: new Map(), sections: new Map(), documents: new Map(), scopes: new Map(), concepts: new Map(), patterns: new Map(),
  claims: new Map(), lists: new Map(), dictionaries: new Map(), ranges: new Map(), units: new Map(),
}

/** Remembers the vocabulary a document is read with: some attributes of texts need its words. */
export function lendVocabulary(document: Item, vocabulary: Vocabulary): void {
  vocabularies.set(document, vocabulary)
}

/**
 * Reads an attribute path off a value: attributes of items (an item of one value, a fact or cell, also has those of its
 * value), fields of records, parts of scopes and dates, attributes of texts and quantities. Over a list it gives the list
 * of its members'. Where there is nothing the value is absent, near the last thing there was.
 */
export function readPath(value: Value, path: readonly string[]): Value {
  let owner: Item | undefined
  let current = value
  for (let i = 0; i < path.length; i += 1) {
    const name = path[i] ?? ''
    if (current.type === 'list') {
      const rest = path.slice(i)
      return listValue(current.values.map((member) => readPath(member, rest)), current.ref)
    }
    if (current.type === 'item') owner = current.item
    current = attribute(current, name, owner)
  }
  return current
}

/** The vocabulary of the document an item is of. */
function vocabularyOf(item: Item | undefined): Vocabulary {
  const document = item?.get('document')
  return (item && vocabularies.get(item)) ?? (document?.type === 'item' ? vocabularies.get(document.item) : undefined) ?? NO_VOCABULARY
}

const derived = new Map<string, WeakMap<TextValue, Value>>(TEXT_ATTRIBUTES.map((name) => [name, new WeakMap()]))

/** The attribute of a text, worked out once for each value read off the document. */
function derivedAttribute(value: TextValue, name: string, owner: Item | undefined): Value {
  const known = derived.get(name)
  const before = known?.get(value)
  if (before) return before
  const made = textAttribute(value, name, vocabularyOf(owner))
  known?.set(value, made)
  return made
}

function attribute(value: Value, name: string, owner: Item | undefined): Value {
  switch (value.type) {
    case 'item': return itemAttribute(value.item, name)
    case 'record': return Object.hasOwn(value.fields, name) ? (value.fields[name] ?? nothing(value)) : nothing(value)
    case 'text': return (TEXT_ATTRIBUTES as readonly string[]).includes(name) ? derivedAttribute(value, name, owner) : nothing(value)
    case 'quantity': return quantityAttribute(value, name)
    case 'scope': return scopeAttribute(value, name)
    case 'date': return dateAttribute(value, name)
    case 'absent': return value
    default: return absentValue('missing-value')
  }
}

function nothing(value: { readonly ref?: { readonly pointer: string } }): Value {
  return absentValue('missing-value', value.ref?.pointer)
}

/** Kinds that stand for one value and lend its attributes. */
const VALUED: ReadonlySet<string> = new Set(['fact', 'cell', 'fund'])

function itemAttribute(item: Item, name: string): Value {
  if (name === 'reading') return textValue(item.reading ?? 'sure', item.ref)
  const own = item.get(name)
  if (own.type !== 'absent' || attributeOf(item.kind, name) || !VALUED.has(item.kind)) return own
  return attribute(item.get('value'), name, item)
}

function quantityAttribute(value: QuantityValue, name: string): Value {
  switch (name) {
    case 'unit': return textValue(value.quantity.unit.symbol, value.ref, value.reading)
    case 'bound': return textValue(value.quantity.bound ?? '=', value.ref, value.reading)
    case 'text': return textValue(value.printed ?? decimalOf(value.quantity), value.ref, value.reading)
    case 'figure': return textValue(/^\D*[\d.,]+/u.exec(value.printed ?? '')?.[0] ?? decimalOf(value.quantity), value.ref, value.reading)
    case 'quantity': return value
    // Without its unit, to compare counts of different things.
    case 'number': return { ...value, quantity: { ...value.quantity, unit: { dimension: 'number', symbol: '', exponent: 0 } } }
    default: return nothing(value)
  }
}

function scopeAttribute(value: ScopeValue, name: string): Value {
  const known = Object.hasOwn(value.known, name) ? value.known[name] : undefined
  return known === undefined ? absentValue('scope-unclear', value.ref?.pointer) : textValue(known, value.ref)
}

function dateAttribute(value: DateValue, name: string): Value {
  const part = name === 'year' ? value.year : name === 'month' ? value.month : name === 'day' ? value.day : undefined
  if (name === 'text' || name === 'plain') return textValue(value.printed, value.ref, value.reading)
  return part === undefined ? nothing(value) : numberValue(part, value.ref)
}
