import type { Kind } from '../facts/kinds.ts'
import type { Value } from '../facts/value.ts'
import type { Operator, Settings } from './operators/operator.ts'
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

export interface SourceNode {
  readonly kind: Kind
  readonly pattern?: string
  readonly except: readonly string[]
  readonly from?: 'previous' | 'budget' | 'final' | 'units'
  readonly conditions: readonly ConditionNode[]
  /** The role of the tables meant, when it is written out. */
  readonly table?: string
}

/** The name under which a condition of `where` sees the attribute; no rule can write it. */
export const ATTRIBUTE = ' attribute'

export type RangeNode =
  | { readonly form: 'once' }
  | { readonly form: 'each'; readonly source: SourceNode; readonly as: string }
  | {
      readonly form: 'group'
      readonly source: SourceNode
      readonly by: readonly (readonly string[])[]
      readonly near?: { readonly by: readonly string[]; readonly distance: Node; readonly longerThan?: Node }
      readonly atLeast: number
      readonly as: string
    }
  | { readonly form: 'pair'; readonly a: NamedSourceNode; readonly b: NamedSourceNode; readonly rounds: readonly RoundNode[] }

export interface NamedSourceNode {
  readonly name: string
  readonly source: SourceNode
}

export interface RoundNode {
  readonly same: readonly { readonly a: readonly string[]; readonly b: readonly string[] }[]
  readonly near?: { readonly a: readonly string[]; readonly b: readonly string[]; readonly atLeast: number }
}
