import type { Place } from '../../core/place.ts'
import { joinMapped, mappedIn } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, GridCell, GridRow } from '../block.ts'
import { cellText } from '../cell-text.ts'
import { attribute, childAt, elementsOf, type XmlElement } from '../ooxml/xml.ts'
import { aside, flowOf, type WordBody } from './body.ts'

/** A cell before it is known how far down it reaches. */
interface Cell {
  readonly element: XmlElement
  /** First column of the table's grid it covers, from 0. */
  readonly at: number
  readonly colspan: number
  readonly merge: 'restart' | 'continue' | undefined
}

const MOST_COLUMNS = 1000

/**
 * A table as a grid with merged cells both ways; tables inside cells come after it as grids of their own. A table of one
 * column, or one that only lays out tables in its cells, is a frame: what it holds is read as running text.
 */
export function readTable(table: XmlElement, body: WordBody): readonly Block[] {
  const rows = rowsOf(table, body).map(cellsOf)
  if (rows.every((cells) => cells.length <= 1) || laysOut(rows.flat())) return rows.flat().flatMap(({ element }) => body.blocks(element))
  const number = body.numberOf(table)
  const inner: Block[] = []
  const head = headOf(rows)
  const grid = rows.map((cells, r): GridRow => ({
    cells: r === 0 && head ? [] : cells.flatMap((cell, i): readonly GridCell[] => {
      const skipped = cell.at - (i === 0 ? 0 : endOf(cells[i - 1]))
      const before = Array.from({ length: skipped }, (): GridCell => ({ text: { text: '', segments: [] } }))
      const place: Place = { kind: 'table-cell', table: number, row: r + 1, column: cell.at + 1 }
      const above = cell.merge === 'continue' ? coveringCell(rows, r, cell) : undefined
      if (above) {
        const text = visibleText(cell.element)
        if (text.trim() !== '' && text !== visibleText(above.element)) body.notices.push({ kind: 'hidden-text', text, place })
        return before
      }
      const rowspan = cell.merge === 'restart' ? heightOf(rows, r, cell) : 1
      const read = readCell(cell.element, place, body)
      inner.push(...read.inner)
      return [...before, { text: read.text, ...(cell.colspan > 1 && { colspan: cell.colspan }), ...(rowspan > 1 && { rowspan }) }]
    }),
  }))
  return [...(head ? body.blocks(head) : []), { kind: 'grid', ruled: true, rows: head ? grid.slice(1) : grid }, ...inner]
}

/** Whether tables in its cells hold most of what a table shows. */
function laysOut(cells: readonly Cell[]): boolean {
  const inner = cells.flatMap(({ element }) => flowOf(element, () => undefined).filter(({ name }) => name === 'w:tbl'))
  const length = (elements: readonly XmlElement[]): number => elements.reduce((sum, element) => sum + visibleText(element).trim().length, 0)
  return inner.length > 0 && length(inner) * 2 > length(cells.map(({ element }) => element))
}

/** A first row of one cell with several paragraphs: title, unit and the like, which stand above the table. */
function headOf(rows: readonly (readonly Cell[])[]): XmlElement | undefined {
  const [only, ...more] = rows[0] ?? []
  if (only === undefined || more.length > 0) return undefined
  return flowOf(only.element, () => undefined).filter((part) => part.name === 'w:p' && visibleText(part).trim() !== '').length > 1 ? only.element : undefined
}

function endOf(cell: Cell | undefined): number {
  return cell === undefined ? 0 : cell.at + cell.colspan
}

/** Rows, content controls and tags opened; rows deleted by tracked changes are noticed and left out. */
export function rowsOf(container: XmlElement, body: WordBody): readonly XmlElement[] {
  return elementsOf(container).flatMap((child): readonly XmlElement[] => {
    if (child.name === 'w:tr') {
      const properties = childAt(child, 'w:trPr')
      const gone = childAt(properties, 'w:del') ? 'deletion' : childAt(properties, 'w:hidden') ? 'hidden-text' : undefined
      if (gone === undefined) return [child]
      const text = cellsOf(child).flatMap(({ element }) => flowOf(element, () => undefined).map((paragraph) => visibleText(paragraph))).filter((part) => part !== '').join(' ')
      if (text !== '') body.notices.push({ kind: gone, text, place: { kind: 'table-cell', table: body.numberOf(container), row: 1, column: 1, approximate: true } })
      return []
    }
    return OPENED.has(child.name) ? rowsOf(child, body) : []
  })
}

