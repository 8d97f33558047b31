import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { bare, isVague } from './label.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'
import { yearNamed } from './said-scope.ts'

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

/** "Of the budget of 2025", where years and their amounts were listed before: the amount of that year. */
export function ofItsYear(paragraph: Paragraph, base: Span | undefined, part: Figure, vocabulary: Vocabulary): Figure | undefined {
  const year = base && isVague(paragraph.shadow.text.slice(base.from, base.to), vocabulary) ? yearNamed(paragraph, base) : undefined
  return year === undefined ? undefined : paragraph.figures.findLast((figure) => figure.at < part.at && figure.segment !== part.segment && isStated(figure) && yearAlone(paragraph, figure, vocabulary) === year)
}

/** The year that is all a figure is called by ("among it 2025: 3"). */
function yearAlone({ shadow: { text, tokenAt } }: Paragraph, figure: Figure, vocabulary: Vocabulary): number | undefined {
  const at = [...tokenAt.keys()].findLast((at) => at >= figure.labelFrom && at < figure.at && tokenAt.get(at)?.token.type === 'year')
  return at === undefined || !isVague(text.slice(at + 1, figure.at), vocabulary) ? undefined : tokenAt.get(at)?.token.year
}
