import type { OfficePackage } from '../ooxml/package.ts'
import { attribute, childAt, childrenNamed, elementsOf, textIn, type XmlElement } from '../ooxml/xml.ts'
import { damaged } from '../problem.ts'
import { patternOf } from './printed.ts'
import { unseenByStyle, type Unseen } from './unseen.ts'

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly strings: readonly string[]
  /** Those of them with runs that have a look of their own. */
  readonly rich: ReadonlySet<number>
  /** Number pattern of each cell style. */
  readonly patterns: readonly (string | undefined)[]
  /** Whether each cell style draws a border. */
  readonly bordered: readonly boolean[]
  /** Whether each cell style strikes text through. */
  readonly struck: readonly boolean[]
  /** What of each of the strings is struck through; most have nothing. */
  readonly struckStrings: ReadonlyMap<number, string>
  /** What each cell style shows nothing of. */
  readonly unseen: readonly (Unseen | undefined)[]
  readonly dates1904: boolean
}

export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  /** Name of its part in the package. */
  readonly part: string
}

/** Reads workbook, shared strings and number formats. */
export function readWorkbook(office: OfficePackage): Workbook {
  const main = office.related('', 'officeDocument') ?? 'xl/workbook.xml'
  const root = office.xml(main)
  if (root === undefined) throw damaged(main)
  const relations = office.relationships(main)
  const sheets = childrenNamed(childAt(root, 'sheets'), 'sheet').flatMap((sheet): readonly WorkbookSheet[] => {
    const relation = relations.find(({ id }) => id === attribute(sheet, 'r:id'))
    if (relation?.type !== 'worksheet') return []
    return [{ name: attribute(sheet, 'name') ?? '', hidden: ['hidden', 'veryHidden'].includes(attribute(sheet, 'state') ?? ''), part: relation.target }]
  })
  const part = (type: string): XmlElement | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : office.xml(target)
  }
  const styles = part('styles')
  const patterns = patternsOf(styles)
  const strings = childrenNamed(part('sharedStrings'), 'si')
  return {
    sheets,
    strings: strings.map(richText),
    rich: new Set(strings.flatMap((string, i) => (isRich(string) ? [i] : []))),
    patterns,
    struck: struckOf(styles),
    struckStrings: new Map(strings.flatMap((string, i) => (struckIn(string) === '' ? [] : [[i, struckIn(string)] as const]))),
    unseen: unseenByStyle(styles, patterns),
    bordered: borderedOf(styles),
    dates1904: ['1', 'true'].includes(attribute(childAt(root, 'workbookPr'), 'date1904') ?? ''),
  }
}

/** Text of runs; phonetic guides and what is struck through are left out. */
export function richText(element: XmlElement): string {
  return elementsOf(element).map((child) => (child.name === 't' ? textIn(child) : child.name === 'r' && !isStruck(childAt(child, 'rPr')) ? richText(child) : '')).join('')
}

/** Text of the runs that are struck through. */
export function struckIn(element: XmlElement): string {
  return childrenNamed(element, 'r').map((run) => (isStruck(childAt(run, 'rPr')) ? richText(run) : '')).join('')
}

function isStruck(font: XmlElement | undefined): boolean {
  const strike = childAt(font, 'strike')
  return strike !== undefined && !['0', 'false'].includes(attribute(strike, 'val') ?? '')
}

function struckOf(styles: XmlElement | undefined): readonly boolean[] {
  const fonts = childrenNamed(childAt(styles, 'fonts'), 'font').map(isStruck)
  return childrenNamed(childAt(styles, 'cellXfs'), 'xf').map((style) => fonts[Number(attribute(style, 'fontId') ?? 0)] ?? false)
}

/** Whether runs of a text have a look of their own. */
export function isRich(element: XmlElement): boolean {
  return childrenNamed(element, 'r').some((run) => childAt(run, 'rPr') !== undefined)
}

function patternsOf(styles: XmlElement | undefined): readonly (string | undefined)[] {
  const custom = new Map(childrenNamed(childAt(styles, 'numFmts'), 'numFmt').map((format) => [Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode') ?? '']))
  return childrenNamed(childAt(styles, 'cellXfs'), 'xf').map((style) => patternOf(Number(attribute(style, 'numFmtId') ?? 0), custom))
}

function borderedOf(styles: XmlElement | undefined): readonly boolean[] {
  const borders = childrenNamed(childAt(styles, 'borders'), 'border').map((border) => elementsOf(border).some((side) => side.name !== 'diagonal' && !['none', ''].includes(attribute(side, 'style') ?? '')))
  return childrenNamed(childAt(styles, 'cellXfs'), 'xf').map((style) => borders[Number(attribute(style, 'borderId') ?? 0)] ?? false)
}
