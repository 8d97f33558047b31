import { attribute, childAt, elementsOf, type XmlElement } from '../ooxml/xml.ts'
import { isShaded, isWhite } from './ink.ts'
import type { Styles } from './styles.ts'

/**
 * The paragraphs that surely stand on white paper: in no text box, in no table or cell that is shaded, and in a document that has
 * nothing behind its text.
 */
export function onWhitePaper(document: XmlElement, styles: Pick<Styles, 'shadesTable'>): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>()
  const background = attribute(childAt(document, 'w:background'), 'w:color')
  if (hasBackdrop(document) || (background !== undefined && background !== 'auto' && !isWhite(background))) return found
  const walk = (element: XmlElement): void => {
    if (element.name === 'w:txbxContent' || isShadedPart(element, styles)) return
    if (element.name === 'w:p') found.add(element)
    for (const child of elementsOf(element)) walk(child)
  }
  walk(document)
  return found
}

function isShadedPart(element: XmlElement, styles: Pick<Styles, 'shadesTable'>): boolean {
  switch (element.name) {
    case 'w:tbl': {
      const properties = childAt(element, 'w:tblPr')
      return isShaded(childAt(properties, 'w:shd')) || styles.shadesTable(attribute(childAt(properties, 'w:tblStyle'), 'w:val'))
    }
    case 'w:tr':
      return isShaded(childAt(element, 'w:tblPrEx', 'w:shd'))
    case 'w:tc':
      return isShaded(childAt(element, 'w:tcPr', 'w:shd'))
    default:
      return false
  }
}

/** Whether a part has a picture or shape behind its text; the lettering of a watermark is none. */
export function hasBackdrop(element: XmlElement): boolean {
  if (element.name === 'wp:anchor' && ['1', 'true'].includes(attribute(element, 'behindDoc') ?? '')) return true
  if (element.name.startsWith('v:') && /z-index\s*:\s*-/.test(attribute(element, 'style') ?? '') && childAt(element, 'v:textpath') === undefined) return true
  return elementsOf(element).some(hasBackdrop)
}
