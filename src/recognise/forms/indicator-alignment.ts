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
}

const DROP = 6

/**
 * Puts the filled cells of an indicator row under the columns of its table, in order. Merged cells drop out of flattened
 * text, so cells may have moved: the cheapest placing wins, where a known label under a foreign heading is dear and a change
 * of shift from one cell to the next is cheap.
 */
export function alignIndicator(row: MatrixRow, columns: readonly IndicatorColumn[], lexicon: Lexicon): AlignedIndicator {
  const cells = filled(row)
  const start: Path = { cost: 0, shift: 0, column: -1, placed: [], left: [] }
  let paths: readonly Path[] = [start]
  for (const { at, text } of cells) {
    const next: Path[] = []
    for (const path of paths) {
      next.push({ ...path, cost: path.cost + DROP, left: [...path.left, text] })
      columns.forEach((column, j) => {
        if (j <= path.column) return
        const shift = column.at - at
        const cost = misfit(text.text, column, lexicon) + Math.abs(shift - path.shift) + Math.abs(shift) / 10
        next.push({ cost: path.cost + cost, shift, column: j, placed: [...path.placed, [column, text]], left: path.left })
      })
    }
    paths = cheapestByColumn(next)
  }
  const best = paths.reduce((a, b) => (b.cost < a.cost ? b : a))
  const anchored = best.placed.some(([column, text]) => isAnchor(text.text, column, lexicon))
  return { placed: new Map(best.placed), left: best.left, moved: best.placed.some(([column, text]) => column.at !== cells.find((cell) => cell.text === text)?.at), anchored }
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
      return levels.has(1) ? 0 : levels.has(2) ? 6 : figure ? 8 : 4
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
