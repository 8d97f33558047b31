import type { PageBoxPlace } from '../../core/place.ts'
import { mappedIn } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import { around } from './geometry.ts'
import type { Box, Run } from './geometry.ts'

/** Text of a line without a gap in it. */
export interface Word extends Box {
  readonly text: string
}

/** Runs that stand on one line, as one text. */
export interface PrintedLine extends Box {
  readonly text: string
  readonly size: number
  readonly page: number
  /** Stretches set apart by gaps, from left to right. */
  readonly words: readonly Word[]
  /** Where it comes in reading, where that is not its height on the page. */
  readonly flow?: number
  /** How far the column it stands in is to the right of the first one. */
  readonly shift?: number
}

/** A gap wider than this share of the type's height is a blank, one wider than the second sets columns apart. */
const BLANK = 0.34
const WIDE = 1.7

/** Lines of runs from the top down. */
export function printedLines(runs: readonly Run[], page: number): readonly PrintedLine[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.y + a.height - (b.y + b.height) || a.x - b.x)) {
    const row = rows.findLast((other) => other.some((one) => onOneLine(one, run)))
    if (row) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => lineOf(closedUp(withoutMarks(row.sort((a, b) => a.x - b.x))), page)).sort((a, b) => a.y - b.y || a.x - b.x)
}

/** Height and rise of the mark of a footnote, in heights of the type beside it. */
const MARK_SIZE = 0.75
const MARK_RISE = 0.15

/** A row without the marks of footnotes: they are no digits of the figure they hang on. A power (m2) stands behind a letter. */
function withoutMarks(row: readonly Run[]): readonly Run[] {
  return row.filter((run, i) => {
    const before = row[i - 1]
    if (before === undefined || run.size > MARK_SIZE * before.size || !/^(?:\d{1,2}|[\u2460-\u2473*])$/.test(run.text.trim()) || /[A-Za-z]$/.test(before.text)) return true
    return before.y + before.height - (run.y + run.height) < MARK_RISE * before.size || run.x - (before.x + before.width) > run.size
  })
}

/** Letter-spacing, in heights of the type, from which on the PDF library takes it for blanks, and up to which it is none. */
const SPACED = 0.1
/** A line of fewer characters says nothing of its spacing. */
const FEWEST_SPACED = 6

/** A row set with wide spacing, without the blanks that the PDF library puts in here and there and nobody wrote. */
function closedUp(row: readonly Run[]): readonly Run[] {
  if (!row.some(({ text }) => /\S \S/.test(text)) || row.some(({ text }) => /\s\s|[A-Za-z]/.test(text))) return row
  let [characters, joints, spacing] = [0, 0, 0]
  row.forEach(({ text, x, width, size }, i) => {
    const chars = [...text.replace(/\s/g, '')]
    const gap = x - endOf(row[i - 1])
    const near = gap <= BLANK * size
    characters += chars.length
    joints += chars.length - (near ? 0 : 1)
    spacing += (near ? gap : 0) + width - size * chars.reduce((sum, char) => sum + (/[.,:;]/.test(char) ? 0.28 : char < '\u0100' ? 0.5 : 1), 0)
  })
  const each = spacing / joints / (row[0]?.size ?? 1)
  return characters >= FEWEST_SPACED && each > SPACED && each < BLANK ? row.map((run) => ({ ...run, text: run.text.replace(/\s/g, '') })) : row
}

const endOf = (run: Run | undefined): number => (run === undefined ? -Infinity : run.x + run.width)

/** Whether two runs overlap by half of the lower one's height. */
function onOneLine(a: Run, b: Run): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return shared > Math.min(a.height, b.height) / 2
}

function lineOf(row: readonly Run[], page: number): PrintedLine {
  const pieces: { text: string; runs: Run[] }[] = []
  let end = -Infinity
  for (const run of row) {
    const gap = run.x - end
    const last = pieces.at(-1)
    if (last === undefined || gap > WIDE * run.size) pieces.push({ text: run.text, runs: [run] })
    else {
      // Text drawn twice to look bold stands once.
      if (gap < -0.5 * run.width && last.text.endsWith(run.text.trim())) continue
      last.text += (gap > BLANK * run.size ? ' ' : '') + run.text
      last.runs.push(run)
    }
    end = Math.max(end, run.x + run.width)
  }
  const boxed = pieces.map(({ text, runs }) => ({ text: mendSpacing(text), ...around(runs) }))
  return { ...around(row), text: boxed.map(({ text }) => text).join('  '), size: Math.max(...row.map(({ size }) => size)), page, words: wordsOf(row) }
}

/** A gap this wide, in heights of the type, may set columns apart. */
const APART = 0.5

function wordsOf(row: readonly Run[]): readonly Word[] {
  const words: Run[][] = []
  for (const run of row.flatMap(cutAtBlank)) {
    const last = words.at(-1)
    const before = last?.at(-1)
    if (last === undefined || before === undefined || run.x - (before.x + before.width) > APART * run.size) words.push([run])
    else last.push(run)
  }
  return words.map((runs) => ({ ...around(runs), text: mendSpacing(runs.map(({ text }) => text).join('')) }))
}

/** A run that holds a figure beside a word is two: programs print cells of a row in one go. */
function cutAtBlank(run: Run): readonly Run[] {
  const match = /^(.*\S)(\s+)(\S.*)$/.exec(run.text)
  if (match === null || !(/\d$/.test(match[1] ?? '') || /^[-\d]/.test(match[3] ?? ''))) return [run]
  const widths = [match[1], match[2], match[3]].map((part) => [...(part ?? '')].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x100 ? 0.5 : 1), 0))
  const scale = run.width / widths.reduce((sum, width) => sum + width, 0)
  const [left = 0, gap = 0, right = 0] = widths.map((width) => width * scale)
  return [...cutAtBlank({ ...run, text: match[1] ?? '', width: left }), { ...run, text: match[3] ?? '', x: run.x + left + gap, width: right }]
}

/** Words printed with a blank after each character (行 政 单 位) are one word. */
function mendSpacing(text: string): string {
  return closed(text).replace(/(?<!\S)\d(?: \d){3}(?= ?年)/g, (year) => year.replaceAll(' ', '')).replace(/\s+/g, ' ').trim().replace(/(?<![^\s（(“、，。：])[\u4e00-\u9fff](?: [\u4e00-\u9fff])+(?![^\s）)”、，。：])/g, (spaced) => spaced.replaceAll(' ', ''))
}

const SPACED_SHARE = 0.7

/** A text nearly all of which stands letter by letter, figures among them, is letter-spaced. */
function closed(text: string): string {
  const words = text.trim().split(/\s+/)
  const single = words.filter((word) => [...word].length === 1).length
  if (words.length < FEWEST_SPACED || single < words.length * SPACED_SHARE || !/[\u4e00-\u9fff]/.test(text)) return text
  return words.join('')
}

/** A box on a page as a place, to a tenth of a point. */
export function placeOnPage({ x, y, width, height }: Box, page: number): PageBoxPlace {
  const round = (value: number): number => Math.round(value * 10) / 10
  return { kind: 'page-box', page, x: round(x), y: round(y), width: round(width), height: round(height) }
}

/** A line as text that knows its box on the page. */
export function mappedLine(line: Pick<PrintedLine, 'text' | 'page' | keyof Box>): MappedText {
  return mappedIn(line.text, placeOnPage(line, line.page))
}
