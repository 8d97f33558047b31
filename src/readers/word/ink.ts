import { attribute, childAt, elementsOf, type XmlElement } from '../ooxml/xml.ts'

/** What run properties say of whether text is seen; undefined where they do not say. */
export interface Ink {
  readonly hidden?: boolean
  readonly white?: boolean
  /** At most one point high. */
  readonly tiny?: boolean
  /** A line goes through it. */
  readonly struck?: boolean
  /** Something of its own sets it off from the paper: shading, a highlight, an outline. */
  readonly setOff?: boolean
}

const TINY_HALF_POINTS = 2

/** Reads run properties (w:rPr). */
export function inkOf(properties: XmlElement | undefined): Ink {
  const ink: { -readonly [K in keyof Ink]: Ink[K] } = {}
  const setOff = (is: boolean): void => {
    if (is) ink.setOff = true
  }
  for (const child of properties?.children ?? []) {
    if (typeof child === 'string') continue
    switch (child.name) {
      case 'w:vanish':
        ink.hidden = isOn(valueOf(child) ?? '1')
        break
      case 'w:strike':
      case 'w:dstrike':
        ink.struck = ink.struck === true || isOn(valueOf(child) ?? '1')
        break
      case 'w:color':
        ink.white = isWhite(valueOf(child)) && attribute(child, 'w:themeShade') === undefined
        break
      case 'w:sz':
        ink.tiny = Number(valueOf(child)) <= TINY_HALF_POINTS
        break
      case 'w:shd':
        setOff(isShaded(child))
        break
      case 'w:highlight':
        setOff(!['none', 'white'].includes(valueOf(child) ?? ''))
        break
      case 'w:outline':
      case 'w:shadow':
      case 'w:emboss':
      case 'w:imprint':
        setOff(isOn(valueOf(child) ?? '1'))
        break
      case 'w14:textFill':
      case 'w14:textOutline':
      case 'w14:shadow':
      case 'w14:glow':
        setOff(!isPlainFill(child))
    }
  }
  return ink
}

function valueOf(property: XmlElement): string | undefined {
  return attribute(property, 'w:val')
}

/** What is said nearer to the text counts; what once set it off is taken to go on. */
export function inkOver(below: Ink, above: Ink): Ink {
  return { ...below, ...above, setOff: below.setOff === true || above.setOff === true }
}

/** Whether nobody sees text of the one over the other, as `inkOver` has it; `onPaper` tells whether it stands on nothing but white paper. */
export function isUnseen(below: Ink, above: Ink, onPaper: () => boolean): boolean {
  if ((above.hidden ?? below.hidden) === true || (above.tiny ?? below.tiny) === true) return true
  return (above.white ?? below.white) === true && below.setOff !== true && above.setOff !== true && onPaper()
}

/** Whether a shading (w:shd) is anything but white; what it says only by a theme may be. */
export function isShaded(shading: XmlElement | undefined): boolean {
  if (shading === undefined) return false
  const [pattern = 'clear', fill = attribute(shading, 'w:themeFill') ?? 'auto'] = [attribute(shading, 'w:val'), attribute(shading, 'w:fill')]
  return !['clear', 'nil'].includes(pattern) || !(fill === 'auto' || isWhite(fill))
}

/** White, or so near to it that nobody tells them apart. */
export function isWhite(colour: string | undefined): boolean {
  return /^(?:f[a-f]){3}$/i.test(colour ?? '')
}

/** WPS repeats the colour of a run as its fill. */
function isPlainFill(fill: XmlElement): boolean {
  const solid = childAt(fill, 'w14:solidFill')
  const colour = elementsOf(solid)[0]
  return fill.name === 'w14:textFill' && colour !== undefined && elementsOf(colour).length === 0 && (attribute(colour, 'w14:val') === 'bg1' || isWhite(attribute(colour, 'w14:val')))
}

export function isOn(value: string): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}
