import { attribute, childAt, childrenNamed, type XmlElement } from '../ooxml/xml.ts'

/** What a style, or a paragraph itself, says that matters to reading. */
export interface ParagraphLook {
  /** Outline level, 0 is the highest. */
  readonly outline?: number
  readonly numId?: string
  /** The style that says so: a list may tie its levels to styles. */
  readonly numStyle?: string
  readonly ilvl?: number
  /** Its text is hidden. */
  readonly hidden?: boolean
}

/** Styles by identifier, what they inherit included. */
export interface Styles {
  paragraph(id: string | undefined): ParagraphLook
  isHidden(runStyle: string | undefined): boolean
}

const DEEPEST_STYLE = 20

/** Reads word/styles.xml; without it no style says anything. */
export function readStyles(root: XmlElement | undefined): Styles {
  const own = new Map<string, { readonly look: ParagraphLook; readonly basedOn: string | undefined }>()
  let standard: string | undefined
  for (const style of childrenNamed(root, 'w:style')) {
    const id = attribute(style, 'w:styleId') ?? ''
    if (attribute(style, 'w:type') === 'paragraph' && isOn(attribute(style, 'w:default') ?? '0')) standard ??= id
    const look = lookOf(childAt(style, 'w:pPr'))
    own.set(id, { look: { ...look, ...(look.numId !== undefined && { numStyle: id }), ...hiddenOf(childAt(style, 'w:rPr')) }, basedOn: attribute(childAt(style, 'w:basedOn'), 'w:val') })
  }
  const resolved = new Map<string, ParagraphLook>()
  const resolve = (id: string | undefined, depth = 0): ParagraphLook => {
    const known = resolved.get(id ?? '')
    if (known !== undefined) return known
    const style = own.get(id ?? '')
    if (style === undefined || depth > DEEPEST_STYLE) return {}
    const look = { ...resolve(style.basedOn, depth + 1), ...style.look }
    resolved.set(id ?? '', look)
    return look
  }
  return { paragraph: (id) => resolve(id ?? standard), isHidden: (id) => id !== undefined && resolve(id).hidden === true }
}

/** What paragraph properties say of outline and numbering. */
export function lookOf(properties: XmlElement | undefined): ParagraphLook {
  const outline = attribute(childAt(properties, 'w:outlineLvl'), 'w:val')
  const numbering = childAt(properties, 'w:numPr')
  const numId = attribute(childAt(numbering, 'w:numId'), 'w:val')
  const ilvl = attribute(childAt(numbering, 'w:ilvl'), 'w:val')
  return { ...(outline !== undefined && { outline: Number(outline) }), ...(numId !== undefined && { numId }), ...(ilvl !== undefined && { ilvl: Number(ilvl) }) }
}

/** Whether run properties hide the run; undefined where they do not say. */
export function hiddenOf(properties: XmlElement | undefined): { readonly hidden?: boolean } {
  const vanish = childAt(properties, 'w:vanish')
  return vanish === undefined ? {} : { hidden: isOn(attribute(vanish, 'w:val') ?? '1') }
}

function isOn(value: string): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}
