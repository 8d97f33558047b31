import type { DateValue, Value } from '../../facts/value.ts'
import { parseQuantity } from '../../facts/amounts/index.ts'
import type { LiteralNode } from '../node.ts'
import { BOOLEAN, DATE, NOTHING, QUANTITY, TEXT } from '../types.ts'

/** A date written in a rule: 2026-03 or 2026-03-31. */
export function parseDate(text: string): DateValue | undefined {
  const found = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim())
  if (!found) return undefined
  const [, year, month, day] = found
  return { type: 'date', printed: text, year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) }
}

/** The quantity a literal stands for: `100%`, `0.01万元`, 3. */
export function quantityLiteral(written: string | number): LiteralNode | undefined {
  const quantity = parseQuantity(written)
  return quantity && { node: 'literal', written, value: { type: 'quantity', quantity, printed: String(written) }, type: QUANTITY }
}

/** A literal as it stands; a text stays a text until its place asks for a quantity or a date. */
export function literal(written: string | number | boolean | null): LiteralNode {
  if (typeof written === 'number') {
    const quantity = quantityLiteral(written)
    if (quantity) return quantity
  }
  if (typeof written === 'boolean') return { node: 'literal', written, value: { type: 'boolean', value: written }, type: BOOLEAN }
  if (written === null) return { node: 'literal', written, value: { type: 'absent', reason: 'missing-value' }, type: NOTHING }
  const value: Value = { type: 'text', text: String(written) }
  return { node: 'literal', written, value, type: TEXT }
}

/** The literal read as what its place wants, when its text is one. */
export function literalAs(node: LiteralNode, wanted: 'quantity' | 'date'): LiteralNode | undefined {
  if (typeof node.written !== 'string') return undefined
  if (wanted === 'quantity') return quantityLiteral(node.written)
  const date = parseDate(node.written)
  return date && { node: 'literal', written: node.written, value: date, type: DATE }
}
