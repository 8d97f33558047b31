import { judgeTerms, compareValues, evaluate, leaf } from '../amounts/index.ts'
import type { Quantity } from '../quantity.ts'
import type { CellView, TableView } from './view.ts'

export type Direction = 'column' | 'row' | 'tree'

/** A relation a table's structure claims: a total and the cells it is the sum of. */
export interface Candidate {
  readonly table: TableView
  readonly direction: Direction
  /** Candidates of one relation share it: the same columns in other rows, the same rows in other columns. */
  readonly relation: string
  readonly total: CellView
  readonly parts: readonly CellView[]
  /** Other sets of parts the structure allows. */
  readonly alternatives: readonly (readonly CellView[])[]
  /** Whether the vocabulary or codes say so; else it counts only where it holds elsewhere. */
  readonly certain: boolean
  /** What the total is, in the table's words. */
  readonly label: string
}

export type Standing = 'holds' | 'fails' | 'open'

/** Whether a cell prints a figure. */
export function isPrinted(cell: CellView): boolean {
  return cell.quantity !== undefined
}

/**
 * Whether the printed figures bear the relation out; `open` where it says nothing: no figures among the parts, words for
 * figures, or nothing but zeros.
 */
export function standing(total: CellView, parts: readonly CellView[]): Standing {
  const printed: Quantity[] = []
  for (const part of parts) {
    if (part.state === 'text') return 'open'
    if (part.quantity) printed.push(part.quantity)
  }
  if (!total.quantity || printed.length === 0) return 'open'
  if (total.quantity.digits === 0n && printed.every((quantity) => quantity.digits === 0n)) return 'open'
  if (addUp(total.quantity, printed)) return 'holds'
  const { verdict } = judgeTerms('equal', leaf(total.quantity), { op: 'sum', args: printed.map(leaf) })
  if (verdict === 'not-evaluated' || verdict === 'not-applicable') return 'open'
  return verdict === 'impossible' || verdict === 'implausible' ? 'fails' : 'holds'
}

/** Whether figures of one unit add up to the last digit: most do, and nothing has to be weighed. */
function addUp(total: Quantity, parts: readonly Quantity[]): boolean {
  if (parts.some((part) => part.unit.symbol !== total.unit.symbol)) return false
  const places = Math.max(total.places, ...parts.map((part) => part.places))
  const scaled = (quantity: Quantity): bigint => quantity.digits * 10n ** BigInt(places - quantity.places)
  return scaled(total) === parts.reduce((sum, part) => sum + scaled(part), 0n)
}

/** The standing under the reading that fits best. */
export function bestStanding(candidate: Candidate): Standing {
  const all = [candidate.parts, ...candidate.alternatives].map((parts) => standing(candidate.total, parts))
  return all.includes('holds') ? 'holds' : all.includes('fails') ? 'fails' : 'open'
}

/** Whether a total is more than half of its parts and less than twice as much: an average, a highest or a price is no sum with a slip in it. */
export function comesNear({ total, parts }: Pick<Candidate, 'total' | 'parts'>): boolean {
  const printed = parts.flatMap(({ quantity }) => (quantity && quantity.digits !== 0n ? [leaf(quantity)] : []))
  const sum = evaluate({ op: 'sum', args: printed })
  if (!total.quantity || printed.length < 2 || 'reason' in sum) return false
  return compareValues(twice(total.quantity), sum.quantity) === 1 && compareValues(twice(sum.quantity), total.quantity) === 1
}

const twice = (quantity: Quantity): Quantity => ({ ...quantity, digits: quantity.digits * 2n })
