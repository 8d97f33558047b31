import { LIST_NUMERALS, readNumeral } from '../../amounts/numerals.ts'
import type { ProseText } from '../prose-text.ts'

/** A list has fewer lines than this, and at most so many that are no items of it stand between two of them. */
export const LONGEST_LIST = 60
const MOST_BETWEEN = 6

/** A numbered entry of a list: a stretch of a text. */
export interface Entry {
  readonly text: ProseText
  readonly from: number
  readonly to: number
}

/** A list number where it is printed. */
interface Mark {
  readonly at: number
  readonly value: number
  /** How it is written, its figure masked. */
  readonly style: string
}

/** A list number wherever it is printed, also before a year. */
const NUMBER = new RegExp(`(?<![\\d.])(\\(?)(\\d{1,2}|[${LIST_NUMERALS}]{1,3})([.\\u3001)])(?!\\d(?!\\d{3}\\u5e74))|[\\u2460-\\u2473]`, 'gu')
const LEADING = new RegExp(`^(?:[\\u2460-\\u2473]|\\(?(?:\\d{1,2}|[${LIST_NUMERALS}]{1,3})[.\\u3001)])\\s*`, 'u')
const BEFORE_CIRCLED = 0x245f
/** What stands before a number that opens an entry within a text. */
const BOUNDARY = /(?:^|[\s,:;\u3002])$/u

/** An entry without the number it opens with. */
export const withoutMark = (entry: string): string => entry.replace(LEADING, '')

function marksOf(line: string): readonly Mark[] {
  return [...line.matchAll(NUMBER)].map(({ index, 0: printed, 1: open = '', 2: number, 3: close = '' }) => {
    if (number === undefined) return { at: index, value: printed.charCodeAt(0) - BEFORE_CIRCLED, style: 'circled' }
    const digits = /\d/u.test(number)
    return { at: index, value: Number(digits ? number : (readNumeral(number)?.digits ?? 0)), style: `${open}${digits ? '#' : 'n'}${close}` }
  })
}

const opening = (line: ProseText): Mark | undefined => marksOf(line.tokenised.text).find(({ at }) => at === 0)

/** The lines numbered one, two, … right below; none where a line bears another number of the list or the next one stands elsewhere. */
export function entriesBelow(lines: readonly ProseText[]): readonly Entry[] {
  const style = lines[0] && opening(lines[0])?.style
  if (style === undefined) return []
  const entries: Entry[] = []
  const seen: ProseText[] = []
  let between = 0
  for (const line of lines) {
    const mark = opening(line)
    seen.push(line)
    if (mark?.style === style) {
      // A one right after an entry opens a list within it.
      if (mark.value === 1 && entries.length > 0 && between > 0) break
      if (mark.value !== entries.length + 1 || line.reading === 'doubtful') return []
      entries.push({ text: line, from: 0, to: line.tokenised.text.length })
      between = 0
    } else if ((between += 1) > MOST_BETWEEN) break
  }
  const goesOn = seen.some((line) => line.cut === true || marksOf(line.tokenised.text).some((mark) => mark.at > 0 && mark.value === entries.length + 1 && mark.style === style))
  return goesOn || entries.length === LONGEST_LIST ? [] : entries
}

/** The entries numbered one, two, … in a text right after `at`; none where its numbers are others or the line below goes on. */
export function entriesAfter(text: ProseText, at: number, next: ProseText | undefined): readonly Entry[] {
  const line = text.tokenised.text
  const after = marksOf(line).filter((mark) => mark.at >= at)
  const style = after[0]?.style
  const own = after.filter((mark) => mark.style === style)
  if (style === undefined || line.slice(at, own[0]?.at).trim() !== '' || text.cut === true || own.some((mark, index) => mark.value !== index + 1 || !BOUNDARY.test(line.slice(0, mark.at)))) return []
  const below = next && opening(next)
  if (below?.style === style && below.value === own.length + 1) return []
  return own.map((mark, index) => ({ text, from: mark.at, to: own[index + 1]?.at ?? line.length }))
}
