import { joinMapped, mappedIn } from '../../source/mapped-text.ts'
import type { Block, GridBlock, MarkBlock } from '../block.ts'
import { lineBlocks, wrappingOfLines } from '../text/read-text.ts'
import type { TextLine } from '../text/line.ts'
import { alignedTables, withNames, type AlignedTable } from './aligned.ts'
import { footnoteBlocks, footnotesOf } from './footnotes.ts'
import { furnitureOf, watermarksOf } from './furniture.ts'
import type { Box, PageContent } from './geometry.ts'
import { fillTables, gridBlock } from './grid.ts'
import type { FilledTable } from './grid.ts'
import { joinedOverPage } from './over-pages.ts'
import { inColumns } from './columns.ts'
import { mappedLine } from './printed-line.ts'
import type { PrintedLine } from './printed-line.ts'
import { continuesLine, paragraphStyle } from './paragraph.ts'
import type { ParagraphStyle } from './paragraph.ts'
import { onSameColumns, ruledTables } from './table.ts'

interface LaidOut {
  readonly page: PageContent
  readonly lines: readonly PrintedLine[]
  readonly footnotes: readonly PrintedLine[]
  readonly tables: readonly FilledTable[]
}

/** Blocks of all pages in reading order: running text joined over lines and pages, tables, marks. */
export function documentBlocks(pages: readonly PageContent[]): readonly Block[] {
  const whole = pages.map((page) => {
    const { tables, rest } = fillTables(page, ruledTables(page.horizontal, page.vertical))
    return { page, ...inColumns(rest, tables, page) }
  })
  const furniture = furnitureOf(whole)
  const apart = whole.map(({ page, lines, tables }): LaidOut => {
    const footnotes = footnotesOf(page, lines.filter((line) => !furniture.has(line)), tables)
    return { page, lines: lines.filter((line) => !footnotes.includes(line)), tables, footnotes }
  })
  const laidOut = overPages(apart, furniture)
  const style = paragraphStyle(laidOut.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line))))
  const going = new Set<GridBlock>()
  let open: readonly Box[] | undefined
  const flow = laidOut.flatMap((one, i) => {
    const body = one.lines.filter((line) => !furniture.has(line))
    const aligned = alignedTables(body, one.tables, open)
    const last = aligned.at(-1)
    const whole = last && withNames(last, body)
    open = whole !== undefined && whole.lines.at(-1) === body.at(-1) && one.tables.every(({ y }) => y <= whole.y) ? whole.columns : undefined
    // Names of rows at the end of a page are headings of the text, unless the table goes on.
    const next = laidOut[i + 1]
    const goes = open !== undefined && next !== undefined && alignedTables(next.lines.filter((line) => !furniture.has(line)), next.tables, open)[0]?.continues === true
    const tables = goes && whole ? [...aligned.slice(0, -1), whole] : aligned
    for (const { block, continues } of tables) if (continues) going.add(block)
    return [...(i > 0 ? [BLANK] : []), ...pageFlow(one, furniture, style, tables)]
  })
  const lines = flow.filter((entry) => entry.kind !== 'grid')
  const wrapping = wrappingOfLines(lines, marksAmong(lines))
  const blocks: Block[] = []
  let stretch: FlowLine[] = []
  const flush = (): void => {
    blocks.push(...lineBlocks(stretch, marksAmong(stretch), wrapping))
    stretch = []
  }
  for (const entry of flow) {
    const last = blocks.at(-1)
    if (entry.kind !== 'grid') stretch.push(entry)
    else if (going.has(entry) && last?.kind === 'grid' && stretch.every(({ kind, mark }) => mark || kind === 'blank')) blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...entry.rows] }
    else {
      flush()
      blocks.push(entry)
    }
  }
  flush()
  return [...watermarks(pages), ...blocks, ...laidOut.flatMap(({ footnotes }) => footnoteBlocks(footnotes))]
}

const marksAmong = (lines: readonly FlowLine[]): ReadonlySet<number> => new Set(lines.flatMap((line, i) => (line.mark ? [i] : [])))

/** Tables that go on over a page end as one; those with headings on each page on the columns of both pages. */
function overPages(pages: readonly LaidOut[], furniture: ReadonlySet<PrintedLine>): readonly LaidOut[] {
  const out = pages.map((one) => ({ ...one, tables: [...one.tables] }))
  const body = out.map(({ lines }) => lines.filter((line) => !furniture.has(line)))
  // The page on which the table begins that may go on.
  let open: number | undefined
  out.forEach((page, i) => {
    const first = page.tables[0]
    const above = open === undefined ? undefined : out[open]?.tables
    const last = above?.at(-1)
    const onlyOne = page.tables.length === 1
    const goesOn = first !== undefined && above !== undefined && last !== undefined && !(body[i] ?? []).some((line) => line.y < first.y)
    const ends = !(body[i] ?? []).some((line) => line.y > (page.tables.at(-1)?.y ?? Infinity))
    const joined = goesOn ? joinedOverPage(last, first) : undefined
    if (joined && above) {
      above[above.length - 1] = joined
      page.tables.shift()
      if (!onlyOne || !ends) open = ends && page.tables.length > 0 ? i : undefined
      return
    }
    const same = last && first && onSameColumns(last, first)
    if (same && above) [above[above.length - 1], page.tables[0]] = same
    open = ends && page.tables.length > 0 ? i : undefined
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
function pageFlow({ lines, tables }: LaidOut, furniture: ReadonlySet<PrintedLine>, style: ParagraphStyle, aligned: readonly AlignedTable[]): readonly (FlowLine | GridBlock)[] {
  const taken = new Set<PrintedLine | FilledTable | undefined>(aligned.flatMap((table) => [...table.lines, table.heading]))
  const placed = [
    ...lines.filter((line) => !taken.has(line)).map((line) => ({ y: line.flow ?? line.y, line })),
    ...tables.filter((table) => !taken.has(table)).map((table) => ({ y: table.flow ?? table.y, block: gridBlock(table) })),
    ...aligned,
  ].sort((a, b) => a.y - b.y)
  const flow: (FlowLine | GridBlock)[] = []
  let before: PrintedLine | undefined
  for (const entry of placed) {
    if ('block' in entry) {
      before = undefined
      flow.push(entry.block)
      continue
    }
    const { line } = entry
    const last = flow.at(-1)
    if (furniture.has(line)) flow.push({ kind: 'text', text: mappedLine(line), cells: [], mark: true })
    else if (before !== undefined && last !== undefined && last.kind !== 'grid' && !last.mark && continuesLine(before, line, style)) {
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
