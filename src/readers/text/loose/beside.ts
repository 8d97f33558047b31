import { joinMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import type { LooseGroup, LooseRow } from './assemble.ts'
import type { Word } from './words.ts'

/**
 * A row of one table only stands beside a blank: in which of them it is, rows with both tell by the class of its code. A class that
 * none of them has goes on with the table of the row above, if that was alone too: the table beside it has ended.
 */
export function besides(rows: readonly LooseRow[]): readonly LooseRow[] {
  const tables = new Map<string, number>()
  for (const { groups } of rows) if (groups.length > 1) groups.forEach(({ code }, at) => code !== undefined && tables.set(classOf(code), at))
  let alone: number | undefined
  for (const { groups: [only, ...more] } of rows) {
    if (more.length > 0) alone = undefined
    else if (only?.code !== undefined) {
      const at = tables.get(classOf(only.code))
      if (at === undefined && alone !== undefined) tables.set(classOf(only.code), alone)
      alone = at ?? alone
    }
  }
  const isUnclear = ({ groups: [only, ...more] }: LooseRow): boolean => more.length === 0 && only?.code !== undefined && !tables.has(classOf(only.code))
  // Where a row may be of either table, nobody knows what their totals are made of.
  const unclear = rows.some(isUnclear)
  return rows.map((row) => {
    const [only, ...more] = row.groups
    if (only?.code === undefined || more.length > 0) return unclear && row.groups.some(({ code }) => code === undefined) ? { ...row, doubtful: true as const } : row
    const at = tables.get(classOf(only.code))
    const blanks = Array.from({ length: at ?? 0 }, (): LooseGroup => ({ label: { text: '', segments: [] }, figures: [] }))
    return { ...row, groups: [...blanks, only], ...(at === undefined && { doubtful: true as const }) }
  })
}

const classOf = (code: MappedText): string => code.text.slice(0, 3)

/** The parts of a code as one; a later part of one digit lost its zero. */
export function codeOf(parts: readonly Word[]): MappedText {
  return joinMapped(parts.flatMap(({ text }, i) => (i > 0 && text.text.length === 1 ? [{ text: '0', segments: [] }, text] : [text])))
}
