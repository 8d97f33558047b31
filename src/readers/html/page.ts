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

/** How a page shows an element, as far as it matters to reading. */
export type Look = 'hidden' | 'struck'

/** What style sheets of the page say of classes and ids: `.x`, `#y`. */
export type Looks = ReadonlyMap<string, Look>

/** Whether the page does not show an element, or strikes it through. */
export function lookOf(element: HtmlElement, looks: Looks = new Map()): Look | undefined {
  const style = attributeOf(element, 'style') ?? ''
  if (attributeOf(element, 'hidden') !== undefined || HIDING.test(style)) return 'hidden'
  if (STRUCK.has(element.tagName) || STRIKING.test(style)) return 'struck'
  if (looks.size === 0) return undefined
  const names = [...(attributeOf(element, 'class') ?? '').split(/\s+/).map((name) => `.${name}`), `#${attributeOf(element, 'id') ?? ''}`]
  const said = names.flatMap((name) => looks.get(name) ?? [])
  return said.includes('hidden') ? 'hidden' : said[0]
}

/** Whether the page does not show an element. */
export function isHidden(element: HtmlElement, looks?: Looks): boolean {
  return lookOf(element, looks) === 'hidden'
}

const HIDING = /(?:^|[;{])\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?(?![.\d])|font-size\s*:\s*(?:0(?:\.\d+)?(?:px|pt|r?em)?|1(?:\.0+)?(?:px|pt))\s*(?=[;}!]|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}px)/i
const STRUCK = new Set(['s', 'strike', 'del'])
const STRIKING = /(?:^|[;{])\s*text-decoration(?:-line)?\s*:[^;}]*\bline-through\b/i

/** The page's own style sheets. */
export function stylesIn(page: HtmlParent): readonly string[] {
  return elementsWithin(page).filter(({ tagName }) => tagName === 'style').map((style) => style.childNodes.map((node) => (node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : '')).join(''))
}

/** What the page's own style sheets say on every screen: `.x { display: none }` alone, not under a condition. */
export function looksOf(page: HtmlParent): Looks {
  const rules = stylesIn(page).flatMap((sheet) => [...sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '').matchAll(/([^{}]*)(\{[^{}]*\})/g)])
  return new Map(rules.flatMap(([, selectors = '', body = '']) => {
    const look = HIDING.test(body) ? 'hidden' : STRIKING.test(body) ? 'struck' : undefined
    return look === undefined ? [] : selectors.split(',').map((selector) => selector.trim()).filter((selector) => /^[.#][\w-]+$/.test(selector)).map((selector) => [selector, look] as const)
  }))
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

/** All elements in a node, in order. */
export function elementsWithin(parent: HtmlParent, found: HtmlElement[] = []): readonly HtmlElement[] {
  for (const element of parent.childNodes.filter(isElement)) {
    found.push(element)
    elementsWithin(element, found)
  }
  return found
}
