import type { Model } from '../facts/item.ts'
import type { Value } from '../facts/value.ts'
import type { CompiledExpression, Environment } from './compiled.ts'

const NOTHING: Value = { type: 'absent', reason: 'missing-value' }

interface Frame {
  readonly name: string
  readonly value: () => Value
  readonly outer: Frame | undefined
}

class Scope implements Environment {
  readonly model: Model
  readonly blank: Environment['blank']
  readonly #frame: Frame | undefined

  constructor(model: Model, blank: Environment['blank'], frame: Frame | undefined) {
    this.model = model
    this.blank = blank
    this.#frame = frame
  }

  lookup(name: string): Value {
    for (let frame = this.#frame; frame; frame = frame.outer) if (frame.name === name) return frame.value()
    return NOTHING
  }

  bind(name: string, value: Value): Environment {
    return this.defer(name, () => value)
  }

  defer(name: string, value: () => Value): Scope {
    return new Scope(this.model, this.blank, { name, value, outer: this.#frame })
  }
}

/** The outermost environment of a rule: `$doc`, and `$options` as a record of the rule's options. */
export function rootEnvironment(model: Model, blank: Environment['blank'], options: Readonly<Record<string, Value>> = {}): Environment {
  return new Scope(model, blank, undefined)
    .bind('doc', { type: 'item', item: model.document })
    .bind('options', { type: 'record', fields: options })
}

/** `environment` with the names of `let` bound as well: each computed when first read, and once. */
export function bindLets(environment: Environment, lets: readonly (readonly [name: string, expression: CompiledExpression])[]): Environment {
  return lets.reduce<Environment>((outer, [name, expression]) => {
    let known: Value | undefined
    const value = (): Value => (known ??= expression(outer))
    return outer instanceof Scope ? outer.defer(name, value) : outer.bind(name, value())
  }, environment)
}
