import { joinMapped, mappedIn } from '../../source/mapped-text.ts'
import type { Block, MarkBlock } from '../block.ts'
import { lineBlocks, wrappingOfLines } from '../text/read-text.ts'
import type { TextLine } from '../text/line.ts'
import { furnitureOf, watermarksOf } from './furniture.ts'
import type { PageContent } from './geometry.ts'
import { fillTables } from './grid.ts'
import type { PrintedGrid } from './grid.ts'
import { mappedLine, printedLines } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'
import { continuesLine, paragraphStyle } from './paragraph.ts'
import type { ParagraphStyle } from './paragraph.ts'
import { onSameColumns, ruledTables } from './table.ts'
import type { RuledTable } from './table.ts'

interface LaidOut {
  readonly page: PageContent
  readonly lines: readonly PrintedLine[]
  readonly grids: readonly PrintedGrid[]
}

/** Blocks of all pages in reading order: running text joined over lines and pages, tables, marks. */
export function documentBlocks(pages: readonly PageContent[]): readonly Block[] {
  const tables = overPages(pages.map((page) => ruledTables(page.horizontal, page.vertical)))
  const laidOut = pages.map((page, i): LaidOut => {
    const { grids, rest } = fillTables(page, tables[i] ?? [])
    return { page, grids, lines: printedLines(rest, page.number) }
  })
  const furniture = furnitureOf(laidOut)
  const style = paragraphStyle(laidOut.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line))))
  const flow = laidOut.flatMap((one, i) => [...(i > 0 ? [BLANK] : []), ...pageFlow(one, furniture, style)])
  const lines = flow.filter((entry): entry is FlowLine => 'kind' in entry)
  const wrapping = wrappingOfLines(lines, marksAmong(lines))
  const blocks: Block[] = []
  let stretch: FlowLine[] = []
  const flush = (): void => {
    blocks.push(...lineBlocks(stretch, marksAmong(stretch), wrapping))
    stretch = []
  }
  for (const entry of flow) {
    if ('kind' in entry) stretch.push(entry)
    else {
      flush()
      blocks.push(entry.block)
    }
  }
  flush()
  return [...watermarks(pages), ...blocks]
}

const marksAmong = (lines: readonly FlowLine[]): ReadonlySet<number> => new Set(lines.flatMap((line, i) => (line.mark ? [i] : [])))

/** Tables of all pages; one that may go on from the page before has the columns of both. */
function overPages(tables: readonly (readonly RuledTable[])[]): readonly (readonly RuledTable[])[] {
  const out = tables.map((page) => [...page].sort((a, b) => a.y - b.y))
  out.forEach((page, i) => {
    const above = out[i - 1]
    const [last, first] = [above?.at(-1), page[0]]
    const same = last && first && onSameColumns(last, first)
    if (same && above) [above[above.length - 1], page[0]] = same
  })
  return out
}

type FlowLine = TextLine & { readonly mark?: true }

const BLANK: FlowLine = { kind: 'blank', text: { text: '', segments: [] }, cells: [] }

/** Space between lines of more than this many heights of the type sets paragraphs apart. */
const PARAGRAPH_GAP = 1.6

/**
 * Lines and tables of a page from the top down; a wide gap between lines is a blank line. Lines that begin at the margin below a
 * full one belong to it, where paragraphs are indented.
 */
function pageFlow({ lines, grids }: LaidOut, furniture: ReadonlySet<PrintedLine>, style: ParagraphStyle): readonly (FlowLine | PrintedGrid)[] {
  const placed = [...lines.map((line) => ({ y: line.y, line })), ...grids.map((grid) => ({ y: grid.y, grid }))].sort((a, b) => a.y - b.y)
  const flow: (FlowLine | PrintedGrid)[] = []
  let before: PrintedLine | undefined
  for (const entry of placed) {
    if ('grid' in entry) {
      before = undefined
      flow.push(entry.grid)
      continue
    }
    const { line } = entry
    const last = flow.at(-1)
    if (furniture.has(line)) flow.push({ kind: 'text', text: mappedLine(line), cells: [], mark: true })
    else if (before !== undefined && last !== undefined && 'kind' in last && !last.mark && continuesLine(before, line, style)) {
      flow[flow.length - 1] = { ...last, text: joinMapped([last.text, mappedLine(line)]) }
      before = line
    } else {
      const apart = before !== undefined && line.y - (before.y + before.height) > PARAGRAPH_GAP * line.size
      flow.push(...(apart ? [BLANK] : []), { kind: 'text', text: mappedLine(line), cells: [] })
      before = line
    }
  }
  return flow
}

function watermarks(pages: readonly PageContent[]): readonly MarkBlock[] {
  return pages.flatMap((page) => watermarksOf(page).map(({ text, x, y, width, height }) => ({ kind: 'mark' as const, text: mappedIn(text, { kind: 'page-box', page: page.number, x, y, width, height }) })))
}
