import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { wordsBefore } from './apart.ts'
import { isVague } from './label.ts'
import type { Paragraph, Span } from './paragraph.ts'

/** What the clause before a list says the list is of ("in the pay of the staff the first three are …"); undefined where it names nothing. */
export function wholeSaid(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): string | undefined {
  const clause = wordsBefore(paragraph, anchor)
  const within = wordsOf(vocabulary, 'within-words').find(clause)[0]
  const name = within && clause.slice(0, within.from)
  return name === undefined || name === '' || isVague(name, vocabulary) ? undefined : name
}

/** Whether a bracket says what there was the year before, and only that ("(last year 5 of these, 3 of those)"): nothing in it is a part of this year's amount. */
export function tellsYearBefore({ shadow: { text } }: Paragraph, bracket: Span, vocabulary: Vocabulary): boolean {
  const words = wordsOf(vocabulary, 'prior-year-neutral').mask(text.slice(bracket.from + 1, bracket.to))
  return wordsOf(vocabulary, 'prior-year').find(words)[0]?.from === 0 && !wordsOf(vocabulary, 'this-year-words').test(words)
}
