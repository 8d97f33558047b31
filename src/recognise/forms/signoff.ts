import type { Signoff } from '../../disclosure/model.ts'
import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Lexicon } from '../lexicon.ts'
import type { MatrixRow } from '../matrix.ts'
import { formCells, valueAfter } from './form-row.ts'

export type SignoffDraft = { -readonly [K in keyof Signoff]: MappedText }

const FIELDS = ['responsible', 'preparer', 'phone', 'filledAt'] as const

/** Reads who signed a form and when from one of its rows; false if the row says nothing of it. */
export function addSignoff(row: MatrixRow, signoff: SignoffDraft, lexicon: Lexicon): boolean {
  const cells = formCells(row, 'project', lexicon)
  const first = cells[0]?.property
  if (!FIELDS.some((field) => field === first)) return false
  cells.forEach((cell, i) => {
    const field = FIELDS.find((name) => name === cell.property)
    if (field !== undefined) signoff[field] ??= valueAfter(cells, i) ?? { text: '', segments: [] }
  })
  return true
}

/** Whether a line below a form is part of its sign-off: `填报人：某某`, perhaps several in a line. */
export function signoffLine(line: MappedText, lexicon: Lexicon): MatrixRow | undefined {
  if (line.text.length > 100 || !/[:：]/.test(line.text)) return undefined
  const labels = FIELDS.flatMap((field) => [...lexicon.words('project', field)])
  const closed = line.text.replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '')
  const found = labels.some((label) => closed.startsWith(label) && /^\s*[:：]/.test(closed.slice(label.length)))
  return found ? { cells: pieces(line, labels) } : undefined
}

function pieces(line: MappedText, labels: readonly string[]): readonly MappedText[] {
  const pattern = new RegExp(`(?:${labels.map((label) => [...label].join('\\s*')).join('|')})\\s*[:：]`, 'g')
  const starts = [...line.text.matchAll(pattern)].map((match) => match.index)
  return starts.map((from, i) => trimMapped(sliceMapped(line, from, starts[i + 1] ?? line.text.length)))
}
