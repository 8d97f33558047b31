import type { Ref } from '../core/ref.ts'
import type { Reading } from '../core/verdict.ts'
import type { Asked } from './asked.ts'
import type { Kind } from './kinds.ts'
import type { Reads } from './reads.ts'
import type { Value } from './value.ts'
import type { Disclosure } from '../disclosure/model.ts'

/** A thing rules talk about: a table, a row, a fact, a claim, a match of a pattern. */
export interface Item {
  readonly kind: Kind
  readonly ref: Ref
  /** Its text or name as printed: what `{x}` prints in a message. */
  readonly text: string
  readonly reading?: Reading | undefined
  /** The value of a declared attribute (kinds.ts); `absent` where this item has none. Computed once. */
  get(attribute: string): Value
  /**
   * Other ways to read the same item (the base of 占比, a scope part left unsaid), at most four besides itself.
   * A check holds if it holds under one and fails only if it fails under all.
   */
  readonly readings?: readonly Item[] | undefined
}

/** The document as rules see it. Items are in document order and built once, when first asked for. */
export interface Model {
  readonly disclosure: Disclosure
  /** `$doc`. */
  readonly document: Item
  /** All of a kind; where only those that say what is `asked` are wanted, others may be left out. */
  items(kind: Kind, asked?: Asked): readonly Item[]
  /** Hits of a vocabulary pattern over all texts, for `each: match`; likewise. */
  matches(pattern: string, asked?: Asked): readonly Item[]
  /** The cell of a table role by row (label, code or role) and column; absent with the reason otherwise. */
  cell(table: string, row: string, column: string): Value
  /** Set where account is kept of what is read. */
  readonly reads?: Reads
  /** Models of the other documents (`needs: [previous]`). */
  readonly related: { readonly previous?: Model; readonly budget?: Model; readonly final?: Model; readonly units?: readonly Model[] }
}
