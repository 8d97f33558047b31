import { standing } from './candidate.ts'
import type { RowTree } from './row-tree.ts'
import type { Entry, Strand } from './strand.ts'
import { cellOf } from './strand.ts'
import type { TotalRow } from './total-rows.ts'

/**
 * Rows of organisations in lists without codes (a department, its units, their projects): the row of the disclosing unit
 * is the sum of the rows below it, or of the organisations among them.
 */
export function unitParts(strand: Strand, tree: RowTree): TotalRow[] {
  const { entries } = strand
  return entries.flatMap((unit) => {
    if (unit.row.kind !== 'unit' || tree.children(unit).length > 0) return []
    const next = entries[unit.at + 1]
    if (next?.row.kind === 'unit') return [{ total: unit, sets: [[next]] }]
    const end = entries.slice(unit.at + 1).find((entry) => entry.row.kind !== 'item' && entry.row.kind !== 'part')
    const below = entries.slice(unit.at + 1, end?.at).filter((entry) => entry.row.kind === 'item' && tree.parent(entry) === undefined)
    const heads = organisationHeads(below, strand)
    const sets = [heads?.map((head) => head.total), below].filter((set): set is Entry[] => set !== undefined && set.length > 0)
    return [...(sets.length > 0 ? [{ total: unit, sets }] : []), ...(heads ?? [])]
  })
}

/**
 * Rows that end like the name of an organisation and are, most of them, the sum of the rows up to the next one: heads.
 * Undefined where the list does not open with one or the figures do not bear it out: then they are items.
 */
function organisationHeads(rows: readonly Entry[], strand: Strand): TotalRow[] | undefined {
  const named = rows.filter((entry) => strand.table.words.organisation.some((word) => entry.row.key.endsWith(word)))
  if (named.length === 0 || named.length === rows.length || named[0] !== rows[0]) return undefined
  const heads = named.map((total, i) => ({ total, sets: [rows.filter((row) => row.at > total.at && row.at < (named[i + 1]?.at ?? Infinity))] }))
  if (heads.some((head) => head.sets[0]?.length === 0)) return undefined
  const covered = heads.filter((head) => sums(head.total, head.sets[0] ?? [], strand)).length
  return covered * 2 > heads.length ? heads : undefined
}

function sums(total: Entry, parts: readonly Entry[], strand: Strand): boolean {
  const standings = strand.columns.map((column) => {
    const cell = cellOf(total, column)
    return cell ? standing(cell, parts.flatMap((part) => cellOf(part, column) ?? [])) : 'open'
  })
  return standings.includes('holds') && !standings.includes('fails')
}
