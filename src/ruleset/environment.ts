import type { Model } from '../facts/item.ts'
import type { Value } from '../facts/value.ts'
import type { CompiledExpression, Environment } from './compiled.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

/** One more name on top of an outer environment. Checks make these by the ten thousand: no closures, no lists of names. */
class Scope implements Environment {
  readonly model: Model
  readonly blank: Environment['blank']
  readonly known: Environment['known']
  readonly #name: string
  readonly #outer: Scope | undefined
  readonly #expression: CompiledExpression | undefined
  #value: Value | undefined

  constructor(of: Pick<Environment, 'model' | 'blank' | 'known'>, outer: Scope | undefined, name: string, value: Value | undefined, expression: CompiledExpression | undefined) {
    this.model = of.model
    this.blank = of.blank
    this.known = of.known
    this.#outer = outer
    this.#name = name
    this.#value = value
    this.#expression = expression
  }

  lookup(name: string): Value {
    return this.#name === name ? this.#read() : (this.#outer?.lookup(name) ?? NOTHING)
  }

  /** The value of its own name: that of a `let` is worked out when it is first read. */
  #read(): Value {
    return (this.#value ??= this.#outer && this.#expression ? this.#expression(this.#outer) : NOTHING)
  }

  bind(name: string, value: Value): Environment {
    return new Scope(this, this, name, value, undefined)
  }

  defer(name: string, expression: CompiledExpression): Environment {
    return new Scope(this, this, name, undefined, expression)
  }
}

/** The outermost environment of a rule: `$doc`, and `$options` as a record of the rule's options. */
export function rootEnvironment(model: Model, blank: Environment['blank'], options: Readonly<Record<string, Value>> = {}): Environment {
  return new Scope({ model, blank, known: new Map() }, undefined, 'doc', { type: 'item', item: model.document }, undefined)
    .bind('options', { type: 'record', fields: options })
}

/** `environment` with the names of `let` bound as well: each computed when first read, and once. */
export function bindLets(environment: Environment, lets: readonly (readonly [name: string, expression: CompiledExpression])[]): Environment {
  return lets.reduce((outer, [name, expression]) => outer.defer(name, expression), environment)
}
