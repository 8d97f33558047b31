import { joinMapped, sliceMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { GridBlock, GridRow } from '../block.ts'
import { gridRows } from './grid.ts'
import type { FilledTable } from './grid.ts'
import type { Box } from './geometry.ts'
import { headedColumns } from './headed-columns.ts'
import { mappedLine } from './printed-line.ts'
import type { PrintedLine, Word } from './printed-line.ts'

/** A table without ruling lines: lines whose words stand in columns. */
export interface AlignedTable {
  readonly y: number
  readonly lines: readonly PrintedLine[]
  /** The ruled heading right above that belongs to it. */
  readonly heading?: FilledTable
  readonly block: GridBlock
  readonly columns: readonly Box[]
  /** It goes on with the table that ended the page before. */
  readonly continues?: true
}

const FIGURE = /^[-−△(（]?\d[\d,]*(?:\.\d+)?%?[)）]?$/
const AMOUNT = /^[-−△]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[-−△]?\d+\.\d+$/
const LEADERS = /[.…·]{4,}|…{2,}/
const LONGEST_WORD = 30
const FEWEST_LINES = 3
/** Lines of a table stand nearer than this many heights of the type. */
const APART = 3.5
/** Columns stand further apart than this many heights of the type. */
const RIVER = 0.4

/** The tables of a page that only the places of their words make; `before` are the columns of the one that ended the page before. */
export function alignedTables(lines: readonly PrintedLine[], ruled: readonly FilledTable[], before?: readonly Box[]): readonly AlignedTable[] {
  const rest = before === undefined ? [] : continued(lines, ruled, before)
  const found: AlignedTable[] = before === undefined || rest.length === 0 ? [] : [{ y: rest[0]?.flow ?? rest[0]?.y ?? 0, lines: rest, columns: before, continues: true, block: { kind: 'grid', ruled: false, apart: 'columns', rows: rowsOf(rest, before) } }]
  for (let start = rest.length; start < lines.length; start += 1) {
    const region = regionAt(lines, start, ruled)
    const table = region.length < FEWEST_LINES ? undefined : tableOf(region, ruled)
    if (table === undefined) continue
    found.push(table)
    start += region.length - 1
  }
  return found
}

/** A table with the names of rows that stand below it down to the end of its page, `lines` being all of the page. */
export function withNames(table: AlignedTable, lines: readonly PrintedLine[]): AlignedTable {
  const last = table.lines.at(-1)
  const names = last === undefined ? [] : lines.slice(lines.indexOf(last) + 1)
  const all = [...table.lines, ...names]
  if (names.length === 0 || !names.every((line, i) => isName(line, all[table.lines.length + i - 1] as PrintedLine, table.columns))) return table
  return { ...table, lines: all, block: { ...table.block, rows: [...table.block.rows, ...rowsOf(names, table.columns)] } }
}

function isName(line: PrintedLine, above: PrintedLine, columns: readonly Box[]): boolean {
  return line.words.length === 1 && line.y - (above.y + above.height) <= APART * line.size && !/[。；：:]|表$/.test(line.text) && columns.some((column) => Math.abs(column.x - line.x) <= line.size)
}

/** The lines on top of a page that go on with a table: figures under its columns, and names of rows where it has them. */
function continued(lines: readonly PrintedLine[], ruled: readonly FilledTable[], columns: readonly Box[]): readonly PrintedLine[] {
  let end = 0
  for (let i = 0; i < lines.length; i += 1) {
    const [line, above] = [lines[i], lines[i - 1]]
    if (line === undefined || /[。；：:]/.test(line.text) || (above && line.y - (above.y + above.height) > APART * line.size) || ruled.some(({ y }) => y < line.y)) break
    const at = line.words.map((word) => columns.flatMap((column, c) => (overlap(word, column) > 0 ? [c] : [])))
    const apart = at.every((own) => own.length === 1) && new Set(at.flat()).size === at.length
    const name = line.words.length === 1 && columns.some((column) => Math.abs(column.x - line.x) <= line.size) && !/表$/.test(line.text)
    if (!apart || !(name || isFigureLine(line))) break
    if (isFigureLine(line)) end = i + 1
  }
  return lines.slice(0, end)
}

const isFigureLine = ({ words }: PrintedLine): boolean => words.length >= 2 && words.slice(1).some(({ text }) => FIGURE.test(text))

function isTableLine({ words, text }: PrintedLine): boolean {
  return words.length >= 2 && !LEADERS.test(text) && !/[。；]/.test(text) && words.every((word) => word.text.length <= LONGEST_WORD)
}

/** Lines from `start` on that may be one table: headings, then lines with figures; a label alone may stand between. */
function regionAt(lines: readonly PrintedLine[], start: number, ruled: readonly FilledTable[]): readonly PrintedLine[] {
  const first = lines[start]
  if (first === undefined || !isTableLine(first) || (!isFigureLine(first) && /[:：]/.test(first.text))) return []
  let end = start
  for (let i = start; i < lines.length; i += 1) {
    const [line, above] = [lines[i], lines[i - 1]]
    if (line === undefined) break
    const near = i === start || (above !== undefined && line.y - (above.y + above.height) <= APART * line.size && !ruled.some(({ y }) => y > above.y && y < line.y))
    const label = line.words.length === 1 && line.text.length <= LONGEST_WORD && !/[。；：:]/.test(line.text) && line.x <= first.x + first.width / 2
    if (!near || (!isTableLine(line) && !label)) break
    if (isTableLine(line)) end = i + 1
  }
  return lines.slice(start, end)
}

function tableOf(region: readonly PrintedLine[], ruled: readonly FilledTable[]): AlignedTable | undefined {
  const first = region.findIndex(isFigureLine)
  const body = region.slice(first).filter(isFigureLine)
  const amounts = body.flatMap(({ words }) => words.filter(({ text }) => AMOUNT.test(text)))
  if (first < 0 || body.length < FEWEST_LINES || amounts.length < FEWEST_LINES) return undefined
  const columns = headedColumns(body, region.slice(0, first)) ?? columnsOf(body, region[first - 1])
  if (columns.length < 2) return undefined
  const heads = region.slice(0, first).map((line) => laid(line, headed(line.words, columns), columns.length))
  const rows = rowsOf(region.slice(first), columns)
  const top = region[0] as PrintedLine
  const heading = ruled.find((table) => table.columns === columns.length && table.y < top.y && top.y - (table.y + table.height) < top.size && heads.length === 0)
  const own = heading === undefined ? [] : gridRows(heading).map(expanded)
  return { y: heading?.y ?? top.flow ?? top.y, lines: region, columns, ...(heading && { heading }), block: { kind: 'grid', ruled: false, apart: 'columns', rows: [...own, ...heads, ...rows] } }
}

/** Stretches of the page's width that the lines print on; a heading alone in a gap has a column of blanks. */
function columnsOf(body: readonly PrintedLine[], head: PrintedLine | undefined): readonly Box[] {
  const out: { x: number; y: number; width: number; height: number }[] = []
  for (const { x, y, width, height, size } of body.flatMap(({ words, size }) => words.map((word) => ({ ...word, size }))).sort((a, b) => a.x - b.x)) {
    const last = out.at(-1)
    if (last && x - (last.x + last.width) < RIVER * size) last.width = Math.max(last.width, x + width - last.x)
    else out.push({ x, y, width, height })
  }
  if (head === undefined || head.words.length <= out.length) return out
  const near = new Set(out.map((column) => nearest(column, head.words)))
  return [...out, ...head.words.filter((_, i) => !near.has(i))].sort((a, b) => a.x - b.x)
}

const middle = ({ x, width }: Box): number => x + width / 2

const overlap = (a: Box, b: Box): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)

