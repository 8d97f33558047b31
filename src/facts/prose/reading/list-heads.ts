import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { wordsBefore } from './apart.ts'
import { bare, isVague } from './label.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** The text with marks in place of the words that only hold a word of "within", its length kept. */
function hidden(text: string, vocabulary: Vocabulary): string {
  return wordsOf(vocabulary, 'within-neutral').find(text).reduce((rest, { from, to }) => rest.slice(0, from) + '|'.repeat(to - from) + rest.slice(to), text)
}

/** What the clause before a list says the list is of ("in the pay of the staff the first three are …"); undefined where it names nothing. */
export const wholeSaid = (paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): string | undefined => nameWithin(wordsBefore(paragraph, anchor), vocabulary)

function nameWithin(clause: string, vocabulary: Vocabulary): string | undefined {
  const within = wordsOf(vocabulary, 'within-words').find(hidden(clause, vocabulary))[0]
  const name = within && clause.slice(0, within.from)
  return name === undefined || name === '' || isVague(name, vocabulary) ? undefined : name
}

/** What the first clause of a figure's part of the sentence, or of its sentence, says that all of it is of ("of those in post, 20 have …"), and where; undefined where it states anything itself. */
export function topicSaid(paragraph: Paragraph, { sentence, segment }: Figure, vocabulary: Vocabulary): { readonly name: string; readonly from: number } | undefined {
  const { text } = paragraph.shadow
  const opened = [paragraph.segments[segment], paragraph.sentences[sentence]].flatMap((span) => {
    const clause = span && /^[^,:;\u3001\u3002()]*(?=,)/u.exec(text.slice(span.from, span.to))?.[0]
    if (!span || clause === undefined || paragraph.figures.some((figure) => figure.at >= span.from && figure.at < span.from + clause.length)) return []
    const last = hidden(bare(clause), vocabulary).at(-1) ?? ''
    const name = wordsOf(vocabulary, 'within-words').covers(last) && last !== '' ? nameWithin(bare(clause), vocabulary) : undefined
    return name === undefined ? [] : [{ name, from: span.from }]
  })
  return opened[0]
}

/** Whether a bracket says what there was the year before, and only that ("(last year 5 of these, 3 of those)"): nothing in it is a part of this year's amount. */
export function tellsYearBefore(paragraph: Paragraph, bracket: Span, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  if (explainsCompared(paragraph, bracket, vocabulary)) return true
  const words = wordsOf(vocabulary, 'prior-year-neutral').mask(text.slice(bracket.from + 1, bracket.to))
  return wordsOf(vocabulary, 'prior-year').find(words)[0]?.from === 0 && !wordsOf(vocabulary, 'this-year-words').test(words)
}

/** Whether a figure is one of a breakdown that its sentence opens with ("by kind: pay 5, supplies 3"): a member of a whole told before, no whole of what follows. */
export function inBreakdown({ shadow: { text }, sentences, figures }: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const sentence = sentences[figure.sentence]
  const first = figures.find((other) => other.sentence === figure.sentence)
  const [head] = sentence && first ? wordsOf(vocabulary, 'partition-heads').find(text.slice(sentence.from, first.at)) : []
  return head !== undefined
}

/** Whether the words right before a list say that its amounts run over one another, or are of many years: they make no whole. */
export const isRunning = (paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): boolean => wordsOf(vocabulary, 'running-words').test(wordsBefore(paragraph, anchor))

/** Whether a bracket stands right after the year something is compared with ("than in 2024 (762 took part, 575 passed)"): it tells of that year. */
function explainsCompared({ shadow: { text, tokenAt } }: Paragraph, bracket: Span, vocabulary: Vocabulary): boolean {
  const clause = /[^,:;\u3001\u3002()]*$/u.exec(text.slice(0, bracket.from))?.[0] ?? ''
  const year = tokenAt.get(bracket.from - 1)?.token.type === 'year' || wordsOf(vocabulary, 'prior-year').find(clause).at(-1)?.to === clause.length
  return year && wordsOf(vocabulary, 'compare-words').find(clause)[0]?.from === 0
}

/** Whether all that a bracket holds is what a rate was reckoned from: "(56 / 70)". */
export const isFraction = ({ figures, shadow: { text } }: Paragraph, bracket: Span): boolean => /^[^,;:\u3001\u3002]*[/\u00f7][^,;:\u3001\u3002]*$/u.test(text.slice(bracket.from, bracket.to)) && figures.filter(({ at }) => at > bracket.from && at < bracket.to).length === 2

/** The part of a sentence in which a list is opened by the years that its amounts are of: "of 2023, 2024 and 2025 it was 33, 35 and 42". */
export function yearsListed({ shadow, segments }: Paragraph, { from }: Span): Span | undefined {
  const segment = segments.find((span) => span.from <= from && from < span.to)
  const years = [...shadow.tokenAt].filter(([at, { token }]) => token.type === 'year' && at >= (segment?.from ?? 0) && at < from)
  return years.some(([at], index) => /^[\u3001\u548c\u53ca\u4e0e]$/u.test(shadow.text.slice((years[index - 1]?.[0] ?? at) + 1, at))) ? segment : undefined
}

/** Whether an amount of the year before has moved since, between it and the list: the list is of what it came to. */
export function isMovedFrom(paragraph: Paragraph, figure: Figure, { from }: Span, vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary, 'prior-year').test(figure.label) && paragraph.figures.some((other) => other.role === 'difference' && other.at > figure.at && other.at < from && other.segment === figure.segment)
}
