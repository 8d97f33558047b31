import type { Concept, Vocabulary } from '../../../vocabulary/types.ts'
import type { ProseContext } from '../prose-text.ts'
import { finderOf, wordsOf } from '../pattern/word-list.ts'
import type { Paragraph, Span } from './paragraph.ts'

type Scope = Record<string, string>

/** Values of a closed or open dimension that a text says; of several words at one place the longest, of several places the last. */
function said(dimension: string, text: string, vocabulary: Vocabulary): string | undefined {
  const values = vocabulary.scopes.get(dimension)?.values
  if (!values) return undefined
  // Words of money (general budget, fund budget) hide words of stage, not themselves.
  const neutral = dimension === 'stage' || dimension === 'carryover' ? wordsOf(vocabulary, 'scope-neutral').strip(text) : text
  return finderOf(values, vocabulary).find(neutral).at(-1)?.key
}

/** The year a stretch of the shadow names last: a year token, or the year before in words. */
export function yearSaid(paragraph: Paragraph, within: Span, year: number | undefined, vocabulary: Vocabulary): number | undefined {
  const text = paragraph.shadow.text.slice(within.from, within.to)
  const prior = wordsOf(vocabulary, 'prior-year').find(wordsOf(vocabulary, 'prior-year-neutral').strip(text))
  const named = [...paragraph.shadow.tokenAt].findLast(([at, placed]) => at >= within.from && at < within.to && placed.token.type === 'year')?.[1].token.year
  if (named !== undefined) return named
  return prior.length > 0 && year !== undefined ? year - 1 : undefined
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
  if (closed.includes('carryover') && own['carryover'] === undefined) {
    const inside = wordsOf(vocabulary, 'carryover-inside').find(shadow.text.slice(label.to, sentence.to))[0]
    if (inside) own['carryover'] = inside.key
  }
  if (concept.dimensions?.includes('year')) {
    const named = yearSaid(paragraph, label, year, vocabulary) ?? yearSaid(paragraph, { from: sentence.from, to: label.from }, year, vocabulary) ?? yearSaid(paragraph, { from: 0, to: sentence.from }, year, vocabulary)
    if (named !== undefined) opening['year'] = String(named)
  }
  return [headings, opening, own]
}
