import type { Quantity } from '../facts/quantity.ts'
import { holdsWith } from './relation.ts'
import type { Relation } from './relation.ts'

/** Relations that hold as printed, by the figures that take part in them: what a supposed correction must not break. */
export class HeldRelations {
  readonly #byKey = new Map<string, Relation[]>()

  constructor(relations: readonly Relation[]) {
    for (const relation of relations) {
      for (const { key } of relation.figures) {
        const known = this.#byKey.get(key)
        if (known) known.push(relation)
        else this.#byKey.set(key, [relation])
      }
    }
  }

  of(key: string): readonly Relation[] {
    return this.#byKey.get(key) ?? []
  }

  /** How many of them would no longer hold if the figure at `key` read `quantity`. */
  brokenBy(key: string, quantity: Quantity): number {
    const changes = new Map([[key, quantity]])
    return this.of(key).filter((relation) => holdsWith(relation, new Map()) && !holdsWith(relation, changes)).length
  }
}
