import { mappedIn } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import { around } from './geometry.ts'
import type { Box, Run } from './geometry.ts'

/** Runs that stand on one line, as one text. */
export interface PrintedLine extends Box {
  readonly text: string
  readonly size: number
  readonly page: number
  /** Stretches set apart by wide gaps, from left to right. */
  readonly pieces: readonly (Box & { readonly text: string })[]
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
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x), page)).sort((a, b) => a.y - b.y || a.x - b.x)
}

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
  return { ...around(row), text: boxed.map(({ text }) => text).join('  '), size: Math.max(...row.map(({ size }) => size)), page, pieces: boxed }
}

/** Words printed with a blank after each character (行 政 单 位) are one word. */
function mendSpacing(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/(?<![^\s（(“、，。：])[\u4e00-\u9fff](?: [\u4e00-\u9fff])+(?![^\s）)”、，。：])/g, (spaced) => spaced.replaceAll(' ', ''))
}

/** A line as text that knows its box on the page. */
export function mappedLine(line: Pick<PrintedLine, 'text' | 'page' | keyof Box>): MappedText {
  const round = (value: number): number => Math.round(value * 10) / 10
  return mappedIn(line.text, { kind: 'page-box', page: line.page, x: round(line.x), y: round(line.y), width: round(line.width), height: round(line.height) })
}
