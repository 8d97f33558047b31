import { attributeOf, elementsWithin, stylesIn, type HtmlElement, type HtmlParent } from './page.ts'

const COLOUR = /(?:^|[;{])\s*color\s*:\s*([^;}!]+)/i
const BACKGROUND = /(?:^|[;{])\s*background(?:-color|-image)?\s*:\s*([^;}!]+)/gi
const OUTLINED = /(?:^|[;{])\s*(?:text-shadow|-webkit-text-stroke|mix-blend-mode|filter)\s*:/i
const WHITE = /^\s*(?:white|#f[a-f]f[a-f]f[a-f]|#fff|window|rgba?\(\s*25[45]\s*,\s*25[45]\s*,\s*25[45]\s*(?:,\s*1(?:\.0+)?\s*)?\))\s*$/i
const NOTHING = /^\s*(?:none|transparent|inherit|initial|unset)\s*$/i

/** Whether nothing but what elements say themselves can stand behind the text of a page: no style sheet colours or draws anything. */
export function isPlainPage(page: HtmlParent): boolean {
  const linked = elementsWithin(page).some((element) => element.tagName === 'link' && /stylesheet/i.test(attributeOf(element, 'rel') ?? ''))
  const sheets = stylesIn(page).join('\n')
  return !linked && !/@import/i.test(sheets) && backgroundsOf(sheets).every((value) => WHITE.test(value) || NOTHING.test(value))
}

/** Whether an element sets all its text in white, and nothing but white paper is sure to stand behind it. */
export function isWhiteOnPaper(element: HtmlElement, plainPage: boolean): boolean {
  const colour = colourOf(element)
  if (colour === undefined || !WHITE.test(colour) || elementsWithin(element).some((inner) => colourOf(inner) !== undefined || backgroundOf(inner) === 'other')) return false
  for (let at: HtmlParent | null = element; at !== null && 'tagName' in at; at = at.parentNode) {
    if (OUTLINED.test(attributeOf(at, 'style') ?? '')) return false
    const background = backgroundOf(at)
    if (background !== undefined) return background === 'white'
  }
  return plainPage
}

function colourOf(element: HtmlElement): string | undefined {
  return COLOUR.exec(attributeOf(element, 'style') ?? '')?.[1] ?? (element.tagName === 'font' ? attributeOf(element, 'color') : undefined)
}

function backgroundsOf(style: string): readonly string[] {
  return [...style.matchAll(BACKGROUND)].map(([, value = '']) => value)
}

function backgroundOf(element: HtmlElement): 'white' | 'other' | undefined {
  const said = [...backgroundsOf(attributeOf(element, 'style') ?? ''), ...['bgcolor', 'background'].flatMap((name) => attributeOf(element, name) ?? [])].filter((value) => !NOTHING.test(value))
  return said.length === 0 ? undefined : said.every((value) => WHITE.test(value)) ? 'white' : 'other'
}
