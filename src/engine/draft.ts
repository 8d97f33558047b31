import type { RawFinding } from '../findings/raw-finding.ts'
import type { Figure, Relation } from './relation.ts'
import type { Quantity } from '../facts/quantity.ts'

/** A finding in the making, with the arithmetic relations it says are broken. */
export interface Draft {
  readonly finding: RawFinding
  readonly relations: readonly Relation[]
  readonly defersTo: readonly string[]
  /** The figure that the engine claims to be wrong, and what it would have to read. */
  readonly claim?: { readonly figure: Figure; readonly value: Quantity }
}
