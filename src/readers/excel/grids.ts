import type { Place } from '../../core/place.ts'
import { joinMapped, mappedIn } from '../../source/mapped-text.ts'
import type { Block, GridCell, GridRow } from '../block.ts'
import { tooLarge } from '../problem.ts'
import { textBlock } from '../text-block.ts'
import { cellAddress, type Area } from './address.ts'
import type { Sheet, SheetCell } from './sheet.ts'

type SheetRow = readonly [row: number, cells: readonly SheetCell[]]

/** Rows of a sheet that belong together: one table, or lines of text. */
interface Stretch {
  readonly ruled: boolean
  /** Each row is one cell over the whole width: text, whatever its length. */
  readonly text: boolean
  readonly rows: readonly SheetRow[]
}

const LONGEST_TITLE = 70

/**
 * The tables and lines of a sheet. Borders tell them apart where it has any, else blank rows do, but not where figures go on
 * below them.
 */
export function sheetBlocks(sheet: Sheet): readonly Block[] {
  const merges = mergesByRow(sheet.merges)
  const blocks = stretchesOf(sheet, merges).flatMap((stretch) => withoutProse(sheet, stretch)).flatMap(({ ruled, text, rows }) => {
    if (text) return rows.map(([, cells]) => line(sheet, cells))
    const lines = ruled ? 0 : rows.findIndex(([, cells]) => cells.length > 1 || !isProse(cells[0]))
    const prose = rows.slice(0, lines < 0 ? rows.length : lines)
    const rest = rows.slice(prose.length)
    const plain = ruled === false ? sheet.ruled.size > 0 || rest.every(([, cells]) => cells.length === 1) || (rest.length === 1 && !hasFigure(rest[0])) : new Set(rest.flatMap(([, cells]) => cells.map(({ column }) => column))).size < 2
    const texts = [...prose, ...(plain ? rest : [])].map(([, cells]) => line(sheet, cells))
    return plain ? texts : [...texts, grid(sheet, rest, merges)]
  })
  return named(sheet, blocks)
}

/** Lines above the first table of a sheet that are more than its title: a cover, a table of contents. */
const MANY_LINES = 8

/** Rows that nothing sets apart, cut where running text stands between tables: rows of one cell in the first column, a sentence among them. */
function withoutProse(sheet: Sheet, stretch: Stretch): readonly Stretch[] {
  if (sheet.ruled.size > 0 || stretch.text) return [stretch]
  const left = stretch.rows.reduce((least, [, cells]) => Math.min(least, cells[0]?.column ?? least), Number.POSITIVE_INFINITY)
  const parts: { text: boolean; rows: SheetRow[] }[] = []
  for (const row of stretch.rows) {
    const last = parts.at(-1)
    const lone = row[1].length === 1 && row[1][0]?.column === left && !hasFigure(row)
    // A row of a table that has no figures, like a total of nothing.
    const text = lone && !(last?.text === false && /^[\u4e00-\u9fff]{1,6}$/.test(row[1][0]?.text ?? ''))
    if (last?.text === text) last.rows.push(row)
    else parts.push({ text, rows: [row] })
  }
  const isText = ({ text, rows }: (typeof parts)[number], i: number): boolean => text && (rows.some(([, cells]) => /\u3002/.test(cells[0]?.text ?? '')) || (i === 0 && parts.length > 1 && rows.length >= MANY_LINES))
  return parts.reduce<{ ruled: boolean; text: boolean; rows: readonly SheetRow[] }[]>((out, part, i) => {
    const text = isText(part, i)
    const last = out.at(-1)
    return last?.text === false && !text ? [...out.slice(0, -1), { ...last, rows: [...last.rows, ...part.rows] }] : [...out, { ...stretch, text, rows: part.rows }]
  }, [])
}

/** A sheet of one table without a title of its own has its title on its tab. */
function named(sheet: Sheet, blocks: readonly Block[]): readonly Block[] {
  const [only, ...more] = blocks
  if (only?.kind !== 'grid' || more.some(({ kind }) => kind === 'grid') || /^(?:sheet|工作表)\s*\d*$/i.test(sheet.name)) return blocks
  const [first] = only.rows
  const titled = first?.cells.filter(({ text }) => text.text !== '').length === 1
  return titled ? blocks : [{ kind: 'paragraph', text: mappedIn(sheet.name, placeOf(sheet, 1, 1, true)) }, ...blocks]
}

function hasFigure(row: SheetRow | undefined): boolean {
  return row?.[1].some(({ text }) => /^-?[\d,]+(?:\.\d+)?%?$/.test(text)) === true
}

function isProse(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (/。/.test(cell.text) || cell.text.length > LONGEST_TITLE)
}

