import type { Value } from '../facts/value.ts'
import type { Operator, Settings } from './operators/operator.ts'
import type { RangeOf, SourceOf } from './shape.ts'
import type { Type } from './types.ts'

/** A checked expression: names resolved, literals read, arguments in their places. Both engines start from it. */
export type Node = LiteralNode | ReadNode | ListNode | CallNode

export interface LiteralNode {
  readonly node: 'literal'
  /** As JSON: what `--logic` prints for it. */
  readonly written: string | number | boolean | null
  readonly value: Value
  readonly type: Type
}

/** `$name.path`. */
export interface ReadNode {
  readonly node: 'read'
  readonly name: string
  readonly path: readonly string[]
  readonly type: Type
}

export interface ListNode {
  readonly node: 'list'
  readonly members: readonly Node[]
  readonly type: Type
}

export interface CallNode {
  readonly node: 'call'
  readonly operator: Operator
  readonly operands: readonly Node[]
  readonly settings: Settings
  /** What the operator makes of its settings once, before any run: a pattern, a dictionary. */
  readonly prepared: unknown
  /** every, some, filter: what is asked of each member. */
  readonly over?: { readonly as: string; readonly is: Node }
  readonly source?: SourceNode
  readonly type: Type
}

export interface ConditionNode {
  readonly path: readonly string[]
  /** The single value or expression the attribute must equal. */
  readonly equals?: Node
  /** A condition on `ATTRIBUTE`, the attribute's value. */
  readonly test: Node
}

export type SourceNode = SourceOf<ConditionNode>

/** The name under which a condition of `where` sees the attribute; no rule can write it. */
export const ATTRIBUTE = ' attribute'

export type RangeNode = RangeOf<Node, SourceNode>
