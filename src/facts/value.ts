import type { Ref } from '../core/ref.ts'
import type { GapReason, Reading, Verdict } from '../core/verdict.ts'
import type { Quantity, Term } from './quantity.ts'
import type { Item } from './item.ts'

/** Everything an expression of a rule can evaluate to. */
export type Value = TextValue | QuantityValue | DateValue | BooleanValue | ItemValue | ListValue | RecordValue | ScopeValue | AbsentValue | Outcome

/** Values know where they stand and how surely they were read; rule authors never supply places. */
interface Located {
  readonly ref?: Ref
  /** Worst reading of the values this one was made of. Absent: sure. */
  readonly reading?: Reading
  /** The name a rule gave it (`处`, `式.total`); becomes the role of its site. */
  readonly role?: string
}

export interface TextValue extends Located {
  readonly type: 'text'
  readonly text: string
  /** What it states together with the sign and unit that stand in columns of their own: `≥110%`. */
  readonly stated?: string
}

/** A number with its unit. `printed` is as in the document; derived values have none and say how they were made. */
export interface QuantityValue extends Located {
  readonly type: 'quantity'
  readonly quantity: Quantity
  readonly printed?: string
  /** Set on computed values: the tree, and the leaves in the order of the formula. */
  readonly term?: Term
  readonly inputs?: readonly QuantityValue[]
  /** Of a count: what was counted, so that a finding can point at it. */
  readonly counted?: readonly Value[]
}

export interface DateValue extends Located {
  readonly type: 'date'
  readonly printed: string
  readonly year: number
  readonly month?: number
  readonly day?: number
}

export interface BooleanValue {
  readonly type: 'boolean'
  readonly value: boolean
}

export interface ItemValue {
  readonly type: 'item'
  readonly item: Item
}

export interface ListValue extends Located {
  readonly type: 'list'
  readonly values: readonly Value[]
}

/** Named values: the funds of a sheet by phase, the cells of a row by column, the entity. */
export interface RecordValue extends Located {
  readonly type: 'record'
  readonly fields: Readonly<Record<string, Value>>
}

/**
 * The scope of a fact or table: year, stage, side, fund, carryover, basis, subject, group … Only equal scopes are compared.
 * `unsaid` dimensions matter for the concept but are not stated: they give readings, never a wildcard.
 */
export interface ScopeValue extends Located {
  readonly type: 'scope'
  readonly known: Readonly<Record<string, string>>
  readonly unsaid: readonly string[]
}

/** No such value. Absent is not zero and not blank: it travels to the verdict, which becomes not-evaluated. */
export interface AbsentValue {
  readonly type: 'absent'
  readonly reason: GapReason
  /** The nearest thing that exists, for a finding about absence. */
  readonly near?: Ref
}

/** One input of a check, as it will be listed under the finding. */
export interface Input {
  /** Filled with the name the rule gave the value. */
  readonly role?: string
  readonly ref: Ref
  readonly text: string
  readonly quantity?: Quantity
  readonly reading?: Reading
}

/** A verdict with its trace: the result of a comparing or combining operator. */
export interface Outcome {
  readonly type: 'verdict'
  readonly verdict: Verdict
  /** Why not evaluated. */
  readonly reason?: GapReason
  /** The figure under suspicion first. */
  readonly inputs: readonly Input[]
  /** The relation in figures, e.g. `31200 + 18000 = 52700`. */
  readonly formula?: string
  readonly steps?: readonly string[]
  readonly actual?: Value
  readonly expected?: Value
  readonly difference?: Quantity
  /** For lists: the members that differ, and the majority. */
  readonly odd?: readonly Value[]
  readonly majority?: readonly Value[]
  /** Of an order (less, at most …), not of equality: no value of either side is the right one. */
  readonly ordered?: true
  /** Of a choice that fails: what was tried; one of them would have done. */
  readonly alternatives?: readonly Outcome[]
  /** A recognised slip: scale-10000, sign, transposed-digits. */
  readonly slip?: string
  /** How many printed, non-blank values were compared; a pass over fewer than two is no pass (DESIGN §5). */
  readonly compared?: number
}
