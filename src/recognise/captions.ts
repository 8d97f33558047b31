import { sliceMapped, trimMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import { foldText, labelKey, squeezed } from './label.ts'
import type { Lexicon } from './lexicon.ts'

/** What the lines above a table say of it. */
export interface Caption {
  readonly title?: MappedText
  readonly number?: MappedText
  readonly unit?: MappedText
  readonly entity?: MappedText
  /** As printed, without brackets: 2027年度. */
  readonly year?: MappedText
  /** The sentence right above that announces the table. */
  readonly lead?: MappedText
}

const NUMBER = /^(?:[\u4e00-\u9fff]{0,6}(?:公开)?(?:附?表)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:-\d{1,2})?|[\u4e00-\u9fff]{0,4}(?:公开|预算|决算)\s*\d{1,3}\s*表|(?:附表|附件)\s*[一二三四五六七八九十\d]{1,3})\s*[:：]?$/
const LEADING_NUMBER = /^(?:公开|附)?表\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:-\d{1,2})?\s*[:：.、]?\s*|^(?:公开|预算|决算)\s*\d{1,3}\s*表\s*|^(?:附件|附表)\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?\s*[:：.、]?\s*/
const UNITS = /(?:人民币)?(亿元|万元|千元|元)/

/** Parts of a caption line: `编制单位：示例局  单位：万元` has two. Undefined if the line is no caption line. */
export function captionParts(line: MappedText, lexicon: Lexicon): Caption | undefined {
  const text = line.text
  if (squeezed(text).length > 80 || /[。；]/.test(text)) return undefined
  if (NUMBER.test(text)) return { number: line }
  const pieces = splitPieces(line)
  let found: Caption = {}
  let rest = 0
  for (const piece of pieces) {
    const part = captionPiece(piece, lexicon)
    // The title may stand between its number and the unit.
    if (part === undefined && (lexicon.tableTitle(piece.text) ?? lexicon.formTitle(piece.text)) !== undefined) return undefined
    if (part === undefined) rest += 1
    else found = { ...part, ...found }
  }
  // A line that says the unit is of the table, whatever else it says.
  return Object.keys(found).length > 0 && (rest === 0 || found.unit !== undefined) ? found : undefined
}

/** The year of the table behind the name of the body. */
const TRAILING_YEAR = /\s+(?:19|20)\d\d\s*年度?$/

