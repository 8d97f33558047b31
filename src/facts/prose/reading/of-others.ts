import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { ProseContext } from '../prose-text.ts'
import { anchors } from './anchors.ts'
import { isRelative } from './composition-parts.ts'
import { isSelf } from './entity.ts'
import { bracketAround, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** How far after a figure the words may end that compare with it. */
const AFTER = 6

/** Whether a figure stands in a bracket behind the name of a body, as in a list of bodies: it is that body's, and where nothing else is said that of the list. */
export function ofListedBody(paragraph: Paragraph, figure: Figure, context: ProseContext): boolean {
  if (figure.depth === 0) return false
  const { text } = paragraph.shadow
  const ends = wordsOf(context.vocabulary, 'body-name-ends')
  const bracket = bracketAround(paragraph, figure.at)
  const named = bracket ? (/[^(\uff08,;:\u3001\u3002)]*$/u.exec(text.slice(0, bracket.from))?.[0] ?? '') : ''
  if (ends.test(named) && !isSelf(named, context)) return true
  const name = /^[^(\uff08,;:\u3002]+/u.exec(text)?.[0] ?? ''
  const outside = text.slice(name.length).replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]/gu, '')
  return /^[;\u3002]?$/u.test(outside) && ends.test(name)
}

/** Whether a count was taken at an earlier time than the text speaks of, or is what a later one is compared with. */
export function ofEarlierTime(paragraph: Paragraph, figure: Figure, ahead: Span, vocabulary: Vocabulary): boolean {
  const { text } = paragraph.shadow
  const segment = paragraph.segments[figure.segment]
  if (segment && wordsOf(vocabulary, 'earlier-times').test(text.slice(segment.from, ahead.to))) return true
  return wordsOf(vocabulary, 'compared-heads').test(text.slice(ahead.from, ahead.to)) || wordsOf(vocabulary, 'compared-ends').test(text.slice(figure.at + 1, figure.at + AFTER))
}

/** Whether a figure is listed under what a number moved by ("2 more (3 hired, 1 retired)"): it came or went, and is no number of those who are there. */
export function ofMovement(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  if (figure.quantity.unit.dimension !== 'count') return false
  const { text } = paragraph.shadow
  if (besideMovements(paragraph, figure, vocabulary)) return true
  const bracket = bracketAround(paragraph, figure.at)
  const list = bracket ?? anchors(paragraph, 'composition', vocabulary).findLast(({ from, to }) => text[from] !== '(' && to <= figure.at && paragraph.sentences[figure.sentence]?.from !== undefined && from >= (paragraph.sentences[figure.sentence]?.from ?? 0))
  const moved = list && paragraph.figures.findLast(({ at }) => at < list.from)
  if (!list || !moved || !/^[,:]?$/u.test(text.slice(moved.at + 1, list.from)) || !(moved.role === 'difference' || isRelative(moved.label, vocabulary))) return false
  const end = bracket?.to ?? paragraph.segments[figure.segment]?.to ?? text.length
  return bracket !== undefined || wordsOf(vocabulary, 'staff-movements').test(text.slice(list.to, end))
}

/** Whether a count stands in a row with persons who came and went ("3 retired, 2 moved in"). */
function besideMovements(paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): boolean {
  const at = paragraph.figures.indexOf(figure)
  const [before, after] = [paragraph.figures[at - 1], paragraph.figures[at + 1]]
  const moves = (other: Figure | undefined, between: string): boolean => other !== undefined && between === '\u3001' && wordsOf(vocabulary, 'staff-movements').test(other.label)
  return moves(before, paragraph.shadow.text.slice((before?.at ?? 0) + 1, figure.labelFrom)) || moves(after, paragraph.shadow.text.slice(figure.at + 1, after?.labelFrom))
}
