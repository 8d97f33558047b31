import type { Result } from '../../core/problem.ts'
import type { Block, ReadDocument } from '../block.ts'
import { authorNotices } from '../ooxml/authors.ts'
import { Inflation, openPackage, type OfficePackage } from '../ooxml/package.ts'
import { attribute, childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { damaged, reading } from '../problem.ts'
import { WordBody, type WordParts } from './body.ts'
import { insertedFile, type InsertedReaders } from './inserted.ts'
import { WITHOUT_LAYOUT } from './layout.ts'
import { Numbering } from './numbering.ts'
import { hasBackdrop } from './paper.ts'
import { readStyles } from './styles.ts'

interface WordInput {
  readonly file: string
  readonly content: Uint8Array
  readonly sha256: string
}

/** Files within files are read this deep. */
const DEEPEST = 3

/**
 * Reads a Word file (.docx). Deleted, struck-through and hidden text is not among the blocks but among the notices, as are insertions, comments
 * and the names of authors. Places count in word/document.xml, from 1 and in the order of start tags:
 *
 * - `paragraph`: the n-th w:p of all, those in tables and text boxes counted; `from` and `to` count its visible characters: those
 *   of w:t, one for each w:tab, w:br and w:sym, none for what is deleted, struck through or hidden, none for its automatic number;
 * - `table-cell`: the n-th w:tbl of all; its w:tr that are neither deleted nor hidden; the first column of the table's grid that
 *   the cell covers (w:gridSpan and w:gridBefore counted), so a merged cell is told by its first row and column.
 *
 * Footnotes and inserted files (w:altChunk) have the place of what they hang on or follow, marked approximate; headers and footers have none.
 * Of what is inserted, Word files and plain text are read, and pages where `readPage` is given; the rest is a notice.
 */
export function readWord(input: WordInput, readPage?: InsertedReaders['html']): Result<ReadDocument> {
  return readWithin(input, { readPage, inflation: new Inflation(), depth: 0 })
}

interface Surroundings {
  readonly readPage: InsertedReaders['html']
  /** Of the outermost file. */
  readonly inflation: Inflation
  readonly depth: number
}

function readWithin({ file, content, sha256 }: WordInput, around: Surroundings): Result<ReadDocument> {
  return reading(file, () => {
    const office = openPackage(content, around.inflation)
    const main = office.related('', 'officeDocument') ?? 'word/document.xml'
    const document = office.xml(main, WITHOUT_LAYOUT)
    const root = childAt(document, 'w:body')
    if (document === undefined || root === undefined) throw damaged(main)
    const body = new WordBody(document, { ...readParts(office, main), inserted: (id) => insertedFile(office, main, id, readersIn(around)), backdrop: () => headersAndFooters(office, main).some(hasBackdrop) })
    const blocks = body.blocks(root)
    const notices = [...body.notices, ...authorNotices(office)]
    return { file, format: 'docx', sha256, blocks: [...marks(office, main), ...blocks], ...(notices.length > 0 && { notices }) }
  })
}

function readersIn(around: Surroundings): InsertedReaders {
  const { readPage, depth } = around
  return { html: readPage, mhtml: readPage, docx: depth < DEEPEST ? (input) => readWithin(input, { ...around, depth: depth + 1 }) : undefined }
}

function readParts(office: OfficePackage, main: string): WordParts {
  const part = (type: string): XmlElement | undefined => {
    const name = office.related(main, type)
    return name === undefined ? undefined : office.xml(name)
  }
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    childrenNamed(part(`${kind}s`), `w:${kind}`).flatMap((note) => (attribute(note, 'w:type') === undefined ? [[`${kind} ${attribute(note, 'w:id') ?? ''}`, note] as const] : [])),
  )
  const comments = childrenNamed(part('comments'), 'w:comment').map((comment) => [
    attribute(comment, 'w:id') ?? '',
    { author: attribute(comment, 'w:author') ?? '', text: textsIn(comment).join('') },
  ] as const)
  return { styles: readStyles(part('styles')), numbering: new Numbering(part('numbering')), footnotes: new Map(notes), comments: new Map(comments) }
}

/** Headers, footers and the watermarks in them, each once. */
function marks(office: OfficePackage, main: string): readonly Block[] {
  const texts = headersAndFooters(office, main).flatMap((root) => paragraphsIn(root).map((paragraph) => textsIn(paragraph).join('').trim()).concat(letterings(root)))
  return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ kind: 'mark', text: { text, segments: [] } }))
}

function headersAndFooters(office: OfficePackage, main: string): readonly XmlElement[] {
  return office.relationships(main).flatMap(({ type, target }) => (type === 'header' || type === 'footer' ? (office.xml(target) ?? []) : []))
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'w:p' ? [child] : child.name === 'mc:Fallback' ? [] : paragraphsIn(child)))
}

function textsIn(element: XmlElement): readonly string[] {
  return elementsOf(element).flatMap((child) => (child.name === 'w:t' ? [textIn(child)] : child.name === 'w:tab' ? [' '] : child.name === 'mc:Fallback' ? [] : textsIn(child)))
}

function letterings(element: XmlElement): readonly string[] {
  return elementsOf(element).flatMap((child) => {
    const own = child.name === 'v:textpath' ? attribute(child, 'string') : undefined
    return [...(own === undefined ? [] : [own.trim()]), ...letterings(child)]
  })
}
