import { headingLevel, numberingLevel } from '../../source/numbering.ts'
import type { PrintedLine } from './printed-line.ts'

/** How a document sets its paragraphs. */
export interface ParagraphStyle {
  /** Whether first lines are indented: then a line at the margin goes on. */
  readonly indented: boolean
  /** Left and right edge of the running text. */
  readonly left: number
  readonly right: number
}

const LONG = 20
/** Indents in heights of the type. */
const LEAST_INDENT = 1.2
const MOST_INDENT = 3.2
const INDENTED_SHARE = 0.15
/** What a full line leaves free at most, in heights of the type: punctuation may not begin a line. */
const FULL = 2.6
const LARGEST_GAP = 1.3
/** Full lines end within this share of the one that reaches furthest; where paragraphs are short most lines are not full. */
const FURTHEST = 0.85
/** A label in a line of its own. */
const LABEL = /^\S{1,8}[：:]$/
/** A line of a table of contents. */
const LEADERS = /[.…·．]{3,}\s*\d{1,4}$/
/** Numbering from this depth on (1.) is as often that of a list item as of a heading. */
const LISTED = 4
const SENTENCE_END = /[。；：:;]$/

/** Finds out how the running text of a document is set, from its lines. */
export function paragraphStyle(lines: readonly PrintedLine[]): ParagraphStyle {
  const prose = lines.filter(({ text }) => text.length >= LONG && /[，。；：]/.test(text))
  const left = commonest(prose.map((line) => Math.round(inColumn(line))))
  const ends = prose.map((line) => Math.round((inColumn(line) + line.width) / 4) * 4)
  const furthest = Math.max(...ends)
  const right = commonest(ends.filter((end) => end >= furthest * FURTHEST))
  const indents = lines.filter((line) => line.text.length >= LONG / 2 && inColumn(line) - left >= LEAST_INDENT * line.size && inColumn(line) - left <= MOST_INDENT * line.size)
  return { left, right, indented: prose.length > 0 && indents.length >= INDENTED_SHARE * prose.length }
}

/** Where a line begins, as if all columns were the first. */
const inColumn = ({ x, shift = 0 }: PrintedLine): number => x - shift

const TITLE_SIZE = 16
const TITLE_FULL = 0.8

/**
 * Whether a line goes on with the one above it: of a title in large type, when that one fills its column; of running text, when that
 * one is full and this one begins at the margin, right below.
 */
export function continuesLine(above: PrintedLine, line: PrintedLine, { indented, left, right }: ParagraphStyle): boolean {
  if (above.size >= TITLE_SIZE && Math.abs(above.size - line.size) <= 1 && above.width >= TITLE_FULL * (right - left) && line.y - (above.y + above.height) <= above.size) return true
  if (LEADERS.test(above.text) || (LABEL.test(line.text) && SENTENCE_END.test(above.text))) return false
  if (!indented || Math.abs(above.size - line.size) > 1 || (headingLevel(above.text) ?? LISTED) < LISTED) return false
  if (numberingLevel(line.text) !== undefined && SENTENCE_END.test(above.text)) return false
  const full = inColumn(above) + above.width >= right - FULL * above.size
  const atMargin = Math.abs(inColumn(line) - left) <= line.size * 0.6
  const near = line.y - (above.y + above.height) <= LARGEST_GAP * line.size
  return full && atMargin && near && above.text.length >= LONG / 2
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0] ?? 0
}
