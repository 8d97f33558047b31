import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import type { ProseContext } from '../prose-text.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import { anchors } from './anchors.ts'
import { isStated } from './candidates.ts'
import type { Paragraph, Span } from './paragraph.ts'

type Scope = Record<string, string>

/** Values of a closed or open dimension that a text says; of several words at one place the longest, of several places the last. */
export function said(dimension: string, text: string, vocabulary: Vocabulary): string | undefined {
  const values = vocabulary.scopes.get(dimension)?.values
  if (!values) return undefined
  const finder = finderOf(values, vocabulary)
  if (dimension !== 'stage' && dimension !== 'carryover') return finder.find(text).at(-1)?.key
  // Words of money (general budget, fund budget) hide words of stage within them, not those that begin before them ("general budget of this year").
  const hidden = wordsOf(vocabulary, 'scope-neutral').find(text)
  return finder.find(text).findLast((hit) => hidden.every((word) => word.to <= hit.from || hit.from < word.from))?.key
}

/** The year a stretch of the shadow names last: a year token, or the year before in words. */
export function yearSaid(paragraph: Paragraph, within: Span, year: number | undefined, vocabulary: Vocabulary): number | undefined {
  const named = yearNamed(paragraph, within)
  if (named !== undefined) return named
  const words = wordsOf(vocabulary, 'prior-year-neutral').mask(paragraph.shadow.text.slice(within.from, within.to))
  return year !== undefined && wordsOf(vocabulary, 'prior-year').test(words) ? year - 1 : undefined
}

/** The last year token of a stretch, not counting years that something is compared with. */
export function yearNamed(paragraph: Paragraph, within: Span): number | undefined {
  const years = [...paragraph.shadow.tokenAt].filter(([at, placed]) => at >= within.from && at < within.to && placed.token.type === 'year' && !paragraph.compared.some((span) => span.from <= at && at < span.to))
  return years.at(-1)?.[1].token.year
}

/** A part that opens with what it is a part of, without a figure: of the basic expenditure, …. */
const WITHIN = /^([^,;:\u3002\d]{2,14})\u4e2d,/u

/**
 * Labels of the total a figure is listed under, the nearest first: the amount that a colon spells out, else figures before the words that open its list, in its
 * sentence, and where the sentence begins with such words the last figure of the sentence before.
 */
export function labelsAbove(paragraph: Paragraph, at: number, sentence: Span, vocabulary: Vocabulary): readonly string[] {
  const segment = paragraph.segments.find((span) => span.from <= at && at < span.to) ?? sentence
  const spelt = paragraph.figures.findLast((figure) => figure.at >= segment.from && figure.at < at && figure.depth === 0 && isStated(figure) && paragraph.shadow.text[figure.at + 1] === ':')
  if (spelt) return [spelt.label]
  const within = WITHIN.exec(paragraph.shadow.text.slice(segment.from, at))?.[1]
  if (within !== undefined) return [within]
  const opened = anchors(paragraph, 'composition', vocabulary).findLast((anchor) => anchor.from >= sentence.from && anchor.to <= at && !paragraph.brackets.some((span) => span.from < anchor.to && anchor.to <= span.to && span.to <= at))
  if (!opened) return []
  const stated = paragraph.figures.filter((figure) => figure.at < opened.from && figure.depth === 0 && isStated(figure))
  const own = stated.filter((figure) => figure.at >= sentence.from)
  // "Expenditure includes: …" names itself what the list is of.
  const part = paragraph.segments.find((span) => span.from <= opened.from && opened.from < span.to) ?? sentence
  const lead = paragraph.shadow.text.slice(part.from, opened.from)
  if (lead !== '' && !own.some((figure) => figure.at >= part.from)) return [lead]
  const above = own.length > 0 ? [own.at(-1), own[0]] : [stated.findLast((figure) => figure.at < sentence.from)]
  return above.flatMap((figure) => (figure ? [figure.label] : []))
}

/**
 * Scope layers of a fact from the widest to the narrowest: headings, the start of its sentence, its own label. Dimensions
 * nobody says stay out; the caller lists them as unsaid.
 */
