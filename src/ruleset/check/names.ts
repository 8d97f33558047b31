import type { Vocabulary } from '../../vocabulary/types.ts'

/** All names of a vocabulary that rules use, for checking and for the nearest right one. */
export interface Names {
  readonly tables: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
  readonly dictionaries: ReadonlySet<string>
  readonly concepts: ReadonlySet<string>
  readonly families: ReadonlySet<string>
  readonly dimensions: ReadonlySet<string>
  readonly ranges: ReadonlySet<string>
}

/** Scope dimensions of every vocabulary (DESIGN §3), whatever its files add. */
const DIMENSIONS = ['entity', 'year', 'stage', 'side', 'fund', 'carryover', 'basis', 'subject', 'category', 'group']

export function namesOf(vocabulary: Vocabulary): Names {
  return {
    tables: new Set(vocabulary.tables.keys()),
    columns: new Set([...vocabulary.tables.values()].flatMap((table) => Object.keys(table.columns))),
    patterns: new Set(vocabulary.patterns.keys()),
    lists: new Set(vocabulary.lists.keys()),
    dictionaries: new Set(vocabulary.dictionaries.keys()),
    concepts: new Set(vocabulary.concepts.keys()),
    families: new Set([...vocabulary.concepts.values()].map((concept) => concept.family)),
    dimensions: new Set([...DIMENSIONS, ...vocabulary.scopes.keys()]),
    ranges: new Set(vocabulary.ranges.keys()),
  }
}
