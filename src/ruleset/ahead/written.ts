import type { RuleDefinition } from '../definition.ts'
import type { Settings } from '../operators/operator.ts'
import type { CaseOf, RangeOf, SourceOf } from '../shape.ts'

/**
 * A checked expression as JSON: operators by name, literals by what is written and what they were read as. Tuples, since every start
 * reads thousands of them.
 */
export type WrittenNode =
  | readonly [node: 'literal', written: string | number | boolean | null, as?: 'quantity' | 'date']
  | readonly [node: 'read', name: string, ...path: string[]]
  | readonly [node: 'list', members: readonly WrittenNode[]]
  | WrittenCall

export type WrittenCall = readonly [node: 'call', operator: string, operands: readonly WrittenNode[], more?: WrittenCallParts]

export interface WrittenCallParts {
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
