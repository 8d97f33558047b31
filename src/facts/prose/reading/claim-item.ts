import type { Item } from '../../item.ts'
import type { Kind } from '../../kinds.ts'
import { makeItem } from '../../make-item.ts'
import type { Quantity, Term } from '../../quantity.ts'
import type { AbsentValue, BooleanValue, ListValue, QuantityValue, TextValue, Value } from '../../value.ts'
import { evaluate } from '../../amounts/index.ts'
import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { refOf, textValue } from '../place.ts'
import { textSpan, type Figure, type Paragraph, type Span } from './paragraph.ts'

export const boolean = (value: boolean): BooleanValue => ({ type: 'boolean', value })
export const list = (values: readonly Value[]): ListValue => ({ type: 'list', values })

/** A value that the text does not give, near the claim it is missing from. */
export function missing(paragraph: Paragraph, span: Span): AbsentValue {
  const { from, to } = textSpan(paragraph, span)
  return { type: 'absent', reason: 'missing-value', near: { ...refOf(paragraph.text, from, to), nearest: true } }
}

/** A word of the vocabulary said at a span: its canonical value with the place of the printed words. */
export function wordAt(paragraph: Paragraph, span: Span, word?: string): TextValue {
  const { from, to } = textSpan(paragraph, span)
  const printed = textValue(paragraph.text, from, to)
  return word === undefined ? printed : { ...printed, text: word }
}

/** A computed quantity with its formula; absent where it cannot be computed (zero base, units that differ). */
export function computed(term: Term, inputs: readonly QuantityValue[], near: AbsentValue): QuantityValue | AbsentValue {
  const result = evaluate(term)
  if ('reason' in result) return { ...near, reason: result.reason }
  const ref = inputs[0]?.ref
  const reading = inputs.find((input) => input.reading)?.reading
  return { type: 'quantity', quantity: result.quantity, term, inputs, ...(ref && { ref }), ...(reading && { reading }) }
}

/** A direction as a figure: 1, -1 or 0, at the word that says it. */
export function signAt(paragraph: Paragraph, span: Span, sign: string | undefined): QuantityValue | AbsentValue {
  const near = missing(paragraph, span)
  const digits = sign === '+' ? 1n : sign === '-' ? -1n : sign === '0' ? 0n : undefined
  if (digits === undefined) return near
  const { text, ref } = wordAt(paragraph, span)
  return { type: 'quantity', quantity: { digits, places: 0, unit: { dimension: 'number', symbol: '', exponent: 0 }, exact: true }, printed: text, ...(ref && { ref }) }
}

const NAME = 16

/** What a figure is called: the end of the words before it, without list numbers and openings; the words of the claim where there are none. */
export function nameOf(paragraph: Paragraph, figure: Figure | undefined, span: Span, vocabulary: Vocabulary): TextValue {
  if (!figure) return wordAt(paragraph, span)
  const label = paragraph.shadow.text.slice(figure.labelFrom, figure.at)
  // A name does not begin with the year it is said for: "2024年|度支出决算".
  const words = label.replace(/^.*[\ue006\ue00b]\u5ea6?/u, '').replace(/[\ue000-\ue0ff]/gu, '').replace(/^[\s,:;\u3001.]+/u, '').replace(/[\s,:]+$/u, '')
  const copula = wordsOf(vocabulary, 'copula-words').find(words).at(-1)
  const name = copula?.to === words.length ? words.slice(0, copula.from) : words
  const place = { from: figure.labelFrom, to: Math.max(figure.labelFrom + 1, figure.at) }
  return name === '' ? { ...wordAt(paragraph, place), text: paragraph.text.tokenised.text.slice(figure.placed.from, figure.placed.to) } : wordAt(paragraph, place, name.slice(-NAME))
}

export const leaf = (quantity: Quantity): Term => ({ op: 'leaf', quantity })

/** The same figure with the opposite sign, for a decrease. */
export const negated = (value: QuantityValue): QuantityValue => ({ ...value, quantity: { ...value.quantity, digits: -value.quantity.digits } })

export interface Claim {
  readonly kind: Kind
  readonly paragraph: Paragraph
  readonly span: Span
  readonly attributes: Readonly<Record<string, () => Value>>
}

/** A claim as an item; the first reading is the item itself, the others its `readings` (at most four). */
export function claimItem(readings: readonly Claim[]): Item | undefined {
  const [first, ...others] = readings.slice(0, 5)
  if (!first) return undefined
  const item = (claim: Claim, rest?: readonly Item[]): Item => {
    const { from, to } = textSpan(claim.paragraph, claim.span)
    const { text } = claim.paragraph
    const words = textValue(text, from, to)
    return makeItem({
      kind: claim.kind, ref: refOf(text, from, to), text: words.text, reading: text.reading, readings: rest && rest.length > 0 ? rest : undefined,
      standing: text.standing,
      attributes: { text: () => words, ...claim.attributes },
    })
  }
  return item(first, others.map((claim) => item(claim)))
}
