import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, GridCell } from '../block.ts'
import { cellText } from '../cell-text.ts'
import { attributeOf, charactersIn, isElement, lookOf, type HtmlElement } from './page.ts'
import type { PageWalk } from './walk.ts'

const MOST_SPAN = 1000

/** A table as a grid. One that only lays the page out (a single column, or tables within its cells) is read as running text. */
export function readHtmlTable(table: HtmlElement, walk: PageWalk): readonly Block[] {
  const caption = childElements(table).filter(({ tagName }) => tagName === 'caption').flatMap((element) => walk.apart().blocks(element))
  const rows = rowsOf(table).filter((row) => !isHiddenPart(row, walk))
  const cells = rows.map((row) => childElements(row).filter((cell) => ['td', 'th'].includes(cell.tagName) && !isHiddenPart(cell, walk)))
  if (cells.every((row) => row.length <= 1) || laysOut(table, cells.flat())) return [...caption, ...cells.flat().flatMap((cell) => walk.apart().blocks(cell))]
  const head = headOf(cells)
  const body = head ? cells.slice(1) : cells
  const grid = body.map((row, r) => ({ cells: row.map((cell) => readCell(cell, body.length - r, walk)) }))
  const inner = body.flat().flatMap(tablesIn).flatMap((element) => readHtmlTable(element, walk))
  return [...caption, ...(head ? walk.apart().blocks(head) : []), { kind: 'grid', ruled: true, rows: grid }, ...inner]
}

/** A first row of one cell with several paragraphs: title, unit and the like, which stand above the table. */
function headOf([first = []]: readonly (readonly HtmlElement[])[]): HtmlElement | undefined {
  const [only, ...more] = first
  const paragraphs = only && more.length === 0 ? childElements(only).filter((part) => /^(?:p|div|h[1-6])$/.test(part.tagName) && charactersIn(part).trim() !== '') : []
  return paragraphs.length > 1 ? only : undefined
}

function readCell(cell: HtmlElement, left: number, walk: PageWalk): GridCell {
  const colspan = span(attributeOf(cell, 'colspan'))
  const rowspan = Math.min(left, attributeOf(cell, 'rowspan') === '0' ? left : span(attributeOf(cell, 'rowspan')))
  const struck = lookOf(cell, walk.unread.looks) === 'struck'
  if (struck) walk.note('struck-text', cell)
  const text = struck ? { text: '', segments: [] } : tidy(walk.apart().text(cell))
  const at = cell.sourceCodeLocation?.startTag?.endOffset
  const placed = text.text === '' && at !== undefined ? { text: '', segments: [{ from: 0, to: 0, anchor: { kind: 'text' as const, offset: walk.base + at } }] } : text
  return { text: placed, ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) }
}

/** The lines of a cell: closed up where a word or number was broken, as in any other cell. */
function tidy(text: MappedText): MappedText {
  const lines: MappedText[] = []
  let from = 0
  for (const part of text.text.split('\n')) {
    const line = trimMapped(sliceMapped(text, from, from + part.length))
    from += part.length + 1
    if (line.text !== '') lines.push(line)
  }
  const [first, ...rest] = lines
  if (first === undefined) return { text: '', segments: [] }
  return rest.reduce((left, right) => joinLines(left, right), first)
}

function joinLines(left: MappedText, right: MappedText): MappedText {
  const text = cellText([left.text, right.text])
  const base = text.length - right.text.length
  return { text, segments: [...left.segments, ...right.segments.map((segment) => ({ ...segment, from: segment.from + base, to: segment.to + base }))] }
}

function span(value: string | undefined): number {
  const number = Number(value ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_SPAN) : 1
}

/** Rows as they are shown: the foot last, wherever it is written. */
function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  const children = childElements(table)
  return [...children.filter(({ tagName }) => tagName !== 'tfoot'), ...children.filter(({ tagName }) => tagName === 'tfoot')].flatMap((child) => (child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []))
}

/** Whether a row or cell is hidden, which is noticed. Word ends a table with a blank row of no height that says how wide its columns are. */
function isHiddenPart(part: HtmlElement, walk: PageWalk): boolean {
  const look = lookOf(part, walk.unread.looks)
  if (look === 'hidden') walk.note('hidden-rows', part)
  if (look === 'struck' && part.tagName === 'tr') walk.note('struck-text', part)
  return look === undefined ? attributeOf(part, 'height') === '0' && charactersIn(part).trim() === '' : look === 'hidden' || part.tagName === 'tr'
}

/** Whether tables in its cells hold most of what a table shows: then it only lays the page out. */
function laysOut(table: HtmlElement, cells: readonly HtmlElement[]): boolean {
  const inner = cells.flatMap(tablesIn)
  const length = (element: HtmlElement): number => charactersIn(element).replace(/\s+/g, '').length
  return inner.length > 0 && inner.reduce((sum, element) => sum + length(element), 0) * 2 >= length(table)
}

/** Tables within an element, those inside them not. */
function tablesIn(element: HtmlElement): readonly HtmlElement[] {
  return childElements(element).flatMap((child) => (child.tagName === 'table' ? [child] : tablesIn(child)))
}

function childElements(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isElement)
}
