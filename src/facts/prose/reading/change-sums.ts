import type { Vocabulary } from '../../../vocabulary/types.ts'
import type { QuantityValue } from '../../value.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { boolean, list, nameOf, negated, wordAt, type Claim } from './claim-item.ts'
import { signOf } from './changes.ts'
import { completeEachOther } from './closed.ts'
import { addable } from './composition-parts.ts'
import type { Figure, Paragraph, Span } from './paragraph.ts'

/** An amount something moved by, with its sign. */
export interface Move {
  readonly figure: Figure
  readonly value: QuantityValue
}

const END = /^[,;\u3001\u3002)\s]*$/u

/** The movement a figure states in the words right before it: "pay rose by 3". */
function moveOf(figure: Figure, vocabulary: Vocabulary): Move | undefined {
  const word = wordsOf(vocabulary, 'movement-words').find(figure.label).at(-1)
  if (!word || figure.quantity.unit.dimension !== 'money' || figure.role === 'factor' || wordsOf(vocabulary, 'moved-by').strip(figure.label.slice(word.to)) !== '') return undefined
  const sign = signOf(word.key, vocabulary)
  return sign === '-' ? { figure, value: negated(figure.value) } : sign === '+' ? { figure, value: figure.value } : undefined
}

/** Movements of a stretch: undefined where an amount in it states something else, so that it is no list of movements. */
function movesIn(paragraph: Paragraph, span: Span, depth: number, vocabulary: Vocabulary): readonly Move[] | undefined {
  const amounts = paragraph.figures.filter((figure) => figure.at >= span.from && figure.at < span.to && figure.depth === depth && figure.quantity.unit.dimension === 'money')
  const moves = amounts.map((figure) => moveOf(figure, vocabulary))
  return moves.length >= 2 && moves.every((move) => move !== undefined) ? moves : undefined
}

/** Movements that are listed after a movement, all in money. */
export interface ListedMoves {
  readonly parts: readonly Move[]
  /** Nothing says that they are all there are. */
  readonly open: boolean
}

/** The list that a movement `figure` of `whole` opens ("rose by 9, of which pay by 12, supplies fell by 3"), up to `end`. */
function listAfter(paragraph: Paragraph, figure: Figure, whole: Figure, end: number, vocabulary: Vocabulary): ListedMoves | undefined {
  const { text } = paragraph.shadow
  const opener = wordsOf(vocabulary, 'change-list-openers').find(text.slice(figure.at + 1, end))[0]
  if (!opener) return undefined
  const from = figure.at + 1 + opener.to
  // Between the amount and the list stands its rate at most.
  if (paragraph.figures.some((other) => other.at > figure.at && other.at < from && other.quantity.unit.dimension !== 'percent')) return undefined
  if (wordsOf(vocabulary, 'reason-words').test(text.slice(figure.at, end)) || wordsOf(vocabulary, 'mainly-words').test(text.slice(figure.at, end))) return undefined
  const parts = movesIn(paragraph, { from, to: end }, figure.depth, vocabulary)
  const last = parts?.at(-1)?.figure
  if (!parts || !last || !END.test(text.slice(last.at + 1, end)) || !parts.every((part) => addable(whole, part.figure, vocabulary))) return undefined
  const members = parts.map((part) => part.figure)
  return { parts, open: !completeEachOther(whole, members, vocabulary) && opener.key !== 'all' }
}

/** The movements of its parts that are listed after a movement `figure` of `whole`. */
export const movesListedAfter = (paragraph: Paragraph, figure: Figure, whole: Figure, vocabulary: Vocabulary): ListedMoves | undefined =>
  ends(paragraph, figure).map((end) => listAfter(paragraph, figure, whole, end, vocabulary)).find((found) => found !== undefined)

/** Where a list may end: with the sentence, else with its part up to the semicolon. */
const ends = (paragraph: Paragraph, figure: Figure): readonly number[] => [paragraph.sentences[figure.sentence]?.to, paragraph.segments[figure.segment]?.to].filter((end) => end !== undefined)

/** Movements before words that net them: "pay rose by 9, supplies fell by 3; taken together by 6". */
function nettedBefore(paragraph: Paragraph, total: Move, vocabulary: Vocabulary): ListedMoves | undefined {
  const { figure } = total
  const sentence = paragraph.sentences[figure.sentence]
  const said = paragraph.shadow.text.slice(paragraph.figures[paragraph.figures.indexOf(figure) - 1]?.at ?? 0, figure.at)
  const netting = wordsOf(vocabulary, 'netting-words').find(said).at(0)
  // "Set off against each other as follows: …" opens a list; nothing has been netted before it.
  if (!sentence || !netting || said.slice(netting.to).includes(':')) return undefined
  const parts = movesIn(paragraph, { from: sentence.from, to: figure.labelFrom }, figure.depth, vocabulary)
  return parts?.every((part) => addable(figure, part.figure, vocabulary)) ? { parts, open: false } : undefined
}

/** Movements of a whole that are the sum of the movements of its parts, each with its sign. Must be read after movements. */
export function changeSumClaims(paragraph: Paragraph, vocabulary: Vocabulary): readonly Claim[] {
  return paragraph.figures.flatMap((figure) => {
    const total = moveOf(figure, vocabulary)
    const sum = total && (nettedBefore(paragraph, total, vocabulary) ?? movesListedAfter(paragraph, figure, figure, vocabulary))
    if (!sum) return []
    const figures = [figure, ...sum.parts.map((part) => part.figure)]
    const span = { from: Math.min(...figures.map((each) => each.labelFrom)), to: Math.max(...figures.map((each) => each.at)) + 1 }
    return [{
      kind: 'composition', paragraph, span,
      attributes: {
        total: () => total.value, parts: () => list(sum.parts.map((part) => part.value)), origin: () => wordAt(paragraph, span, 'changes'),
        open: () => boolean(sum.open), broken: () => boolean(false), name: () => nameOf(paragraph, figure, span, vocabulary),
      },
    }]
  })
}
