import type { GridBlock, GridRow } from '../../readers/block.ts'
import type { MappedText } from '../../source/segment.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { cellKind } from '../cell-kind.ts'
import { isIndexRow } from '../header.ts'
import { foldText, labelKey } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { blank } from '../matrix.ts'

/** A loose row: for each lane its code, label and figures. */
export interface LooseCells {
  readonly lanes: readonly LaneCells[]
  readonly doubtful: boolean
}

export interface LaneCells {
  readonly code?: MappedText
  readonly label: MappedText
  readonly figures: readonly MappedText[]
}

/** The rows of a loose grid, and whether what stands under each other is known. */
export interface LaneRows {
  readonly rows: readonly LooseCells[]
  readonly coded: boolean
  /** Figures stand in columns that can be told apart: a blank is a blank. */
  readonly placed: boolean
}

const CODE = /^\d{3}(?:\d\d){0,2}$/

/** The rows of a loose grid by lanes; undefined where its cells do not stand so. */
export function laneRows(grid: GridBlock, role: TableRole, lexicon: Lexicon): LaneRows | undefined {
  const rows = grid.rows.slice(grid.headings ?? 0).filter((row) => !isIndexRow({ cells: row.cells.map(({ text }) => text) }, lexicon))
  const texts = rows.map((row) => row.cells.map(({ text }) => text))
  if (grid.apart === 'none' || rows.length === 0) return undefined
  const two = (role.lanes?.length ?? 1) > 1
  if (grid.apart === 'columns') return byColumns(texts, rows, two)
  const coded = texts.some((cells) => CODE.test(cells[0]?.text ?? ''))
  return { coded, placed: false, rows: texts.map((cells, i) => (coded ? byCode(cells, rows[i]) : byOrder(cells, rows[i], two, role))) }
}

/** Lanes begin at a code, or at a blank in its place, before a label. */
function byCode(cells: readonly MappedText[], row: GridRow | undefined): LooseCells {
  const lanes: { code?: MappedText; label: MappedText; figures: MappedText[] }[] = []
  cells.forEach((cell, i) => {
    const next = cells[i + 1]
    const last = lanes.at(-1)
    // A row of the table beside may follow a label without a figure.
    const isFree = last === undefined || last.figures.length > 0 || last.label.text === '' || (CODE.test(cell.text) && cell !== last.label)
    const starts = next !== undefined && isFree && (cell.text === '' || CODE.test(cell.text)) && (cellKind(next.text) === 'text' || (cell.text === '' && next.text === ''))
    if (starts) lanes.push({ ...(cell.text === '' ? {} : { code: cell }), label: next, figures: [] })
    else if (last !== undefined && cell !== last.label) last.figures.push(cell)
  })
  return { lanes, doubtful: row?.doubtful === true || lanes.length === 0 }
}

function byOrder(cells: readonly MappedText[], row: GridRow | undefined, two: boolean, role: TableRole): LooseCells {
  const lanes: { label: MappedText; figures: MappedText[] }[] = []
  cells.forEach((cell, i) => {
    if (i === 0 || cellKind(cell.text) === 'text') lanes.push({ label: cell, figures: [] })
    else lanes.at(-1)?.figures.push(cell)
  })
  const doubtful = row?.doubtful === true || lanes.length > (two ? 2 : 1)
  const [only] = lanes
  if (!two || lanes.length !== 1 || only === undefined) return { lanes, doubtful }
  const lane = laneOf(only.label.text, role)
  return { lanes: lane === 1 ? [{ label: blank(), figures: [] }, only] : lanes, doubtful: doubtful || lane === undefined }
}

/** The lane of a label that stands alone in its row: the one whose name it bears, or whose rows it is one of. */
function laneOf(label: string, role: TableRole): number | undefined {
  const key = labelKey(label)
  const named = (role.lanes ?? []).flatMap((lane, i) => (key.endsWith(foldText(lane.label)) || sumsOf(lane.label, role).has(key) ? [i] : []))
  return named.length === 1 ? named[0] : undefined
}

