import type { RuleDefinition } from '../definition.ts'
import type { Settings } from '../operators/operator.ts'
import type { CaseOf, RangeOf, SourceOf } from '../shape.ts'

/** A checked expression as JSON: operators by name, literals by what is written and what they were read as. */
export type WrittenNode =
  | { readonly node: 'literal'; readonly written: string | number | boolean | null; readonly as?: 'quantity' | 'date' }
  | { readonly node: 'read'; readonly name: string; readonly path: readonly string[] }
  | { readonly node: 'list'; readonly members: readonly WrittenNode[] }
  | WrittenCall

export interface WrittenCall {
  readonly node: 'call'
  readonly operator: string
  readonly operands: readonly WrittenNode[]
  readonly settings?: Settings
  readonly over?: { readonly as: string; readonly is: WrittenNode }
  readonly source?: WrittenSource
  /** It may give a verdict: the one thing of its type that running needs. */
  readonly verdict?: true
}

export interface WrittenCondition {
  readonly path: readonly string[]
  readonly equals?: WrittenNode
  readonly test: WrittenNode
}

export type WrittenSource = SourceOf<WrittenCondition>
export type WrittenRange = RangeOf<WrittenNode, WrittenSource>
export type WrittenCase = CaseOf<WrittenNode, WrittenRange>

/** A checked rule as JSON. */
export interface WrittenRule {
  readonly definition: RuleDefinition
  readonly cases: readonly WrittenCase[]
}
