import type { GapReason, Verdict } from '../../core/verdict.ts'
import type { Quantity } from '../quantity.ts'

/** Relations two terms can be asked for. */
export type Relation = 'equal' | 'less' | 'at-most' | 'more' | 'at-least'

/** A well-known mistake that explains the whole difference exactly. */
export type Slip = 'scale-10' | 'scale-100' | 'scale-1000' | 'scale-10000' | 'scale-100000000' | 'sign' | 'transposed-digits'

/** What comparing two terms found, with everything a message or trace needs. */
export interface Comparison {
  readonly verdict: Verdict
  /** Actual minus expected, both as printed or computed. */
  readonly difference?: Quantity
  readonly expected?: Quantity
  readonly actual?: Quantity
  /** Half the width that rounding of the printed figures allows, under the reading that decided. */
  readonly allowance?: Quantity
  /** Which reading of the printed precision decided. */
  readonly reading?: 'fine' | 'own'
  /** Set on an implausible verdict that would be impossible had trailing zeros not been dropped: it hangs on the printed precision. */
  readonly hangsOnPrecision?: true
  readonly slip?: Slip
  /** Why not evaluated. */
  readonly reason?: GapReason
}

export interface CompareOptions {
  /** Both sides are one figure printed twice, nothing computed: the repeated figure rules apply. */
  readonly repeated?: boolean
}
