import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Quantity } from '../quantity.ts'
import type { Token } from '../token.ts'
import type { DateValue, RecordValue, TextValue, Value } from '../value.ts'
import { compileTest } from './pattern/compile.ts'
import type { SlotHit } from './pattern/compiled.ts'
import { placedTokens } from './pattern/shadow.ts'
import { quantityValue, refOf, textValue } from './place.ts'
import type { ProseText } from './prose-text.ts'

/** A year as a quantity: a plain number, so that it can be compared with the fiscal year. */
export const yearQuantity = (year: number): Quantity => ({ digits: BigInt(year), places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 } })

function docnumRecord(docnum: NonNullable<Token['docnum']>, printed: TextValue): RecordValue {
  const part = (text: string): TextValue => ({ ...printed, text })
  return {
    type: 'record', ...(printed.ref && { ref: printed.ref }), ...(printed.reading && { reading: printed.reading }),
    fields: {
      text: printed, agency: part(docnum.agency), year: part(String(docnum.year)), number: part(docnum.number),
      brackets: part(docnum.brackets), normal: part(docnum.normal),
    },
  }
}

function dateValue(printed: TextValue, year: number, of: { readonly month?: number; readonly day?: number }): DateValue {
  return {
    type: 'date', printed: printed.text, year, ...(of.month !== undefined && { month: of.month }), ...(of.day !== undefined && { day: of.day }),
    ...(printed.ref && { ref: printed.ref }), ...(printed.reading && { reading: printed.reading }),
  }
}

function tokenValue(text: ProseText, hit: SlotHit): Value {
  const printed = textValue(text, hit.from, hit.to)
  const placed = placedTokens(text.tokenised).find((token) => token.from === hit.from && token.to === hit.to)
  if (!placed) return printed
  const { token } = placed
  const located = { ref: refOf(text, hit.from, hit.to), ...(text.reading && { reading: text.reading }) }
  if ((token.type === 'year' || hit.slot.type === 'any-year') && token.year !== undefined) return { type: 'quantity', quantity: yearQuantity(token.year), printed: printed.text, ...located }
  if (token.type === 'date' && token.year !== undefined) return dateValue(printed, token.year, token)
  if (token.type === 'date-range' && token.year !== undefined && token.until) {
    return { type: 'record', ...located, fields: { text: printed, start: dateValue(printed, token.year, token), end: dateValue(printed, token.until.year, token.until) } }
  }
  if (token.docnum) return docnumRecord(token.docnum, printed)
  return quantityValue(text, placed) ?? printed
}

/** The value of a slot: a quantity, date, document number or text; of a list its canonical word. Each with its place. */
export function slotValue(text: ProseText, hit: SlotHit, vocabulary: Vocabulary): Value {
  const list = vocabulary.lists.get(hit.slot.type)
  if (!list) return tokenValue(text, hit)
  const printed = textValue(text, hit.from, hit.to)
  const canonical = canonicalWord(list, text.tokenised.text.slice(hit.from, hit.to).replace(/\s/gu, ''), vocabulary)
  // A word of a plain list is its own canonical value, whatever pattern names it.
  return canonical === undefined || list[canonical]?.[0] === canonical ? printed : { ...printed, text: canonical }
}

/** The key under which a list has `word`: the canonical direction of a word of increase. Undefined for an unknown word. */
export function canonicalWord(list: Readonly<Record<string, readonly string[]>>, word: string, vocabulary: Vocabulary): string | undefined {
  for (const [key, words] of Object.entries(list)) {
    if (words.includes(word)) return key
  }
  for (const [key, words] of Object.entries(list)) {
    for (const source of words) {
      const compiled = compileTest(source, vocabulary, 'whole')
      if (compiled.ok && compiled.pattern.test(word)) return key
    }
  }
  return undefined
}
