import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { anchors } from './anchors.ts'
import { isStated } from './candidates.ts'
import { comesTo } from './carried-on.ts'
import type { Movement } from './changes.ts'
import { ofSideSaid } from './of-side.ts'
import { sentenceAt, type Figure, type Paragraph } from './paragraph.ts'
import { yearOf } from './year-pairs.ts'

/** The amount of a movement that is looked for, and which figures it may be. */
export interface Sought {
  readonly paragraph: Paragraph
  readonly movement: Movement
  readonly accept: (figure: Figure) => boolean
}

/** Where the words that moved only say income or expenditure, and nothing found is of that side: the last amount of it that these sentences state. */
export function sided({ paragraph, movement, accept }: Sought, subject: string, found: readonly Figure[], vocabulary: Vocabulary): readonly Figure[] {
  const sentence = sentenceAt(paragraph, movement.anchor.from)
  // A member of a list is no total of its side.
  const opened = anchors(paragraph, 'composition', vocabulary)
  const isListed = (figure: Figure): boolean => opened.some((anchor) => anchor.from < figure.at && anchor.from >= (paragraph.sentences[figure.sentence]?.from ?? 0))
  const ofSide = ofSideSaid(paragraph, subject, movement.anchor.from, accept, vocabulary).filter((figure) => figure.sentence >= sentence - 1 && !isListed(figure))
  return ofSide.length > 0 && !found.some((figure) => ofSide.includes(figure)) ? ofSide.slice(-1) : found
}

/** Whether a figure bears the very year something is compared with, while what moved is said of another year: it is what the movement starts from. */
function isCompared(paragraph: Paragraph, figure: Figure, movement: Movement, vocabulary: Vocabulary): boolean {
  const compared = movement.baseline && yearOf(paragraph, movement.baseline, vocabulary)
  const sentence = paragraph.sentences[sentenceAt(paragraph, movement.anchor.from)]
  const moved = sentence && yearOf(paragraph, { from: sentence.from, to: movement.anchor.from }, vocabulary)
  return compared !== undefined && moved !== undefined && moved !== compared && yearOf(paragraph, { from: figure.labelFrom, to: figure.at }, vocabulary) === compared
}

/** Of what may have moved that which stands after the amount it is compared with, where that is among them: what stands before is of the year before, too. */
export function afterCompared(paragraph: Paragraph, figures: readonly Figure[], movement: Movement, vocabulary: Vocabulary): readonly Figure[] {
  const compared = figures.filter((figure) => paragraph.figures.includes(figure) && isCompared(paragraph, figure, movement, vocabulary))
  const last = Math.max(...compared.map(({ at }) => at))
  return compared.length === 0 ? figures : figures.filter((figure) => figure.at > last)
}

/** The figure right before a movement that names nothing it is compared with, where its own words say that it is of the year before: "spent 24; last year 27, 3 less". */
export function yearBefore(paragraph: Paragraph, movement: Movement, vocabulary: Vocabulary): Figure | undefined {
  const { text } = paragraph.shadow
  const figure = paragraph.figures.findLast(({ at }) => at < movement.anchor.from)
  if (movement.baseline || !figure || !isStated(figure) || !/^[,;]?$/u.test(text.slice(figure.at + 1, movement.anchor.from))) return undefined
  return wordsOf(vocabulary, 'prior-year').test(wordsOf(vocabulary, 'prior-year-neutral').mask(figure.label)) ? figure : undefined
}

/**
 * What may have moved, where a movement prints what it started from and by how much: the last earlier amount that it comes to, if none of those
 * found is ("the whole fell to 23; without what was carried over, 22 by then, grants rose from 21 by 1").
 */
export function reckoned(stated: readonly Figure[], { from, difference }: Movement, found: readonly Figure[]): readonly Figure[] {
  if (!from || !difference) return found
  const isMet = (figure: Figure): boolean => figure !== from && (comesTo([figure], [from, difference]) || comesTo([from], [figure, difference]))
  const met = found.some(isMet) ? [] : stated.filter(isMet)
  return met.length > 0 ? met.slice(-1) : found
}
