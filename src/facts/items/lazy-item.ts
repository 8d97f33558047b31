import type { Item } from '../item.ts'
import { makeItem } from '../make-item.ts'
import type { ItemParts } from '../make-item.ts'
import type { Attributes } from './workspace.ts'

/** What an item of a kind with thousands of members is made of: its attributes are set up when the first is asked for. */
export type LazyParts = Omit<ItemParts, 'attributes'> & { readonly attributes: () => Attributes }

/** An item as `makeItem` makes it, cheap as long as only its place and text are read. */
export function lazyItem(parts: LazyParts): Item {
  let made: Item | undefined
  return {
    kind: parts.kind,
    ref: parts.ref,
    text: parts.text,
    ...(parts.reading && { reading: parts.reading }),
    get: (attribute) => (made ??= makeItem({ ...parts, attributes: parts.attributes() })).get(attribute),
  }
}