/** Which of the boxes shares most with `box`, or stands nearest. */
function nearest(box: Box, boxes: readonly Box[]): number {
  return boxes.reduce((best, one, i) => (overlap(box, one) > overlap(box, boxes[best] ?? one) ? i : best), 0)
}

/** The column at which each heading begins: in order where there are as many, else where it stands, or over those it is centred on. */
function headed(words: readonly Word[], columns: readonly Box[]): readonly number[] {
  if (words.length === columns.length) return words.map((_, i) => i)
  const own = words.map((word) => nearest(word, columns))
  return words.map((word, i) => {
    const at = own[i] ?? 0
    const [low, high] = [(own[i - 1] ?? -1) + 1, (own[i + 1] ?? columns.length) - 1]
    const ranges = Array.from({ length: at - low + 1 }, (_, k) => at - k).flatMap((from) => Array.from({ length: high - at + 1 }, (_, k) => ({ from, to: at + k })))
    const off = ({ from, to }: { from: number; to: number }): number => {
      const [left, right] = [columns[from], columns[to]]
      return left && right ? Math.abs((left.x + right.x + right.width) / 2 - middle(word)) : Infinity
    }
    const best = [...ranges].sort((a, b) => off(a) - off(b))[0]
    return best !== undefined && off(best) <= word.height ? best.from : at
  })
}

