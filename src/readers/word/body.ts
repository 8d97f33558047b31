import type { Place } from '../../core/place.ts'
import { joinMapped, mappedIn, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, Notice } from '../block.ts'
import { attribute, childAt, elementsOf, type XmlElement } from '../ooxml/xml.ts'
import { linesOf } from '../lines.ts'
import { placed } from '../placed.ts'
import { tooLarge } from '../problem.ts'
import { textBlock } from '../text-block.ts'
import { inkOf, inkOver } from './ink.ts'
import { readInline, type Inline } from './inline.ts'
import type { InsertedFile } from './inserted.ts'
import type { Numbering } from './numbering.ts'
import { addNotices } from './notices.ts'
import { onWhitePaper } from './paper.ts'
import { lookOf, type Styles } from './styles.ts'
import { readTable } from './table.ts'
import { tabbedGrid } from './tabbed.ts'

/** The parts of a Word file that reading its body needs. */
export interface WordParts {
  readonly styles: Styles
  readonly numbering: Numbering
  /** By `footnote 3`, `endnote 1`. */
  readonly footnotes: ReadonlyMap<string, XmlElement>
  /** By identifier. */
  readonly comments: ReadonlyMap<string, { readonly author: string; readonly text: string }>
  /** A file inserted into the body, by the identifier of its relationship. */
  readonly inserted?: (id: string) => InsertedFile
  /** Whether every page has something behind its text. */
  readonly backdrop?: () => boolean
}

/** A paragraph read: its text with its automatic number, and what hangs on it. */
export interface ReadParagraph {
  readonly text: MappedText
  readonly outline: number | undefined
  readonly inline: Inline
  readonly place: Place
  /** Its end was deleted by a tracked change: the next paragraph goes on with it. */
  readonly runsOn: boolean
}

/** Paragraphs and tables of all inserted files together: thrice what a document may have. */
const MOST_INSERTED = 100_000

/**
 * Reads paragraphs and tables of a Word document into blocks. Paragraphs (w:p) and tables (w:tbl) are numbered from 1 in the
 * order of their start tags in word/document.xml, all of them, nested or not: places can be found again in the file.
 */
export class WordBody {
  readonly parts: WordParts
  readonly notices: Notice[] = []
  readonly #numbers = new Map<XmlElement, number>()
  readonly #noted = new Set<string>()
  readonly #document: XmlElement
  #onPaper: ReadonlySet<XmlElement> | undefined
  #insertedBlocks = 0

  constructor(document: XmlElement, parts: WordParts) {
    this.parts = parts
    this.#document = document
    let paragraphs = 0
    let tables = 0
    const count = ({ children }: XmlElement): void => {
      for (const child of children) {
        if (typeof child === 'string') continue
        if (child.name === 'w:p') this.#numbers.set(child, (paragraphs += 1))
        else if (child.name === 'w:tbl') this.#numbers.set(child, (tables += 1))
        else if (child.name === 'w:altChunk') this.#numbers.set(child, Math.max(1, paragraphs))
        if (child.children.length > 0) count(child)
      }
    }
    count(document)
  }

  numberOf(element: XmlElement): number {
    return this.#numbers.get(element) ?? 0
  }

