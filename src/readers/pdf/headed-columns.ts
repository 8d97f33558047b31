import { around } from './geometry.ts'
import type { Box } from './geometry.ts'
import type { PrintedLine, Word } from './printed-line.ts'

const DASH = /^[-\u2013\u2014\u2212\u2500]+$/
const FIGURE = /^[-\u2212\u25b3(\uff08]?\d[\d,]*(?:\.\d+)?%?[)\uff09]?$/

/**
 * The columns of a table by its headings: figures set to the right of a wide column stand with the heading nearest to them, and a heading
 * without figures has a column of blanks. Undefined where words of one line fall under one heading: then the headings are not those of columns.
 */
export function headedColumns(body: readonly PrintedLine[], heads: readonly PrintedLine[]): readonly Box[] | undefined {
  const headings = lowestHeadings(heads)
  // Where dashes fill blank cells, the words of the rows themselves show all columns.
  if (headings.length < 3 || body.some(({ words }) => words.some(({ text }) => DASH.test(text)))) return undefined
  const middles = headings.map(middle)
  const columns = headings.map((heading): Box[] => [heading])
  for (const { words } of body) {
    const taken = new Set<number>()
    for (const [i, word] of words.entries()) {
      // A word for each heading: in their order.
      const at = words.length === headings.length ? i : columnOf(word, headings, middles)
      if (at === undefined || taken.has(at)) return undefined
      taken.add(at)
      columns[at]?.push(word)
    }
  }
  const boxes = columns.map((parts) => around(parts))
  return boxes.every((box, i) => i === 0 || (boxes[i - 1]?.x ?? 0) + (boxes[i - 1]?.width ?? 0) <= box.x) ? boxes : undefined
}

const middle = ({ x, width }: Box): number => x + width / 2

const overlaps = (a: Box, b: Box): boolean => Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x)

function columnOf(word: Word, headings: readonly Box[], middles: readonly number[]): number | undefined {
  const under = headings.flatMap((heading, i) => (overlaps(word, heading) ? [i] : []))
  if (under.length === 1) return under[0]
  if (under.length > 1) return undefined
  // Figures stand at the right edge of their column, wherever its heading stands.
  if (FIGURE.test(word.text)) {
    const last = headings.findLastIndex(({ x }) => x < word.x + word.width)
    return last < 0 ? undefined : last
  }
  return middles.reduce((best, one, i) => (Math.abs(one - middle(word)) < Math.abs((middles[best] ?? 0) - middle(word)) ? i : best), 0)
}

/** Lines of one heading stand this far apart, in heights of the type; rows of headings further, and headings over several rows nearer. */
const WRAPPED = [1, 1.5] as const

/** The headings that stand over one column each: those of the lowest line, and above it those that nothing stands under, a first row of headings over others left out. */
function lowestHeadings(heads: readonly PrintedLine[]): readonly Box[] {
  const found: Box[] = []
  const [first, second] = heads
  const apart = first && second ? (second.y - first.y) / first.size : 0
  const wrapped = apart >= WRAPPED[0] && apart <= WRAPPED[1]
  ;[...heads].reverse().forEach(({ words }, up) => {
    const top = up > 0 && up === heads.length - 1 && !wrapped
    for (const word of words) {
      const below = found.findIndex((other) => overlaps(word, other))
      if (below < 0 && !top) found.push(word)
    }
  })
  return found.sort((a, b) => a.x - b.x)
}
