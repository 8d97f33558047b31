import { GROUPS } from './groups.ts'
import type { EntryFault, Group, MergedGroups } from './groups.ts'

/** What an entry must say once all files are merged; a file that only adds names to an entry need not repeat it. */
const REQUIRED: Readonly<Record<Group, readonly string[]>> = {
  tables: ['en', 'titles'],
  forms: ['titles', 'fields'],
  sections: ['headings'],
  documents: ['titles'],
  scopes: ['closed', 'values'],
  concepts: ['en', 'family'],
  patterns: ['en'],
  claims: ['kind', 'prose'],
  lists: [],
  dictionaries: ['complete', 'entries'],
  ranges: [],
  units: ['dimension', 'exponent'],
}

/** What stands for a property that the types require and a file may leave out. */
const DEFAULTS: Partial<Record<Group, Readonly<Record<string, unknown>>>> = { tables: { columns: {} } }

/** Faults of entries that lack a required property. They are removed from the groups; defaults are filled in. */
export function incompleteEntries(groups: MergedGroups): readonly EntryFault[] {
  const faults: EntryFault[] = []
  for (const group of GROUPS) {
    for (const [id, entry] of groups[group]) {
      const lacking = REQUIRED[group].filter((key) => !Object.hasOwn(entry as object, key))
      faults.push(...lacking.map((key) => ({ code: 'vocabulary-missing', path: [group, id], message: { zh: `缺少“${key}”`, en: `"${key}" is missing` } })))
      if (lacking.length > 0) groups[group].delete(id)
      else if (DEFAULTS[group]) groups[group].set(id, { ...DEFAULTS[group], ...(entry as object) })
    }
  }
  return faults
}
