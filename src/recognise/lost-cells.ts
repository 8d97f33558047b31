import type { HeadingBlock, ParagraphBlock } from '../readers/block.ts'
import type { MappedText } from '../source/segment.ts'
import { numberingLevel } from '../source/numbering.ts'
import { captionParts, isNote, splitTitle, yearLine } from './captions.ts'
import type { Caption } from './captions.ts'
import { isTitledSheet, namesProject, namesSheet } from './forms/labelled-lines.ts'
import { foldText } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { doubtfulMatrix } from './loose/loose-table.ts'
import type { Evidence } from './loose/settle.ts'
import { turnedLines } from './loose/turned-lines.ts'
import type { Matrix } from './matrix.ts'
import { transposedLines } from './transpose.ts'

type TextItem = HeadingBlock | ParagraphBlock

/** A table of which only the title and lines are left. */
export interface LostTable {
  readonly matrix: Matrix
  readonly role: string
  readonly caption: Caption
}

/** What lines are read with; evidence by the unit of the table. */
export interface TitledContext {
  readonly lexicon: Lexicon
  readonly evidence: (unit: string | undefined) => Evidence
}

/**
 * Finds tables among lines of text whose cells were lost: the title of a known table with its unit or entity right below.
 * What follows up to the next heading are its rows, all doubtful, so that nobody calls the table missing; unless two lines tell all.
 */
export function titledText(lines: readonly TextItem[], isTitle: (item: TextItem) => boolean, { lexicon, evidence }: TitledContext): readonly (TextItem | LostTable)[] {
  const out: (TextItem | LostTable)[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextItem
    const role = line.kind === 'paragraph' && isTitle(line) ? lexicon.role(lexicon.tableTitle(line.text.text)?.id ?? '') : undefined
    const { caption, end } = captionBelow(lines, at + 1, lexicon)
    const rows = role === undefined || (caption.unit === undefined && caption.entity === undefined) ? [] : rowsBelow(lines, end, isTitle, lexicon)
    if (role === undefined || rows.length === 0) out.push(line)
    else {
      const turned = turnedLines(rows, role, evidence(caption.unit?.text))
      out.push({ role: role.id, caption: { ...splitTitle(line.text), ...caption }, matrix: transposedLines(rows, role) ?? turned?.matrix ?? doubtfulMatrix(rows.map((text) => [text]), role, lexicon) })
      at = end + (turned?.lines ?? rows.length) - 1
    }
  }
  return out
}

function captionBelow(lines: readonly TextItem[], from: number, lexicon: Lexicon): { caption: Caption; end: number } {
  let caption: Caption = {}
  let end = from
  for (; end < lines.length; end += 1) {
    const text = (lines[end] as TextItem).text
    const year = yearLine(text)
    const parts = captionParts(text, lexicon) ?? (year === undefined ? undefined : { year })
    if (parts === undefined) break
    caption = { ...caption, ...parts }
  }
  return { caption, end }
}

function rowsBelow(lines: readonly TextItem[], from: number, isTitle: (item: TextItem) => boolean, lexicon: Lexicon): readonly MappedText[] {
  const rows: MappedText[] = []
  for (const line of lines.slice(from)) {
    if (line.kind === 'heading' || isTitle(line) || isNote(line.text.text, lexicon) || captionParts(line.text, lexicon) !== undefined) break
    rows.push(line.text)
  }
  return rows
}

/** Text from the title of a form to the next heading. It is a form if enough of its lines begin with the form's labels. */
export class FormText {
  readonly #lexicon: Lexicon
  #lines: TextItem[] = []

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  get isOpen(): boolean {
    return this.#lines.length > 0
  }

  /** Whether a line of the form that is open, or one that still waits, names a project behind its label: its indicators may follow. */
  isSheetWith(waiting: readonly TextItem[]): boolean {
    const lines = [...this.#lines, ...waiting]
    return lines.some(({ text }) => namesSheet(text.text, this.#lexicon)) || isTitledSheet(lines, this.#lexicon)
  }

  /** Whether the line belongs to the form that is open, or opens one. */
  takes(block: TextItem): boolean {
    const { text } = block.text
    const opens = (block.kind === 'paragraph' || /\u8868$/.test(text)) && ((text.length <= LONGEST_TITLE && this.#lexicon.formTitle(text) !== undefined) || namesProject(text, this.#lexicon))
    const ends = (block.kind === 'heading' && (numberingLevel(text) ?? OUTLINED) <= OUTLINED) || this.#lexicon.tableTitle(text) !== undefined
    if (!opens && (this.#lines.length === 0 || ends)) return false
    this.#lines.push(block)
    return true
  }

  close(): { readonly lines: readonly TextItem[]; readonly isForm: boolean } {
    const lines = this.#lines
    this.#lines = []
    const labels = new Set(lines.map(({ text }) => foldText(text.text.split(/\s/)[0] ?? '')).filter((word) => FORMS.some((form) => this.#lexicon.field(form, word) !== undefined)))
    return { lines, isForm: labels.size >= FEWEST_LABELS }
  }
}

const FORMS = ['project', 'overall']
const LONGEST_TITLE = 50
/** Headings down to this level (一、) end a form. */
const OUTLINED = 2
const FEWEST_LABELS = 4
