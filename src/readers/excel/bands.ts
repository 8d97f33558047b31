import type { Area } from './address.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** Columns of a sheet from `left` to `right`. */
type Band = Pick<Area, 'left' | 'right'>

const FEWEST_COLUMNS = 2
/** The title of a table; a number before the last word names a form (公开01表). */
const TITLE = /^.{3,}[\u4e00-\u9fff“”"）)]表(?:[（(][^（）()]*[)）])?$/

/**
 * Tables that stand beside each other on a sheet, each as a sheet of its own: columns without anything set them apart, and each
 * has a title on one and the same row. A table that only has a blank column in it has one title.
 */
export function bandsOf(sheet: Sheet): readonly Sheet[] {
  const lone = new Set([...sheet.rows].flatMap(([row, cells]) => (cells.length === 1 ? [row] : [])))
  const bands = filledBands(sheet, lone)
  if (bands.length < 2 || bands.some(({ left, right }) => right - left + 1 < FEWEST_COLUMNS)) return [sheet]
  for (const cells of sheet.rows.values()) {
    const parts = bands.map((band) => within(cells, band))
    if (parts.filter((part) => part.length > 0).length < 2) continue
    return parts.every(([title, ...more]) => title !== undefined && more.length === 0 && TITLE.test(title.text.replace(/\s/g, ''))) ? bands.map((band) => bandOf(sheet, band)) : [sheet]
  }
  return [sheet]
}

/** Columns that hold something, in groups; a text that is alone in its row may reach over all of them. */
function filledBands({ rows, merges }: Sheet, lone: ReadonlySet<number>): readonly Band[] {
  const columns = new Set([...rows.values()].flatMap((cells) => cells.map(({ column }) => column)))
  const filled = [...[...columns].map((column): Band => ({ left: column, right: column })), ...merges.filter(({ top }) => !lone.has(top))].sort((a, b) => a.left - b.left)
  return filled.reduce<Band[]>((bands, { left, right }) => {
    const last = bands.at(-1)
    if (last === undefined || left > last.right + 1) return [...bands, { left, right }]
    return [...bands.slice(0, -1), { left: last.left, right: Math.max(last.right, right) }]
  }, [])
}

function within(cells: readonly SheetCell[], { left, right }: Band): readonly SheetCell[] {
  return cells.filter(({ column }) => column >= left && column <= right)
}

function bandOf(sheet: Sheet, band: Band): Sheet {
  const rows = [...sheet.rows].flatMap(([row, cells]) => {
    const own = within(cells, band)
    return own.length > 0 ? [[row, own] as const] : []
  })
  return { ...sheet, rows: new Map(rows), merges: sheet.merges.filter(({ left }) => left >= band.left && left <= band.right) }
}
