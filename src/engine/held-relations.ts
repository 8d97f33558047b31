import { once } from '../facts/once.ts'
import { holdsWith } from './relation.ts'
import type { Changes, Relation } from './relation.ts'

const NOTHING: Changes = new Map()

/** Relations that hold as printed, by the figures that take part in them: what a supposed correction must not break. */
export class HeldRelations {
  /** Made when first asked for: most documents have nothing to suppose. */
  readonly #byKey: () => ReadonlyMap<string, readonly Relation[]>

  constructor(relations: readonly Relation[]) {
    this.#byKey = once(() => indexed(relations))
  }

  of(key: string): readonly Relation[] {
    return this.#byKey().get(key) ?? []
  }

  /** How many of them would no longer hold if the figures in `changes` read so. */
  brokenBy(changes: Changes): number {
    const touched = new Set([...changes.keys()].flatMap((key) => this.of(key)))
    return [...touched].filter((relation) => holdsWith(relation, NOTHING) && !holdsWith(relation, changes)).length
  }
}

function indexed(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const byKey = new Map<string, Relation[]>()
  for (const relation of relations) {
    for (const { key } of relation.figures) {
      const known = byKey.get(key)
      if (known) known.push(relation)
      else byKey.set(key, [relation])
    }
  }
  return byKey
}
