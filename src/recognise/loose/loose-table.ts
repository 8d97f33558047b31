import type { Extra } from '../../disclosure/model.ts'
import type { GridBlock } from '../../readers/block.ts'
import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { TableRole } from '../../vocabulary/types.ts'
import { cellKind } from '../cell-kind.ts'
import type { Mapped } from '../draft.ts'
import { foldText, labelKey } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { blank } from '../matrix.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import { headingPlan } from './heading-plan.ts'
import type { Heading, HeadingContext, HeadingPlan, LanePlan } from './heading-plan.ts'
import { laneRows } from './lane-rows.ts'
import type { LaneCells, LooseCells } from './lane-rows.ts'
import type { Placement } from './placements.ts'
import { settledRows } from './settle.ts'
import type { Evidence } from './settle.ts'

/** A table of loose rows, with what could not be put under its columns. */
export interface LooseTable {
  readonly matrix: Matrix
  /** Its columns; absent where nobody can tell them: then all rows are doubtful. */
  readonly plan?: HeadingPlan
  readonly extra: readonly Mapped<Extra>[]
}

export interface LooseContext {
  readonly role: TableRole
  readonly lexicon: Lexicon
  /** Headings printed above the grid. */
  readonly heads: readonly MappedText[]
  /** Columns of the page before, where this one goes on with it. */
  readonly before?: HeadingPlan
  /** What the document says of amounts elsewhere. */
  readonly evidence?: Evidence
}

/** Share of rows that must be read for a table to be one. */
const FEWEST_READ = 0.6

/**
 * Puts loose rows under the columns that the role's headings name. A row with a figure for each column is inferred. Where there are
 * fewer, nobody can say which are blank: only a total in the first column is kept, and what follows it goes to `extra`.
 */
export function looseTable(grid: GridBlock, { role, lexicon, heads, before, evidence = () => false }: LooseContext): LooseTable | undefined {
  // Headings in order were one line; those in columns may each be of several.
  const headRows = grid.rows.slice(0, grid.headings ?? 0).map((row) => row.cells.map(({ text }) => text))
  const own = grid.apart === 'order' ? headRows.map((cells) => joinMapped(cells, ' ')) : headRows.flat()
  const read = laneRows(grid, role, lexicon)
  if (read === undefined) return before === undefined ? unplaced(grid, role, lexicon) : undefined
  const most = Math.max(...read.rows.map(({ lanes }) => lanes[0]?.figures.filter(({ text }) => text !== '').length ?? 0))
  const printed = [...heads.filter(({ text }) => !own.some((cell) => foldText(cell.text).includes(foldText(text)))), ...own]
  // Where what stands under each other is known, a column may be blank in all rows.
  const width = read.placed ? Math.max(...read.rows.map(({ lanes }) => lanes[0]?.figures.length ?? 0)) : most
  const context = { role, lexicon, most, width, inColumns: grid.apart === 'columns' && (grid.headings ?? 0) > 0 }
  const plan = before === undefined ? (planOf(printed, context) ?? (grid.headings ? planOf(own, context) : undefined)) : isRepeated(printed, before) ? before : undefined
  if (plan === undefined) return before === undefined ? unplaced(grid, role, lexicon) : undefined
  const settled = read.placed ? [] : settledLanes(read.rows, plan, { role, lexicon, evidence })
  const put = read.rows.map((row, i) => putRow(row, plan, { role, placed: read.placed, coded: read.coded, settled: settled.map((lane) => lane.get(i)) }))
  const sure = put.filter(({ row }) => row.reading !== 'doubtful').length
  if (sure < put.length * FEWEST_READ) return before === undefined ? unplaced(grid, role, lexicon) : undefined
  const heading = headRow(plan, read.coded, lexicon)
  const matrix: Matrix = { ruled: false, headings: 1, width: heading.cells.length, rows: [heading, ...put.map(({ row }) => row)] }
  const left = put.flatMap(({ left: cells }) => (cells.length > 0 ? [cells] : []))
  return { matrix, plan, extra: left.length > 0 ? [{ kind: 'grid', grid: left }] : [] }
}

