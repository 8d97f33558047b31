import type { Asked } from '../facts/asked.ts'
import type { Item, Model } from '../facts/item.ts'
import type { Kind } from '../facts/kinds.ts'
import type { Found } from '../facts/reads.ts'
import type { Value } from '../facts/value.ts'
import type { RuleDefinition } from './definition.ts'
import type { CaseOf, RangeOf, SourceOf } from './shape.ts'

/** What an expression can see while it runs: names bound by for, let, every/some/filter; the model; the blank policy. */
export interface Environment {
  readonly model: Model
  readonly blank: 'skip' | 'zero' | 'error'
  /** What is worked out once in the run of one rule, by what it is worked out from; and what was read for it, where account is kept. */
  readonly known: Map<object, { readonly value: unknown; readonly found?: Found }>
  lookup(name: string): Value
  /** A child environment in which `name` is bound as well. */
  bind(name: string, value: Value): Environment
  /** The same with a value that is worked out, in this environment, when it is first read. */
  defer(name: string, expression: CompiledExpression): Environment
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

export interface CompiledSource extends SourceOf<CompiledCondition> {
  /** What its conditions ask items to say, as far as rules write it out. */
  readonly asked?: Asked
}

export type CompiledRange = RangeOf<CompiledExpression, CompiledSource>

/** One rule with one set of case parameters substituted. */
export interface CompiledCase extends CaseOf<CompiledExpression, CompiledRange> {
  /** Table roles, `project`, `previous` … that the ranges of this case need. */
  readonly needs: readonly string[]
  /** The case as plain JSON Logic (`disclint rules show ID --logic`). */
  readonly logic: () => unknown
}

export interface CompiledRule {
  readonly definition: RuleDefinition
  /** Table roles, `project`, `previous` … that the ranges need; absent in the document: not-evaluated. */
  readonly needs: readonly string[]
  /** The kinds of items it goes through. */
  readonly kinds: readonly Kind[]
  readonly cases: readonly CompiledCase[]
}

/** Reads `path` off an item or list: the one function through which rules touch items. */
export type PathReader = (value: Item, path: readonly string[]) => Value
