import { attribute, childAt, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { inkOf, inkOver, isUnseen, type Ink } from './ink.ts'
import type { Styles } from './styles.ts'

/** What a paragraph holds: its visible text, what hangs on it, and what a reader of the printed page does not see. */
export interface Inline {
  /** Visible characters; a tab is \t, a line break \n, a page break nothing. */
  text: string
  deleted: string
  inserted: string
  hidden: string
  /** With a line through it: on paper it is seen as what was deleted. */
  struck: string
  readonly comments: string[]
  readonly footnotes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
  /** Contents of text boxes. */
  readonly boxes: XmlElement[]
  /** Lettering of drawings: a watermark. */
  readonly watermarks: string[]
  /** Programs of embedded objects. */
  readonly objects: string[]
  /** Pictures large enough to show a table. */
  pictures: number
}

/** Why text of a run is not read. */
type Fate = 'hidden' | 'struck' | undefined

interface Mode {
  readonly deleted?: boolean
  readonly inserted?: boolean
}

/** What a paragraph gives to the text in it. */
export interface Ground {
  readonly styles: Styles
  readonly ink: Ink
  /** Whether the paragraph stands on nothing but white paper. */
  readonly onPaper: () => boolean
}

/** Reads what stands in a paragraph (w:p), through links, content controls, tags and tracked changes. */
export function readInline(paragraph: XmlElement, { styles, ink, onPaper }: Ground): Inline {
  const inline: Inline = { text: '', deleted: '', inserted: '', hidden: '', struck: '', comments: [], footnotes: [], boxes: [], watermarks: [], objects: [], pictures: 0 }
  walk(paragraph, {})
  return inline

  function walk(element: XmlElement, mode: Mode): void {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'w:r':
          run(child, mode)
          break
        case 'w:del':
        case 'w:moveFrom':
          walk(child, { ...mode, deleted: true })
          break
        case 'w:ins':
        case 'w:moveTo':
          walk(child, { ...mode, inserted: true })
          break
        case 'mc:AlternateContent':
          walk(childAt(child, 'mc:Choice') ?? child, mode)
          break
        case 'w:commentRangeStart':
        case 'w:commentReference':
          comment(child)
          break
        case 'w:pPr':
        case 'w:sdtPr':
        case 'w:sdtEndPr':
          break
        case 'm:t':
          add(textIn(child), mode, undefined)
          break
        default:
          walk(child, mode)
      }
    }
  }

  function run(element: XmlElement, mode: Mode): void {
    const properties = childAt(element, 'w:rPr')
    const style = attribute(childAt(properties, 'w:rStyle'), 'w:val')
    const [below, own] = [style === undefined ? ink : inkOver(ink, styles.run(style)), inkOf(properties)]
    const fate = isUnseen(below, own, onPaper) ? 'hidden' : (own.struck ?? below.struck) === true ? 'struck' : undefined
    for (const child of elementsOf(element)) piece(child, mode, fate)
  }

  function piece(child: XmlElement, mode: Mode, fate: Fate): void {
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        add(textIn(child), mode, fate)
        break
      case 'w:tab':
      case 'w:ptab':
        add('\t', mode, fate)
        break
      case 'w:cr':
        add('\n', mode, fate)
        break
      case 'w:br':
        if (!['page', 'column'].includes(attribute(child, 'w:type') ?? '')) add('\n', mode, fate)
        break
      case 'w:noBreakHyphen':
        add('-', mode, fate)
        break
      case 'w:instrText':
        add(encircled(textIn(child)), mode, fate)
        break
      case 'w:sym':
        add(symbol(attribute(child, 'w:char')), mode, fate)
        break
      case 'w:commentReference':
        comment(child)
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (!mode.deleted) inline.footnotes.push({ kind: child.name === 'w:footnoteReference' ? 'footnote' : 'endnote', id: attribute(child, 'w:id') ?? '' })
        break
      case 'w:ruby':
        walk(childAt(child, 'w:rubyBase') ?? child, mode)
        break
      case 'mc:AlternateContent':
        for (const drawn of elementsOf(childAt(child, 'mc:Choice') ?? child)) drawing(drawn)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (!mode.deleted) drawing(child)
        break
    }
  }

  function drawing(element: XmlElement): void {
    if (element.name === 'w:txbxContent') {
      inline.boxes.push(element)
      return
    }
    if (element.name.endsWith(':OLEObject')) inline.objects.push(attribute(element, 'ProgID') ?? '')
    if (isLargePicture(element)) inline.pictures += 1
    const lettering = element.name === 'v:textpath' ? attribute(element, 'string') : undefined
    if (lettering !== undefined) inline.watermarks.push(lettering)
    const choice = element.name === 'mc:AlternateContent' ? childAt(element, 'mc:Choice') : undefined
    for (const child of elementsOf(choice ?? element)) drawing(child)
  }

  function comment(element: XmlElement): void {
    const id = attribute(element, 'w:id') ?? ''
    if (!inline.comments.includes(id)) inline.comments.push(id)
  }

  function add(text: string, mode: Mode, fate: Fate): void {
    if (mode.deleted) inline.deleted += text
    else if (fate !== undefined) inline[fate] += text
    else {
      inline.text += text
      if (mode.inserted) inline.inserted += text
    }
  }
}

/** English metric units: 360,000 a centimetre. */
const WIDE = 10 * 360_000
const HIGH = 4 * 360_000
const POINT = 12_700

/** Whether an element is a picture (DrawingML or VML) of the size of a table. */
function isLargePicture(element: XmlElement): boolean {
  if (element.name === 'wp:inline' || element.name === 'wp:anchor') {
    const extent = childAt(element, 'wp:extent')
    return Number(attribute(extent, 'cx')) >= WIDE && Number(attribute(extent, 'cy')) >= HIGH && childAt(element, 'a:graphic', 'a:graphicData', 'pic:pic') !== undefined
  }
  if (element.name !== 'v:shape' || childAt(element, 'v:imagedata') === undefined) return false
  const style = attribute(element, 'style') ?? ''
  const points = (name: string): number => Number(new RegExp(`(?:^|;)\\s*${name}:([\\d.]+)pt`).exec(style)?.[1] ?? 0)
  return points('width') * POINT >= WIDE && points('height') * POINT >= HIGH
}

/** What a field prints that has no saved result: a number or word in a circle (EQ \\o\\ac(○,1)), which programs offer as a format of text. */
function encircled(instruction: string): string {
  const inside = /^\s*eq\s*\\o\s*\\ac\s*\([^,，]*[,，]\s*([^()]+)\)\s*$/i.exec(instruction)?.[1]?.trim() ?? ''
  return /^(?:[1-9]|1\d|20)$/.test(inside) ? String.fromCodePoint(0x2460 + Number(inside) - 1) : inside
}

/** Characters of symbol fonts have no meaning as text; those that do are given by their code. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16)
  return Number.isNaN(value) || (value >= 0xe000 && value <= 0xf8ff) ? '' : String.fromCodePoint(value)
}
