import type { Result } from '../../core/problem.ts'
import type { Block, Notice, ReadDocument } from '../block.ts'
import { authorNotices } from '../ooxml/authors.ts'
import { openPackage, type OfficePackage } from '../ooxml/package.ts'
import { attribute, childAt, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { damaged, reading } from '../problem.ts'
import { cellAddress, columnLetters } from './address.ts'
import { bandsOf } from './bands.ts'
import { sheetBlocks } from './grids.ts'
import { BlankCells, readSheet, type HiddenPart, type Sheet } from './sheet.ts'
import { uncertainLooks } from './unseen.ts'
import { readWorkbook, richText } from './workbook.ts'

/**
 * Reads an Excel file (.xlsx): what its visible sheets show, numbers as their formats print them. Hidden sheets, rows and
 * columns, comments and authors are notices; so is a formula without a saved value, whose cell is unknown and never 0. Places
 * are `sheet-cell`; of a merged cell its first one.
 */
export function readExcel({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const office = openPackage(content)
    const workbook = readWorkbook(office)
    const blocks: Block[] = []
    const notices: Notice[] = []
    for (const { name, part, hidden } of workbook.sheets) {
      const blanks = new BlankCells(workbook)
      const root = office.xml(part, blanks)
      if (root === undefined) throw damaged(part)
      const sheet = readSheet(name, root, workbook, blanks.ruled, uncertainLooks(root, () => office.relationships(part).some(({ type }) => type === 'pivotTable')))
      if (hidden) {
        if (sheet.rows.size + sheet.hidden.length > 0) notices.push({ kind: 'hidden-sheet', text: name })
        continue
      }
      blocks.push(...headerMarks(root), ...bandsOf(sheet).flatMap(sheetBlocks))
      notices.push(...sheetNotices(sheet), ...comments(office, part, name))
    }
    notices.push(...authorNotices(office))
    return { file, format: 'xlsx', sha256, blocks, ...(notices.length > 0 && { notices }) }
  })
}

/** A sheet's printed header and footer, without the codes for page numbers, dates and fonts. */
function headerMarks(root: XmlElement): readonly Block[] {
  const texts = elementsOf(childAt(root, 'headerFooter')).flatMap((element) => textIn(element).replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-KM-Z]/gi, '').split(/&[LCR]/).map((text) => text.trim()))
  return [...new Set(texts)].filter((text) => /[\u4e00-\u9fff]{2,}/.test(text)).map((text) => ({ kind: 'mark', text: { text, segments: [] } }))
}

function sheetNotices({ name, rows, hidden, struck }: Sheet): readonly Notice[] {
  const place = (row: number, column: number) => ({ kind: 'sheet-cell', sheet: name, cell: cellAddress(row, column) }) as const
  const uncalculated = [...rows.values()].flat().filter((cell) => cell.uncalculated !== undefined)
  const parts = new Map<string, readonly [first: HiddenPart, last: HiddenPart]>()
  for (const part of hidden) parts.set(`${part.kind}${part.at}`, [parts.get(`${part.kind}${part.at}`)?.[0] ?? part, part])
  return [
    ...[...parts.values()].map(([first, last]): Notice => ({ kind: 'hidden-rows', text: `${name}!${rangeOf(first, last)}`, place: place(first.cell.row, first.cell.column) })),
    ...struck.map((cell): Notice => ({ kind: 'struck-text', text: cell.struck ?? '', place: place(cell.row, cell.column) })),
    ...uncalculated.map((cell): Notice => ({ kind: 'formula-without-value', text: `${name}!${cellAddress(cell.row, cell.column)} ${cell.uncalculated ?? ''}`, place: place(cell.row, cell.column) })),
  ]
}

/** What is hidden as people write it: 3:3, B:B, B3:B9. */
function rangeOf({ kind, at, cell: { row } }: HiddenPart, { cell: last }: HiddenPart): string {
  if (kind === 'row') return `${at}:${at}`
  if (kind === 'column') return `${columnLetters(at)}:${columnLetters(at)}`
  return cellAddress(row, at) + (last.row === row ? '' : `:${cellAddress(last.row, at)}`)
}

/** Comments of a sheet; where it has threads, the notes that only stand in for them are left out. */
function comments(office: OfficePackage, part: string, sheet: string): readonly Notice[] {
  const relations = office.relationships(part)
  const roots = (type: string): readonly XmlElement[] => relations.filter((relation) => relation.type === type).flatMap(({ target }) => office.xml(target) ?? [])
  const threads = roots('threadedComment').flatMap((root) => elementsOf(root).map((comment) => ({ comment, text: elementsOf(comment).map(textIn).join('') })))
  const notes = roots('comments').flatMap((root) => elementsOf(childAt(root, 'commentList')).map((comment) => ({ comment, text: elementsOf(comment).map(richText).join('') })))
  return (threads.length > 0 ? threads : notes).map(({ comment, text }) => ({ kind: 'comment', text: text.trim(), place: { kind: 'sheet-cell', sheet, cell: attribute(comment, 'ref') ?? 'A1' } }))
}
