import { joinMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import { TITLE, UNIT_LINE } from '../caption-line.ts'
import type { LooseCells, TextLine } from '../line.ts'
import { assembled, isCodedRow, looseLine } from './assemble.ts'
import type { LooseLine, LooseRow } from './assemble.ts'
import { brokenRows } from './broken-labels.ts'
import { placed } from './columns.ts'
import type { PlacedRows } from './columns.ts'
import { isAmount } from './words.ts'

const LONGEST_LINE = 90
const MOST_BETWEEN = 14
const MANY_AMOUNTS = 10
const MOST_HEADS = 8
const FEWEST_ALONE = 5
const MOST_KEPT_HEADS = 16
const LONGEST_PIECE = 16
const LEADERS = /[.…·]{4,}|…{2,}/

/**
 * Gives cells to the rows of tables that only blanks set apart (text copied out of a page or a viewer): by their order, or by
 * their columns where blanks align them. `marks` are lines of page furniture. A stretch of figures nothing can be made of
 * keeps its lines, as rows of one cell.
 */
export function splitLooseTables(lines: readonly TextLine[], marks: ReadonlySet<number>): readonly TextLine[] {
  const out = [...lines]
  const apart = lines.map((line, i) => (line.kind === 'text' && !marks.has(i) && isShort(line) ? looseLine(line, i) : undefined))
  for (let start = 0; start < lines.length; start += 1) {
    if (!bearsFigures(apart[start]) && !(apart[start]?.codes.length ?? 0)) continue
    const heads = new Set(headLines(start, apart, lines).map(sameLine))
    const stretch = stretchFrom(start, { lines, apart, marks, isHeading: (line) => heads.has(sameLine(line)) })
    if (rewrite(out, stretch, { lines, apart, marks })) keepHeads(out, stretch[0]?.at ?? 0, { lines, apart, marks })
    start = stretch.at(-1)?.at ?? start
  }
  return out.map((line, i) => (line.kind === 'text' && isFiguresOnly(apart[i]) ? { ...line, heads: true } : line))
}

/** A line of several figures and nothing else is the row of a table, whatever stands above it. */
function isFiguresOnly(line: LooseLine | undefined): boolean {
  return line !== undefined && line.words.length >= FEWEST_ALONE && line.words.every(({ kind }) => kind === 'figure') && line.words.some(({ text }) => isAmount(text.text))
}

/** Titles, captions with a colon and sentences end a table. */
function isShort({ text: { text } }: TextLine): boolean {
  return text.length <= 3 * LONGEST_LINE && text.replace(/\s+/g, ' ').length <= LONGEST_LINE && !/[。；！？，;!?]/.test(text) && !LEADERS.test(text) && !TITLE.test(text)
}

function bearsFigures(line: LooseLine | undefined): boolean {
  return line !== undefined && (line.figures.length > 0 || line.paired) && line.words.some(({ text, kind }) => kind === 'figure' && /\d/.test(text.text))
}

function isLabel(line: LooseLine): boolean {
  return !/[:：]./.test(line.line.text.text.replace(/\s/g, ''))
}

interface Surroundings {
  readonly lines: readonly TextLine[]
  readonly apart: readonly (LooseLine | undefined)[]
  readonly marks: ReadonlySet<number>
  /** Whether the headings of the table come again here: on its next page. */
  readonly isHeading: (line: LooseLine) => boolean
}

const sameLine = ({ line }: LooseLine): string => line.text.text.replace(/\s+/g, '')

/** Lines from `start` to the last one with figures, short labels among them. */
function stretchFrom(start: number, { lines, marks, apart, isHeading }: Surroundings): readonly LooseLine[] {
  const taken: LooseLine[] = []
  let kept = 0
  let between = 0
  const isHeadingAt = (from: number): boolean => {
    const next = apart.slice(from, from + MOST_NAME_LINES).find((other) => other !== undefined && !marks.has(other.at))
    return next !== undefined && isHeading(next)
  }
  const coded = (): boolean => taken.slice(0, kept).some(({ codes }) => codes.length > 0)
  for (let i = start; i < lines.length; i += 1) {
    if (lines[i]?.kind === 'blank' || marks.has(i)) continue
    const line = apart[i]
    // Of headings printed cell by cell one alone may be a label as well (合计).
    if (line === undefined || (isHeading(line) && (line.words.length > 1 || isHeadingAt(i + 1)))) break
    taken.push(line)
    if (bearsFigures(line)) {
      kept = taken.length
      between = 0
    } else if (!isLabel(line) || (between += 1) > MOST_BETWEEN) break
    // Headings come again on the next page: more labels than a name can be broken into.
    else if (coded() && line.codes.length > 0 && namesOnly(taken.slice(kept, -1))) break
  }
  const extended = taken.slice(kept)
  // The rest of a broken name may be the last line of a table.
  const tail = coded() && extended.length > 0 && extended[0] && extended[0].codes.length === 0 && extended[0].line.text.text.length <= 10 && extended[0].at === (taken[kept - 1]?.at ?? 0) + 1 && (extended[0].line.lead ?? '').length > 0 ? 1 : 0
  return taken.slice(0, kept + tail)
}

const MOST_NAME_LINES = 3

/** Short lines right below a stretch, some of which may be the rest of its last label. */
function piecesBelow(last: number, { lines, apart, marks }: Pick<Surroundings, 'lines' | 'apart' | 'marks'>): readonly LooseLine[] {
  const below: LooseLine[] = []
  for (let i = last + 1; i < lines.length && below.length < MOST_NAME_LINES; i += 1) {
    if (lines[i]?.kind === 'blank' || marks.has(i)) continue
    const line = apart[i]
    if (line === undefined || bearsFigures(line) || line.codes.length > 0 || !isLabel(line) || line.line.text.text.length > LONGEST_PIECE) break
    below.push(line)
  }
  return below
}

function namesOnly(lines: readonly LooseLine[]): boolean {
  return lines.length > MOST_NAME_LINES && lines.every(({ codes }) => codes.length === 0)
}

/** Says of the lines between a table and its title or unit that they are its headings, also of those that come again on its next page. */
function keepHeads(out: TextLine[], first: number, { lines, apart, marks }: Pick<Surroundings, 'lines' | 'apart' | 'marks'>): void {
  const heads: number[] = []
  let i = first - 1
  for (; i >= 0 && heads.length < MOST_KEPT_HEADS; i -= 1) {
    if (marks.has(i) || lines[i]?.kind === 'blank' || out[i]?.kind !== 'text') {
      if (out[i]?.kind === 'cells') break
      continue
    }
    const line = apart[i]
    if (line === undefined || bearsFigures(line) || !isLabel(line)) break
    heads.push(i)
  }
  const above = lines[i]?.text.text ?? ''
  const known = new Set(out.flatMap(({ heads: is, text }) => (is ? [text.text.replace(/\s+/g, '')] : [])))
  const titled = UNIT_LINE.test(above) || TITLE.test(above)
  for (const at of heads) {
    const line = out[at]
    if (line !== undefined && (titled || known.has(line.text.text.replace(/\s+/g, '')))) out[at] = { ...line, heads: true }
  }
}

/** Whether a table was made of some of the lines. */
function rewrite(out: TextLine[], stretch: readonly LooseLine[], { lines, apart, marks }: Pick<Surroundings, 'lines' | 'apart' | 'marks'>): boolean {
  let isTable = false
  for (const run of runsOf(stretch, lines)) {
    const above = headLines(run[0]?.at ?? 0, apart, lines)
    const broken = brokenRows(run, above, piecesBelow(run.at(-1)?.at ?? 0, { lines, apart, marks }))
    const rows: readonly LooseRow[] | undefined = broken ?? assembled(run, isTable, above.at(-1))
    // What a row took from above is no heading.
    const own: ReadonlySet<number> = new Set(rows?.flatMap((row) => row.lines))
    const heads: readonly LooseLine[] = above.filter(({ at }) => !own.has(at))
    const byLine = new Map([...above, ...run].map((line) => [line.at, line]))
    const few: ReturnType<typeof fewRows> = rows ? undefined : fewRows(run, heads, lines)
    isTable ||= (rows ?? few) !== undefined
    if (rows !== undefined) writeRows(out, rows, broken ? undefined : placed(rows, byLine, heads), heads)
    else if (few !== undefined) writeRows(out, few.rows, few.columns, heads)
    else if (run.flatMap(({ words }) => words).filter(({ text }) => isAmount(text.text)).length >= MANY_AMOUNTS) {
      run.forEach(({ at, line }, i) => (out[at] = { ...line, kind: 'cells', cells: [line.text], loose: { by: 'none', ...(i === 0 && { starts: true }) } }))
    }
  }
  return isTable
}

/** A stretch cut where headings come again, and, where blanks align it, at the ends of pages: the next page has columns of its own. */
function runsOf(stretch: readonly LooseLine[], lines: readonly TextLine[]): readonly (readonly LooseLine[])[] {
  const aligned = stretch.filter(({ line }) => /\S\s{2,}\S/.test(line.text.text)).length * 2 > stretch.length
  const runs: LooseLine[][] = [[]]
  stretch.forEach((line, i) => {
    const before = stretch[i - 1]
    const page = aligned && before !== undefined && lines.slice(before.at, line.at).some(({ endsPage }) => endsPage)
    if (page) runs.push([line])
    else runs.at(-1)?.push(line)
  })
  return runs
}

/** One or two rows that are a table because their headings stand right below its unit, and each heading over a cell. */
function fewRows(run: readonly LooseLine[], heads: readonly LooseLine[], lines: readonly TextLine[]): { readonly rows: readonly LooseRow[]; readonly columns: PlacedRows } | undefined {
  const above = lines[(heads[0]?.at ?? 0) - 1]
  if (above?.kind !== 'text' || !UNIT_LINE.test(above.text.text)) return undefined
  const rows = assembled(run, true)
  const columns = rows && placed(rows, new Map(run.map((line) => [line.at, line])), heads, 1)
  // Where the lowest line has all headings, what stands above it is none of them.
  if (heads.length > 1 && (heads.at(-1)?.words.length ?? 0) >= (columns?.headings?.length ?? 0)) return undefined
  return rows && columns?.headings?.every(({ text }) => text !== '') && columns.rows.every((row) => row.every(({ text }) => text !== '')) ? { rows, columns } : undefined
}

/** Lines right above a table that may be its headings. */
function headLines(first: number, apart: readonly (LooseLine | undefined)[], lines: readonly TextLine[]): readonly LooseLine[] {
  const heads: LooseLine[] = []
  for (let i = first - 1; i >= 0 && heads.length < MOST_HEADS; i -= 1) {
    if (lines[i]?.kind === 'blank' && !lines[i]?.endsPage) continue
    const line = apart[i]
    if (line === undefined || bearsFigures(line) || /[:：]/.test(line.line.text.text) || lines[i]?.endsPage) break
    heads.unshift(line)
  }
  return heads
}

function writeRows(out: TextLine[], rows: readonly LooseRow[], columns: PlacedRows | undefined, heads: readonly LooseLine[]): void {
  const coded = rows.some(isCodedRow)
  const ordered = rows.map((row) => cellsOf(row, coded))
  const width = Math.max(...ordered.map((cells) => cells.length))
  const usual = ordered.filter((cells) => cells.length === width).length * 2 > ordered.length
  const [above] = heads.slice(-1)
  const inOrder = columns === undefined && above !== undefined && usual && above.words.length === width
  const headings = columns?.headings ?? (inOrder ? above.words.map(({ text }) => text) : undefined)
  const headRow = columns?.headings ? heads : inOrder ? [above] : []
  const write = (own: readonly number[], cells: readonly MappedText[], loose: LooseCells): void => {
    const [first = 0, ...rest] = own
    const texts = own.map((at) => out[at]?.text).filter((text) => text !== undefined)
    for (const at of rest) out[at] = { kind: 'blank', text: { text: '', segments: [] }, cells: [] }
    out[first] = { kind: 'cells', text: joinMapped(texts, ' '), cells, loose }
  }
  const by = columns === undefined ? 'order' : 'columns'
  if (headings) write(headRow.map(({ at }) => at), headings, { by, starts: true, heading: true })
  rows.forEach((row, i) => {
    write(row.lines, columns?.rows[i] ?? ordered[i] ?? [], { by, ...(i === 0 && !headings && { starts: true as const }), ...(row.doubtful && { doubtful: true as const }) })
  })
}

function cellsOf(row: LooseRow, coded: boolean): readonly MappedText[] {
  const blank: MappedText = { text: '', segments: [] }
  return row.groups.flatMap(({ code, label, figures }) => [...(coded ? [code ?? blank] : []), label, ...figures.map(({ text }) => text)])
}
