import { NUMBER_GLUED_TO_YEAR } from './date-lexicon.ts'
import { isDigitAt, matchAt, type Found, type Spot } from './found.ts'
import { BOUNDARY, CIRCLED, NUMBER_DOT, NUMBER_DOT_WORD, NUMBER_GLUED, NUMBER_LEVELS, ORDINAL_BRACKETS, ORDINAL_COMMA } from './lexicon.ts'
import { readFigure } from '../amounts/read-figure.ts'

/** The number of an item of a list that begins here: at the start of a line or sentence, or where nothing else can be meant. */
export function readListNumber({ text, at, lastEnd }: Spot): Found | undefined {
  const glued = at > 0 && lastEnd === at ? matchAt(NUMBER_GLUED, text, at) : null
  const found = glued ? at + glued[0].length : listNumberEnd(text, at)
  return found === undefined ? undefined : { type: 'list-number', from: at, to: found }
}

function listNumberEnd(text: string, at: number): number | undefined {
  const end = (pattern: RegExp): number | undefined => {
    const found = matchAt(pattern, text, at)
    return found ? at + found[0].length : undefined
  }
  if (CIRCLED.test(text[at] ?? '')) return at + 1
  const begins = BOUNDARY.test(text.slice(Math.max(0, at - 4), at)) && (at < 4 || text.slice(at - 4, at).trim() !== '')
  if (text[at] === '(') return begins || text[at - 1] === ' ' ? end(ORDINAL_BRACKETS) : undefined
  if (!isDigitAt(text, at)) return begins ? end(ORDINAL_COMMA) : undefined
  const always = end(NUMBER_GLUED_TO_YEAR) ?? end(NUMBER_DOT_WORD)
  if (always !== undefined) return always
  if (!begins) return undefined
  const dotted = end(NUMBER_DOT)
  if (dotted !== undefined) return dotted
  const levels = end(NUMBER_LEVELS)
  return levels !== undefined && readFigure(text, at)?.unit.symbol === '' ? levels : undefined
}
