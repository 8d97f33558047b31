import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import { cellKind } from '../cell-kind.ts'
import { foldText } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { MatrixRow } from '../matrix.ts'

/** A filled cell (or the half of one before or after its colon) of a form's row. */
export interface FormCell {
  readonly at: number
  readonly text: MappedText
  /** Property of the form whose printed label this is. */
  readonly property?: string
}

/** The filled cells of a form's row; `label: value` in one cell becomes two. */
export function formCells(row: MatrixRow, form: string, lexicon: Lexicon): readonly FormCell[] {
  const cells: FormCell[] = []
  for (const { at, text } of filled(row)) {
    const before = cells.at(-1)?.property
    const ownText = before !== undefined && PROSE_FIELDS.has(before) && text.text.length > LONGEST_LABELLED
    cells.push(...(ownText ? [{ at, text }] : splitCell(text, at, form, lexicon)))
  }
  return cells
}

/** Fields whose value is running text: a label inside it is part of the text. */
export const PROSE_FIELDS: ReadonlySet<string> = new Set(['overview', 'basis', 'necessity', 'measures', 'plan', 'goal', 'duties', 'strategy'])
const LONGEST_LABELLED = 20

function splitCell(text: MappedText, at: number, form: string, lexicon: Lexicon): readonly FormCell[] {
  const whole = lexicon.field(form, text.text)
  if (whole !== undefined) return [{ at, text, property: whole }]
  const match = /^([^:：]{2,20})[:：]\s*(?=\S)/.exec(text.text) ?? /^(\S{2,12})\s+(?=\S)/.exec(text.text)
  const label = match?.[1]
  const property = label === undefined ? undefined : lexicon.field(form, label)
  if (match === null || label === undefined || property === undefined || lexicon.is('grid', 'within', label)) return [{ at, text }]
  const value = trimMapped(sliceMapped(text, match[0].length))
  if (!/[:：]/.test(match[0]) && cellKind(value.text) === 'text' && value.text.length > 12) return [{ at, text }]
  return [{ at, text: trimMapped(sliceMapped(text, 0, match[0].length)), property }, { at, text: value }]
}

/** The value right after a label: the next cell that is no label. Undefined if there is none. */
export function valueAfter(cells: readonly FormCell[], index: number): MappedText | undefined {
  const next = cells[index + 1]
  return next !== undefined && next.property === undefined ? next.text : undefined
}

/** The printed blank a label's missing value stands in, so that it still has a place. */
export function blankAfter(row: MatrixRow, at: number): MappedText {
  const next = row.cells[at + 1] ?? row.cells[at]
  return next !== undefined && next.text === '' ? next : { text: '', segments: [] }
}

/** A label without the 其中 before it and the colon after it. */
export function fundLabel(text: MappedText, lexicon: Lexicon): MappedText {
  let from = 0
  for (const word of lexicon.words('grid', 'within')) {
    const match = new RegExp(`^[（(]?\\s*${word}\\s*[:：]?\\s*`).exec(text.text)
    if (match !== null && match[0].length < text.text.length) from = Math.max(from, match[0].length)
  }
  const to = text.text.length - (/[:：\s）)]*$/.exec(text.text)?.[0].length ?? 0)
  const label = sliceMapped(text, from, Math.max(from, to))
  return /[（(][^）)]*$/.test(label.text) ? sliceMapped(text, from) : label
}

/** Whether a label begins with 其中. */
export function isWithin(text: string, lexicon: Lexicon): boolean {
  return [...lexicon.words('grid', 'within')].some((word) => foldText(text).startsWith(word))
}

/** `其中:中央财政资金 447,300` printed in one cell: the amount after the last gap. */
export function splitAmounts(cells: readonly FormCell[]): readonly FormCell[] {
  return cells.flatMap((cell) => {
    if (cell.property === undefined && SENTENCE.test(cell.text.text)) return amountsOf(cell)
    const match = /^(\D.*?[^\d,.\s])[\s:：]+([-−]?\d[\d,]*(?:\.\d+)?(?:万元|元)?)$/.exec(cell.text.text)
    if (match === null || cell.property !== undefined) return [cell]
    const cut = (match[1] ?? '').length
    const from = cell.text.text.length - (match[2] ?? '').length
    return [{ ...cell, text: sliceMapped(cell.text, 0, cut) }, { at: cell.at, text: sliceMapped(cell.text, from) }]
  })
}

/** A total and its parts told in one cell: 26.40万元（其中财政拨款26.40万元），其中：县级0.00万元、上级26.40万元. */
const SENTENCE = /^(?:[\u4e00-\u9fff]{0,8}[:：]?\s*[-−]?\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)\s*[，,；;、（(]\s*)?其中\D*\d[\d,.]*\s*(?:亿元|万元|元)/
const AMOUNT = /[-−]?\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)/g

/** The amounts of such a cell, each but the first behind its label. */
function amountsOf({ at, text }: FormCell): readonly FormCell[] {
  let from = 0
  return [...text.text.matchAll(AMOUNT)].flatMap((match, i): FormCell[] => {
    const before = text.text.slice(from, match.index)
    const label = /[\u4e00-\u9fff（()）]*[:：]?\s*$/.exec(before.replace(/[，,；;、（(]\s*$/, ''))?.[0] ?? ''
    const start = match.index - label.length
    const value = { at, text: sliceMapped(text, match.index, match.index + match[0].length) }
    from = match.index + match[0].length
    const isTotal = i === 0 && !before.includes('其中')
    return isTotal || label === '' ? [value] : [{ at, text: sliceMapped(text, start, match.index) }, value]
  })
}
