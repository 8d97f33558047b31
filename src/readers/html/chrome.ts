import type { DefaultTreeAdapterTypes } from 'parse5'
import { attributeOf, isElement, NEVER_SHOWN, type HtmlElement, type HtmlNode, type HtmlParent } from './page.ts'

const PARTS = new Set(['header', 'footer', 'aside', 'form'])
/** Words of classes and ids of what a site puts around every page. */
const NAMES = /(?:^|[-_])(?:nav|navi|navbar|menu|breadcrumbs?|crumbs?|position|share|footer|foot|copyright|sidebar|toolbar|pagination|qrcode)(?:$|[-_])/i
/** A part that holds more of the page than this is no frame around it. */
const MOST_SHARE = 0.2
const AMOUNT = /\d\.\d\d(?!\d)/
const SEPARATORS = /[\s|｜/·>›»,，、【】[\]]+/g
const FEWEST_LINKS = 2
/** Links to files are attachments, links within the page a table of contents. */
const CONTENT_LINK = /^#|\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|od[ts])(?:[?#]|$)/i
const LISTS = new Set(['ul', 'ol', 'dl', 'p', 'div'])

/** What is in a part of a page, counted in characters that are no separators. */
interface Content {
  readonly characters: number
  readonly linked: number
  readonly links: number
  /** An amount, a heading, or a link to a file. */
  readonly matters: boolean
  readonly fileLinks: boolean
}

const NOTHING: Content = { characters: 0, linked: 0, links: 0, matters: false, fileLinks: false }

/**
 * What a site puts around the article of a page: header, footer, navigation, links to share it. Parts with amounts or a title and
 * large parts are never taken for it.
 */
export function chromeOf(page: HtmlParent): ReadonlySet<HtmlElement> {
  const found: { readonly element: HtmlElement; readonly characters: number }[] = []
  const all = contentOf(page, found).characters
  return new Set(found.flatMap(({ element, characters }) => (characters <= all * MOST_SHARE ? [element] : [])))
}

/** Counts what is in a node, and notes the elements in it that look like chrome. */
function contentOf(parent: HtmlParent, found: { element: HtmlElement; characters: number }[]): Content {
  return parent.childNodes.reduce<Content>((sum, node) => added(sum, nodeContent(node, found)), NOTHING)
}

function nodeContent(node: HtmlNode, found: { element: HtmlElement; characters: number }[]): Content {
  if (node.nodeName === '#text') {
    const text = (node as DefaultTreeAdapterTypes.TextNode).value
    return { ...NOTHING, characters: text.replace(SEPARATORS, '').length, matters: AMOUNT.test(text) }
  }
  if (!isElement(node) || NEVER_SHOWN.has(node.tagName)) return NOTHING
  const own = contentOf(node, found)
  const isLink = node.tagName === 'a'
  const content: Content = {
    characters: own.characters,
    linked: isLink ? own.characters : own.linked,
    links: own.links + (isLink ? 1 : 0),
    matters: own.matters || /^h[1-3]$/.test(node.tagName),
    fileLinks: own.fileLinks || (isLink && CONTENT_LINK.test(attributeOf(node, 'href') ?? '#')),
  }
  if (!content.matters && (isNamed(node) || isLinkList(node, content))) found.push({ element: node, characters: content.characters })
  return content
}

function added(a: Content, b: Content): Content {
  return { characters: a.characters + b.characters, linked: a.linked + b.linked, links: a.links + b.links, matters: a.matters || b.matters, fileLinks: a.fileLinks || b.fileLinks }
}

function isNamed(element: HtmlElement): boolean {
  return PARTS.has(element.tagName) || [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/)].some((name) => NAMES.test(name))
}

/** A list, paragraph or box of nothing but links to other pages. */
function isLinkList({ tagName }: HtmlElement, { characters, linked, links, fileLinks }: Content): boolean {
  return LISTS.has(tagName) && links >= FEWEST_LINKS && !fileLinks && linked === characters
}
