import { sliceMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import { TITLE, UNIT_LINE } from './caption-line.ts'
import type { TextLine } from './line.ts'
import { isFigureCell } from './loose/words.ts'

/** Of two columns only: a name and a figure in every row. */
const FEWEST_PAIRS = 3
/** A row that sums others names one thing only, so its cells may be fewer. */
const TOTAL = /计$/
/** What may stand right above the headings: not headings of their own that span several columns. */
const CAPTION = /[:：。]|^\S+$/

/** A cell of the lines above a table, which gaps may set apart, too: beside its title or number the organisation, the unit. */
const SAID = /^.{2,8}[:：]./

type Cells = readonly MappedText[]

/**
 * Gives cells to tables whose columns are set apart by two blanks and more, or by one, if every row has as many cells as the headings,
 * and some column only figures: then no cell can be empty, and nobody has to guess whose figure it is. A total may leave out
 * all but its name and figures.
 * Headings right below the unit of a table are cells even where no row follows: the table is empty.
 * Tables with a hole, a broken name or headings of two lines are left to `splitLooseTables`.
 */
export function splitEvenTables(lines: readonly TextLine[], marks: ReadonlySet<number>): readonly TextLine[] {
  const wide = splitBy(WIDE_GAPS, lines, marks)
  return splitBy(BLANKS, wide, marks)
}

/** How the cells of a line are set apart, and how many columns and rows there have to be to believe it. */
interface Gaps {
  readonly cells: RegExp
  /** What sets them apart; a line without it has one cell. */
  readonly gap: RegExp
  readonly columns: number
  readonly rows: number
}

const WIDE_GAPS: Gaps = { cells: /\S+(?:\s\S+)*/g, gap: /\s\s/, columns: 2, rows: 2 }
/** Where single blanks set cells apart, no cell may have one inside. */
const BLANKS: Gaps = { cells: /\S+/g, gap: /\s/, columns: 4, rows: 3 }

function splitBy(gaps: Gaps, lines: readonly TextLine[], marks: ReadonlySet<number>): readonly TextLine[] {
  const apart = lines.map((line, i) => (marks.has(i) ? undefined : cellsOf(line, gaps)))
  const out = [...lines]
  for (let start = 0; start < lines.length; start += 1) {
    while (apart[start]?.some(isOfCaption)) start += 1
    let end = start
    while (apart[end] !== undefined) end += 1
    const rows = apart.slice(start, end).filter((cells) => cells !== undefined)
    const table = isCaption(lines[start - 1]) && isEnd(lines[end], marks.has(end)) ? (isEmpty(rows, lines[start - 1], lines.slice(end).find(({ kind }) => kind !== 'blank')) ? rows : evenRows(rows, gaps)) : undefined
    table?.forEach((cells, i) => {
      const line = lines[start + i]
      if (line !== undefined) out[start + i] = { kind: 'cells', text: line.text, cells }
    })
    start = Math.max(start, end)
  }
  return out
}

function cellsOf({ kind, text }: TextLine, gaps: Gaps): Cells | undefined {
  if (kind !== 'text' || text.text.endsWith('。') || !gaps.gap.test(text.text)) return undefined
  const cells = [...text.text.matchAll(gaps.cells)].map(({ index, 0: found }) => sliceMapped(text, index, index + found.length))
  return cells.length >= gaps.columns || (cells.length > 1 && cells[0] !== undefined && TOTAL.test(cells[0].text)) ? cells : undefined
}

function isCaption(line: TextLine | undefined): boolean {
  return line === undefined || line.kind === 'blank' || CAPTION.test(line.text.text)
}

function isOfCaption({ text }: MappedText): boolean {
  return (TITLE.test(text) || SAID.test(text)) && !text.startsWith('其中')
}

/** A table that goes on in lines of other shapes is not even. */
function isEnd(line: TextLine | undefined, isMark: boolean): boolean {
  return line === undefined || line.kind === 'blank' || (!isMark && /[。：:；]/.test(line.text.text))
}

/** The headings of a table without rows: three and more right below its unit, and no figure. */
function isEmpty([headings, ...rows]: readonly Cells[], above: TextLine | undefined, below: TextLine | undefined): boolean {
  return !/^[-—\d]/.test(below?.text.text ?? '') && headings !== undefined && rows.length === 0 && headings.length > 2 && !headings.some(isFigure) && above?.kind === 'text' && UNIT_LINE.test(above.text.text)
}

function evenRows([headings, ...rows]: readonly Cells[], gaps: Gaps): readonly Cells[] | undefined {
  const width = headings?.length ?? 0
  if (headings === undefined || rows.length < gaps.rows || headings.some(isFigure)) return undefined
  if (width === 2 && (rows.length < FEWEST_PAIRS || !rows.every(([name, figure]) => !isFigure(name) && isFigure(figure)))) return undefined
  const full = rows.filter((row) => row.length === width)
  const figures = trailingFigures(full, width)
  const filled = rows.map((row) => (row.length === width ? row : filledTotal(row, width, figures)))
  const complete = filled.filter((row) => row !== undefined)
  const figuresOnly = headings.some((_, at) => full.every((row) => isFigure(row[at])) && full.some((row) => /\d/.test(row[at]?.text ?? '')))
  return full.length >= gaps.rows && complete.length === rows.length && figuresOnly ? [headings, ...complete] : undefined
}

/** How many columns at the right hold figures only; the one before them never does. */
function trailingFigures(rows: readonly Cells[], width: number): number {
  let count = 0
  while (count < width && rows.every((row) => isFigure(row[width - count - 1]))) count += 1
  return rows.some((row) => isFigure(row[width - count - 1])) ? 0 : count
}

function filledTotal([name, ...rest]: Cells, width: number, figures: number): Cells | undefined {
  if (name === undefined || rest.length === 0 || rest.length !== figures || !TOTAL.test(name.text) || !rest.every(isFigure)) return undefined
  return [name, ...Array.from({ length: width - 1 - rest.length }, (): MappedText => ({ text: '', segments: [] })), ...rest]
}

function isFigure(cell: MappedText | undefined): boolean {
  return cell !== undefined && isFigureCell(cell.text)
}
