import type { Block, GridBlock, GridCell, GridRow } from '../readers/block.ts'
import type { Lexicon } from './lexicon.ts'
import { foldText } from './label.ts'

const FEWEST_COLUMNS = 2
const MOST_CAPTIONS = 3

/**
 * Two tables that were copied as one grid because they stand beside each other: its first row has two titles that the vocabulary
 * knows and nothing else, and the headings come twice. Each with its own title and unit. Any other block as it is.
 */
export function tablesBeside(block: Block, lexicon: Lexicon): readonly Block[] {
  if (block.kind !== 'grid' || block.apart !== undefined) return [block]
  const head = block.rows.findIndex(({ cells }) => filled(cells).length > 2)
  const captions = block.rows.slice(0, Math.max(0, head))
  const titles = filled(captions[0]?.cells ?? [])
  const body = block.rows.slice(head)
  if (captions.length === 0 || captions.length > MOST_CAPTIONS || titles.length !== 2 || titles.some(({ text }) => lexicon.tableTitle(text.text) === undefined)) return [block]
  if (captions.some(({ cells }) => filled(cells).length > 2) || body.some(({ cells }) => cells.some(({ colspan = 1, rowspan = 1 }) => colspan * rowspan > 1))) return [block]
  const at = secondTable(body[0]?.cells ?? [])
  if (at === undefined || body.some(({ cells }) => cells.length <= at)) return [block]
  return [0, 1].flatMap((side): readonly Block[] => [
    ...captions.flatMap(({ cells }) => (filled(cells)[side] ? [{ kind: 'paragraph' as const, text: (filled(cells)[side] as GridCell).text }] : [])),
    { ...block, rows: trimmed(body.map((row) => ({ ...row, cells: side === 0 ? row.cells.slice(0, at) : row.cells.slice(at) }))) } satisfies GridBlock,
  ])
}

const filled = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter(({ text }) => text.text !== '')

/** The column in which the first heading comes again. */
function secondTable(headings: readonly GridCell[]): number | undefined {
  const words = headings.map(({ text }) => foldText(text.text))
  const first = words.find((word) => word !== '')
  const places = words.flatMap((word, i) => (word === first ? [i] : []))
  const [, second] = places
  return places.length === 2 && second !== undefined && second >= FEWEST_COLUMNS && filled(headings.slice(second)).length >= FEWEST_COLUMNS ? second : undefined
}

/** Without the columns at the end, and the rows, that print nothing. */
function trimmed(rows: readonly GridRow[]): readonly GridRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(({ text }) => text.text !== '') + 1), 0)
  return rows.filter(({ cells }) => filled(cells).length > 0).map((row) => ({ ...row, cells: row.cells.slice(0, width) }))
}