/** Rows of a table that is known by its title only: where the figures of its total stand is a guess, and all of it doubtful. */
function unplaced(grid: GridBlock, role: TableRole, lexicon: Lexicon): LooseTable {
  return { matrix: doubtfulMatrix(grid.rows.slice(grid.headings ?? 0).map(({ cells }) => cells.map(({ text }) => text)), role, lexicon), extra: [] }
}

/** Printed cells under columns of which only a label and a first figure are named, all of them doubtful. */
export function doubtfulMatrix(cells: readonly (readonly MappedText[])[], role: TableRole, lexicon: Lexicon): Matrix {
  const rows = cells.map((row): MatrixRow => ({ cells: row, reading: 'doubtful', doubt: 'header-by-position' }))
  const width = Math.max(2, ...rows.map(({ cells }) => cells.length))
  const coded = rows.some(({ cells }) => /^\d{3}(?:\d\d){0,2}$/.test(cells[0]?.text ?? ''))
  const named = (kind: 'label' | 'amount'): MappedText => ({ text: Object.entries(role.columns).find(([, { is }]) => is === kind)?.[0] ?? '', segments: [] })
  const heads = [...(coded ? [wordOf('code', lexicon)] : []), named('label'), named('amount')].slice(0, width)
  const heading: MatrixRow = { cells: [...heads, ...Array.from({ length: width - heads.length }, blank)] }
  return { ruled: false, headings: 1, width, rows: [heading, ...rows] }
}

function wordOf(kind: string, lexicon: Lexicon): MappedText {
  return { text: lexicon.vocabulary.forms.get('grid')?.fields[kind]?.[0] ?? '', segments: [] }
}

/** The plan of headings; names that may be groups count as columns only if the rows have a figure for each. */
function planOf(parts: readonly MappedText[], context: HeadingContext & { readonly most: number; readonly width: number }): HeadingPlan | undefined {
  const { most, width } = context
  const plan = parts.length === 0 ? undefined : headingPlan(parts, context)
  const [first] = plan?.lanes ?? []
  if (plan === undefined || first === undefined || plan.lanes.length > 1 || first.figures.length === most || first.figures.length === width) return plan
  const without = first.figures.filter(({ group }) => !group)
  return without.length === most ? { ...plan, lanes: [{ ...first, figures: without }] } : plan
}

/** A page without headings, or with those of the page before again. */
function isRepeated(printed: readonly MappedText[], before: HeadingPlan): boolean {
  const known = before.lanes.flatMap(({ figures }) => figures.map(({ text }) => foldText(text.text)))
  return printed.length === 0 || printed.every(({ text }) => known.some((name) => name.includes(foldText(text)) || foldText(text).includes(name)))
}

interface PutRow {
  readonly row: MatrixRow
  /** A row's figures that have no column. */
  readonly left: readonly MappedText[]
}

interface PutContext {
  readonly role: TableRole
  readonly placed: boolean
  readonly coded: boolean
  /** For each lane where the amounts say that the row's figures stand. */
  readonly settled: readonly (Placement | undefined)[]
}

/** Where the figures of rows stand, by what they add up to. */
function settledLanes(rows: readonly LooseCells[], plan: HeadingPlan, { role, lexicon, evidence }: Pick<LooseContext, 'role' | 'lexicon'> & { readonly evidence: Evidence }): readonly ReadonlyMap<number, Placement>[] {
  const totals = new Set([...(role.rows?.total ?? []), ...lexicon.words('grid', 'total')].map(labelKey))
  return plan.lanes.map(({ figures }, i) => {
    const open = rows.map(({ lanes }) => {
      const lane = lanes[i]
      return { ...(lane?.code && { code: lane.code.text }), label: lane?.label.text ?? '', figures: (lane?.figures ?? []).filter(({ text }) => text !== '') }
    })
    return settledRows(open, { role, headings: figures, evidence, isTotal: (label) => totals.has(labelKey(label)) })
  })
}

