import { matchAt, type Found, type Spot } from './found.ts'
import { OPERAND_START, OPERATORS } from './lexicon.ts'

/** The sign of arithmetic here, if it stands between two operands: a token or bracket before it, a figure or bracket after it. */
export function readOperator({ text, at, lastEnd }: Spot): Found | undefined {
  const sign = text[at] ?? ''
  if (!Object.hasOwn(OPERATORS, sign)) return undefined
  const between = text.slice(lastEnd, at)
  if (lastEnd === 0 || !/^\s*[)\]]*\s*$/.test(between)) return undefined
  return matchAt(OPERAND_START, text, at + 1) ? { type: 'operator', from: at, to: at + 1 } : undefined
}
