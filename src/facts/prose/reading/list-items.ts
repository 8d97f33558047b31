import type { Paragraph, Span } from './paragraph.ts'
import { LIST_NUMERALS } from '../../amounts/numerals.ts'
import { TOKEN_UNITS } from '../pattern/slot-types.ts'

/** The look of a list number: its digits replaced, so that numbers of one list look alike. */
const NUMERALS = new RegExp(`[${LIST_NUMERALS}]+`, 'gu')
const styleOf = (printed: string): string => printed.replace(/\s/gu, '').replace(/\d+/gu, '1').replace(/[\u2460-\u2473]/gu, '\u2460').replace(NUMERALS, 'n')

/** Bracketed ideographic numerals are list numbers even where they are glued to the item before. */
const BRACKETED = new RegExp(`\\([${LIST_NUMERALS}]{1,3}\\)`, 'gu')

/**
 * Numbered items after `from`, when the list begins there: each from its number to the next number of the same look.
 * Empty when no numbered list begins within a few characters.
 */
export function numberedItems(paragraph: Paragraph, from: number, to: number): readonly Span[] {
  const { shadow, text } = paragraph
  const tokens = [...shadow.tokenAt].filter(([at]) => at < to && shadow.text.charCodeAt(at) === TOKEN_UNITS['list-number'])
    .map(([at, placed]) => ({ at, style: styleOf(text.tokenised.text.slice(placed.from, placed.to)) }))
  const glued = [...shadow.text.slice(0, to).matchAll(BRACKETED)].map((match) => ({ at: match.index, style: styleOf(match[0]) }))
  const all = [...tokens, ...glued].sort((a, b) => a.at - b.at)
  const marks = all.filter((mark) => mark.at >= from)
  const first = marks[0]
  if (!first || first.at > from + 2) return []
  // A list within an item of another list ends where that other list goes on.
  const outer = new Set(all.filter((mark) => mark.at < from && mark.style !== first.style).map((mark) => mark.style))
  const end = marks.find((mark) => outer.has(mark.style))?.at ?? to
  const own = marks.filter((mark) => mark.style === first.style && mark.at < end)
  return own.map((mark, index) => ({ from: mark.at, to: own[index + 1]?.at ?? end }))
}
