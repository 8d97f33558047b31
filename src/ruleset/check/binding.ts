import type { Type } from '../types.ts'
import type { Context, Spot, Visible } from './context.ts'

/** Names the format itself uses. */
const TAKEN = new Set(['doc', 'options', 'case', 'it', 'actual', 'expected', 'difference', 'odd', 'majority', 'attribute'])

/** A name a rule may give: letters of any script, digits, `_` and `-`; no dot, no blank. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u

/** What is visible once `written` is bound as well; a name never hides an outer one. */
export function bindName(written: unknown, type: Type, spot: Spot, context: Context): { readonly name: string; readonly visible: Visible } {
  const name = typeof written === 'string' ? written : ''
  if (!NAME.test(name) || name === '__proto__') context.report({ code: 'wrong-name', path: spot.path, args: { name: String(written) } })
  else if (TAKEN.has(name) || spot.visible.has(name)) context.report({ code: 'name-taken', path: spot.path, args: { name } })
  return { name, visible: new Map([...spot.visible, [name, type]]) }
}
