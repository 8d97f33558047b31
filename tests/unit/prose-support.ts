import type { ProseText } from '../../src/facts/prose/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'
import type { Item } from '../../src/facts/item.ts'
import type { Value } from '../../src/facts/value.ts'

/** A paragraph of an invented disclosure, as the model hands it to the prose reader. */
export function proseText(text: string, more: Partial<ProseText> = {}): ProseText {
  return { ref: { pointer: '/sections/0/paragraphs/0/text' }, tokenised: tokenise(text), field: 'paragraph', prose: true, ...more }
}

/** A value as a reader would write it down: printed quantities, texts, lists in order. */
export function shown(value: Value): string {
  switch (value.type) {
    case 'quantity': return value.printed ?? `${String(value.quantity.digits)}e-${String(value.quantity.places)}${value.quantity.unit.symbol}`
    case 'text': return value.text
    case 'list': return value.values.map(shown).join(' + ')
    case 'boolean': return String(value.value)
    case 'scope': return Object.entries(value.known).sort().map(([key, said]) => `${key}=${said}`).join(' ') + (value.unsaid.length > 0 ? ` ?${value.unsaid.join(',')}` : '')
    default: return value.type
  }
}

/** Attributes of an item in order, the readings after it. */
export const attributes = (item: Item | undefined, ...names: readonly string[]): string => (item ? names.map((name) => shown(item.get(name))).join(' | ') : 'none')
