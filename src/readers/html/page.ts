import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { tooLarge } from '../problem.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

const DEEPEST = 1000
const MOST_NODES = 2_000_000

/** The tree of a page, or of a piece of one, with the offsets of its nodes. Throws UnreadableFile where it is too deep. */
export function parseHtml(text: string, piece = false): HtmlParent {
  let depth = 0
  let count = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1
      count += 1
      if (depth > DEEPEST) throw tooLarge(`> ${DEEPEST} 层`)
      if (count > MOST_NODES) throw tooLarge(`> ${MOST_NODES}`)
    },
    onItemPop: () => {
      depth -= 1
    },
  }
  const options = { sourceCodeLocationInfo: true, treeAdapter }
  return piece ? parseFragment(text, options) : parse(text, options)
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** Value of an attribute; undefined where the element has none. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** Whether the page does not show an element. */
export function isHidden(element: HtmlElement): boolean {
  const style = attributeOf(element, 'style') ?? ''
  return attributeOf(element, 'hidden') !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

/** All characters in a node. */
export function charactersIn(node: HtmlNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node && !NEVER_SHOWN.has(node.nodeName) ? node.childNodes.map(charactersIn).join('') : ''
}

/** Elements whose content is no text of the page. */
export const NEVER_SHOWN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'select', 'button', 'iframe', 'textarea', 'title', 'nav'])

const ARTICLE = /^(?:ucap-content|zoom|zoomcon|trs_editor|article_content|articlecontent|js_content)$/i

/** The element that holds the article of a page that has one; else the page. */
export function articleOf(page: HtmlParent): HtmlParent {
  const all = charactersOf(page)
  const candidates = elementsWithin(page).filter((element) => ['main', 'article'].includes(element.tagName) || [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/)].some((name) => ARTICLE.test(name)))
  const best = candidates.find((element) => charactersOf(element) >= all / 2)
  return best ?? page
}

function charactersOf(parent: HtmlParent): number {
  return parent.childNodes.reduce((sum, node) => sum + charactersIn(node).replace(/\s+/g, '').length, 0)
}

function elementsWithin(parent: HtmlParent): readonly HtmlElement[] {
  return parent.childNodes.filter(isElement).flatMap((element) => [element, ...elementsWithin(element)])
}
