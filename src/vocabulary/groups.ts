import type { Bilingual } from '../core/text.ts'

/** The groups of entries a file can have, in the order in which they are checked. */
export const GROUPS = ['tables', 'forms', 'sections', 'documents', 'scopes', 'concepts', 'patterns', 'claims', 'lists', 'dictionaries', 'ranges', 'units'] as const
export type Group = (typeof GROUPS)[number]

export type Entries = Map<string, unknown>
export type MergedGroups = Readonly<Record<Group, Entries>>

/** Something wrong with a vocabulary entry, before it is given words and a place. */
export interface EntryFault {
  readonly code: string
  readonly message: Bilingual
  readonly path: readonly string[]
}
