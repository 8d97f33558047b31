import { cellText } from '../cell-text.ts'
import { attribute, childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { parseAddress, parseArea, type Area } from './address.ts'
import { printedNumber } from './printed.ts'
import { isRich, richText, struckIn, type Workbook } from './workbook.ts'

/** A cell that shows something, or would if its formula had been calculated. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
  /** Its style shows nothing of it; that a zero is not shown is no secret. */
  readonly unseen?: 'value' | 'zero'
  /** What of it is struck through, and no part of its text. */
  readonly struck?: string
  /** The formula whose value was not saved. */
  readonly uncalculated?: string
}

/** A sheet as it is seen. */
export interface Sheet {
  readonly name: string
  /** By row, in order; hidden rows and columns left out. */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  /** Rows with cells that have borders, blank ones included. */
  readonly ruled: ReadonlySet<number>
  readonly merges: readonly Area[]
  readonly hidden: readonly HiddenPart[]
  /** Cells with text that is struck through. */
  readonly struck: readonly SheetCell[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

/** Rows or columns that are hidden and hold something, and cells that show nothing of what they hold, by column. */
export interface HiddenPart {
  readonly kind: 'row' | 'column' | 'cell'
  readonly at: number
  readonly cell: SheetCell
}

/** Forgets blank cells and rows while a sheet is read, and remembers which rows have borders. */
export class BlankCells {
  readonly ruled = new Set<number>()
  readonly #bordered: readonly boolean[]

  constructor({ bordered }: Workbook) {
    this.#bordered = bordered
  }

  readonly drop = ({ name, children, attributes }: XmlElement, row: XmlElement): boolean => {
    if (name === 'c' && this.#bordered[Number(attributes['s'] ?? 0)]) this.ruled.add(Number(row.attributes['r'] ?? 0))
    return (name === 'c' || (name === 'row' && attributes['r'] !== undefined)) && children.every((child) => typeof child === 'string')
  }
}

/** Reads what a worksheet shows. `uncertain` tells of cells that look otherwise than their style says. */
export function readSheet(name: string, root: XmlElement, workbook: Workbook, ruled: ReadonlySet<number>, uncertain: (row: number, column: number) => boolean): Sheet {
  const columns = hiddenColumns(root)
  const allHidden = ['1', 'true'].includes(attribute(childAt(root, 'sheetFormatPr'), 'zeroHeight') ?? '')
  const zeros = !['0', 'false'].includes(attribute(childAt(root, 'sheetViews', 'sheetView'), 'showZeros') ?? '')
  const hiddenRows = new Set<number>()
  const rows = new Map<number, readonly SheetCell[]>()
  const hidden: HiddenPart[] = []
  const struck: SheetCell[] = []
  let row = 0
  for (const element of childrenNamed(childAt(root, 'sheetData'), 'row')) {
    row = Number(attribute(element, 'r') ?? row + 1)
    const said = attribute(element, 'hidden')
    if ((said === undefined ? allHidden : ['1', 'true'].includes(said)) || isZero(attribute(element, 'ht'))) hiddenRows.add(row)
    const cells = readCells(element, row, workbook, zeros)
    const seen = cells.filter((cell) => {
      const kind = hiddenRows.has(row) ? 'row' : columns(cell.column) ? 'column' : cell.unseen && !uncertain(row, cell.column) ? 'cell' : undefined
      if (kind !== undefined && cell.unseen !== 'zero') hidden.push({ kind, at: kind === 'row' ? row : cell.column, cell })
      if (kind === undefined && cell.struck !== undefined) struck.push(cell)
      return kind === undefined && (cell.text !== '' || cell.uncalculated !== undefined)
    })
    if (seen.length > 0) rows.set(row, seen)
  }
  const merges = childrenNamed(childAt(root, 'mergeCells'), 'mergeCell').flatMap((merge) => parseArea(attribute(merge, 'ref') ?? '') ?? [])
  for (const area of merges) coverCells(area, rows, hidden)
  return { name, rows, ruled, merges, hidden, struck, isHiddenRow: (at) => hiddenRows.has(at), isHiddenColumn: columns }
}

/** Takes what a merged cell covers out of the rows: only its first cell is shown. Programs that fill all of them hide nothing. */
function coverCells({ top, left, bottom, right }: Area, rows: Map<number, readonly SheetCell[]>, hidden: HiddenPart[]): void {
  const first = rows.get(top)?.find(({ column }) => column === left)?.text
  for (let row = top; row <= bottom && row - top < MOST_MERGED; row += 1) {
    const cells = rows.get(row)
    const covered = cells?.filter(({ column }) => column >= left && column <= right && (row > top || column > left)) ?? []
    if (cells === undefined || covered.length === 0) continue
    for (const cell of covered) if (cell.text !== first && Number(cell.text) !== 0 && cell.unseen !== 'zero') hidden.push({ kind: 'cell', at: cell.column, cell })
    const others = cells.filter((cell) => !covered.includes(cell))
    if (others.length > 0) rows.set(row, others)
    else rows.delete(row)
  }
}

const MOST_MERGED = 10_000

function hiddenColumns(root: XmlElement): (column: number) => boolean {
  const ranges = childrenNamed(childAt(root, 'cols'), 'col').filter((element) => ['1', 'true'].includes(attribute(element, 'hidden') ?? '') || isZero(attribute(element, 'width')))
  const bounds = ranges.map((element) => [Number(attribute(element, 'min')), Number(attribute(element, 'max'))] as const)
  return (column) => bounds.some(([min, max]) => column >= min && column <= max)
}

/** A row or column of no height or width is not seen. */
function isZero(measure: string | undefined): boolean {
  return measure !== undefined && Number(measure) === 0
}

function readCells(row: XmlElement, number: number, workbook: Workbook, zeros: boolean): readonly SheetCell[] {
  let column = 0
  return childrenNamed(row, 'c').flatMap((element): readonly SheetCell[] => {
    column = parseAddress(attribute(element, 'r') ?? '')?.column ?? column + 1
    const shown = shownText(element, workbook, zeros)
    const formula = childAt(element, 'f')
    const value = childAt(element, 'v')
    const valueless = value === undefined || (textIn(value) === '' && attribute(element, 't') !== 'str')
    if (formula !== undefined && valueless) return [{ row: number, column, text: '', uncalculated: `=${textIn(formula)}` }]
    const unseen = unseenOf(element, shown, workbook)
    const struck = unseen === undefined ? struckOf(element, shown, workbook) : ''
    if (struck !== '') return [{ row: number, column, text: isStyleStruck(element, workbook) ? '' : shown, struck }]
    return shown === '' && unseen !== 'value' ? [] : [{ row: number, column, text: shown, ...(unseen && { unseen }) }]
  })
}

/** What of a cell is struck through: all that it shows, by its style, or runs of its text. */
function struckOf(element: XmlElement, shown: string, workbook: Workbook): string {
  if (isStyleStruck(element, workbook)) return shown
  if (attribute(element, 't') === 's') return tidy(workbook.struckStrings.get(Number(textIn(childAt(element, 'v') ?? element))) ?? '')
  return childrenNamed(element, 'is').map(struckIn).join('')
}

function isStyleStruck(element: XmlElement, { struck, rich }: Workbook): boolean {
  return struck[Number(attribute(element, 's') ?? 0)] === true && !hasOwnLook(element, rich)
}

/** What its style hides of a cell that otherwise would show `shown`. */
function unseenOf(element: XmlElement, shown: string, { unseen, rich }: Workbook): SheetCell['unseen'] {
  const style = unseen[Number(attribute(element, 's') ?? 0)]
  const value = childAt(element, 'v')
  if (style === undefined) return undefined
  switch (attribute(element, 't')) {
    case 's':
    case 'inlineStr':
    case 'str':
      return style.text && shown !== '' && !hasOwnLook(element, rich) ? 'value' : undefined
    case 'b':
    case 'e':
    case 'd':
      return undefined
  }
  const number = value === undefined ? 0 : Number(textIn(value))
  if (number === 0) return style.zero ? 'zero' : undefined
  return (number < 0 ? style.negative : style.positive) ? 'value' : undefined
}

/** Whether runs of a cell's text have a look of their own. */
function hasOwnLook(cell: XmlElement, rich: ReadonlySet<number>): boolean {
  return attribute(cell, 't') === 's' ? rich.has(Number(textIn(childAt(cell, 'v') ?? cell))) : childrenNamed(cell, 'is').some(isRich)
}

function shownText(element: XmlElement, { strings, patterns, dates1904 }: Workbook, zeros: boolean): string {
  const value = childAt(element, 'v')
  const stored = value === undefined ? '' : textIn(value)
  switch (attribute(element, 't')) {
    case 's':
      return tidy(strings[Number(stored)] ?? '')
    case 'inlineStr':
      return tidy(elementsOf(element).filter((child) => child.name === 'is').map(richText).join(''))
    case 'str':
    case 'd':
      return tidy(stored)
    case 'b':
      return stored === '' ? '' : stored === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return stored
    default:
      if (!zeros && stored !== '' && Number(stored) === 0) return ''
      return stored === '' ? '' : printedNumber(stored, patterns[Number(attribute(element, 's') ?? 0)], dates1904)
  }
}

function tidy(text: string): string {
  return cellText(text.replaceAll('\t', ' ').split(/\r?\n|\r/).map((line) => line.trim()).filter((line) => line !== ''))
}
