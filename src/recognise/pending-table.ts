import type { MappedText } from '../source/segment.ts'
import type { Caption } from './captions.ts'
import type { HeadingPlan } from './loose/heading-plan.ts'
import type { LoosePages } from './loose/pages.ts'
import type { Matrix } from './matrix.ts'

/** A table's grid and all that was printed around it, before it is read: continuation pages are still to be added. */
export interface PendingTable {
  readonly matrix: Matrix
  readonly role: string | undefined
  readonly caption: Caption
  readonly notes: readonly MappedText[]
  /** Columns of loose rows, for a page that goes on with them. */
  readonly plan?: HeadingPlan
  /** The loose rows themselves: with those of its next page they are read anew. */
  readonly loose?: LoosePages
}
