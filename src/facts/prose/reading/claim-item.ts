import type { Item } from '../../item.ts'
import type { Kind } from '../../kinds.ts'
import { makeItem } from '../../make-item.ts'
import type { Quantity, Term } from '../../quantity.ts'
import type { AbsentValue, BooleanValue, ListValue, QuantityValue, TextValue, Value } from '../../value.ts'
import { evaluate } from '../../amounts/index.ts'
import { refOf, textValue } from '../place.ts'
import { textSpan, type Paragraph, type Span } from './paragraph.ts'

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
      attributes: { ...text.common, text: () => words, ...claim.attributes },
    })
  }
  return item(first, others.map((claim) => item(claim)))
}
