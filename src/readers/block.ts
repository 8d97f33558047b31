import type { Place } from '../core/place.ts'
import type { DoubtReason, Reading } from '../core/verdict.ts'
import type { MappedText } from '../source/segment.ts'

/** What every reader makes of a document, in document order. Readers know formats and nothing of budgets. */
export type Block = HeadingBlock | ParagraphBlock | GridBlock | MarkBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: number
  readonly text: MappedText
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: MappedText
  readonly reading?: Reading
  readonly doubt?: DoubtReason
  /** A footnote: it stands where it hangs on, but is no part of what goes on around it. */
  readonly aside?: true
}

/** A table. `ruled` grids (Word, Excel, HTML, ruled PDF) have real cells; flattened text has not. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly ruled: boolean
  /**
   * How cells that no line and no separator sets apart were told: under each other (`columns`), by their order alone, blanks being lost
   * (`order`), or not at all, one line a row (`none`).
   */
  readonly apart?: 'columns' | 'order' | 'none'
  /** Rows at the top that are headings, where the reader knows. */
  readonly headings?: number
  readonly rows: readonly GridRow[]
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  /** Which printed lines make the row is a guess. */
  readonly doubtful?: true
}

export interface GridCell {
  readonly text: MappedText
  readonly colspan?: number
  readonly rowspan?: number
  /** The cell holds a value that the file does not give (a formula never calculated): not blank, and not 0. */
  readonly unknown?: true
}

/** A watermark, page header or footer. */
export interface MarkBlock {
  readonly kind: 'mark'
  readonly text: MappedText
}

/** What a file carries besides its visible text and must not be published with it, or what could not be read from it. */
export interface Notice {
  readonly kind: NoticeKind
  /** What is hidden, or the name of what is meant (author, sheet); the program's own words where there is no text. */
  readonly text: string
  readonly place?: Place
}

export type NoticeKind = 'insertion' | 'deletion' | 'comment' | 'struck-text' | 'hidden-text' | 'hidden-sheet' | 'hidden-rows' | 'author' | 'formula-without-value' | 'embedded-object' | 'inserted-file' | 'picture' | 'picture-page'

/** One file, read. */
export interface ReadDocument {
  readonly file: string
  readonly format: DocumentFormat
  readonly sha256: string
  readonly blocks: readonly Block[]
  readonly notices?: readonly Notice[]
}

/** The form of a file, told by its content. */
export type DocumentFormat = 'text' | 'csv' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'xlsx' | 'pdf' | 'json' | 'legacy'
