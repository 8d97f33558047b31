import type { Kind } from '../facts/kinds.ts'
import type { Item, Model } from '../facts/item.ts'
import type { Value } from '../facts/value.ts'
import type { Severity } from '../core/severity.ts'
import type { Bilingual } from '../core/text.ts'
import type { RuleDefinition } from './definition.ts'

/** What an expression can see while it runs: names bound by for, let, every/some/filter; the model; the blank policy. */
export interface Environment {
  readonly model: Model
  readonly blank: 'skip' | 'zero' | 'error'
  lookup(name: string): Value
  /** A child environment in which `name` is bound as well. */
  bind(name: string, value: Value): Environment
}

export type CompiledExpression = (environment: Environment) => Value

/** A condition of `where` on one attribute path. Equality to something outside the item is kept apart: it can be hashed. */
export interface CompiledCondition {
  readonly path: readonly string[]
  readonly equals?: CompiledExpression
  /** The values one of which the attribute must equal. */
  readonly among?: CompiledExpression
  /** It asks the same in every check of a run. */
  readonly fixed?: boolean
  readonly test: (attribute: Value, environment: Environment) => boolean
}

export interface CompiledSource {
  readonly kind: Kind
  /** For `match`: the pattern, and the patterns whose overlapping hits are dropped. */
  readonly pattern?: string
  readonly except: readonly string[]
  readonly from?: 'previous' | 'budget' | 'final' | 'units'
  readonly conditions: readonly CompiledCondition[]
  /** The role of the tables meant, when the rule writes it out: without such a table nothing can be found. */
  readonly table?: string
}

export type CompiledRange =
  | { readonly form: 'once' }
  | { readonly form: 'each'; readonly source: CompiledSource; readonly as: string }
  | {
      readonly form: 'group'
      readonly source: CompiledSource
      readonly by: readonly (readonly string[])[]
      readonly near?: { readonly by: readonly string[]; readonly distance: CompiledExpression; readonly longerThan?: CompiledExpression }
      readonly atLeast: number
      readonly as: string
    }
  | { readonly form: 'pair'; readonly a: NamedSource; readonly b: NamedSource; readonly rounds: readonly CompiledRound[] }

export interface NamedSource {
  readonly name: string
  readonly source: CompiledSource
}

export interface CompiledRound {
  readonly same: readonly { readonly a: readonly string[]; readonly b: readonly string[] }[]
  readonly near?: { readonly a: readonly string[]; readonly b: readonly string[]; readonly atLeast: number }
}

/** A message template, parsed: literal texts and placeholders `{name.attr|filter}`. */
export type MessagePart = string | { readonly path: readonly string[]; readonly filter?: 'count' | 'label' }

export interface CompiledMessage {
  readonly source: Bilingual
  readonly zh: readonly MessagePart[]
  readonly en: readonly MessagePart[]
}

/** One rule with one set of case parameters substituted. */
export interface CompiledCase {
  readonly id?: string
  readonly range: CompiledRange
  readonly lets: readonly (readonly [name: string, expression: CompiledExpression])[]
  readonly when?: CompiledExpression
  readonly assert: CompiledExpression
  readonly diagnose: readonly { readonly id: string; readonly if: CompiledExpression; readonly say: CompiledMessage; readonly severity?: Severity }[]
  readonly message?: CompiledMessage
  readonly at?: CompiledExpression
  readonly also: readonly CompiledExpression[]
  readonly suggest?: { readonly at: CompiledExpression; readonly replace: readonly MessagePart[]; readonly safe: boolean }
  /** Table roles, `project`, `previous` … that the ranges of this case need. */
  readonly needs: readonly string[]
  /** The case as plain JSON Logic (`disclint rules show ID --logic`). */
  readonly logic: () => unknown
}

export interface CompiledRule {
  readonly definition: RuleDefinition
  /** Table roles, `project`, `previous` … that the ranges need; absent in the document: not-evaluated. */
  readonly needs: readonly string[]
  readonly cases: readonly CompiledCase[]
}

/** Reads `path` off an item or list: the one function through which rules touch items. */
export type PathReader = (value: Item, path: readonly string[]) => Value
