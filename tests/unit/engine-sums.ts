import { evaluate, leaf } from '../../src/facts/amounts/index.ts'
import type { Term } from '../../src/facts/quantity.ts'
import type { QuantityValue } from '../../src/facts/value.ts'

/** The sum of printed figures as a computed value. */
export function sum(...inputs: readonly QuantityValue[]): QuantityValue {
  const term: Term = { op: 'sum', args: inputs.map(({ quantity }) => leaf(quantity)) }
  const result = evaluate(term)
  if (!('quantity' in result)) throw new Error('no sum')
  return { type: 'quantity', quantity: result.quantity, term, inputs }
}
