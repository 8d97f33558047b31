import type { DefaultTreeAdapterTypes } from 'parse5'
import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, Notice, NoticeKind } from '../block.ts'
import { linesOf } from '../lines.ts'
import { writtenNumber } from '../number-format.ts'
import { textBlock } from '../text-block.ts'
import { InlineText } from './inline.ts'
import { attributeOf, charactersIn, isElement, lookOf, NEVER_SHOWN, type HtmlElement, type HtmlNode, type HtmlParent, type Looks } from './page.ts'
import { isWhiteOnPaper } from './paper.ts'
import { readHtmlTable } from './table.ts'

const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'o:p', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr'])

/** A notice with where in the source of the page it is about. */
export interface PageNotice extends Notice {
  readonly from?: number
  readonly to?: number
}

/** What of a page is not read. */
export interface Unread {
  /** What style sheets say of classes and ids. */
  readonly looks: Looks
  /** Whether no style sheet puts anything behind the text. */
  readonly plain: boolean
  /** What the site puts around the article. */
  readonly chrome: ReadonlySet<HtmlElement>
}

/** Reads the flow of a page: paragraphs, headings, tables. `base` is where `source` starts in the file. */
export class PageWalk {
  readonly source: string
  readonly base: number
  readonly notices: PageNotice[]
  readonly unread: Unread
  readonly #blocks: Block[] = []
  readonly #inline = new InlineText()

  constructor(source: string, base: number, notices: PageNotice[], unread: Unread = { looks: new Map(), plain: true, chrome: new Set() }) {
    this.source = source
    this.base = base
    this.notices = notices
    this.unread = unread
  }

  /** Blocks of everything in `parent`. */
  blocks(parent: HtmlParent): readonly Block[] {
    this.#children(parent)
    this.#flush()
    return this.#blocks
  }

  /** Text of everything in `parent`, tables inside it left to `blocks`. */
  text(parent: HtmlParent): MappedText {
    this.#inText(parent)
    return this.#inline.take()
  }

  /** A walk of its own over another part of the same page. */
  apart(): PageWalk {
    return new PageWalk(this.source, this.base, this.notices, this.unread)
  }

  /** Notes what an element holds, if it holds anything. */
  note(kind: NoticeKind, element: HtmlElement): void {
    const text = charactersIn(element).replace(/\s+/g, ' ').trim()
    const at = element.sourceCodeLocation
    if (text !== '') this.notices.push({ kind, text, ...(at && { from: this.base + at.startOffset, to: this.base + at.endOffset }) })
  }

  #inText(parent: HtmlParent): void {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text') this.#characters(node as DefaultTreeAdapterTypes.TextNode)
      else if (isElement(node) && node.tagName !== 'table' && !this.#skips(node)) {
        const block = !INLINE.has(node.tagName)
        if (block) this.#inline.break()
        this.#inText(node)
        if (block) this.#inline.break()
      }
    }
  }

  #children(parent: HtmlParent): void {
    for (const node of parent.childNodes) this.#node(node)
  }

  #node(node: HtmlNode): void {
    if (node.nodeName === '#text') this.#characters(node as DefaultTreeAdapterTypes.TextNode)
    if (!isElement(node) || this.#skips(node)) return
    const { tagName } = node
    if (tagName === 'br') this.#inline.break()
    else if (INLINE.has(tagName)) this.#children(node)
    else {
      this.#flush()
      if (tagName === 'table') this.#blocks.push(...readHtmlTable(node, this))
      else if (/watermark|水印/i.test(`${attributeOf(node, 'class') ?? ''} ${attributeOf(node, 'id') ?? ''}`)) this.#blocks.push({ kind: 'mark', text: this.apart().text(node) })
      else {
        this.#children(node)
        this.#flush(node)
      }
    }
  }

  /** What is not shown, or no text of the document: code and the like without a word, hidden text and Word's notes on it with a notice. */
  #skips(element: HtmlElement): boolean {
    if (NEVER_SHOWN.has(element.tagName) || this.unread.chrome.has(element)) return true
    const look = isWhiteOnPaper(element, this.unread.plain) ? 'hidden' : lookOf(element, this.unread.looks)
    const kind = look === 'hidden' ? 'hidden-text' : (trackedBy(element) ?? (look && 'struck-text'))
    if (kind === undefined) return false
    if (kind !== 'mark') this.note(kind, element)
    return kind !== 'insertion'
  }

  #characters(node: DefaultTreeAdapterTypes.TextNode): void {
    const at = node.sourceCodeLocation
    if (!at) return
    const raw = this.source.slice(at.startOffset, at.endOffset)
    if (raw !== node.value || !isPreformatted(node)) this.#inline.add(node.value, raw, this.base + at.startOffset)
    else {
      // Lines of preformatted text are lines as they stand.
      let offset = this.base + at.startOffset
      raw.split('\n').forEach((line, i) => {
        if (i > 0) this.#inline.break()
        this.#inline.add(line, line, offset)
        offset += line.length + 1
      })
    }
  }

  #flush(element?: HtmlElement): void {
    const level = /^h([1-6])$/.exec(element?.tagName ?? '')?.[1]
    const lines = linesOf(this.#inline.take())
    const number = element?.tagName === 'li' ? listNumber(element) : ''
    lines.forEach((line, i) => this.#blocks.push(textBlock(i === 0 && number !== '' ? joinMapped([{ text: number, segments: [] }, line]) : line, level === undefined ? undefined : Number(level))))
  }
}

/** What Word writes into a page of tracked changes and comments; the mark in the text that leads to a comment is nothing by itself. */
function trackedBy(element: HtmlElement): 'deletion' | 'insertion' | 'comment' | 'mark' | undefined {
  const { tagName } = element
  if (tagName === 'del' || tagName === 'ins') return attributeOf(element, 'datetime') === undefined ? undefined : tagName === 'del' ? 'deletion' : 'insertion'
  if (tagName === 'a') return attributeOf(element, 'class') === 'msocomanchor' ? 'mark' : undefined
  return tagName === 'div' && /mso-element\s*:\s*comment(?![-\w])/.test(attributeOf(element, 'style') ?? '') ? 'comment' : undefined
}

function isPreformatted({ parentNode }: DefaultTreeAdapterTypes.TextNode): boolean {
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'pre'
}

/** The number a browser prints before an item of an ordered list. */
function listNumber(item: HtmlElement): string {
  const list = item.parentNode
  if (list === null || list.nodeName !== 'ol') return ''
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(attributeOf(list as HtmlElement, 'style') ?? '')?.[1] ?? ''
  if (style === 'none') return ''
  const items = list.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === 'li')
  const first = Number(attributeOf(list as HtmlElement, 'start') ?? 1)
  let number = (Number.isInteger(first) ? first : 1) - 1
  for (const one of items.slice(0, items.indexOf(item) + 1)) {
    const own = Number(attributeOf(one, 'value') ?? Number.NaN)
    number = Number.isInteger(own) ? own : number + 1
  }
  return /^(?:cjk-ideographic|simp-chinese-informal|trad-chinese-informal)$/.test(style) ? `${writtenNumber(number, 'chineseCounting')}、` : `${number}.`
}
