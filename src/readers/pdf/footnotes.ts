import { joinMapped } from '../../source/mapped-text.ts'
import type { ParagraphBlock } from '../block.ts'
import type { PageContent, Ruling } from './geometry.ts'
import type { FilledTable } from './grid.ts'
import { mappedLine } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'

/** Share of a page's width that the line above footnotes takes at the most. */
const SHORT = 0.45
/** Share of a page's height in which footnotes stand. */
const LOWER = 0.5
/** The number of a footnote, which may stand too high for the line of its text. */
const MARK = /^(?:[\d*]{1,3}|[\u2460-\u2473]|\[\d{1,2}\])(?:[\s.\u3001]*[^\s\d]|$)/

/** The footnotes of a page: the lines below a short rule near its end, the first of them with its number. */
export function footnotesOf({ horizontal, width, height }: PageContent, lines: readonly PrintedLine[], tables: readonly FilledTable[]): readonly PrintedLine[] {
  for (const rule of [...horizontal].sort((a, b) => b.at - a.at)) {
    if (rule.at < height * LOWER || rule.to - rule.from > width * SHORT || tables.some((table) => table.y + table.height > rule.at)) continue
    const below = lines.filter(({ y }) => y >= rule.at - 1)
    const [first] = below
    if (first !== undefined && MARK.test(first.text) && beginsAt(rule, first)) return below
  }
  return []
}

function beginsAt({ at, from }: Ruling, { x, y, size }: PrintedLine): boolean {
  return y - at <= 2 * size && Math.abs(x - from) <= 3 * size
}

/** Footnotes as paragraphs: each begins with its number. */
export function footnoteBlocks(lines: readonly PrintedLine[]): readonly ParagraphBlock[] {
  return lines.reduce<ParagraphBlock[]>((notes, line) => {
    const last = notes.at(-1)
    if (last === undefined || MARK.test(line.text)) return [...notes, { kind: 'paragraph', text: mappedLine(line), aside: true }]
    return [...notes.slice(0, -1), { ...last, text: joinMapped([last.text, mappedLine(line)]) }]
  }, [])
}
