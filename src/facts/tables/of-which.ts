import { standing } from './candidate.ts'
import type { RowTree } from './row-tree.ts'
import type { Entry, Strand } from './strand.ts'
import { cellOf } from './strand.ts'

/**
 * Rows led by "of which" and how far the parts reach: up to the first row with which they make the row above in every
 * column. Where no such row comes the parts are some of many, and nothing is claimed.
 */
export function ofWhichParts(strand: Strand, tree: RowTree): { readonly total: Entry; readonly parts: readonly Entry[] }[] {
  const { entries } = strand
  return entries.flatMap((entry) => {
    const above = entries[entry.at - 1]
    if (entry.row.kind !== 'part' || !above || above.row.kind === 'part' || tree.exhaustive(above) && tree.children(above).includes(entry)) return []
    const parts: Entry[] = []
    for (const next of entries.slice(entry.at)) {
      if (next.row.kind !== 'part' && next.row.kind !== 'item') break
      parts.push(next)
      if (parts.length >= 2 && covers(above, parts, strand)) return [{ total: above, parts }]
    }
    return []
  })
}

function covers(total: Entry, parts: readonly Entry[], strand: Strand): boolean {
  const standings = strand.columns.map((column) => {
    const cell = cellOf(total, column)
    return cell ? standing(cell, parts.flatMap((part) => cellOf(part, column) ?? [])) : 'open'
  })
  const holds = standings.filter((one) => one === 'holds').length
  return holds > 0 && holds > standings.filter((one) => one === 'fails').length
}
