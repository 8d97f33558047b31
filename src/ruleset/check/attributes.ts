import { KINDS, WITHIN_SHEET, attributeOf } from '../../facts/kinds.ts'
import type { Attribute, Kind } from '../../facts/kinds.ts'
import type { TEXT_ATTRIBUTES } from '../../facts/text-attributes.ts'
import { compileTest, patternSources } from '../../facts/prose/pattern/compile.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import { ANY, BOOLEAN, DATE, QUANTITY, TEXT, VALUED_KINDS, listOf } from '../types.ts'
import type { Type } from '../types.ts'
import type { Names } from './names.ts'

/** The phases of a performance sheet (DESIGN §2). */
const PHASES = ['period', 'annual', 'budget', 'adjusted', 'executed', 'actual']
const COMMON = ['label', 'document', 'section', 'table', 'project']

const DOCNUM: Type = { is: 'record', fields: { text: TEXT, agency: TEXT, year: TEXT, number: TEXT, brackets: TEXT, normal: TEXT } }

/** Types of slots that hold one token; every other slot holds words. */
const SLOTS: Readonly<Record<string, Type>> = {
  'money': QUANTITY, 'money-unit-missing': QUANTITY, 'count': QUANTITY, 'percent': QUANTITY, 'points': QUANTITY, 'number': QUANTITY,
  'integer': QUANTITY, 'rate': QUANTITY, 'quantity': QUANTITY, 'year': QUANTITY, 'any-year': QUANTITY, 'yuan': QUANTITY, 'money-scaled': QUANTITY, 'date': DATE, 'date-range': ANY, 'docnum': DOCNUM,
}

/** The slots of a pattern of the vocabulary as attributes; a correction also has the right word. */
export function slotTypes(pattern: string, vocabulary: Vocabulary): Readonly<Record<string, Type>> {
  const entry = vocabulary.patterns.get(pattern)
  const slots: Record<string, Type> = Object.create(null) as Record<string, Type>
  for (const source of entry ? patternSources(entry) : []) {
    const compiled = compileTest(source, vocabulary)
    if (!compiled.ok) continue
    for (const slot of compiled.pattern.slots) if (slot.name !== '_') slots[slot.name] = (Object.hasOwn(SLOTS, slot.type) ? SLOTS[slot.type] : undefined) ?? TEXT
  }
  if (entry?.near || (entry?.words && !Array.isArray(entry.words))) slots['right'] = TEXT
  return slots
}

function typeOf(attribute: Attribute): Type {
  const single = singleType(attribute)
  return attribute.many ? listOf(single) : single
}

function singleType(attribute: Attribute): Type {
  switch (attribute.type) {
    case 'text': return attribute.quantitative ? { is: 'text', quantitative: true } : TEXT
    case 'body': return TEXT
    case 'quantity': return QUANTITY
    case 'date': return DATE
    case 'boolean': return BOOLEAN
    case 'scope': return { is: 'scope' }
    case 'cells': return { is: 'cells' }
    case 'phased-quantity': return { is: 'phases', of: QUANTITY }
    case 'phased-text': return { is: 'phases', of: TEXT }
    case 'item': return { is: 'item', kind: (attribute.of ?? 'document') as Kind, ...(attribute.head && { head: true }) }
  }
}

const OF_TEXT: Readonly<Record<(typeof TEXT_ATTRIBUTES)[number], Type>> = {
  norm: TEXT, plain: TEXT, frame: TEXT, yearless: TEXT, length: QUANTITY, years: listOf(QUANTITY), allYears: listOf(QUANTITY), quantity: QUANTITY, unit: TEXT, bound: TEXT, style: TEXT,
}
const OF_QUANTITY: Readonly<Record<string, Type>> = { unit: TEXT, text: TEXT, bound: TEXT, figure: TEXT, number: QUANTITY }
const OF_DATE: Readonly<Record<string, Type>> = { year: QUANTITY, month: QUANTITY, day: QUANTITY, text: TEXT }

/** What asking a value of a type for an attribute gives; or the names that could have been asked for. */
export type AttributeAnswer = { readonly type: Type; readonly optional?: true } | { readonly known: readonly string[] }

function fromRecord(record: Readonly<Record<string, Type>>, name: string): AttributeAnswer {
  const type = Object.hasOwn(record, name) ? record[name] : undefined
  return type ? { type } : { known: Object.keys(record) }
}

/** The type of attribute `name` of a value; own, declared names only. */
export function attributeType(of: Type, name: string, names: Names): AttributeAnswer {
  switch (of.is) {
    case 'any': case 'nothing': return { type: ANY }
    case 'text': return name === 'quantity' || name === 'years' || name === 'allYears' ? { ...fromRecord(OF_TEXT, name), optional: true } as AttributeAnswer : fromRecord(OF_TEXT, name)
    case 'quantity': return fromRecord(OF_QUANTITY, name)
    case 'date': return fromRecord(OF_DATE, name)
    case 'record': return fromRecord(of.fields, name)
    case 'phases': return PHASES.includes(name) ? { type: of.of } : { known: PHASES }
    case 'cells': return names.columns.has(name) ? { type: { is: 'text', quantitative: true } } : { known: [...names.columns] }
    case 'scope': return names.dimensions.has(name) ? { type: TEXT, optional: true } : { known: [...names.dimensions] }
    case 'list': {
      const answer = attributeType(of.of, name, names)
      return 'type' in answer ? { ...answer, type: answer.type.is === 'list' ? answer.type : listOf(answer.type) } : answer
    }
    case 'item': return itemAttribute(of, name)
    case 'boolean': case 'verdict': return { known: [] }
  }
}

function itemAttribute(of: Type & { readonly is: 'item' }, name: string): AttributeAnswer {
  const declared = attributeOf(of.kind, name)
  if (of.head && WITHIN_SHEET.has(name)) return { known: Object.keys(KINDS[of.kind]).filter((other) => !WITHIN_SHEET.has(other)) }
  if (declared) return { type: typeOf(declared), ...(declared.optional && { optional: true }) }
  const slot = of.slots && Object.hasOwn(of.slots, name) ? of.slots[name] : undefined
  // An item that stands for one value also has the attributes of that value.
  if (VALUED_KINDS.has(of.kind) && Object.hasOwn(OF_QUANTITY, name)) return fromRecord(OF_QUANTITY, name)
  return slot ? { type: slot, optional: true } : { known: [...Object.keys(KINDS[of.kind]), ...COMMON, ...Object.keys(of.slots ?? {})] }
}
