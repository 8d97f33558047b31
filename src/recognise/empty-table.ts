import { sliceMapped, trimMapped } from '../source/mapped-text.ts'
import type { MappedText } from '../source/segment.ts'
import { LONGEST_TITLE, type TextItem } from './body-text.ts'
import { captionParts, isNote, splitTitle, yearLine, type Caption } from './captions.ts'
import { foldText } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import type { Matrix } from './matrix.ts'

/** A table without rows: what is said of it, and that there is nothing in it. */
export interface EmptyTable {
  readonly matrix: Matrix
  readonly role: string
  readonly caption: Caption
  readonly notes: readonly MappedText[]
}

const NO_ROWS: Matrix = { ruled: true, rows: [], width: 0 }
const LONGEST = 160
/** Where a title may end: before a remark, a colon or a gap. */
const ENDS = /[:：(（\t\u3000]| {2,}/g

/** Whether a text says of a table that there is nothing in it. */
function saysEmpty(text: string, lexicon: Lexicon): boolean {
  const folded = foldText(text)
  return [...lexicon.words('caption', 'empty')].some((word) => folded.includes(word))
}

/** Whether a line below a title says that the table is empty: a note, or a remark in brackets, which a sentence may follow. */
export function isRemark(text: string, lexicon: Lexicon): boolean {
  return saysEmpty(text, lexicon) && (isNote(text, lexicon) || saysEmpty(/^[（(]([^（()）]*)[)）]/.exec(text.trim())?.[1] ?? '', lexicon))
}

/** A line that names a table of the vocabulary and says that it is empty: 政府性基金支出表（公开07表）：本年无此项收支，空表公开。 */
export function emptyTableIn(line: MappedText, lexicon: Lexicon): EmptyTable | undefined {
  if (line.text.length > LONGEST || !saysEmpty(line.text, lexicon)) return undefined
  for (const { index } of line.text.matchAll(ENDS)) {
    const caption = splitTitle(trimMapped(sliceMapped(line, 0, index)))
    const role = caption.title === undefined || !caption.title.text.endsWith('\u8868') ? undefined : lexicon.tableTitle(caption.title.text)?.id
    const rest = trimMapped(sliceMapped(line, index))
    if (role !== undefined && saysEmpty(rest.text, lexicon)) return { matrix: NO_ROWS, role, caption, notes: [rest] }
  }
  return undefined
}

/** Whether a line may be the title of a table or form. */
export function isTitle(block: TextItem, lexicon: Lexicon): boolean {
  const text = block.text.text
  if (text.length > LONGEST_TITLE || isNote(text, lexicon)) return false
  if ((lexicon.tableTitle(text) ?? lexicon.formTitle(text)) !== undefined) return true
  return block.kind === 'paragraph' && /[表单册]\s*(?:[（(].*[)）])?$/.test(text)
}

/** Whether the lines end with the title of a table of the vocabulary, and nothing but its unit and the like below it. */
export function endsWithTitle(lines: readonly TextItem[], isTitle: (line: TextItem) => boolean, lexicon: Lexicon): boolean {
  const last = lines.findLast(({ text }) => captionParts(text, lexicon) === undefined && yearLine(text) === undefined)
  return last !== undefined && isTitle(last) && lexicon.tableTitle(last.text.text) !== undefined
}

/** The table whose title these lines were, by a remark that it is empty. */
export function emptyTable(caption: Caption, note: MappedText, lexicon: Lexicon): EmptyTable | undefined {
  const role = caption.title === undefined ? undefined : lexicon.tableTitle(caption.title.text)?.id
  return role === undefined ? undefined : { matrix: NO_ROWS, role, caption, notes: [note] }
}

/** Whether a grid is only the headings of a table. */
export function isHeadingAlone({ rows, width }: Matrix): boolean {
  const [only, ...more] = rows
  return only !== undefined && more.length === 0 && width >= 2 && only.cells.filter(({ text }) => text !== '').length >= 2 && !only.cells.some(({ text }) => /^[-\d,.%％]+$/.test(text.trim()))
}
