import { holdsWith } from './relation.ts'
import type { Changes, Relation } from './relation.ts'

const NOTHING: Changes = new Map()

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

  /** How many of them would no longer hold if the figures in `changes` read so. */
  brokenBy(changes: Changes): number {
    const touched = new Set([...changes.keys()].flatMap((key) => this.of(key)))
    return [...touched].filter((relation) => holdsWith(relation, NOTHING) && !holdsWith(relation, changes)).length
  }
}
