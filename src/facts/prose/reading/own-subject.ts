import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import type { Anchor } from './anchors.ts'
import { isStated } from './candidates.ts'
import { addable } from './composition-parts.ts'
import { bare, core, sameLabel } from './label.ts'
import { ofSideSaid } from './of-side.ts'
import { isFigure, type Figure, type Paragraph } from './paragraph.ts'

/** Totals of one side that a sentence may speak of, at most. */
const FEW = 3
/** A shorter name says what many are called. */
const SHORTEST_NAME = 4

/** What a part of a sentence names before it opens a list, without stating an amount of it: "other income includes …"; undefined where it names nothing of its own. */
function ownSubject(paragraph: Paragraph, anchor: Anchor, vocabulary: Vocabulary): string | undefined {
  const { text } = paragraph.shadow
  const segment = paragraph.segments.find((span) => span.from <= anchor.from && anchor.from < span.to)
  if (!segment || text[anchor.from] === '(') return undefined
  const lead = text.slice(segment.from, anchor.from)
  if (/[,:()]/u.test(lead) || [...lead].some((_, at) => isFigure(lead, at))) return undefined
  const name = bare(lead)
  return wordsOf(vocabulary, 'list-subjects').strip(name) === '' ? undefined : name
}

/** The last amount before a list that is called by the very words the list opens with: "192 physicians, 14 others. Of physicians by rank: …" is of the 192. */
export function calledJustSo(paragraph: Paragraph, anchor: Anchor, parts: readonly Figure[], vocabulary: Vocabulary): Figure | undefined {
  const subject = ownSubject(paragraph, anchor, vocabulary)
  if (subject === undefined || subject.length < SHORTEST_NAME) return undefined
  return paragraph.figures.findLast((figure) => figure.at < anchor.from && figure.depth === 0 && isStated(figure) && bare(figure.label) === subject && parts.some((part) => addable(figure, part, vocabulary)))
}

/**
 * Of the totals a list may have those that the words right before it name, where they name something: "tuition 30. Other income includes gifts 2, interest 1"
 * breaks no tuition down. Where the words only say income or expenditure, the last totals of that side before the list.
 */
export function ofOwnSubject(paragraph: Paragraph, anchor: Anchor, found: readonly Figure[], accept: (figure: Figure) => boolean, vocabulary: Vocabulary): readonly Figure[] {
  const subject = ownSubject(paragraph, anchor, vocabulary)
  if (subject === undefined) return found
  if (core(subject, vocabulary) !== '') return found.filter((figure) => sameLabel(subject, figure.label, vocabulary))
  const ofSide = ofSideSaid(paragraph, subject, anchor.from, accept, vocabulary)
  return ofSide.length > 0 ? ofSide.slice(-FEW) : found
}
