import { tooLarge } from '../problem.ts'
import type { Box, Ruling } from './geometry.ts'

/** A cell of a ruled table, in base rows and columns. */
export interface TableCell extends Box {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
}

/** A table as its lines draw it. */
export interface RuledTable extends Box {
  readonly rows: number
  readonly columns: number
  /** Where its columns begin, and the last one ends. */
  readonly edges: readonly number[]
  readonly cells: readonly TableCell[]
}

/** Cells of a table on one page. */
const MOST_CELLS = 60_000
/** How far lines that meet may miss each other. */
const MEET = 2.5
/** Lines nearer to each other than this are one (double borders). */
const DOUBLE = 3.2

/** The ruled tables of a page: groups of lines that meet, cut into cells where lines are missing between base cells. */
export function ruledTables(horizontal: readonly Ruling[], vertical: readonly Ruling[]): readonly RuledTable[] {
  return groups(horizontal, vertical).flatMap((group) => {
    const table = tableOf(group)
    return table && table.cells.length > 1 ? [table] : []
  })
}

interface Lines {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
}

/** Lines that hang together, directly or through others. */
function groups(horizontal: readonly Ruling[], vertical: readonly Ruling[]): readonly Lines[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (v.at >= h.from - MEET && v.at <= h.to + MEET && h.at >= v.from - MEET && h.at <= v.to + MEET) parent[root(i)] = root(horizontal.length + j)
    })
  })
  const found = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>()
  const of = (i: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const known = found.get(root(i)) ?? { horizontal: [], vertical: [] }
    found.set(root(i), known)
    return known
  }
  horizontal.forEach((h, i) => void of(i).horizontal.push(h))
  vertical.forEach((v, j) => void of(horizontal.length + j).vertical.push(v))
  return [...found.values()].filter((group) => group.horizontal.length >= 2 && group.vertical.length >= 1)
}

/** Positions at which lines stand, each once, ascending. */
function positions(values: readonly number[]): readonly number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (value - (out.at(-1) ?? -Infinity) > DOUBLE) out.push(value)
  return out
}

function tableOf({ horizontal, vertical }: Lines): RuledTable | undefined {
  // The outer edge may be left open: lines across reach it all the same.
  const [left, right] = [Math.min(...horizontal.map(({ from }) => from)), Math.max(...horizontal.map(({ to }) => to))]
  const [top, bottom] = [Math.min(...vertical.map(({ from }) => from)), Math.max(...vertical.map(({ to }) => to))]
  const xs = positions([...vertical.map(({ at }) => at), left, right])
  const ys = positions([...horizontal.map(({ at }) => at), top, bottom])
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 1) return undefined
  if (rows * columns > MOST_CELLS) throw tooLarge(`> ${MOST_CELLS} 格`)
  const between = (lines: readonly Ruling[], at: number, middle: number): boolean => lines.some((line) => Math.abs(line.at - at) <= DOUBLE && line.from - 1 <= middle && line.to + 1 >= middle)
  const parent = Array.from({ length: rows * columns }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  const middle = (edges: readonly number[], i: number): number => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const here = r * columns + c
      if (c + 1 < columns && !between(vertical, xs[c + 1] ?? 0, middle(ys, r))) parent[root(here + 1)] = root(here)
      if (r + 1 < rows && !between(horizontal, ys[r + 1] ?? 0, middle(xs, c))) parent[root(here + columns)] = root(here)
    }
  }
  const members = new Map<number, number[]>()
  for (let i = 0; i < rows * columns; i += 1) members.set(root(i), [...(members.get(root(i)) ?? []), i])
  const cells = [...members.values()].flatMap((own) => rectangles(own, columns)).map(({ row, column, rowspan, colspan }): TableCell => {
    const [x, y] = [xs[column] ?? 0, ys[row] ?? 0]
    return { row, column, rowspan, colspan, x, y, width: (xs[column + colspan] ?? x) - x, height: (ys[row + rowspan] ?? y) - y }
  })
  const [x, y] = [xs[0] ?? 0, ys[0] ?? 0]
  return { x, y, width: (xs.at(-1) ?? x) - x, height: (ys.at(-1) ?? y) - y, rows, columns, edges: xs, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
}

interface Span {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
}

/** Base cells without lines between them as one merged cell; where they make no rectangle, row by row. */
function rectangles(own: readonly number[], columns: number): readonly Span[] {
  const at = own.map((i) => ({ row: Math.floor(i / columns), column: i % columns }))
  const [row, column] = [Math.min(...at.map((one) => one.row)), Math.min(...at.map((one) => one.column))]
  const rowspan = Math.max(...at.map((one) => one.row)) - row + 1
  const colspan = Math.max(...at.map((one) => one.column)) - column + 1
  if (rowspan * colspan === own.length) return [{ row, column, rowspan, colspan }]
  const spans: { row: number; column: number; rowspan: number; colspan: number }[] = []
  for (const one of at) {
    const last = spans.at(-1)
    if (last && last.row === one.row && last.column + last.colspan === one.column) last.colspan += 1
    else spans.push({ row: one.row, column: one.column, rowspan: 1, colspan: 1 })
  }
  return spans
}

const SAME_EDGE = 4

/** Where columns of two tables begin that stand between the same outer edges; undefined where they do not. */
export function sharedEdges(above: RuledTable, below: RuledTable): readonly number[] | undefined {
  if (Math.abs(above.x - below.x) > SAME_EDGE || Math.abs(above.width - below.width) > SAME_EDGE) return undefined
  const others = below.edges.filter((edge) => !above.edges.some((other) => Math.abs(other - edge) <= SAME_EDGE))
  return [...above.edges, ...others].sort((a, b) => a - b)
}

/**
 * A table that goes on over a page, on the columns of both pages: where a page only has rows with merged cells, its lines do not
 * show all columns. Undefined where the two are not equally wide, or the lines of one do not stand among those of the other.
 */
export function onSameColumns<T extends RuledTable>(above: T, below: T): readonly [T, T] | undefined {
  const edges = sharedEdges(above, below)
  if (edges === undefined || edges.length > Math.max(above.edges.length, below.edges.length)) return undefined
  return [onEdges(above, edges), onEdges(below, edges)]
}

/** A table on more columns than its own lines show. */
export function onEdges<T extends RuledTable>(table: T, edges: readonly number[]): T {
  const index = (x: number): number => edges.reduce((best, edge, i) => (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x) ? i : best), 0)
  const cells = table.cells.map((cell) => ({ ...cell, column: index(cell.x), colspan: Math.max(1, index(cell.x + cell.width) - index(cell.x)) }))
  return { ...table, columns: edges.length - 1, edges, cells }
}