/** Names of rows that totals of a lane are made of, and of those totals. */
function sumsOf(lane: string, role: TableRole): ReadonlySet<string> {
  const totals = Object.entries(role.rows?.sums ?? {}).filter(([total]) => total.startsWith(lane))
  const names = totals.flatMap(([total, parts]) => [total, ...parts])
  return new Set(names.flatMap((name) => [name, ...(role.rows?.names?.[name] ?? [])]).map(labelKey))
}

type Kind = 'code' | 'label' | 'figure'

/** What most of the cells of a column are. */
function kindOf(filled: readonly string[]): Kind {
  const codes = filled.filter((text) => CODE.test(text)).length
  const words = filled.filter((text) => cellKind(text) === 'text').length
  return codes * 2 > filled.length ? 'code' : words * 2 > filled.length ? 'label' : 'figure'
}

interface LaneColumns {
  readonly code?: number
  readonly labels: number[]
  readonly figures: number[]
}

function byColumns(texts: readonly (readonly MappedText[])[], rows: readonly GridRow[], two: boolean): LaneRows | undefined {
  const width = Math.max(...texts.map((cells) => cells.length))
  const kinds = Array.from({ length: width }, (_, at) => kindOf(texts.map((cells) => cells[at]?.text ?? '').filter((text) => text !== '')))
  const lanes: LaneColumns[] = []
  for (let at = 0; at < width; at += 1) {
    const kind = kinds[at] ?? 'figure'
    // Headings of codes printed apart (类 款 项) have columns of their own without anything in them.
    const isBlank = texts.every((cells) => (cells[at]?.text ?? '') === '')
    if (isBlank && kinds.slice(at).find((later, k) => texts.some((cells) => (cells[at + k]?.text ?? '') !== '') && later !== undefined) === 'label') continue
    const last = lanes.at(-1)
    if (last === undefined || (kind !== 'figure' && last.figures.length > 0)) lanes.push({ ...(kind === 'code' && { code: at }), labels: kind === 'label' ? [at] : [], figures: kind === 'figure' ? [at] : [] })
    else if (kind === 'figure') last.figures.push(at)
    else last.labels.push(at)
  }
  if (lanes.some(({ labels, figures }) => labels.length === 0 || figures.length === 0) || (two && lanes.length !== 2)) return undefined
  const read = texts.map((cells, i): LooseCells => {
    const own = lanes.map((columns): LaneCells => {
      const codeCell = columns.code === undefined ? undefined : cells[columns.code]
      const code = codeCell !== undefined && CODE.test(codeCell.text) ? codeCell : undefined
      // A total is often printed across the columns of code and name.
      const candidates = [...columns.labels.map((at) => cells[at]), ...(code === undefined ? [codeCell] : [])]
      const label = candidates.find((cell) => cell !== undefined && cell.text !== '') ?? blank()
      return { ...(code && { code }), label, figures: columns.figures.map((at) => cells[at] ?? blank()) }
    })
    return { lanes: own, doubtful: rows[i]?.doubtful === true || own.some(({ label }) => /^[\d.,]+$/.test(label.text)) }
  })
  return { rows: read, coded: lanes.some(({ code }) => code !== undefined), placed: lanes.every(({ figures }) => areApart(figures, texts)) }
}

/** Columns next to each other that no row fills both may be one whose figures do not stand straight. */
function areApart(figures: readonly number[], texts: readonly (readonly MappedText[])[]): boolean {
  const isFilled = (cells: readonly MappedText[], at: number): boolean => (cells[at]?.text ?? '') !== ''
  return figures.every((at, i) => {
    const next = figures[i + 1]
    if (next === undefined) return true
    const used = [at, next].every((column) => texts.some((cells) => isFilled(cells, column)))
    return !used || texts.some((cells) => isFilled(cells, at) && isFilled(cells, next))
  })
}
