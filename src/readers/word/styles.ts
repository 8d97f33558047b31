import { attribute, childAt, childrenNamed, elementsOf, type XmlElement } from '../ooxml/xml.ts'
import { inkOf, inkOver, isOn, isShaded, type Ink } from './ink.ts'

/** What a style, or a paragraph itself, says that matters to reading. */
export interface ParagraphLook {
  /** Outline level, 0 is the highest. */
  readonly outline?: number
  readonly numId?: string
  /** The style that says so: a list may tie its levels to styles. */
  readonly numStyle?: string
  readonly ilvl?: number
  /** Whether its text is seen, shading of the paragraph counted as what sets it off. */
  readonly ink?: Ink
}

/** Styles by identifier, what they inherit included. */
export interface Styles {
  paragraph(id: string | undefined): ParagraphLook
  /** What a style says of the text of a run. */
  run(id: string | undefined): Ink
  /** Whether the style of a table shades any part of it. */
  shadesTable(id: string | undefined): boolean
}

const DEEPEST_STYLE = 20

/** Reads word/styles.xml; without it no style says anything. */
export function readStyles(root: XmlElement | undefined): Styles {
  const own = new Map<string, { readonly look: ParagraphLook; readonly basedOn: string | undefined; readonly element: XmlElement }>()
  let standard: string | undefined
  for (const style of childrenNamed(root, 'w:style')) {
    const id = attribute(style, 'w:styleId') ?? ''
    if (attribute(style, 'w:type') === 'paragraph' && isOn(attribute(style, 'w:default') ?? '0')) standard ??= id
    const look = lookOf(childAt(style, 'w:pPr'))
    const ink = inkOver(look.ink ?? {}, inkOf(childAt(style, 'w:rPr')))
    own.set(id, { look: { ...look, ...(look.numId !== undefined && { numStyle: id }), ink }, basedOn: attribute(childAt(style, 'w:basedOn'), 'w:val'), element: style })
  }
  const resolved = new Map<string, ParagraphLook>()
  const resolve = (id: string | undefined, depth = 0): ParagraphLook => {
    const known = resolved.get(id ?? '')
    if (known !== undefined) return known
    const style = own.get(id ?? '')
    if (style === undefined || depth > DEEPEST_STYLE) return {}
    const base = resolve(style.basedOn, depth + 1)
    const look = { ...base, ...style.look, ink: inkOver(base.ink ?? {}, style.look.ink ?? {}) }
    resolved.set(id ?? '', look)
    return look
  }
  const shadesTable = (id: string | undefined, depth = 0): boolean => {
    const style = own.get(id ?? '')
    return style !== undefined && depth <= DEEPEST_STYLE && (isShadedWithin(style.element) || shadesTable(style.basedOn, depth + 1))
  }
  return { paragraph: (id) => resolve(id ?? standard), run: (id) => (id === undefined ? {} : (resolve(id).ink ?? {})), shadesTable: (id) => shadesTable(id) }
}

function isShadedWithin(element: XmlElement): boolean {
  return (element.name === 'w:shd' && isShaded(element)) || elementsOf(element).some(isShadedWithin)
}

/** What paragraph properties say of outline, numbering and shading. */
export function lookOf(properties: XmlElement | undefined): ParagraphLook {
  const outline = attribute(childAt(properties, 'w:outlineLvl'), 'w:val')
  const numbering = childAt(properties, 'w:numPr')
  const numId = attribute(childAt(numbering, 'w:numId'), 'w:val')
  const ilvl = attribute(childAt(numbering, 'w:ilvl'), 'w:val')
  const shaded = isShaded(childAt(properties, 'w:shd'))
  return { ...(outline !== undefined && { outline: Number(outline) }), ...(numId !== undefined && { numId }), ...(ilvl !== undefined && { ilvl: Number(ilvl) }), ...(shaded && { ink: { setOff: true } }) }
}
