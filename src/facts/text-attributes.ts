import type { Vocabulary } from '../vocabulary/types.ts'
import { parseQuantity } from './amounts/index.ts'
import { wordsOf } from './prose/pattern/word-list.ts'
import { yearQuantity } from './prose/slot-value.ts'
import type { Quantity } from './quantity.ts'
import { tokenise } from './tokens/index.ts'
import type { AbsentValue, ListValue, QuantityValue, TextValue, Value } from './value.ts'

/** The attributes any text has. */
export const TEXT_ATTRIBUTES = ['norm', 'plain', 'frame', 'yearless', 'length', 'years', 'allYears', 'quantity', 'unit', 'bound', 'style'] as const

const BRACKETS = /[[\]{}\u3010\u3011\u3014\u3015\u3016\u3017\uff3b\uff3d]/gu
const OPENING = new Set(['[', '{', '\u3010', '\u3014', '\u3016', '\uff3b'])
const QUOTES = /["'\u2018-\u201f\u300c-\u300f\u300a\u300b\u3008\u3009\u301d\u301e]/gu
const DASHES = /[\u2010-\u2015\u2212\u2500]/gu
const EMPTY_BRACKETS = /\(\s*\)/gu
const NOT_WORDS = /[^\p{L}\p{N}]+/gu
/** A year with its word, or the first of a span of years. Group: the year. */
const PRINTED_YEAR = /(?<!\d)((?:19|20)\d{2})\s?(?:\u5e74\u5ea6?|(?=[-\u2014~\uff5e](?:19|20)?\d{2}\s?(?:\u5b66)?\u5e74))/gu
const FIGURES = /\d+(?:\.\d+)?/gu

/** A name for comparing: one width, one kind of bracket, no blanks, quotation marks or document numbers. */
export function normalName(text: string): string {
  // Without a figure there is no document number, and most names have none.
  if (!/\p{N}/u.test(text)) return oneShape(text)
  const { original, tokens } = tokenise(text)
  let rest = ''
  let from = 0
  for (const token of tokens) {
    if (token.type !== 'docnum') continue
    rest += original.slice(from, token.from)
    from = token.to
  }
  return oneShape(rest + original.slice(from))
}

function oneShape(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u3000]/gu, '').replace(BRACKETS, (mark) => (OPENING.has(mark) ? '(' : ')'))
    .replace(QUOTES, '').replace(DASHES, '-').replace(EMPTY_BRACKETS, '').toLowerCase()
}

/** Letters and digits only. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(NOT_WORDS, '')

/** The plain text with figures, level words and words that sentences of one mould exchange (increase, decrease) masked: what sentences of one mould share. */
export function frameOf(text: string, vocabulary: Vocabulary): string {
  return wordsOf(vocabulary, 'frame-words').mask(wordsOf(vocabulary, 'level-words').mask(plainText(text.replace(/(\d),(?=\d{3})/gu, '$1').replace(/(\d)\.(?=\d)/gu, '$1')).replace(FIGURES, '#')))
}

/** A derived attribute of a text; it keeps the place of the text. Level words and words of bounds come from the vocabulary. */
export function textAttribute(value: TextValue, name: string, vocabulary: Vocabulary): Value {
  const located = { ...(value.ref && { ref: value.ref }), ...(value.reading && { reading: value.reading }) }
  const said = (text: string): TextValue => ({ type: 'text', text, ...located })
  const figure = (quantity: Quantity, printed: string): QuantityValue => ({ type: 'quantity', quantity, printed, ...located })
  const none = (reason: AbsentValue['reason']): AbsentValue => ({ type: 'absent', reason, ...(value.ref && { near: { ...value.ref, nearest: true } }) })
  const wording = value.stated ?? value.text
  const quantity = (): Quantity | undefined => parseQuantity(wording)
  switch (name) {
    case 'norm': return said(normalName(value.text))
    case 'plain': return said(plainText(value.text))
    case 'frame': return said(frameOf(value.text, vocabulary))
    case 'length': return figure({ digits: BigInt([...value.text.replace(/\s/gu, '')].length), places: 0, unit: yearQuantity(0).unit }, value.text)
    case 'yearless': return said(yearlessText(value.text))
    case 'years': return yearsOf(value, located)
    case 'allYears': return listValueOf(printedYears(value), located)
    case 'quantity': {
      const stated = quantity()
      return stated ? figure(stated, wording) : none('not-a-number')
    }
    case 'unit': {
      const stated = quantity()
      return stated ? said(stated.unit.symbol) : none('not-a-number')
    }
    case 'bound': {
      const stated = quantity()
      return stated ? said(stated.bound ?? '=') : none('not-a-number')
    }
    case 'style': return said(boundAsPrinted(value.text, vocabulary))
    default: return none('missing-value')
  }
}

/** Years a text names in dates and years, not those of document numbers or titles. */
function yearsOf(value: TextValue, located: object): ListValue {
  const { original, tokens } = tokenise(value.text)
  const years = tokens.flatMap((token): QuantityValue[] => {
    if (token.year === undefined || token.type === 'docnum' || token.type === 'title' || token.type === 'stamp') return []
    const named = token.until && token.until.year !== token.year ? [token.year, token.until.year] : [token.year]
    return named.map((year) => yearValue(value, located, year, { from: token.from, to: token.to, printed: original.slice(token.from, token.to) }))
  })
  return listValueOf(years, located)
}

function listValueOf(values: readonly Value[], located: object): ListValue {
  return { type: 'list', values, ...located }
}

function yearValue(value: TextValue, located: object, year: number, { from, to, printed }: { readonly from: number; readonly to: number; readonly printed: string }): QuantityValue {
  const base = value.ref?.from ?? 0
  return { type: 'quantity', quantity: yearQuantity(year), printed, ...located, ...(value.ref && { ref: { ...value.ref, from: base + from, to: base + to } }) }
}

/** Every year printed as one, also those inside titles; not those of document numbers. */
function printedYears(value: TextValue): QuantityValue[] {
  const located = value.reading ? { reading: value.reading } : {}
  return [...value.text.matchAll(PRINTED_YEAR)].map((hit) =>
    yearValue(value, located, Number(hit[1]), { from: hit.index, to: hit.index + hit[0].length, printed: hit[0] }))
}

/** The plain text with its years masked: what sentences that differ in the year only share. */
export const yearlessText = (text: string): string => plainText(text.replace(PRINTED_YEAR, 'YYYY'))

/** The sign or word by which a bound is printed; empty where there is none. */
function boundAsPrinted(text: string, vocabulary: Vocabulary): string {
  const words = Object.values(vocabulary.lists.get('bound-words') ?? {}).flat()
  return words.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length)[0] ?? ''
}
