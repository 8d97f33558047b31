import type { Value } from '../../facts/value.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Environment } from '../compiled.ts'
import type { Takes, Type } from '../types.ts'

/** A value fixed when the rule is loaded: no expression. */
export type Setting = string | number | boolean | null | readonly string[]
export type Settings = Readonly<Record<string, Setting>>

/** What a setting names or holds; checked when the rule is loaded. */
export type SettingKind = 'pattern' | 'patterns' | 'dictionary' | 'path' | 'pairs' | 'step' | 'integer' | 'document' | { readonly oneOf: readonly string[] }

/** What the literal text of an operand names in the vocabulary. */
export type LiteralNames = 'table' | 'column'

/** One argument: an expression (`takes`) or a setting (`setting`). `name` is its key when arguments are written by name. */
export type Parameter =
  | { readonly name: string; readonly takes: Takes; readonly names?: LiteralNames; readonly optional?: true }
  | { readonly name: string; readonly setting: SettingKind; readonly optional?: true }

/** Ways to write the arguments: a bare one, a list in order, a map by name. */
export interface Writing {
  readonly bare?: true
  readonly list?: true
  readonly named?: true
}

interface OperatorBase {
  readonly name: string
  /** Its name in plain JSON Logic where json-logic-js treats `name` specially. */
  readonly logic?: string
  readonly group: 'combining' | 'quantifying' | 'presence' | 'comparing' | 'text' | 'arithmetic' | 'counting' | 'looking-up'
  readonly parameters: readonly Parameter[]
  /** Any number of further operands like the last parameter, at least `least` in all. */
  readonly variadic?: { readonly least: number }
  readonly writing: Writing
  /** Result type, from the types of the operands. */
  readonly gives: Type | ((operands: readonly Type[]) => Type)
}

export interface Call {
  readonly settings: Settings
  readonly prepared: unknown
}

/** An operator on values: the same code serves both engines. It never throws on values; what cannot be said is absent. */
export interface PlainOperator extends OperatorBase {
  readonly style: 'plain'
  /** Made once from settings, when the rule is loaded. */
  readonly prepare?: (settings: Settings, vocabulary: Vocabulary) => unknown
  /** The operands must be of types that can be equal. */
  readonly alike?: true
  readonly apply: (operands: readonly Value[], environment: Environment, call: Call) => Value
  /** What `apply` gives where only its truth counts: its verdict and reason, without the account of it. */
  readonly judge?: (operands: readonly Value[], environment: Environment, call: Call) => Value
}

/** `if`: takes its operands one by one. */
export interface ChoiceOperator extends OperatorBase {
  readonly style: 'choice'
  readonly choose: (operands: readonly (() => Value)[]) => Value
}

/** every, some, filter: `{of, as, is}`. */
export interface QuantifierOperator extends OperatorBase {
  readonly style: 'quantifier'
  /** `judge`: what `test` gives where only its truth counts, where that is cheaper. */
  readonly over: (members: Value, test: (member: Value) => Value, judge?: (member: Value) => Value) => Value
}

/** `find`: its argument is a source. */
export interface SourceOperator extends OperatorBase {
  readonly style: 'source'
}

export type Operator = PlainOperator | ChoiceOperator | QuantifierOperator | SourceOperator

/** The name an operator has in plain JSON Logic. */
export function logicName(operator: Operator): string {
  return operator.logic ?? operator.name
}
