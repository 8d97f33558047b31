import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Figure, Paragraph } from './paragraph.ts'

/** How many figures of one dimension follow one right after the other, set apart by marks or words of "and" only. */
function followers(paragraph: Paragraph, first: Figure, vocabulary: Vocabulary): number {
  const at = paragraph.figures.indexOf(first)
  const rest = paragraph.figures.slice(at + 1)
  const end = rest.findIndex((figure, n) => {
    const between = paragraph.shadow.text.slice((paragraph.figures[at + n]?.at ?? 0) + 1, figure.at)
    return figure.quantity.unit.dimension !== first.quantity.unit.dimension || (between !== '\u3001' && (between === '' || wordsOf(vocabulary, 'and-words').strip(between) !== ''))
  })
  return end < 0 ? rest.length : end
}

/** Of a row of amounts before a row of percentages ("60 and 40, 60 % and 40 % of all") the first belongs to the first; of rows of unlike length none does. */
export function alongside(paragraph: Paragraph, last: Figure, percent: Figure, vocabulary: Vocabulary): Figure | undefined {
  const count = followers(paragraph, percent, vocabulary)
  if (count === 0) return last
  const first = paragraph.figures[paragraph.figures.indexOf(last) - count]
  return first && followers(paragraph, first, vocabulary) === count ? first : undefined
}
