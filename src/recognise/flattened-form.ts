import type { Lexicon } from './lexicon.ts'

/** Fields of a project sheet whose labels tell a sheet from prose that speaks of one. */
const FIELDS = ['name', 'department', 'implementer', 'attribute', 'term', 'overview', 'basis', 'necessity', 'measures', 'plan', 'level1', 'kind', 'indicator']
/** So many labels of different fields stand in no sentence. */
const ENOUGH = 6
const SHORTEST_TEXT = 150
const SHORTEST_LABEL = 3

/** Whether a paragraph is a sheet whose cells ran together: no prose, and no sheet that can be read. */
export function isFlattenedForm(text: string, lexicon: Lexicon): boolean {
  if (text.length < SHORTEST_TEXT) return false
  return FIELDS.filter((field) => [...lexicon.words('project', field)].some((label) => label.length >= SHORTEST_LABEL && text.includes(label))).length >= ENOUGH
}
