import type { Printed, Row } from '../disclosure/model.ts'
import type { MappedText } from '../source/segment.ts'
import type { ReadColumn } from './columns.ts'
import { textOf } from './draft.ts'
import type { Mapped } from './draft.ts'
import { isTotal } from './rows.ts'
import type { RowContext } from './rows.ts'

const HEAD_LEVEL = 1

/**
 * Rows that name themselves in a column left of the labels, where labels are blank, head the rows below: 货物 above the things bought.
 * They get that name as their label, and levels where every one of them has rows below it.
 */
export function withGroupHeads(rows: readonly Mapped<Row>[], columns: readonly ReadColumn[], context: Pick<RowContext, 'role' | 'lexicon'>): readonly Mapped<Row>[] {
  const label = columns.find(({ kind }) => kind === 'label')
  const before = columns.filter(({ kind, at }) => kind === 'text' && label !== undefined && at < label.at)
  const names = rows.map((row) => (textOf(row.label) === '' && row.code === undefined ? before.map(({ key }) => row.cells[key]).find(isWords) : undefined))
  if (names.every((name) => name === undefined)) return rows
  const isHead = (at: number): boolean => names[at] !== undefined && !isTotal(textOf(names[at]), context)
  const heads = rows.flatMap((_, at) => (isHead(at) ? [at] : []))
  const leads = heads.length > 0 && heads.every((at) => rows[at + 1] !== undefined && names[at + 1] === undefined && textOf(rows[at + 1]?.label ?? '') !== '')
  return rows.map((row, at) => {
    const name = names[at]
    if (name !== undefined) return { ...row, label: name, ...(isHead(at) ? leads && { level: HEAD_LEVEL } : { level: 0 }) }
    return leads && row.level === undefined && at > (heads[0] ?? 0) ? { ...row, level: HEAD_LEVEL + 1 } : row
  })
}

function isWords(cell: Mapped<Printed> | undefined): cell is string | MappedText {
  return cell !== undefined && typeof cell !== 'number' && textOf(cell) !== ''
}
