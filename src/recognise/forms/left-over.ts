import type { Extra } from '../../disclosure/model.ts'
import type { Mapped } from '../draft.ts'
import { squeezed } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'
import type { MappedText } from '../../source/segment.ts'
import { indicatorColumns } from './indicator-columns.ts'

/** A mark in the place of a value. */
const NOTHING = /^[-—–－/\\\s、，。.（）()]*$/
const PIECES = /[:：\s]+/

/**
 * Cells of a form of which nothing came into what was read of it, row by row: a reader of labels and values leaves out what has no label it
 * knows, and nothing printed may be lost. Printed labels and headings say nothing of their own.
 */
export function leftOver(matrix: Matrix, read: unknown, lexicon: Lexicon): readonly Mapped<Extra>[] {
  const told = textsIn(read).map(squeezed).join('\n')
  const isLabel = (text: string): boolean => ['project', 'overall'].some((form) => lexicon.field(form, text) !== undefined) || lexicon.phase(text) !== undefined
  const isTold = ({ text }: MappedText): boolean => NOTHING.test(text) || isLabel(text) || [text, ...text.split(PIECES)].some((piece) => squeezed(piece).length > 0 && told.includes(squeezed(piece)))
  const rows = matrix.rows.filter((row) => indicatorColumns(row, lexicon) === undefined).map((row) => filled(row).map(({ text }) => text).filter((text) => !isTold(text)))
  const lost = rows.filter((row) => row.length > 0)
  return lost.length === 0 ? [] : [{ kind: 'grid', grid: lost }]
}

/** Every text within what was read. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('text' in value && typeof value.text === 'string') return [value.text]
  return Object.values(value).flatMap(textsIn)
}
