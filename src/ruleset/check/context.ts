import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Type } from '../types.ts'
import type { Report, YamlPath } from './faults.ts'
import type { Names } from './names.ts'

/** What checking an expression needs: the vocabulary, and where to put what is wrong. */
export interface Context {
  readonly vocabulary: Vocabulary
  readonly names: Names
  readonly report: Report
  /** Names that are read, so that those never used can be told. */
  readonly used: Set<string>
  /** Attribute paths guarded by present or absent somewhere in the rule, and optional ones read. */
  readonly guarded: Set<string>
  readonly optional: Map<string, YamlPath>
}

/** The names an expression can see, with their types. */
export type Visible = ReadonlyMap<string, Type>

/** Where an expression stands and what it can see. */
export interface Spot {
  readonly path: YamlPath
  readonly visible: Visible
  readonly depth: number
}

export function inside(spot: Spot, ...steps: YamlPath): Spot {
  return { ...spot, path: [...spot.path, ...steps], depth: spot.depth + 1 }
}
