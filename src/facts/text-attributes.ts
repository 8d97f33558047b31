import type { Ref } from '../core/ref.ts'
import type { Vocabulary } from '../vocabulary/types.ts'
import { parseQuantity } from './amounts/index.ts'
import { tokenise } from './tokens/index.ts'
import type { TextValue, Value } from './value.ts'
import { absentValue, listValue, numberValue, textValue } from './values.ts'

/** The attributes any text has. */
export const TEXT_ATTRIBUTES = ['norm', 'plain', 'frame', 'length', 'years', 'quantity', 'unit', 'bound', 'style'] as const

const OPENING = /[〔【[{〈《]/gu
const CLOSING = /[〕】\]}〉》]/gu
const MARKS = /[\p{P}\p{S}\s]+/gu
const FIGURE = /\d[\d,.]*/gu

/**
 * A derived attribute of a text; it keeps the place of the text. `norm` is for comparing names (brackets of one shape, no
 * blanks, no document number), `plain` has no punctuation, `frame` is plain with figures and level words masked.
 */
export function textAttribute(value: TextValue, name: string, vocabulary: Vocabulary): Value {
  const { text, ref, reading } = value
  const same = (changed: string): Value => textValue(changed, ref, reading)
  switch (name) {
    case 'norm': return same(normOf(text))
    case 'plain': return same(plainOf(text))
    case 'frame': return same(frameOf(text, vocabulary))
    case 'length': return numberValue([...text.trim()].length, ref)
    case 'years': return listValue(yearsOf(text, ref), ref)
    case 'style': return same(/\d,\d{3}/u.test(text) ? 'grouped' : 'plain')
    default: return quantityAttributeOf(value, name)
  }
}

function quantityAttributeOf({ text, ref, reading }: TextValue, name: string): Value {
  const quantity = parseQuantity(text)
  if (!quantity) return text.trim() === '' ? absentValue('blank', ref?.pointer) : absentValue('not-a-number', ref?.pointer)
  switch (name) {
    case 'quantity': return { type: 'quantity', quantity, printed: text, ...(ref && { ref }), ...(reading && { reading }) }
    case 'unit': return textValue(quantity.unit.symbol, ref, reading)
    case 'bound': return textValue(quantity.bound ?? '=', ref, reading)
    default: return absentValue('missing-value', ref?.pointer)
  }
}

/** A name as it is compared: NFKC, one shape of bracket, no blanks, no document number with its brackets. */
export function normOf(text: string): string {
  const { tokens } = tokenise(text)
  let kept = ''
  let at = 0
  for (const { from, to } of tokens.filter(({ type }) => type === 'docnum')) {
    kept += text.slice(at, from)
    at = Math.max(at, to)
  }
  kept += text.slice(at)
  return kept.normalize('NFKC').replace(OPENING, '(').replace(CLOSING, ')').replace(/\s+/gu, '').replace(/\(\)/gu, '').replace(/[-—–―]+/gu, '-').replace(/["“”'‘’]/gu, '')
}

/** Letters, figures and characters only. */
export function plainOf(text: string): string {
  return text.normalize('NFKC').replace(MARKS, '')
}

function frameOf(text: string, vocabulary: Vocabulary): string {
  const words = Object.values(vocabulary.lists.get('fund-level-words') ?? {}).flat().toSorted((a, b) => b.length - a.length)
  const masked = words.reduce((left, word) => left.replaceAll(word, '@'), text.normalize('NFKC').replace(FIGURE, '#'))
  return masked.replace(/[^\p{L}\p{N}#@]+/gu, '')
}

function yearsOf(text: string, ref: Ref | undefined): Value[] {
  return tokenise(text).tokens.flatMap(({ year, from, to }) => {
    if (year === undefined) return []
    const base = ref?.from ?? 0
    return [numberValue(year, ref && { ...ref, from: base + from, to: base + to })]
  })
}