export function scopeLayers(paragraph: Paragraph, label: Span, concept: Concept, context: ProseContext): readonly Scope[] {
  const { vocabulary, year } = context
  const { shadow } = paragraph
  const sentence = paragraph.sentences.find((span) => span.from <= label.from && label.from < span.to) ?? { from: 0, to: shadow.text.length }
  const opening: Scope = {}
  const own: Scope = {}
  const headings: Scope = {}
  const closed = (concept.dimensions ?? []).filter((dimension) => dimension !== 'year')
  const words = shadow.text.slice(label.from, label.to)
  for (const dimension of closed) {
    const mine = said(dimension, words, vocabulary)
    if (mine !== undefined) own[dimension] = mine
    const above = (paragraph.text.headings ?? []).map((heading) => said(dimension, heading, vocabulary)).findLast((value) => value !== undefined)
    if (above !== undefined && dimension !== 'stage') headings[dimension] = above
  }
  const above = labelsAbove(paragraph, label.to, sentence, vocabulary)
  for (const dimension of closed.filter((one) => one === 'fund' || one === 'stage')) {
    const value = above.map((words) => said(dimension, words, vocabulary)).find((one) => one !== undefined)
    if (value !== undefined) opening[dimension] = value
  }
  // A subject listed under all expenditure is that of all funds.
  const all = closed.includes('fund') && closed.includes('subject') && own['fund'] === undefined && opening['fund'] === undefined ? above.flatMap((words) => wordsOf(vocabulary, 'all-expenditure').find(words))[0] : undefined
  if (all) opening['fund'] = all.key
  if (closed.includes('carryover') && own['carryover'] === undefined) {
    // Said of the total only, the first figure of its part of the sentence, and in the list that the total opens: what stands beside it is not in it.
    const segment = paragraph.segments.find((span) => span.from <= label.from && label.from < span.to) ?? sentence
    const remark = wordsOf(vocabulary, 'carryover-remarks').find(shadow.text.slice(label.to + 1, segment.to))[0]
    if (remark?.from === 0) own['carryover'] = remark.key
    const inside = wordsOf(vocabulary, 'carryover-inside').find(shadow.text.slice(label.to, segment.to))[0]
    const isNext = ({ from }: Span): boolean => !paragraph.figures.some((figure) => figure.at > label.to && figure.at < from && figure.depth === 0 && isStated(figure))
    const listed = inside && anchors(paragraph, 'composition', vocabulary).some((anchor) => anchor.from >= label.to && anchor.to <= label.to + inside.from && isNext(anchor))
    if (!own['carryover'] && inside && listed && !paragraph.figures.some((figure) => figure.at >= segment.from && figure.at < label.to)) own['carryover'] = inside.key
  }
  if (concept.dimensions?.includes('year')) {
    const named = yearSaid(paragraph, label, year, vocabulary) ?? yearNamed(paragraph, { from: sentence.from, to: label.from }) ?? yearNamed(paragraph, { from: 0, to: sentence.from })
    // A document of two years says in its headings which of them a part is of.
    const headed = year === undefined ? headedYear(paragraph) : undefined
    if (headed !== undefined) headings['year'] = headed
    if (named !== undefined) opening['year'] = String(named)
  }
  const levels = wordsOf(vocabulary, 'area-levels')
  // A whole area and its own level of government are two bodies.
  const level = [...(paragraph.text.headings ?? []).map((heading) => heading.normalize('NFKC')), shadow.text.slice(sentence.from, label.to)].map((words) => levels.find(words)[0]?.key).findLast((key) => key !== undefined)
  if (level !== undefined) headings['entity'] = level
  return [headings, opening, own]
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu

/** The year that the headings above a paragraph say it is of. */
export const headedYear = ({ text }: Paragraph): string | undefined => (text.headings ?? []).map(yearIn).findLast((value) => value !== undefined)

/** The year a heading names, if it is the only one. */
function yearIn(heading: string): string | undefined {
  const years = new Set(heading.match(YEAR))
  return years.size === 1 ? [...years][0] : undefined
}

/** The year a comparison names: a year token in it, or the year before in words. */
export function baselineYear(paragraph: Paragraph, within: Span, year: number | undefined, vocabulary: Vocabulary): number | undefined {
  const token = [...paragraph.shadow.tokenAt].find(([at, placed]) => at >= within.from && at < within.to && placed.token.type === 'year')
  if (token) return token[1].token.year
  return year !== undefined && wordsOf(vocabulary, 'prior-year').test(paragraph.shadow.text.slice(within.from, within.to)) ? year - 1 : undefined
}