function putRow({ lanes, doubtful }: LooseCells, plan: HeadingPlan, context: PutContext): PutRow {
  const cells: MappedText[] = []
  const absent = new Set<number>()
  const left: MappedText[] = []
  let unsure = doubtful || lanes.length > plan.lanes.length
  plan.lanes.forEach((lane, i) => {
    const own = lanes[i]
    const placement = context.settled[i]
    const put = placement === undefined ? putLane(own, lane, context) : settledLane(own, placement)
    if (context.coded) cells.push(own?.code ?? blank())
    cells.push(own?.label ?? blank())
    put.cells.forEach((cell) => {
      if (cell === undefined) absent.add(cells.length)
      cells.push(cell ?? blank())
    })
    if (put.left.length > 0) left.push(...[own?.code, own?.label].filter((text) => text !== undefined), ...put.left)
    unsure ||= put.unsure
  })
  left.push(...lanes.slice(plan.lanes.length).flatMap(({ code, label, figures }) => [...(code ? [code] : []), label, ...figures]))
  const short = absent.size > 0
  return {
    left,
    row: { cells, ...(short && { absent }), ...(unsure ? { reading: 'doubtful', doubt: 'row-shifted' } : short ? { reading: 'inferred', doubt: 'cells-missing' } : { reading: 'inferred' }) },
  }
}

interface PutLane {
  readonly cells: readonly (MappedText | undefined)[]
  readonly left: readonly MappedText[]
  readonly unsure: boolean
}

function settledLane(lane: LaneCells | undefined, placement: Placement): PutLane {
  const filled = (lane?.figures ?? []).filter(({ text }) => text !== '')
  return { cells: placement.map((figure) => (figure === undefined ? blank() : (filled[figure] ?? blank()))), left: [], unsure: false }
}

function putLane(lane: LaneCells | undefined, { figures }: LanePlan, { role, placed }: Pick<PutContext, 'role' | 'placed'>): PutLane {
  const printed = lane?.figures ?? []
  const filled = printed.filter(({ text }) => text !== '')
  const misfit = filled.some(({ text }) => cellKind(text) === 'text')
  const floats = figures.some(({ floating }) => floating)
  if (filled.length === figures.length && !floats) return { cells: filled, left: [], unsure: misfit }
  if (placed && printed.length === figures.length) return { cells: printed, left: [], unsure: misfit }
  if (filled.length === 0) return { cells: figures.map(blank), left: [], unsure: false }
  const [index, ...others] = figures
  if (index !== undefined && others.length > 0 && role.columns[index.key]?.is === 'index' && /^\d{1,3}$/.test(filled[0]?.text ?? '')) {
    const rest = putLane({ label: lane?.label ?? blank(), figures: filled.slice(1) }, { figures: others }, { role, placed: false })
    return { ...rest, cells: [filled[0], ...rest.cells] }
  }
  // Zeros only: wherever they stand, each column is zero or blank.
  if (filled.length < figures.length && filled.every(({ text }) => /^0(?:\.0+)?$/.test(text))) return { cells: figures.map((_, i) => filled[i] ?? blank()), left: [], unsure: false }
  if (filled.length > figures.length) return { cells: filled.slice(0, figures.length), left: filled.slice(figures.length), unsure: true }
  const [first, ...rest] = filled
  if (!isTotal(figures[0], role)) return { cells: figures.map(() => undefined), left: filled, unsure: true }
  return { cells: figures.map((_, i) => (i === 0 ? first : undefined)), left: rest, unsure: false }
}

/** A column that is the total of others has a figure wherever they do. */
function isTotal(heading: Heading | undefined, role: TableRole): boolean {
  const column = heading === undefined ? undefined : role.columns[heading.key]
  return column?.sumOf !== undefined || role.rows?.total?.some((word) => labelKey(word) === labelKey(heading?.key ?? '')) === true
}

function headRow(plan: HeadingPlan, coded: boolean, lexicon: Lexicon): MatrixRow {
  return {
    cells: plan.lanes.flatMap(({ code, label, figures }) => [...(coded ? [code ?? wordOf('code', lexicon)] : []), label ?? wordOf('label', lexicon), ...figures.map(({ text }) => text)]),
  }
}
