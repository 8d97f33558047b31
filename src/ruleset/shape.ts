import type { Severity } from '../core/severity.ts'
import type { Kind } from '../facts/kinds.ts'
import type { CompiledMessage, MessagePart } from './message.ts'

/**
 * What a rule consists of, whatever its expressions are at the time: checked nodes (`node.ts`), JSON of a build (`ahead/written.ts`),
 * or functions (`compiled.ts`). One shape, so that a part added to rules is missing nowhere.
 */
export interface CaseOf<Expression, Range> {
  readonly id?: string
  readonly range: Range
  readonly lets: readonly (readonly [name: string, expression: Expression])[]
  readonly when?: Expression
  readonly assert: Expression
  readonly diagnose: readonly { readonly id: string; readonly if: Expression; readonly say: CompiledMessage; readonly severity?: Severity }[]
  readonly message?: CompiledMessage
  readonly at?: Expression
  readonly also: readonly Expression[]
  readonly suggest?: { readonly at: Expression; readonly replace: readonly MessagePart[]; readonly safe: boolean }
}

/** The items that `for` and `find` go through. */
export interface SourceOf<Condition> {
  readonly kind: Kind
  /** For `match`: the pattern, and the patterns whose overlapping hits are dropped. */
  readonly pattern?: string
  readonly except: readonly string[]
  readonly from?: 'previous' | 'budget' | 'final' | 'units'
  readonly conditions: readonly Condition[]
  /** The role of the tables meant, when the rule writes it out: without such a table nothing can be found. */
  readonly table?: string
}

/** What a case is checked for: once, for each item, for each group of items, for each pair. */
export type RangeOf<Expression, Source> =
  | { readonly form: 'once' }
  | { readonly form: 'each'; readonly source: Source; readonly as: string }
  | {
      readonly form: 'group'
      readonly source: Source
      readonly by: readonly (readonly string[])[]
      readonly near?: { readonly by: readonly string[]; readonly distance: Expression; readonly longerThan?: Expression }
      readonly atLeast: number
      readonly as: string
    }
  | { readonly form: 'pair'; readonly a: NamedSourceOf<Source>; readonly b: NamedSourceOf<Source>; readonly rounds: readonly Round[] }

export interface NamedSourceOf<Source> {
  readonly name: string
  readonly source: Source
}

/** One way to tell which items of two sources belong together; a later round sees what the earlier ones left. */
export interface Round {
  readonly same: readonly { readonly a: readonly string[]; readonly b: readonly string[] }[]
  readonly near?: { readonly a: readonly string[]; readonly b: readonly string[]; readonly atLeast: number }
}
