import type { Problem } from './core/problem.ts'
import type { Model } from './facts/item.ts'
import { wordsOf } from './formatters/words.ts'
import type { ReadSubjects } from './read-subjects.ts'

const CHECKABLE = ['fact', 'composition', 'share', 'change', 'equation', 'enumeration', 'restatement', 'entry'] as const

/** The problem of a document that states nothing that could be compared: it is more likely the wrong file than a clean one. */
export function nothingCheckable({ recognition }: ReadSubjects, model: Model): Problem[] {
  const found = recognition.tables.length > 0 || recognition.sheets > 0 || CHECKABLE.some((kind) => model.items(kind).length > 0)
  if (found) return []
  return [{ code: 'nothing-checkable', message: { zh: wordsOf('zh').nothingChecked, en: wordsOf('en').nothingChecked } }]
}
