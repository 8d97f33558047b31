import { cellKind } from '../cell-kind.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { MatrixRow } from '../matrix.ts'
import type { MappedText } from '../../source/segment.ts'
import type { IndicatorColumn } from './indicator-columns.ts'

/** Which column each filled cell of an indicator row belongs to. */
export interface AlignedIndicator {
  readonly placed: ReadonlyMap<IndicatorColumn, MappedText>
  /** Cells for which there was no column. */
  readonly left: readonly MappedText[]
  readonly moved: boolean
  /** Known labels of the frame (产出指标, 数量指标) hold the row in place. */
  readonly anchored: boolean
  /** All cells moved by the same, one column. */
  readonly uniform: boolean
  /** The row's last printed cell was moved left of the last column: what followed it was probably cut off. */
  readonly cut: boolean
}

const DROP = 12
const DEAREST_JUMP = 2

/**
 * Puts the filled cells of an indicator row under the columns of its table, in order. Merged cells drop out of flattened
 * text, so cells may have moved: the cheapest placing wins, where a known label under a foreign heading is dear and a change
 * of shift from one cell to the next is cheap.
 */
export function alignIndicator(row: MatrixRow, columns: readonly IndicatorColumn[], lexicon: Lexicon): AlignedIndicator {
  const cells = filled(row)
  const fit = cells.map(({ text }) => columns.map((column) => misfit(text.text, column, lexicon)))
  const inPlace = cells.map(({ at }) => columns.findIndex((column) => column.at === at))
  if (inPlace.every((j, i) => j >= 0 && fit[i]?.[j] === 0)) return unmoved(cells, inPlace, columns, lexicon)
  const start: Path = { cost: 0, shift: 0, column: -1, placed: [], left: [] }
  let paths: readonly Path[] = [start]
  for (const [i, { at, text }] of cells.entries()) {
    const next: Path[] = []
    for (const path of paths) {
      next.push({ ...path, cost: path.cost + DROP, left: [...path.left, text] })
      columns.forEach((column, j) => {
        if (j <= path.column) return
        const shift = column.at - at
        const jump = Math.min(DEAREST_JUMP, Math.abs(shift - path.shift))
        const cost = (fit[i]?.[j] ?? 0) + jump + Math.abs(shift) / 10 + (shift === 0 && path.shift === 0 ? 0 : torn(path, column))
        next.push({ cost: path.cost + cost, shift, column: j, placed: [...path.placed, [column, text]], left: path.left })
      })
    }
    paths = cheapestByColumn(next)
  }
  const best = paths.reduce((a, b) => (b.cost < a.cost ? b : a))
  const anchored = best.placed.some(([column, text]) => isAnchor(text.text, column, lexicon))
  const shifts = best.placed.map(([column, text]) => column.at - (cells.find((cell) => cell.text === text)?.at ?? 0))
  const moved = shifts.some((shift) => shift !== 0)
  const last = best.placed.at(-1)?.[0]
  return {
    placed: new Map(best.placed),
    left: best.left,
    moved,
    anchored,
    uniform: Math.abs(shifts[0] ?? 0) === 1 && new Set(shifts).size === 1,
    cut: moved && last?.role === 'indicator' && cells.at(-1)?.at === row.cells.length - 1,
  }
}

function unmoved(cells: ReturnType<typeof filled>, inPlace: readonly number[], columns: readonly IndicatorColumn[], lexicon: Lexicon): AlignedIndicator {
  const placed = new Map(cells.map(({ text }, i) => [columns[inPlace[i] ?? 0] as IndicatorColumn, text]))
  const anchored = [...placed].some(([column, text]) => isAnchor(text.text, column, lexicon))
  return { placed, left: [], moved: false, anchored, uniform: false, cut: false }
}

/** Cost of taking a name from its value, or a first-level label from its second level, when cells were moved anyway. */
function torn(path: Path, column: IndicatorColumn): number {
  const before = path.placed.at(-1)?.[0]
  if (before?.role === 'indicator' && !(column.half === before.half && column.role !== 'kind')) return 1.5
  if (column.role === 'value' && !path.placed.some(([placed]) => placed.role === 'indicator' && placed.half === column.half)) return 1.5
  return before?.role === 'level1' && column.role === 'indicator' ? 2 : 0
}

interface Path {
  readonly cost: number
  readonly shift: number
  readonly column: number
  readonly placed: readonly (readonly [IndicatorColumn, MappedText])[]
  readonly left: readonly MappedText[]
}

function cheapestByColumn(paths: readonly Path[]): readonly Path[] {
  const best = new Map<number, Path>()
  for (const path of paths) {
    const known = best.get(path.column)
    if (known === undefined || path.cost < known.cost) best.set(path.column, path)
  }
  return [...best.values()]
}

function isAnchor(text: string, column: IndicatorColumn, lexicon: Lexicon): boolean {
  const levels = lexicon.levels(text)
  return (column.role === 'level1' && levels.has(1)) || (column.role === 'kind' && levels.has(2))
}

/** How badly a text fits under a heading. */
function misfit(text: string, column: IndicatorColumn, lexicon: Lexicon): number {
  const levels = lexicon.levels(text)
  const figure = isFigure(text)
  switch (column.role) {
    case 'head':
      return lexicon.is('project', 'head', text) || lexicon.is('overall', 'head', text) ? 0 : 8
    case 'level1':
      return levels.has(1) ? 0 : levels.has(2) ? 6 : 8
    case 'kind':
      return levels.has(2) ? 0 : levels.has(1) ? 3 : figure ? 8 : 3
    case 'indicator':
      return levels.size > 0 ? 3 : figure ? 2 : 0
    case 'nature':
      return /^[≥≤=＝<>＞＜~～]+$|^[\u4e00-\u9fff]{2,4}$/.test(text.trim()) ? 0 : 3
    case 'weight':
    case 'score':
      return ['amount', 'code', 'blank', 'percent'].includes(cellKind(text)) ? 0 : 3
    case 'value':
    case 'actual':
      return levels.has(1) ? 6 : levels.has(2) ? 4 : 0
    default:
      return levels.size > 0 ? 4 : 0
  }
}

function isFigure(text: string): boolean {
  return /^[≥≤=＝<>＞＜]?\s*[\d.,]+\s*(?:[%％]|[\u4e00-\u9fff]{0,3}(?:\/[\u4e00-\u9fff]+)?)$/.test(text.trim())
}
