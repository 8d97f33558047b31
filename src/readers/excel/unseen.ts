import { attribute, childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { parseArea } from './address.ts'

/** Of what a cell may hold, what its style shows nothing of: a format that is blank for it, or white on white. */
export interface Unseen {
  readonly positive: boolean
  readonly negative: boolean
  readonly zero: boolean
  readonly text: boolean
}

/** For each cell style (cellXfs) what it hides; undefined for nearly all. */
export function unseenByStyle(styles: XmlElement | undefined, patterns: readonly (string | undefined)[]): readonly (Unseen | undefined)[] {
  const white = childrenNamed(childAt(styles, 'fonts'), 'font').map((font) => isWhite(childAt(font, 'color')))
  const plain = childrenNamed(childAt(styles, 'fills'), 'fill').map(isPlain)
  return childrenNamed(childAt(styles, 'cellXfs'), 'xf').map((style, i) => {
    const onPaper = plain[Number(attribute(style, 'fillId') ?? 0)] ?? true
    return unseenIn(sectionsOf(patterns[i] ?? ''), white[Number(attribute(style, 'fontId') ?? 0)] === true, onPaper)
  })
}

function unseenIn(sections: readonly string[], white: boolean, onPaper: boolean): Unseen | undefined {
  // Which section a condition picks is not told here.
  if (sections.some((section) => /\[[<>=]/.test(section))) return undefined
  const [positive = '', negative = positive, zero = positive, text = ''] = sections
  const hides = (section: string): boolean => {
    const colour = COLOUR.exec(section)?.[0]
    return (sections.length > 1 && isBlank(section)) || (onPaper && (colour === undefined ? white : WHITE.test(colour)))
  }
  const unseen: Unseen = { positive: hides(positive), negative: hides(negative), zero: hides(zero), text: sections.length > 3 ? hides(text) : onPaper && white }
  return Object.values(unseen).some(Boolean) ? unseen : undefined
}

const COLOUR = /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|黑色|蓝色|青色|绿色|洋红色?|红色|白色|黄色|颜色\s*\d+)\]/i
const WHITE = /^\[(?:white|白色|(?:color|颜色)\s*2)\]$/i

/** The sections of a number format: for what is positive, negative, zero, and for text. */
function sectionsOf(pattern: string): readonly string[] {
  const parts = pattern.match(/"[^"]*"|[\\!_*].|[^;]|;/g) ?? []
  return parts.reduce<string[]>((sections, part) => (part === ';' ? [...sections, ''] : [...sections.slice(0, -1), (sections.at(-1) ?? '') + part]), [''])
}

function isBlank(section: string): boolean {
  return section.replace(/\[[^\]]*\]|_.|\*\s|[\\!]\s|"\s*"|\s/g, '') === ''
}

const THEME_PAPER = '0'
const INDEXED_WHITE = ['1', '9']

function isWhite(colour: XmlElement | undefined): boolean {
  const rgb = attribute(colour, 'rgb')
  if (rgb !== undefined) return /^(?:..)?(?:f[a-f]){3}$/i.test(rgb)
  return INDEXED_WHITE.includes(attribute(colour, 'indexed') ?? '') || (attribute(colour, 'theme') === THEME_PAPER && Number(attribute(colour, 'tint') ?? 0) >= 0)
}

function isPlain(fill: XmlElement): boolean {
  const pattern = childAt(fill, 'patternFill')
  const kind = attribute(pattern, 'patternType') ?? 'none'
  return pattern !== undefined && (kind === 'none' || (kind === 'solid' && isWhite(childAt(pattern, 'fgColor'))))
}

/**
 * Whether more than its style decides how a cell of the sheet looks: a conditional format, the style of a table, a picture behind
 * all cells. `decorated` tells of what only the sheet's relationships name.
 */
export function uncertainLooks(sheet: XmlElement, decorated: () => boolean): (row: number, column: number) => boolean {
  let areas: ReturnType<typeof conditionalAreas> | undefined
  let everywhere: boolean | undefined
  return (row, column) => {
    everywhere ??= childAt(sheet, 'tableParts') !== undefined || childAt(sheet, 'picture') !== undefined || decorated()
    areas ??= conditionalAreas(sheet)
    return everywhere || areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
  }
}

function conditionalAreas(sheet: XmlElement) {
  const own = childrenNamed(sheet, 'conditionalFormatting').map((element) => attribute(element, 'sqref') ?? '')
  return [...own, ...laterAreas(childAt(sheet, 'extLst'))].flatMap((ranges) => ranges.split(/\s+/).flatMap((range) => parseArea(range) ?? []))
}

/** Ranges of the conditional formats that newer programs write into an extension. */
function laterAreas(element: XmlElement | undefined): readonly string[] {
  return elementsOf(element).flatMap((child) => (child.name.endsWith(':sqref') ? [textIn(child)] : laterAreas(child)))
}
