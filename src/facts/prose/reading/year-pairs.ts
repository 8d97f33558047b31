import type { Vocabulary } from '../../../vocabulary/types.ts'
import { wordsOf } from '../pattern/word-list.ts'
import { isStated } from './candidates.ts'
import { addable } from './composition-parts.ts'
import { bare, isVague, sameLabel } from './label.ts'
import { sentenceAt, type Figure, type Paragraph, type Span } from './paragraph.ts'

/** What year a stretch speaks of: the number of its last year token, or the words for the year before. */
export function yearOf(paragraph: Paragraph, span: Span, vocabulary: Vocabulary): string | undefined {
  const token = [...paragraph.shadow.tokenAt].findLast(([at, placed]) => at >= span.from && at < span.to && placed.token.type === 'year')
  if (token) return String(token[1].token.year)
  const words = wordsOf(vocabulary, 'prior-year-neutral').mask(paragraph.shadow.text.slice(span.from, span.to))
  return wordsOf(vocabulary, 'prior-year').find(words)[0]?.key
}

const labelYear = (paragraph: Paragraph, figure: Figure, vocabulary: Vocabulary): string | undefined => yearOf(paragraph, { from: figure.labelFrom, to: figure.at }, vocabulary)

/** Whether one year, a number or the words for it, is the year before the other; a year that is not said is this one. */
function isBefore(earlier: string | undefined, later: string | undefined): boolean {
  if (earlier === undefined) return false
  if (/^\d+$/.test(earlier)) return later !== undefined && Number(later) === Number(earlier) + 1
  return later === undefined || /^\d+$/.test(later)
}

/** Whether a label says, after its year, that something moved by the figure. */
function movesIn(label: string, vocabulary: Vocabulary): boolean {
  const year = Math.max(label.search(/[\ue000-\ue0ff](?!.*[\ue000-\ue0ff])/u), ...wordsOf(vocabulary, 'prior-year').find(label).map((word) => word.to))
  return wordsOf(vocabulary, 'moved-words').test(label.slice(Math.max(0, year)))
}

/** Whether the words of a label, but for the year, say nothing else than those of another one, or only "it". */
function namesSame(label: string, other: string, vocabulary: Vocabulary): boolean {
  const words = wordsOf(vocabulary, 'same-item-words').strip(wordsOf(vocabulary, 'prior-year').strip(bare(label)))
  return isVague(words, vocabulary) || sameLabel(words, other, vocabulary)
}

/** The figures of two years in a row, in either order, with nothing but these two right before an offset of their sentence. */
export function pairBefore(paragraph: Paragraph, at: number, vocabulary: Vocabulary): { readonly from: Figure; readonly to: Figure } | undefined {
  const index = paragraph.figures.findLastIndex((figure) => figure.at < at)
  const [first, second] = [paragraph.figures[index - 1], paragraph.figures[index]]
  if (!first || !second || first.segment !== second.segment || first.depth !== second.depth || !addable(first, second, vocabulary) || movesIn(first.label, vocabulary) || movesIn(second.label, vocabulary) || ![first, second].every((figure) => isStated(figure) || figure.role === 'base')) return undefined
  if (sentenceAt(paragraph, at) !== second.sentence) return undefined
  const [one, other] = [labelYear(paragraph, first, vocabulary), labelYear(paragraph, second, vocabulary)]
  // "Income 30, without the 2 of last year's one-off project": the second has a name of its own then.
  if (!namesSame(second.label, first.label, vocabulary) && (isVague(first.label, vocabulary) || !namesSame(first.label, second.label, vocabulary))) return undefined
  if (isBefore(one, other) && other !== undefined) return { from: first, to: second }
  return isBefore(other, one) ? { from: second, to: first } : undefined
}

/** The figure of the year before that stands after what moved: later in the sentence, or first in the next one. */
export function laterBase(paragraph: Paragraph, moved: { readonly end: number; readonly to: Figure }, vocabulary: Vocabulary): Figure | undefined {
  const { end, to } = moved
  const sentence = sentenceAt(paragraph, end - 1)
  const [inSentence, next] = [sentence, sentence + 1].map((which) => paragraph.figures.find((figure) => figure.at >= end && figure.sentence === which))
  const fits = (figure: Figure | undefined): boolean => {
    if (!figure || !isStated(figure) || figure.depth !== to.depth || !addable(to, figure, vocabulary) || movesIn(figure.label, vocabulary)) return false
    const own = yearOf(paragraph, { from: paragraph.sentences[to.sentence]?.from ?? 0, to: to.at }, vocabulary)
    return isBefore(labelYear(paragraph, figure, vocabulary), own) && namesSame(figure.label, to.label, vocabulary)
  }
  return [inSentence, inSentence ? undefined : next].find(fits)
}

/** Of a balance compared with the beginning of the year: the opening balance that its sentence prints, of the same name. */
export function openingBase(paragraph: Paragraph, baseline: Span, to: Figure, vocabulary: Vocabulary): Figure | undefined {
  const opening = wordsOf(vocabulary, 'opening-words')
  if (!opening.test(paragraph.shadow.text.slice(baseline.from, baseline.to)) || !wordsOf(vocabulary, 'closing-words').test(to.label)) return undefined
  const name = wordsOf(vocabulary, 'closing-words').mask(bare(to.label)).split('|').at(-1) ?? ''
  const all = paragraph.figures.filter((figure) => figure.sentence === to.sentence && figure.at < to.at && figure.depth === to.depth && isStated(figure) && addable(to, figure, vocabulary) && opening.find(bare(figure.label))[0]?.from === 0)
  const [only, ...more] = all.filter((figure) => bare(figure.label).includes(name))
  return more.length === 0 ? only : undefined
}
