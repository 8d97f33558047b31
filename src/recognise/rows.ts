import type { Row } from '../disclosure/model.ts'
import { numberingLevel } from '../source/numbering.ts'
import { joinMapped, sliceMapped, trimMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import type { TableRole } from '../vocabulary/types.ts'
import { alignRow } from './alignment.ts'
import type { AlignedRow, GridHabits } from './alignment.ts'
import type { ReadColumn } from './columns.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'
import { bareLabel, labelKey, stripNumbering } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import type { MatrixRow } from './matrix.ts'

/** What reading a row needs to know of its table. */
export interface RowContext {
  readonly columns: readonly ReadColumn[]
  readonly role: TableRole | undefined
  readonly grid: GridHabits
  readonly lexicon: Lexicon
}

/** The row of each lane that a printed row holds; a lane whose cells are all blank has none. */
export function readRow(row: MatrixRow, context: RowContext): ReadonlyMap<number, Mapped<Row>> {
  const aligned = alignRow(row, context.columns, context.grid)
  const lanes = new Map<number, Mapped<Row>>()
  for (const lane of new Set(context.columns.map((column) => column.lane))) {
    const columns = context.columns.filter((column) => column.lane === lane)
    if (columns.every(({ at, kind }) => kind === 'index' || aligned.cells[at]?.text === '') || isDashed(columns, aligned)) continue
    lanes.set(lane, laneRow(aligned, columns, { ...context, absent: row.absent }))
  }
  return withLabelOverLanes(lanes, context)
}

/** The label of a total may be merged over the lane beside it, under which its figure stands: it is the label there. */
function withLabelOverLanes(lanes: Map<number, Mapped<Row>>, context: RowContext): ReadonlyMap<number, Mapped<Row>> {
  for (const [lane, row] of lanes) {
    const next = lanes.get(lane + 1)
    const blank = (cells: Mapped<Row>['cells']): boolean => Object.values(cells).every((cell) => typeof cell !== 'number' && textOf(cell) === '')
    if (next === undefined || textOf(next.label) !== '' || next.code !== undefined || blank(next.cells) || !blank(row.cells) || !endsInTotal(textOf(row.label), context)) continue
    lanes.set(lane + 1, { ...next, label: row.label, ...(row.level !== undefined && { level: row.level }) })
    lanes.delete(lane)
  }
  return lanes
}

/** Whether a label is a total, or the total of something it names: 公用经费合计. */
function endsInTotal(label: string, context: RowContext): boolean {
  return isTotal(label, context) || [...context.lexicon.words('grid', 'total')].some((word) => bareLabel(label).endsWith(word))
}

const DASH = /^[-\u2014\u2013\u2212\uff0d\u2500/]+$/

/** Whether a lane only says that it has no row here: dashes, also where its label would stand. */
function isDashed(columns: readonly ReadColumn[], { cells }: AlignedRow): boolean {
  const label = columns.find(({ kind }) => kind === 'label')
  return label !== undefined && DASH.test(cells[label.at]?.text ?? '') && columns.every(({ at, kind }) => kind === 'index' || (cells[at]?.text ?? '') === '' || DASH.test(cells[at]?.text ?? ''))
}

function laneRow(aligned: AlignedRow, columns: readonly ReadColumn[], context: RowContext & { readonly absent: ReadonlySet<number> | undefined }): Mapped<Row> {
  const cell = (column: ReadColumn): MappedText => aligned.cells[column.at] ?? { text: '', segments: [] }
  // A dash names nothing.
  const name = (column: ReadColumn): MappedText => (DASH.test(cell(column).text) ? { text: '', segments: [] } : cell(column))
  const labelColumn = columns.find((column) => column.kind === 'label')
  const codeColumns = columns.filter((column) => column.kind === 'codepart')
  const codeColumn = columns.find((column) => column.kind === 'code')
  const printed = codeColumns.length > 0 ? joinCode(codeColumns.map(name)) : codeColumn ? name(codeColumn) : undefined
  const { code, label } = nameRow(printed, labelColumn && name(labelColumn))
  const shortCode = code === undefined ? undefined : lostZero(codeColumns.map(name))
  const cells: Record<string, MappedText> = {}
  for (const column of columns) {
    if (column === labelColumn || column === codeColumn || column.kind === 'codepart' || column.kind === 'index' || context.absent?.has(column.at)) continue
    cells[column.key] = cell(column)
  }
  const level = levelOf(code?.text, label.text, context)
  return {
    ...(code === undefined ? {} : { code }),
    ...(shortCode === undefined ? {} : { shortCode }),
    label,
    ...(level === undefined ? {} : { level }),
    cells,
    ...(aligned.reading === 'sure' ? {} : { reading: aligned.reading }),
    ...(aligned.doubt === undefined ? {} : { doubt: aligned.doubt }),
  }
}

/** The last of several parts of a code, if it lacks its leading zero. */
function lostZero(parts: readonly MappedText[]): MappedText | undefined {
  const printed = parts.filter((part) => part.text !== '')
  const last = printed.at(-1)
  return printed.length > 1 && last !== undefined && /^[1-9]$/.test(last.text) ? last : undefined
}

/** Codes split over 类, 款, 项 columns: later parts have two digits, whose leading zero is often lost. */
function joinCode(parts: readonly MappedText[]): MappedText {
  const printed = parts.filter((part) => part.text !== '')
  const last = printed.at(-1)
  if (last === undefined) return { text: '', segments: [] }
  if (printed.length === 1 || last.text.length > 3) return last
  const text = printed.map((part, i) => (i === 0 ? part.text : part.text.padStart(2, '0'))).join('')
  const joined = joinMapped(printed)
  return joined.text === text ? joined : { text, segments: last.segments }
}

interface Named {
  readonly code?: MappedText
  readonly label: MappedText
}

/** A total word in the code column is the row's label; a code before the label is its code. */
function nameRow(code: MappedText | undefined, label: MappedText | undefined): Named {
  const none = { text: '', segments: [] }
  if (code !== undefined && code.text !== '' && !/^[\dA-Za-z][\dA-Za-z\s.-]*$/.test(code.text)) {
    return { label: label === undefined || label.text === '' ? code : label }
  }
  if (code !== undefined && code.text !== '') return { code: tidyCode(code), label: label ?? none }
  if (label === undefined) return { label: none }
  const match = /^\s*(?:[[【〔]\s*)?(\d{3}(?:\d\d){0,3})(?=[^\d.,，年%％])(?:\s*[\]】〕])?[\s-]*/.exec(label.text)
  if (match === null || match[0].length >= label.text.length) return { label }
  const [, digits = ''] = match
  const from = label.text.indexOf(digits)
  return { code: sliceMapped(label, from, from + digits.length), label: trimMapped(sliceMapped(label, match[0].length)) }
}

/** `210 11` is the code 21011. */
function tidyCode(code: MappedText): MappedText {
  return /\s/.test(code.text) ? { text: code.text.replace(/\s+/g, ''), segments: code.segments } : code
}

function levelOf(code: string | undefined, label: string, context: RowContext): number | undefined {
  if (isTotal(label, context)) return 0
  if (code !== undefined && /^\d+$/.test(code)) return [3, 5, 7].indexOf(code.length) + 1 || undefined
  const level = numberingLevel(label)
  return level === undefined || level < 2 ? undefined : level - 1
}

/** Whether a label is that of a total row of this table. */
export function isTotal(label: string, { role, lexicon }: Pick<RowContext, 'role' | 'lexicon'>): boolean {
  const key = bareLabel(label)
  if (key === '') return false
  return (role?.rows?.total ?? []).some((word) => labelKey(word) === key) || lexicon.words('grid', 'total').has(stripNumbering(key))
}
