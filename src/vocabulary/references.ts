import { nearestName } from '../source/nearest.ts'
import type { EntryFault, MergedGroups } from './groups.ts'
import type { Concept, ScopeDimension, TableRole } from './types.ts'

/** Values of `rows.tree` that name no column. */
const TREES = ['numbering', '其中']

/** Faults of entries that name an unknown column, concept or scope dimension. */
export function brokenReferences(groups: MergedGroups): readonly EntryFault[] {
  const faults: EntryFault[] = []
  const check = (what: Kind, name: string, known: ReadonlyMap<string, unknown>, path: readonly string[]): void => {
    if (!known.has(name)) faults.push(unknownName(what, name, known.keys(), path))
  }
  const { scopes, concepts } = groups
  const scopeOf = (scope: Readonly<Record<string, string>> | undefined, path: readonly string[]): void => {
    for (const dimension of Object.keys(scope ?? {})) check('scope', dimension, scopes, [...path, dimension])
  }
  for (const [id, entry] of groups.tables) {
    const table = entry as TableRole
    const path = ['tables', id]
    const columns = new Map(Object.entries(table.columns))
    scopeOf(table.scope, [...path, 'scope'])
    for (const [word, scope] of Object.entries(table.titleScope ?? {})) scopeOf(scope, [...path, 'titleScope', word])
    for (const [key, column] of columns) {
      scopeOf(column.scope, [...path, 'columns', key, 'scope'])
      for (const part of column.sumOf ?? []) check('column', part, columns, [...path, 'columns', key, 'sumOf'])
    }
    table.lanes?.forEach((lane, index) => {
      for (const key of lane.columns) check('column', key, columns, [...path, 'lanes', String(index), 'columns'])
    })
    const tree = table.rows?.tree
    if (tree !== undefined && !TREES.includes(tree)) check('column', tree, columns, [...path, 'rows', 'tree'])
    table.facts?.forEach((fact, index) => {
      const at = [...path, 'facts', String(index)]
      check('concept', fact.concept, concepts, [...at, 'concept'])
      check('column', fact.column, columns, [...at, 'column'])
      scopeOf(fact.scope, [...at, 'scope'])
    })
  }
  for (const [id, entry] of scopes) {
    const { bridge } = entry as ScopeDimension
    if (bridge !== undefined) check('concept', bridge, concepts, ['scopes', id, 'bridge'])
  }
  for (const [id, entry] of concepts) {
    const concept = entry as Concept
    scopeOf(concept.scope, ['concepts', id, 'scope'])
    for (const dimension of concept.dimensions ?? []) check('scope', dimension, scopes, ['concepts', id, 'dimensions'])
  }
  return faults
}

type Kind = 'column' | 'concept' | 'scope'

const WHAT: Readonly<Record<Kind, { zh: string; en: string }>> = {
  column: { zh: '列', en: 'column' },
  concept: { zh: '概念', en: 'concept' },
  scope: { zh: '口径', en: 'scope dimension' },
}

function unknownName(what: Kind, name: string, known: Iterable<string>, path: readonly string[]): EntryFault {
  const near = nearestName(name, known)
  const zh = near === undefined ? '' : `，是否应为“${near}”？`
  const en = near === undefined ? '' : `; did you mean "${near}"?`
  return { code: `vocabulary-unknown-${what}`, path, message: { zh: `没有名为“${name}”的${WHAT[what].zh}${zh}`, en: `there is no ${WHAT[what].en} "${name}"${en}` } }
}