function laid(line: PrintedLine, at: readonly number[], width: number): GridRow {
  return { cells: Array.from({ length: width }, (_, column) => ({ text: cellOf(line, line.words.filter((_word, i) => at[i] === column)) })) }
}

function cellOf(line: PrintedLine, words: readonly Word[]): GridRow['cells'][number]['text'] {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return mappedLine({ text: '', page: line.page, x: line.x, y: line.y, width: line.width, height: line.height })
  return mappedLine({ ...first, page: line.page, width: last.x + last.width - first.x, text: words.map(({ text }) => text).join(' ') })
}

/** Rows of the body; a label that stands alone right below another goes on with it. */
function rowsOf(lines: readonly PrintedLine[], columns: readonly Box[]): readonly GridRow[] {
  const pitches = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0)).sort((a, b) => a - b)
  const usual = pitches[Math.floor(pitches.length / 2)] ?? 0
  const together = groupsOf(lines, CLOSE * usual)
  return together.map((group) => {
    const rows = group.map((line) => laid(line, line.words.map((word, i) => (line.words.length === columns.length ? i : nearest(word, columns))), columns.length))
    return { cells: columns.map((_, c) => ({ text: joinedCell(rows, c) })) }
  })
}

/** Lines that are one row: a line of one word belongs to the line nearest to it, as the other cells of a row stand in the middle of a label of several lines. */
function groupsOf(lines: readonly PrintedLine[], close: number): readonly (readonly PrintedLine[])[] {
  let groups = lines.map((line) => [line])
  const gaps = lines.slice(1).map((line, i) => ({ line, above: lines[i] as PrintedLine, gap: line.y - (lines[i]?.y ?? 0) })).filter(({ gap }) => gap < close)
  for (const { line, above } of gaps.sort((a, b) => a.gap - b.gap)) {
    const [upper = [], lower = []] = [above, line].map((one) => groups.find((group) => group.includes(one)))
    if ([...upper, ...lower].filter(({ words }) => words.length > 1).length <= 1) groups = groups.flatMap((group) => (group === upper ? [[...upper, ...lower]] : group === lower ? [] : [group]))
  }
  return groups
}

function joinedCell(rows: readonly GridRow[], column: number): MappedText {
  const texts = rows.flatMap(({ cells }) => cells[column]?.text ?? [])
  const printed = texts.filter(({ text }) => text !== '')
  return printed.length > 0 ? joinMapped(printed) : (texts[0] ?? { text: '', segments: [] })
}

/** Lines of one row stand nearer than this share of the distance of rows. */
const CLOSE = 0.85

/** A row with a blank for each column that a merged cell covers. */
function expanded(row: GridRow): GridRow {
  return { cells: row.cells.flatMap(({ text, colspan = 1 }) => [{ text }, ...Array.from({ length: colspan - 1 }, () => ({ text: sliceMapped(text, 0, 0) }))]) }
}
