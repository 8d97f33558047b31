import type { Ref } from '../../core/ref.ts'
import type { QuantityValue, TextValue } from '../value.ts'
import type { PlacedToken } from './pattern/shadow.ts'
import type { ProseText } from './prose-text.ts'

/** The place of a stretch of the normalised text, in the original string. */
export function refOf(text: ProseText, from: number, to: number): Ref {
  const { offsets, original } = text.tokenised
  const start = offsets[from] ?? original.length
  const last = offsets[to - 1]
  return { pointer: text.ref.pointer, from: (text.ref.from ?? 0) + start, to: (text.ref.from ?? 0) + (last === undefined ? start : last + 1) }
}

const reading = (text: ProseText): { reading?: NonNullable<ProseText['reading']> } => (text.reading ? { reading: text.reading } : {})

/** The words of a stretch of the normalised text as they are printed, without hard breaks. */
export function printedAt(text: ProseText, from: number, to: number): string {
  const { offsets, original } = text.tokenised
  return original.slice(offsets[from] ?? original.length, (offsets[to - 1] ?? -1) + 1).replace(/[\r\n]+/gu, '')
}

/** A stretch of the normalised text as a value: the printed words with their place. */
export function textValue(text: ProseText, from: number, to: number): TextValue {
  return { type: 'text', text: printedAt(text, from, to), ref: refOf(text, from, to), ...reading(text) }
}

/** The quantity of a token as a value, printed as in the document; undefined where the token has none. */
export function quantityValue(text: ProseText, placed: PlacedToken): QuantityValue | undefined {
  const { quantity } = placed.token
  if (!quantity) return undefined
  return { type: 'quantity', quantity, printed: printedAt(text, placed.from, placed.to), ref: refOf(text, placed.from, placed.to), ...reading(text) }
}
