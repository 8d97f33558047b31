import type { DefaultTreeAdapterTypes } from 'parse5'
import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, Notice } from '../block.ts'
import { linesOf } from '../lines.ts'
import { textBlock } from '../text-block.ts'
import { InlineText } from './inline.ts'
import { attributeOf, charactersIn, isElement, isHidden, NEVER_SHOWN, type HtmlElement, type HtmlNode, type HtmlParent } from './page.ts'
import { readHtmlTable } from './table.ts'

const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'o:p', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr'])

/** Reads the flow of a page: paragraphs, headings, tables. `base` is where `source` starts in the file. */
export class PageWalk {
  readonly source: string
  readonly base: number
  readonly notices: Notice[]
  readonly #blocks: Block[] = []
  readonly #inline = new InlineText()

  constructor(source: string, base: number, notices: Notice[]) {
    this.source = source
    this.base = base
    this.notices = notices
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
    return new PageWalk(this.source, this.base, this.notices)
  }

  #inText(parent: HtmlParent): void {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text') this.#characters(node as DefaultTreeAdapterTypes.TextNode)
      else if (isElement(node) && !this.#skips(node)) {
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

  /** What is not shown: code and the like without a word, hidden text with a notice. */
  #skips(element: HtmlElement): boolean {
    if (NEVER_SHOWN.has(element.tagName)) return true
    if (!isHidden(element)) return false
    const text = charactersIn(element).replace(/\s+/g, ' ').trim()
    if (text !== '') this.notices.push({ kind: 'hidden-text', text })
    return true
  }

  #characters(node: DefaultTreeAdapterTypes.TextNode): void {
    const at = node.sourceCodeLocation
    if (at) this.#inline.add(node.value, this.source.slice(at.startOffset, at.endOffset), this.base + at.startOffset)
  }

  #flush(element?: HtmlElement): void {
    const level = /^h([1-6])$/.exec(element?.tagName ?? '')?.[1]
    const lines = linesOf(this.#inline.take())
    const number = element?.tagName === 'li' ? listNumber(element) : ''
    lines.forEach((line, i) => this.#blocks.push(textBlock(i === 0 && number !== '' ? joinMapped([{ text: number, segments: [] }, line]) : line, level === undefined ? undefined : Number(level))))
  }
}

/** The number a browser prints before an item of an ordered list. */
function listNumber(item: HtmlElement): string {
  const list = item.parentNode
  if (list === null || list.nodeName !== 'ol') return ''
  const items = list.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === 'li')
  const start = Number(attributeOf(list as HtmlElement, 'start') ?? 1)
  return `${(Number.isInteger(start) ? start : 1) + items.indexOf(item)}.`
}
