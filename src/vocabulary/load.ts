import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { compileSchema } from '../source/json-schema.ts'
import type { JsonSchema, SchemaChecker } from '../source/json-schema.ts'
import { pointerTokens } from '../source/json-pointer.ts'
import schema from '../../schemas/vocabulary.schema.json' with { type: 'json' }
import { incompleteEntries } from './complete.ts'
import { GROUPS } from './groups.ts'
import type { Entries, EntryFault, Group, MergedGroups } from './groups.ts'
import { mergeEntry } from './merge.ts'
import { brokenReferences } from './references.ts'
import type { Vocabulary } from './types.ts'

/** A parsed vocabulary file. `locate` makes places of its faults, where the text is at hand. */
export interface VocabularyFile {
  readonly path: string
  readonly content: unknown
  readonly locate?: (path: readonly (string | number)[]) => Place | undefined
}

let checker: SchemaChecker | undefined

/**
 * Merges vocabulary files in their order: later ones add entries, and add to the lists of an entry. Faults (form, same id
 * with another meaning, unknown names, what `alsoCheck` finds) are all reported at once; what is faulty is left out, so that tools can go on.
 */
export function loadVocabulary(files: readonly VocabularyFile[], alsoCheck: (vocabulary: Vocabulary) => readonly EntryFault[] = () => []): { readonly vocabulary: Vocabulary; readonly faults: readonly Problem[] } {
  checker ??= compileSchema(schema as JsonSchema)
  const groups = Object.fromEntries(GROUPS.map((group) => [group, new Map()])) as unknown as MergedGroups
  const faults: Problem[] = []
  const lastFile = new Map<string, VocabularyFile>()
  for (const file of files) {
    const { value, faults: wrong } = checker(file.content ?? {})
    faults.push(...wrong.map((fault) => problem(file, { code: `vocabulary-${fault.code}`, message: fault.message, path: pointerTokens(fault.pointer) })))
    if (typeof value !== 'object' || value === null) continue
    for (const group of GROUPS) {
      const entries = (value as Partial<Record<Group, Readonly<Record<string, unknown>>>>)[group] ?? {}
      for (const [id, entry] of Object.entries(entries)) {
        const { merged, conflicts } = mergeEntry(group, groups[group].get(id), entry)
        groups[group].set(id, merged)
        lastFile.set(`${group}/${id}`, file)
        faults.push(...conflicts.map((conflict) => problem(file, { ...conflict, path: [group, id, ...conflict.path] })))
      }
    }
  }
  const inFile = (fault: EntryFault): Problem => {
    const file = lastFile.get(fault.path.slice(0, 2).join('/'))
    return file ? problem(file, fault) : { code: fault.code, message: fault.message }
  }
  faults.push(...incompleteEntries(groups).map(inFile), ...brokenReferences(groups).map(inFile))
  const vocabulary = named(groups)
  faults.push(...alsoCheck(vocabulary).map(inFile))
  return { vocabulary, faults }
}

function problem(file: VocabularyFile, fault: EntryFault): Problem {
  const place = file.locate?.(fault.path)
  const where = fault.path.join(' › ')
  const message = { zh: `${where}：${fault.message.zh}`, en: `${where}: ${fault.message.en}` }
  return { code: fault.code, message: where === '' ? fault.message : message, file: file.path, ...(place && { place }) }
}

/** Entries with their id as a property, as the types have it. */
function named(groups: MergedGroups): Vocabulary {
  const named = new Map<Group, Entries>()
  for (const group of GROUPS) {
    const entries = groups[group]
    if (group === 'lists' || group === 'ranges') named.set(group, entries)
    else named.set(group, new Map([...entries].map(([id, entry]) => [id, { [group === 'units' ? 'symbol' : 'id']: id, ...(entry as object) }])))
  }
  return Object.fromEntries(named) as unknown as Vocabulary
}
