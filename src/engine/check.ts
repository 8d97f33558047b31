import type { GapReason } from '../core/verdict.ts'
import type { Item } from '../facts/item.ts'
import type { Value } from '../facts/value.ts'

/** Names a range binds for one check, with their values. */
export type Bindings = readonly (readonly [name: string, value: Value])[]

/** One thing a rule is asked about: its bindings and, where its items can be read in several ways, the other readings. */
export interface Check {
  readonly bindings: Bindings
  readonly others: readonly Bindings[]
  /** The items it is about: their places stand in where a check has no inputs, their doubt is the check's. */
  readonly items: readonly Item[]
  /** Set when failing under every reading proves nothing: the reason to give then. */
  readonly unproven?: GapReason
}

/** What a range finds: its checks, or why there are none. */
export interface Checks {
  readonly checks: readonly Check[]
  /** Something that should be there is not. */
  readonly gap?: GapReason
  /** It looked through the texts and found no hit: the document passes. */
  readonly clean?: true
}
