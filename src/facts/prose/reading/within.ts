import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { bare } from './label.ts'
import type { Figure } from './paragraph.ts'

/** The figure before this one whose whole name, and a word of "of it", open this one's name: "salaries within running expenditure" are a part of that. */
export function wholeNamed(figures: readonly Figure[], part: Figure, vocabulary: Vocabulary): Figure | undefined {
  const label = bare(part.label)
  const heads = new Set(wordsOf(vocabulary, 'within-words').find(label).filter(({ from, to }) => from > 0 && to < label.length).map(({ from }) => label.slice(0, from)))
  return heads.size === 0 ? undefined : figures.findLast((figure) => figure.at < part.at && isStated(figure) && heads.has(bare(figure.label)))
}

/** Whether a label names a quarter, half or months of a year: of all of the year it is a part. */
export const isPartYear = (label: string, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'part-year-words').test(label)

/** Whether a figure is what something rose or fell to. */
export function isReached(figure: Figure, vocabulary: Vocabulary): boolean {
  const moved = wordsOf(vocabulary, 'movement-words').find(figure.label).at(-1)
  return moved !== undefined && moved.to < figure.label.length && wordsOf(vocabulary, 'reached-words').covers(figure.label.slice(moved.to))
}
