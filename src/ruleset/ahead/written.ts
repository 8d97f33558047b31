import type { MessagePart } from '../compiled.ts'
import type { CompiledMessage } from '../compiled.ts'
import type { RuleDefinition } from '../definition.ts'
import type { RoundNode } from '../node.ts'
import type { Settings } from '../operators/operator.ts'
import type { Severity } from '../../core/severity.ts'
import type { Kind } from '../../facts/kinds.ts'

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

export interface WrittenSource {
  readonly kind: Kind
  readonly pattern?: string
  readonly except: readonly string[]
  readonly from?: 'previous' | 'budget' | 'final' | 'units'
  readonly conditions: readonly { readonly path: readonly string[]; readonly equals?: WrittenNode; readonly test: WrittenNode }[]
  readonly table?: string
}

export type WrittenRange =
  | { readonly form: 'once' }
  | { readonly form: 'each'; readonly source: WrittenSource; readonly as: string }
  | {
      readonly form: 'group'
      readonly source: WrittenSource
      readonly by: readonly (readonly string[])[]
      readonly near?: { readonly by: readonly string[]; readonly distance: WrittenNode; readonly longerThan?: WrittenNode }
      readonly atLeast: number
      readonly as: string
    }
  | { readonly form: 'pair'; readonly a: { readonly name: string; readonly source: WrittenSource }; readonly b: { readonly name: string; readonly source: WrittenSource }; readonly rounds: readonly RoundNode[] }

export interface WrittenCase {
  readonly id?: string
  readonly range: WrittenRange
  readonly lets: readonly (readonly [name: string, node: WrittenNode])[]
  readonly when?: WrittenNode
  readonly assert: WrittenNode
  readonly diagnose: readonly { readonly id: string; readonly if: WrittenNode; readonly say: CompiledMessage; readonly severity?: Severity }[]
  readonly message?: CompiledMessage
  readonly at?: WrittenNode
  readonly also: readonly WrittenNode[]
  readonly suggest?: { readonly at: WrittenNode; readonly replace: readonly MessagePart[]; readonly safe: boolean }
}

/** A checked rule as JSON. */
export interface WrittenRule {
  readonly definition: RuleDefinition
  readonly cases: readonly WrittenCase[]
}
