import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Item } from '../item.ts'
import { boolean, claimItem, list } from '../prose/reading/claim-item.ts'
import { countsOf } from '../prose/reading/announced-list.ts'
import { statedCounts } from '../prose/reading/listed-below.ts'
import { paragraphOf, type Figure, type Paragraph } from '../prose/reading/paragraph.ts'
import { wordsOf } from '../prose/pattern/word-list.ts'
import { tokenise } from '../tokens/index.ts'
import { textValue } from '../values.ts'
import { tableStanding, type TablePart } from './part.ts'
import type { ColumnView, LaneView, RowView } from './view.ts'

/** Rows that are no names beside the names of a list. */
const BESIDE = new Set(['total', 'empty', 'index'])

/**
 * The count in the sentence that announces a table of names ("14 projects, see below:") and the rows that name them. Nothing where
 * the rows are groups, several rows may be of one thing, or the next grid may go on with the table.
 */
export function announcedRows({ view, ground }: TablePart, next: TablePart | undefined): readonly Item[] {
  const { table, pointer, lanes } = view()
  const [lane, other] = lanes
  if (table.lead === undefined || table.reading === 'doubtful' || !lane || other || lane.transposed || mayGoOn(next)) return []
  const rows = namesIn(lane)
  if (rows.some(({ label }) => wordsOf(ground.vocabulary, 'rest-names').test(label.trim()))) return []
  const paragraph = paragraphOf({ ref: { pointer: `${pointer}/lead` }, tokenised: tokenise(table.lead), field: 'table.lead', prose: true, standing: tableStanding(ground)(view(), table.title) })
  const units = paragraph.shadow.text
  const counts = countsOf(paragraph, units.length - (/[:\u3002]$/u.test(units) ? 1 : 0), ground.vocabulary).filter((count) => isOfNames(paragraph, count, lane, ground.vocabulary))
  const [first] = counts
  if (rows.length < 2 || !first || counts.some((count) => count.quantity.approximate || isSummed(count, lane, rows))) return []
  const span = { from: first.labelFrom, to: units.length }
  const names = rows.map((row) => textValue(row.label, { pointer: row.labelPointer }, row.reading))
  const item = claimItem(statedCounts(paragraph, counts).map((stated) => ({ kind: 'enumeration', paragraph, span, attributes: { stated: () => stated, items: () => list(names), open: () => boolean(false) } })))
  return item ? [item] : []
}

/** Whether a grid without a name of its own stands below: it may be the rest of the table on the next page. */
const mayGoOn = (next: TablePart | undefined): boolean => next !== undefined && next.view().table.title === '' && next.view().table.lead === undefined

/** The rows of a plain list: each with a name of its own, all of one level. */
function namesIn({ rows }: LaneView): readonly RowView[] {
  const names = rows.filter(({ kind }) => kind === 'item')
  // What stands below a total that others stand above is another table.
  const ends = rows.every(({ kind }, at) => kind !== 'total' || at === 0 || rows.slice(at).every((row) => row.kind !== 'item'))
  const plain = ends && rows.every(({ kind, reading }) => (kind === 'item' && reading !== 'doubtful') || BESIDE.has(kind))
  const isList = new Set(names.map(({ key }) => key)).size === names.length && new Set(names.map(({ depth }) => depth)).size === 1 && names.every(({ label }) => label.trim() !== '')
  return plain && isList ? names : []
}

/** Whether a count is of what the column of names is headed by: its words stand right before or after the count. */
function isOfNames({ shadow }: Paragraph, count: Figure, lane: LaneView, vocabulary: Vocabulary): boolean {
  const after = /^[^,:;\u3002]*/u.exec(shadow.text.slice(count.at + 1))?.[0] ?? ''
  return lane.columns.filter((column) => isOfLabels(column, lane)).some(({ heading }) => {
    const things = wordsOf(vocabulary, 'name-headings').strip(heading.normalize('NFKC').replace(/\s/gu, ''))
    return things.length > 1 && (count.label.includes(things) || after.includes(things))
  })
}

/** The column of names prints nothing beside the labels of its rows. */
const isOfLabels = (column: ColumnView, lane: LaneView): boolean => column.type === 'label' || (column.type === 'text' && lane.rows.every((row) => lane.cell(row, column).printed === undefined))

/** Whether a column of the table adds up to the count: its rows are groups of what is counted. */
function isSummed({ quantity }: Figure, lane: LaneView, rows: readonly RowView[]): boolean {
  return lane.columns.some((column) => {
    const figures = rows.flatMap((row) => lane.cell(row, column).quantity ?? [])
    return figures.length > 0 && figures.every(({ places }) => places === 0) && figures.reduce((sum, { digits }) => sum + digits, 0n) === quantity.digits
  })
}
