/**
 * Where a person finds a value in the file that was linted. Lines, columns, tables, rows and pages are 1-based;
 * columns count UTF-16 code units. A place that is not exact says `approximate`.
 */
export type Place = TextPlace | ParagraphPlace | TableCellPlace | SheetCellPlace | PageBoxPlace

interface Exactness {
  readonly approximate?: true
}

export interface TextPlace extends Exactness {
  readonly kind: 'text'
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface ParagraphPlace extends Exactness {
  readonly kind: 'paragraph'
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

export interface TableCellPlace extends Exactness {
  readonly kind: 'table-cell'
  readonly table: number
  readonly row: number
  readonly column: number
}

export interface SheetCellPlace extends Exactness {
  readonly kind: 'sheet-cell'
  readonly sheet: string
  readonly cell: string
}

/** A box on a page of a PDF as it is shown, in points (1/72 inch) from the page's top left corner; `page` is 1-based. */
export interface PageBoxPlace extends Exactness {
  readonly kind: 'page-box'
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
