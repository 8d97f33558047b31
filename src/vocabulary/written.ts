import { GROUPS } from './groups.ts'
import type { Group } from './groups.ts'
import type { Vocabulary } from './types.ts'

/** A vocabulary as JSON: the entries of each group in order. */
export type WrittenVocabulary = Readonly<Record<Group, readonly (readonly [id: string, entry: unknown])[]>>

export function writeVocabulary(vocabulary: Vocabulary): WrittenVocabulary {
  return Object.fromEntries(GROUPS.map((group) => [group, [...vocabulary[group]]])) as unknown as WrittenVocabulary
}

/** The vocabulary that `writeVocabulary` wrote. */
export function readVocabulary(written: WrittenVocabulary): Vocabulary {
  return Object.fromEntries(GROUPS.map((group) => [group, new Map(written[group])])) as unknown as Vocabulary
}
