import type { Ref } from '../core/ref.ts'
import type { Reading } from '../core/verdict.ts'
import type { Item } from './item.ts'
import type { Kind } from './kinds.ts'
import type { Value } from './value.ts'

export interface ItemParts {
  readonly kind: Kind
  readonly ref: Ref
  readonly text: string
  readonly reading?: Reading | undefined
  readonly readings?: readonly Item[] | undefined
  /** Attribute name → how to get it; called at most once. */
  readonly attributes: Readonly<Record<string, () => Value>>
}

/** An item whose attributes are computed when first asked for, each once. Undeclared ones are absent. */
export function makeItem(parts: ItemParts): Item {
  const known = new Map<string, Value>()
  return {
    kind: parts.kind,
    ref: parts.ref,
    text: parts.text,
    ...(parts.reading && { reading: parts.reading }),
    ...(parts.readings && { readings: parts.readings }),
    get(attribute) {
      let value = known.get(attribute)
      if (value === undefined) {
        const compute = Object.hasOwn(parts.attributes, attribute) ? parts.attributes[attribute] : undefined
        value = compute ? compute() : { type: 'absent', reason: 'missing-value', near: { ...parts.ref, nearest: true } }
        known.set(attribute, value)
      }
      return value
    },
  }
}
