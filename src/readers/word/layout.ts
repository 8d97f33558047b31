import type { XmlElement, XmlOptions } from '../ooxml/xml.ts'

/**
 * Elements of Word that tell how text and tables are laid out and where bookmarks are: nothing of them is read. They are half of what a Word
 * file consists of.
 */
const LAYOUT: ReadonlySet<string> = new Set(
  `rFonts lang szCs b bCs i iCs u kern w position spacing fitText effect
  jc ind bidi rtl tabs pBdr widowControl keepNext keepLines snapToGrid autoSpaceDE autoSpaceDN adjustRightInd textAlignment contextualSpacing
  tcW tcBorders tcMar vAlign noWrap textDirection hideMark tblW tblInd tblLayout tblLook tblBorders tblCellMar tblGrid trHeight cantSplit tblHeader
  proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak`.split(/\s+/).map((name) => `w:${name}`),
)

const PROPERTIES = new Set(['w:rPr', 'w:pPr', 'w:tcPr', 'w:trPr'])

/** Keeps of a Word document what is read of it. */
export const WITHOUT_LAYOUT: XmlOptions = { unused: LAYOUT, drop: ({ name, children }: XmlElement) => children.length === 0 && PROPERTIES.has(name) }