const OPENED = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

function visibleText(element: XmlElement): string {
  return elementsOf(element).map((child) => (child.name === 'w:t' || child.name === 'w:delText' ? child.children.filter((part) => typeof part === 'string').join('') : visibleText(child))).join('')
}

/** The cells of a row with the columns of the table's grid they cover. */
export function cellsOf(row: XmlElement): readonly Cell[] {
  const before = attribute(childAt(row, 'w:trPr', 'w:gridBefore'), 'w:val')
  let at = columns(before, 0)
  const cells: Cell[] = []
  const add = (container: XmlElement): void => {
    for (const child of elementsOf(container)) {
      if (OPENED.has(child.name)) add(child)
      if (child.name !== 'w:tc') continue
      const properties = childAt(child, 'w:tcPr')
      if (childAt(properties, 'w:cellDel')) continue
      const colspan = columns(attribute(childAt(properties, 'w:gridSpan'), 'w:val'), 1)
      const beside = childAt(properties, 'w:hMerge')
      const last = cells.at(-1)
      if (beside && attribute(beside, 'w:val') !== 'restart' && last) cells[cells.length - 1] = { ...last, colspan: last.colspan + colspan }
      else {
        const below = childAt(properties, 'w:vMerge')
        cells.push({ element: child, at, colspan, merge: below && (attribute(below, 'w:val') === 'restart' ? 'restart' : 'continue') })
      }
      at += colspan
    }
  }
  add(row)
  return cells
}

function columns(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isInteger(number) && number >= otherwise ? Math.min(number, MOST_COLUMNS) : otherwise
}

/** Rows a vertically merged cell covers. */
function heightOf(rows: readonly (readonly Cell[])[], row: number, { at, colspan }: Cell): number {
  let height = 1
  while (rows[row + height]?.some((cell) => cell.at === at && cell.colspan === colspan && cell.merge === 'continue')) height += 1
  return height
}

/** The merged cell that this one continues; undefined where there is none, and the cell stands alone. */
function coveringCell(rows: readonly (readonly Cell[])[], row: number, { at, colspan }: Cell): Cell | undefined {
  for (let above = row - 1; above >= 0; above -= 1) {
    const cell = rows[above]?.find((candidate) => candidate.at === at && candidate.colspan === colspan)
    if (cell?.merge === 'restart') return cell
    if (cell?.merge !== 'continue') return undefined
  }
  return undefined
}

/** The paragraphs of a cell as one text, and the tables in it. */
function readCell(cell: XmlElement, place: Place, body: WordBody): { readonly text: MappedText; readonly inner: readonly Block[] } {
  const lines: string[] = []
  const inner: Block[] = []
  for (const element of flowOf(cell, () => undefined)) {
    if (element.name === 'w:tbl') inner.push(...readTable(element, body))
    else if (element.name === 'w:altChunk') {
      for (const block of body.inserted(element, place)) {
        if (block.kind === 'grid') inner.push(block)
        else lines.push(block.text.text)
      }
    } else {
      const { text, inline } = body.paragraph(element, place)
      lines.push(...text.text.split('\n').map((line) => line.replaceAll('\t', ' ').trim()))
      inner.push(...inline.boxes.flatMap((box) => body.blocks(box)))
      for (const { kind, id } of inline.footnotes) inner.push(...noteBlocks(body, `${kind} ${id}`, place))
    }
  }
  return { text: joinMapped([mappedIn(cellText(lines.filter((line) => line !== '')), place)]), inner }
}

function noteBlocks(body: WordBody, id: string, place: Place): readonly Block[] {
  const note = body.parts.footnotes.get(id)
  return note ? body.blocks(note, place).map(aside) : []
}
