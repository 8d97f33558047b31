import type { Box, PageContent, Run } from './geometry.ts'
import { printedLines } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'

/** A part of a page that is read in two columns: what stands left of `at` first. */
interface Band {
  readonly top: number
  readonly bottom: number
  readonly at: number
}

/** Lines and tables of a page, each with where it comes in reading. */
export interface InOrder<T extends Box> {
  readonly lines: readonly PrintedLine[]
  readonly tables: readonly T[]
}

/** Puts the text and the tables of a page in the order in which they are read: two columns one after the other. */
export function inColumns<T extends Box>(runs: readonly Run[], tables: readonly T[], page: PageContent): InOrder<T> {
  const plain = printedLines(runs, page.number)
  const band = besideTables(plain, tables) ?? proseColumns(plain, tables, page)
  const byHeight = [...tables].sort((a, b) => a.y - b.y)
  if (band === undefined) return { lines: plain, tables: byHeight }
  const within = (box: Box): boolean => box.y + box.height / 2 >= band.top && box.y + box.height / 2 <= band.bottom
  const isRight = (box: Box): boolean => box.x + box.width / 2 > band.at
  const shift = band.bottom - band.top
  const flowOf = (box: Box): number => box.y + (box.y > band.bottom || (within(box) && isRight(box)) ? shift : 0)
  const parts = [runs.filter((run) => !within(run)), runs.filter((run) => within(run) && !isRight(run)), runs.filter((run) => within(run) && isRight(run))]
  const [apart = [], left = [], right = []] = parts.map((part) => printedLines(part, page.number))
  const margin = (column: readonly PrintedLine[]): number => column.reduce((least, { x }) => Math.min(least, x), page.width)
  const lines = [...apart, ...left, ...right.map((line) => ({ ...line, shift: margin(right) - margin(left) }))].map((line) => ({ ...line, flow: flowOf(line) }))
  return { lines: lines.sort((a, b) => a.flow - b.flow || a.x - b.x), tables: byHeight.map((table) => ({ ...table, flow: flowOf(table) })).sort((a, b) => a.flow - b.flow) }
}

/** Lines above two tables that stand beside each other, in heights of the type. */
const CAPTION_GAP = 2.5

/** Two tables beside each other, with the captions above them. */
function besideTables(lines: readonly PrintedLine[], tables: readonly Box[]): Band | undefined {
  for (const left of tables) {
    const right = tables.find((one) => one.x > left.x + left.width && Math.min(one.y + one.height, left.y + left.height) - Math.max(one.y, left.y) > Math.min(one.height, left.height) / 2)
    if (right === undefined) continue
    const at = (left.x + left.width + right.x) / 2
    let top = Math.min(left.y, right.y)
    for (const line of lines.filter(({ y }) => y < top).reverse()) {
      const sides = new Set(line.words.map(({ x, width }) => (x + width <= at ? 'left' : x >= at ? 'right' : 'over')))
      if (top - (line.y + line.height) > CAPTION_GAP * line.size || sides.size !== 2 || sides.has('over')) break
      top = line.y
    }
    return { at, top, bottom: Math.max(left.y + left.height, right.y + right.height) }
  }
  return undefined
}

const FEWEST_LINES = 8
const FEWEST_CHARACTERS = 12
/** Share of a column's width that most of its lines take. */
const FULL = 0.85
const PUNCTUATED = 0.3

/** Running text in two columns: many lines in a row that leave the same gap in the middle of the page, full on both sides. */
function proseColumns(lines: readonly PrintedLine[], tables: readonly Box[], { width }: PageContent): Band | undefined {
  if (tables.length > 0) return undefined
  const gaps = lines.flatMap(({ words }) => words.slice(1).map(({ x }, i) => [(words[i]?.x ?? 0) + (words[i]?.width ?? 0), x] as const))
  const middle = gaps.filter(([from, to]) => from > width * 0.3 && to < width * 0.7).map(([from, to]) => (from + to) / 2).sort((a, b) => a - b)
  const at = middle[Math.floor(middle.length / 2)]
  if (at === undefined) return undefined
  const isFree = ({ words }: PrintedLine): boolean => words.every(({ x, width: wide }) => x + wide <= at || x >= at)
  const first = lines.findIndex((line) => isFree(line) && sidesOf(line, at).every((text) => text.length > 0))
  const after = lines.findIndex((line, i) => i > first && !isFree(line))
  const band = first < 0 ? [] : lines.slice(first, after < 0 ? lines.length : after)
  const both = band.filter((line) => sidesOf(line, at).every((text) => text.length >= FEWEST_CHARACTERS))
  if (both.length < FEWEST_LINES || both.length * 2 < band.length) return undefined
  const punctuated = [0, 1].every((side) => both.filter((line) => /[，。；]/.test(sidesOf(line, at)[side] ?? '')).length >= both.length * PUNCTUATED)
  const lefts = both.map(({ words }) => words.filter(({ x }) => x < at)).map((words) => (words.at(-1)?.x ?? 0) + (words.at(-1)?.width ?? 0) - (words[0]?.x ?? 0))
  const widest = Math.max(...lefts)
  if (!punctuated || lefts.filter((one) => one >= widest * FULL).length < both.length / 2) return undefined
  const last = band.at(-1)
  return { at, top: (band[0]?.y ?? 0) - 1, bottom: (last?.y ?? 0) + (last?.height ?? 0) + 1 }
}

function sidesOf({ words }: PrintedLine, at: number): readonly [left: string, right: string] {
  const text = (side: (x: number) => boolean): string => words.filter(({ x }) => side(x)).map((word) => word.text).join('')
  return [text((x) => x < at), text((x) => x >= at)]
}
