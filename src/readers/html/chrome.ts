import { attributeOf, charactersIn, elementsWithin, isElement, type HtmlElement, type HtmlParent } from './page.ts'

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

/**
 * What a site puts around the article of a page: header, footer, navigation, links to share it. Parts with amounts
 * or a title and large parts are never taken for it.
 */
export function chromeOf(page: HtmlParent): ReadonlySet<HtmlElement> {
  const all = textOf(page).length
  const small = (element: HtmlElement): boolean => {
    const text = textOf(element)
    return text.length <= all * MOST_SHARE && !AMOUNT.test(text) && !elementsWithin(element).some(({ tagName }) => /^h[1-3]$/.test(tagName))
  }
  return new Set(elementsWithin(page).filter((element) => (isNamed(element) || isLinks(element)) && small(element)))
}

function isNamed(element: HtmlElement): boolean {
  return PARTS.has(element.tagName) || [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/)].some((name) => NAMES.test(name))
}

/** A list, paragraph or box of nothing but links to other pages. */
function isLinks(element: HtmlElement): boolean {
  if (!['ul', 'ol', 'dl', 'p', 'div'].includes(element.tagName)) return false
  const links = elementsWithin(element).filter(({ tagName }) => tagName === 'a')
  if (links.length < FEWEST_LINKS || links.some((link) => CONTENT_LINK.test(attributeOf(link, 'href') ?? '#'))) return false
  return links.map(textOf).join('').length === textOf(element).length
}

function textOf(parent: HtmlParent): string {
  const own = isElement(parent as HtmlElement) ? charactersIn(parent as HtmlElement) : parent.childNodes.map(charactersIn).join('')
  return own.replace(SEPARATORS, '')
}