function placeOf(sheet: Sheet, row: number, column: number, approximate?: true): Place {
  return { kind: 'sheet-cell', sheet: sheet.name, cell: cellAddress(row, column), ...(approximate && { approximate }) }
}

/** A line of text; cells side by side are set apart by a tab. */
function line(sheet: Sheet, cells: readonly SheetCell[]): Block {
  return textBlock(joinMapped(cells.map(({ text, row, column }) => mappedIn(text.replaceAll('\n', ''), placeOf(sheet, row, column))), '\t'))
}

function mergesByRow(merges: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>()
  for (const area of merges) {
    const same = byRow.get(area.top)
    if (same) same.push(area)
    else byRow.set(area.top, [area])
  }
  return byRow
}

function stretchesOf(sheet: Sheet, merges: ReadonlyMap<number, readonly Area[]>): readonly Stretch[] {
  const stretches: { ruled: boolean; text: boolean; rows: SheetRow[] }[] = []
  const spansAll = acrossSheet(sheet, merges)
  let last = Number.NEGATIVE_INFINITY
  let coveredTo = 0
  for (const [row, cells] of sheet.rows) {
    const current = stretches.at(-1)
    const figures = hasFigure([row, cells])
    const ruled = sheet.ruled.size > 0 && (sheet.ruled.has(row) || row <= coveredTo || (cells.length > 2 && figures))
    const gap = blankBetween(sheet, last, row) && row > coveredTo
    const text = sheet.ruled.size === 0 && cells.length === 1 && spansAll(row)
    if (current === undefined || current.ruled !== ruled || current.text !== text || (gap && (cells.length === 1 || !figures))) stretches.push({ ruled, text, rows: [[row, cells]] })
    else current.rows.push([row, cells])
    for (const { bottom } of merges.get(row) ?? []) coveredTo = Math.max(coveredTo, bottom)
    last = row
  }
  return stretches
}

/** Tells the rows that one merged cell fills, from the first column of the sheet to the last. */
function acrossSheet(sheet: Sheet, merges: ReadonlyMap<number, readonly Area[]>): (row: number) => boolean {
  const areas = [...merges.values()].flat()
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const [, cells] of sheet.rows) for (const { column } of cells) [first, last] = [Math.min(first, column), Math.max(last, column)]
  for (const { right } of areas) last = Math.max(last, right)
  return (row) => first < last && merges.get(row)?.some(({ left, right }) => left <= first && right >= last) === true
}

function blankBetween(sheet: Sheet, above: number, below: number): boolean {
  if (below - above > 1000) return true
  for (let row = above + 1; row < below; row += 1) if (!sheet.isHiddenRow(row) && !sheet.ruled.has(row)) return true
  return false
}

const MOST_COVERED = 1_000_000

/** The numbers of a rising list from `first` to `last`. */
function within(rising: readonly number[], first: number, last: number): readonly number[] {
  const indexOf = (number: number): number => {
    let [low, high] = [0, rising.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rising[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    return low
  }
  return rising.slice(indexOf(first), indexOf(last + 1))
}

/** The cells of a stretch under each other; columns that show nothing of their own are left out. */
function grid(sheet: Sheet, stretch: readonly SheetRow[], merges: ReadonlyMap<number, readonly Area[]>): Block {
  const columns = [...new Set(stretch.flatMap(([, cells]) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
  const rowNumbers = stretch.map(([row]) => row)
  const covered = new Set<string>()
  const spans = new Map<string, { readonly colspan: number; readonly rowspan: number }>()
  for (const { top, left, bottom, right } of [...merges.values()].flat()) {
    const inRows = within(rowNumbers, top, bottom)
    const inColumns = within(columns, left, right)
    if (inRows.length === 0 || inColumns.length === 0) continue
    for (const row of inRows) for (const column of inColumns) covered.add(`${row} ${column}`)
    if (covered.size > MOST_COVERED) throw tooLarge(`${sheet.name}: > ${MOST_COVERED}`)
    const first = `${inRows[0] ?? 0} ${inColumns[0] ?? 0}`
    covered.delete(first)
    spans.set(first, { colspan: inColumns.length, rowspan: inRows.length })
  }
  const rows = stretch.map(([row, cells]): GridRow => {
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
    return {
      cells: columns.flatMap((column): readonly GridCell[] => {
        if (covered.has(`${row} ${column}`)) return []
        const cell = byColumn.get(column)
        const { colspan = 1, rowspan = 1 } = spans.get(`${row} ${column}`) ?? {}
        return [{
          text: mappedIn(cell?.text ?? '', placeOf(sheet, row, column)),
          ...(colspan > 1 && { colspan }),
          ...(rowspan > 1 && { rowspan }),
          ...(cell?.uncalculated !== undefined && { unknown: true as const }),
        }]
      }),
    }
  })
  return { kind: 'grid', ruled: true, rows }
}
