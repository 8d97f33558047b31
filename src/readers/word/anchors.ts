import type { Place } from '../../core/place.ts'
import { openPackage } from '../ooxml/package.ts'
import { childAt, elementsOf, type XmlElement } from '../ooxml/xml.ts'
import { damaged } from '../problem.ts'
import { WordBody } from './body.ts'
import { WITHOUT_LAYOUT } from './layout.ts'
import { Numbering } from './numbering.ts'
import { readStyles } from './styles.ts'
import { cellsOf, rowsOf } from './table.ts'

/** Where in a Word file the places are that `readWord` gives. */
export interface WordAnchors {
  /** Name of the main part. */
  readonly main: string
  /** Name of the part with the comments, where the file has one. */
  readonly comments: string | undefined
  /** Number of the paragraph at a place, counted as `readWord` counts them; of a table cell its first one. */
  readonly paragraphOf: (place: Place) => number | undefined
  /** Number of the first paragraph of the body. */
  readonly first: number | undefined
}

/** Finds the places of a Word file again. Throws UnreadableFile where `readWord` gives a problem. */
export function wordAnchors(content: Uint8Array): WordAnchors {
  const office = openPackage(content)
  const main = office.related('', 'officeDocument') ?? 'word/document.xml'
  const document = office.xml(main, WITHOUT_LAYOUT)
  const root = childAt(document, 'w:body')
  if (document === undefined || root === undefined) throw damaged(main)
  const body = new WordBody(document, { styles: readStyles(undefined), numbering: new Numbering(undefined), footnotes: new Map(), comments: new Map() })
  const cells = new Map(tablesIn(root).flatMap((table) => cellParagraphs(table, body)))
  const first = firstParagraph(root, body)
  return {
    main,
    comments: office.related(main, 'comments'),
    first,
    paragraphOf: (place) => (place.kind === 'paragraph' ? place.paragraph : place.kind === 'table-cell' ? cells.get(`${place.table} ${place.row} ${place.column}`) : undefined),
  }
}

function tablesIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.name === 'w:tbl' ? [child] : []), ...tablesIn(child)])
}

function cellParagraphs(table: XmlElement, body: WordBody): readonly (readonly [string, number])[] {
  return rowsOf(table, body).flatMap((row, r) =>
    cellsOf(row).flatMap(({ element, at }) => {
      const paragraph = firstParagraph(element, body)
      return paragraph === undefined ? [] : [[`${body.numberOf(table)} ${r + 1} ${at + 1}`, paragraph] as const]
    }),
  )
}

function firstParagraph(element: XmlElement, body: WordBody): number | undefined {
  for (const child of elementsOf(element)) {
    const found = child.name === 'w:p' ? body.numberOf(child) : firstParagraph(child, body)
    if (found !== undefined) return found
  }
  return undefined
}