  /** Blocks of the body, of a cell, or of anything else that holds paragraphs and tables. */
  blocks(container: XmlElement, near?: Place): readonly Block[] {
    const blocks: Block[] = []
    let tabbed: ReadParagraph[] = []
    let open: ReadParagraph | undefined
    const flush = (): void => {
      const grid = tabbedGrid(tabbed.map(({ text }) => text))
      blocks.push(...(grid ? [grid] : tabbed.flatMap((paragraph) => this.#textBlocks(paragraph, near))))
      tabbed = []
    }
    for (const element of flowOf(container, (deleted) => this.#noteDeleted(deleted, near))) {
      const own = element.name === 'w:p' ? this.paragraph(element, near) : undefined
      const paragraph = own && open ? joinedParagraph(open, own) : (own ?? open)
      open = own?.runsOn ? paragraph : undefined
      if (open) continue
      if (paragraph?.text.text.includes('\t') && paragraph.inline.boxes.length === 0) {
        tabbed.push(paragraph)
        continue
      }
      flush()
      if (paragraph) blocks.push(...this.#textBlocks(paragraph, near))
      if (!own) blocks.push(...(element.name === 'w:tbl' ? readTable(element, this) : this.inserted(element, near)))
    }
    flush()
    if (open) blocks.push(...this.#textBlocks(open, near))
    return blocks
  }

  /** A paragraph's visible text. `near` is the place of paragraphs that stand in no numbered part of the file. */
  paragraph(element: XmlElement, near?: Place): ReadParagraph {
    const { styles, numbering } = this.parts
    const properties = childAt(element, 'w:pPr')
    const styled = styles.paragraph(attribute(childAt(properties, 'w:pStyle'), 'w:val'))
    const own = lookOf(properties)
    const look = { ...styled, ...own }
    const inline = readInline(element, { styles, ink: inkOver(styled.ink ?? {}, own.ink ?? {}), onPaper: () => this.#isOnPaper(element) })
    const markDeleted = childAt(properties, 'w:rPr', 'w:del') !== undefined
    const listed = look.numId !== undefined && look.numId !== '0' && !(markDeleted && inline.text === '') && !(inline.text === '' && (inline.struck !== '' || inkOf(childAt(properties, 'w:rPr')).hidden === true))
    const number = listed ? numbering.next(look.numId ?? '', look.ilvl ?? numbering.levelOf(look.numId ?? '', styled.numStyle) ?? 0) : ''
    const place = near ?? { kind: 'paragraph', paragraph: this.numberOf(element), from: 0, to: inline.text.length }
    addNotices(inline, place, this.parts, this.notices, this.#noted)
    const text = mappedIn(inline.text, place)
    return { text: number === '' ? text : joinMapped([{ text: number, segments: [] }, trimMapped(text)]), outline: look.outline, inline, place, runsOn: markDeleted && inline.text !== '' }
  }

  /** What an inserted file (w:altChunk) shows. Its places are where it was inserted: after a paragraph, or in a cell. */
  inserted(element: XmlElement, near?: Place): readonly Block[] {
    const place: Place = { ...(near ?? { kind: 'paragraph', paragraph: this.numberOf(element), from: 0, to: 0 }), approximate: true }
    // Notes are parts of their own, with relationships of their own.
    const file = this.#numbers.has(element) ? this.parts.inserted?.(attribute(element, 'r:id') ?? '') : undefined
    if (file?.document === undefined) {
      this.notices.push({ kind: 'inserted-file', text: file?.name ?? '', place })
      return []
    }
    this.#insertedBlocks += file.document.blocks.length
    if (this.#insertedBlocks > MOST_INSERTED) throw tooLarge(`${file.name}: > ${MOST_INSERTED}`)
    this.notices.push(...(file.document.notices ?? []).map((notice) => ({ ...notice, place })))
    return placed(file.document.blocks, ({ text }) => mappedIn(text, place))
  }

  #textBlocks({ text, outline, inline, place }: ReadParagraph, near: Place | undefined): readonly Block[] {
    const around: Place = near ?? { ...place, approximate: true }
    const boxes = inline.boxes.flatMap((box) => this.blocks(box))
    const notes = inline.footnotes.flatMap(({ kind, id }) => {
      const note = this.parts.footnotes.get(`${kind} ${id}`)
      return note ? this.blocks(note, around).map(aside) : []
    })
    const marks = inline.watermarks.map((lettering): Block => ({ kind: 'mark', text: mappedIn(lettering, around) }))
    return [...linesOf(text).map((line) => textBlock(line, outline === undefined || outline > 8 ? undefined : outline + 1)), ...marks, ...boxes, ...notes]
  }

  /** Asked only of white text, which is rare. */
  #isOnPaper(paragraph: XmlElement): boolean {
    this.#onPaper ??= this.parts.backdrop?.() === true ? new Set() : onWhitePaper(this.#document, this.parts.styles)
    return this.#onPaper.has(paragraph)
  }

  #noteDeleted(element: XmlElement, near: Place | undefined): void {
    for (const paragraph of flowOf(element, () => undefined)) {
      if (paragraph.name !== 'w:p') continue
      const { deleted, text } = readInline(paragraph, { styles: this.parts.styles, ink: {}, onPaper: () => false })
      if (deleted + text !== '') this.notices.push({ kind: 'deletion', text: deleted + text, place: near ?? { kind: 'paragraph', paragraph: this.numberOf(paragraph), from: 0, to: 0 } })
    }
  }
}

/** A block of a footnote. */
export function aside(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, aside: true } : block
}

/** Two paragraphs as the one they are once the end of the first is gone. */
function joinedParagraph(first: ReadParagraph, second: ReadParagraph): ReadParagraph {
  const [before, after] = [first.inline, second.inline]
  const inline = { ...after, comments: [...before.comments, ...after.comments], footnotes: [...before.footnotes, ...after.footnotes], boxes: [...before.boxes, ...after.boxes], watermarks: [...before.watermarks, ...after.watermarks] }
  return { ...second, text: joinMapped([first.text, second.text]), inline }
}

/** Paragraphs, tables and inserted files of a container in order, content controls, tags and insertions opened; what was deleted goes to `deleted`. */
export function flowOf(container: XmlElement, deleted: (element: XmlElement) => void): readonly XmlElement[] {
  return elementsOf(container).flatMap((child): readonly XmlElement[] => {
    switch (child.name) {
      case 'w:p':
      case 'w:tbl':
      case 'w:altChunk':
        return [child]
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:txbxContent':
        return flowOf(child, deleted)
      case 'mc:AlternateContent':
        return flowOf(childAt(child, 'mc:Choice') ?? child, deleted)
      case 'w:del':
      case 'w:moveFrom':
        deleted(child)
        return []
      default:
        return []
    }
  })
}