function captionPiece(piece: MappedText, lexicon: Lexicon): Caption | undefined {
  const match = /^([（(]?\s*[^：:]{1,12}?)\s*[:：]\s*(.*)$/.exec(piece.text)
  if (match === null) return NUMBER.test(piece.text) ? { number: piece } : yearPiece(piece)
  const label = (match[1] ?? '').replace(/^[（(]\s*/, '')
  const value = trimMapped(sliceMapped(piece, piece.text.length - (match[2] ?? '').length))
  const unit = UNITS.exec(value.text)
  if (unit !== null && lexicon.is('caption', 'unit', label) && value.text.length <= 12) {
    const at = unit.index + unit[0].length - (unit[1] ?? '').length
    return { unit: sliceMapped(value, at, at + (unit[1] ?? '').length) }
  }
  // The body is called a unit as well: 单位：某某中学.
  const named = unit === null && lexicon.is('caption', 'unit', label) && /^[\u4e00-\u9fff（）()]{4,}$/.test(value.text)
  if (!named && !lexicon.is('caption', 'entity', label)) return undefined
  const behind = TRAILING_YEAR.exec(value.text)?.[0].length ?? 0
  const entity = sliceMapped(value, 0, value.text.length - behind)
  return behind === 0 ? { entity } : { entity, year: trimMapped(sliceMapped(value, entity.text.length)) }
}

/** The year between organisation and unit: 部门：示例局  2027年度  单位：万元. */
function yearPiece(piece: MappedText): Caption | undefined {
  const year = yearLine(piece)
  return year && { year }
}

/** Wide gaps, a blank before a second label, or nothing before the unit: a page that sets the two apart by its layout has no blank. */
const PIECES = /[\t\u3000]+| {2,}|(?<=\S) (?=(?:金额)?单位\s*[:：])|(?<=[:：][^:：]{4,}(?<!金额))(?=(?:金额)?单位\s*[:：]\s*(?:人民币)?(?:亿元|万元|千元|元)[)）]?$)/g

/** Pieces of a line that gaps set apart. */
export function splitPieces(line: MappedText): readonly MappedText[] {
  const cuts = [...line.text.matchAll(PIECES)]
  const bounds = [0, ...cuts.flatMap((cut) => [cut.index, cut.index + cut[0].length]), line.text.length]
  const pieces: MappedText[] = []
  for (let i = 0; i < bounds.length; i += 2) pieces.push(trimMapped(sliceMapped(line, bounds[i] ?? 0, bounds[i + 1])))
  return pieces.filter((piece) => piece.text !== '')
}

/** The unit a caption, title or heading mentions in passing: 支出预算表（万元）. */
export function unitIn(text: string): string | undefined {
  return /[（(]\s*(?:(?:金额)?单位\s*[:：]\s*)?(?:人民币)?(亿元|万元|元)\s*[)）]/.exec(text)?.[1]
}

/** A title line cut into the number before it (表三, 附件2) and the title itself. */
export function splitTitle(line: MappedText): Caption {
  const match = LEADING_NUMBER.exec(line.text)
  if (match === null || match[0].length >= line.text.length) return { title: line }
  return { number: trimMapped(sliceMapped(line, 0, match[0].trimEnd().length)), title: trimMapped(sliceMapped(line, match[0].length)) }
}

/** Whether a line is a remark under a table: 注：…, 说明：…, or says that the table is empty. */
export function isNote(text: string, lexicon: Lexicon): boolean {
  const label = /^([^：:]{1,4})[:：]/.exec(text)?.[1]
  if (label !== undefined && lexicon.is('caption', 'note', label.replace(/\d+$/, ''))) return true
  return text.length <= 60 && /表/.test(text) && [...lexicon.words('caption', 'empty')].some((word) => foldText(text).includes(word))
}

/** Whether a line is the label of an attachment and no more: 附件2. */
export function isAttachment(text: string, lexicon: Lexicon): boolean {
  const label = /^([\u4e00-\u9fff]{2})\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$/.exec(text)?.[1]
  return label !== undefined && lexicon.words('caption', 'attachment').has(label)
}

/** Whether a line is the caption of a picture: 图1 收入结构图. */
export function isFigure(text: string, lexicon: Lexicon): boolean {
  return text.length <= 40 && [...lexicon.words('caption', 'figure')].some((word) => foldText(text).endsWith(word))
}

/** The year of a line that only says for which year a form is: （2027年度）. */
export function yearLine(line: MappedText): MappedText | undefined {
  const match = /^[（(]?\s*((?:19|20)\s*\d\s*\d\s*年?\s*(?:度)?)\s*[)）]?$/.exec(line.text)
  const from = line.text.indexOf(match?.[1] ?? '')
  return match === null ? undefined : sliceMapped(line, from, from + (match[1] ?? '').length)
}

/** Whether a line says that a table goes on from the page before. */
export function isContinuation(text: string, lexicon: Lexicon): boolean {
  return lexicon.words('caption', 'continued').has(labelKey(text).replace(/[()]/g, '')) || /[（(]续(?:表)?\d*[)）]$/.test(text)
}

/** Whether a sentence announces the table right below it. */
export function announcesTable(text: string): boolean {
  return text.length <= LONGEST_LEAD && /(?:如下|(?:见|如|详见)?(?:下|附)表(?:所示)?|附后)[)）]?[：:。]?$/.test(text)
}

const LONGEST_LEAD = 120
const LONGEST_NAME = 30

/** Whether a line right above the unit of a table is its name, whatever it ends in: it is no sentence and says nothing itself. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && !/[。；，,;：:]|\d\.\d/.test(text)
}
