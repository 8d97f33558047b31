import { mappedIn } from '../../source/mapped-text.ts'
import type { Block, MarkBlock } from '../block.ts'
import { lineBlocks, wrappingOfLines } from '../text/read-text.ts'
import type { TextLine } from '../text/line.ts'
import { furnitureOf, watermarksOf } from './furniture.ts'
import type { PageContent } from './geometry.ts'
import { fillTables } from './grid.ts'
import type { PrintedGrid } from './grid.ts'
import { mappedLine, printedLines } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'
import { ruledTables } from './table.ts'

interface LaidOut {
  readonly page: PageContent
  readonly lines: readonly PrintedLine[]
  readonly grids: readonly PrintedGrid[]
}

/** Blocks of all pages in reading order: running text joined over lines and pages, tables, marks. */
export function documentBlocks(pages: readonly PageContent[]): readonly Block[] {
  const laidOut = pages.map((page): LaidOut => {
    const { grids, rest } = fillTables(page, ruledTables(page.horizontal, page.vertical))
    return { page, grids, lines: printedLines(rest, page.number) }
  })
  const furniture = furnitureOf(laidOut)
  const flow = laidOut.flatMap((one, i) => [...(i > 0 ? [BLANK] : []), ...pageFlow(one, furniture)])
  const lines = flow.filter((entry): entry is FlowLine => 'kind' in entry)
  const wrapping = wrappingOfLines(lines, new Set(lines.flatMap((line, i) => (line.mark ? [i] : []))))
  const blocks: Block[] = []
  let stretch: FlowLine[] = []
  const flush = (): void => {
    blocks.push(...lineBlocks(stretch, new Set(stretch.flatMap((line, i) => (line.mark ? [i] : []))), wrapping))
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

type FlowLine = TextLine & { readonly mark?: true }

const BLANK: FlowLine = { kind: 'blank', text: { text: '', segments: [] }, cells: [] }

/** Space between lines of more than this many heights of the type sets paragraphs apart. */
const PARAGRAPH_GAP = 1.6

/** Lines and tables of a page from the top down; a wide gap between lines is a blank line. */
function pageFlow({ lines, grids }: LaidOut, furniture: ReadonlySet<PrintedLine>): readonly (FlowLine | PrintedGrid)[] {
  const placed = [...lines.map((line) => ({ y: line.y, line })), ...grids.map((grid) => ({ y: grid.y, grid }))].sort((a, b) => a.y - b.y)
  let before: PrintedLine | undefined
  return placed.flatMap((entry): readonly (FlowLine | PrintedGrid)[] => {
    if ('grid' in entry) {
      before = undefined
      return [entry.grid]
    }
    const { line } = entry
    const mark = furniture.has(line)
    const apart = before !== undefined && !mark && line.y - (before.y + before.height) > PARAGRAPH_GAP * line.size
    if (!mark) before = line
    return [...(apart ? [BLANK] : []), { kind: 'text', text: mappedLine(line), cells: [], ...(mark && { mark }) }]
  })
}

function watermarks(pages: readonly PageContent[]): readonly MarkBlock[] {
  return pages.flatMap((page) => watermarksOf(page).map(({ text, x, y, width, height }) => ({ kind: 'mark' as const, text: mappedIn(text, { kind: 'page-box', page: page.number, x, y, width, height }) })))
}
