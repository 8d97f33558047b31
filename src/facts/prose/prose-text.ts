import type { Ref } from '../../core/ref.ts'
import type { Reading } from '../../core/verdict.ts'
import type { TokenisedText } from '../token.ts'
import type { Standing } from '../standing.ts'
import type { Item } from '../item.ts'
import type { Concept, Vocabulary } from '../../vocabulary/types.ts'

/** One text of the disclosure (a paragraph, a field of a form, a cell that holds words), ready to be read. */
export interface ProseText {
  /** The pointer of the whole string. */
  readonly ref: Ref
  readonly tokenised: TokenisedText
  /** What the text is: the role of kind `text`; `match.field`. Patterns with `fields` are looked for there only. */
  readonly field: string
  /** Whether sentences state facts and claims here. Titles, names, headings, marks: false. */
  readonly prose: boolean
  /** The headings above it, outermost first: they lend year, stage, side and fund to a sentence that says none. */
  readonly headings?: readonly string[]
  readonly reading?: Reading
  /** Whether the document, an excerpt, breaks off within this text. */
  readonly cut?: boolean
  /** Gives the attributes every item has (label, document, section, table, project) to items made of this text. */
  readonly standing?: Standing
  /** Texts with the same group follow each other in one section: an opening sentence carries over to numbered paragraphs. */
  readonly group?: string
}

/** What reading needs to know of the document. */
export interface ProseContext {
  readonly vocabulary: Vocabulary
  readonly year?: number
  /** `stage` of figures that say none: from the kind of document. */
  readonly stage?: string
  /** Full name of the disclosing unit. */
  readonly entity: string
}

/** Everything read from the prose of one disclosure, in document order. */
export interface ProseReading {
  readonly facts: readonly Item[]
  readonly compositions: readonly Item[]
  readonly equations: readonly Item[]
  readonly shares: readonly Item[]
  readonly changes: readonly Item[]
  readonly enumerations: readonly Item[]
  readonly restatements: readonly Item[]
  /** The facts of some concepts alone. */
  factsAbout(concepts: readonly Concept[]): readonly Item[]
}
