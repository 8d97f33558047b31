import type { Kind } from '../facts/kinds.ts'

/** What an expression gives, as far as it is known before the run. */
export type Type =
  | { readonly is: 'text'; readonly quantitative?: true }
  | { readonly is: 'quantity' | 'date' | 'boolean' | 'verdict' | 'scope' | 'cells' | 'nothing' | 'any' }
  | { readonly is: 'phases'; readonly of: Type }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Type>> }
  | { readonly is: 'item'; readonly kind: Kind; readonly slots?: Readonly<Record<string, Type>>; readonly head?: true }
  | { readonly is: 'list'; readonly of: Type }

export const TEXT: Type = { is: 'text' }
export const QUANTITY: Type = { is: 'quantity' }
export const DATE: Type = { is: 'date' }
export const BOOLEAN: Type = { is: 'boolean' }
export const VERDICT: Type = { is: 'verdict' }
export const NOTHING: Type = { is: 'nothing' }
export const ANY: Type = { is: 'any' }

export function listOf(of: Type): Type {
  return { is: 'list', of }
}

/** Kinds of items that stand for the quantity they state. */
export const VALUED_KINDS: ReadonlySet<Kind> = new Set<Kind>(['fact', 'cell', 'fund'])

/** What an operand must be. `measure` is a quantity or a date, `members` a list, `countable` a list or a text. */
export type Takes = 'verdict' | 'quantity' | 'measure' | 'text' | 'members' | 'countable' | 'any'

function isMeasured(type: Type): boolean {
  return type.is === 'quantity' || (type.is === 'text' && type.quantitative === true) || (type.is === 'item' && VALUED_KINDS.has(type.kind))
}

/** Whether an expression of `type` can stand where `takes` is wanted. */
export function fits(type: Type, takes: Takes): boolean {
  if (type.is === 'any' || type.is === 'nothing' || takes === 'any') return true
  switch (takes) {
    case 'verdict': return type.is === 'verdict' || type.is === 'boolean'
    case 'quantity': return isMeasured(type)
    case 'measure': return isMeasured(type) || type.is === 'date'
    case 'text': return type.is === 'text' || type.is === 'item' || type.is === 'date'
    case 'members': return type.is === 'list'
    case 'countable': return type.is === 'list' || type.is === 'text' || type.is === 'item'
  }
}

/** Whether values of the two types can be equal at all: the test of `equal`, `in` and `where`. */
export function comparable(a: Type, b: Type): boolean {
  if (a.is === 'any' || b.is === 'any' || a.is === 'nothing' || b.is === 'nothing') return true
  if (isMeasured(a) && isMeasured(b)) return true
  if (a.is === 'verdict' || b.is === 'verdict') return a.is === 'boolean' || b.is === 'boolean'
  if (a.is === 'item' && b.is === 'item') return a.kind === b.kind
  if (a.is === 'item' || b.is === 'item') return a.is === 'text' || b.is === 'text'
  if (a.is === 'date' || b.is === 'date') return a.is === b.is || a.is === 'text' || b.is === 'text'
  if (a.is === 'list' && b.is === 'list') return comparable(a.of, b.of)
  return a.is === b.is
}

/** The narrowest type both fit in, for lists and branches. */
export function common(types: readonly Type[]): Type {
  const told = types.filter((type) => type.is !== 'nothing')
  const first = told[0]
  if (first === undefined) return NOTHING
  if (told.every((type) => type.is === 'verdict' || type.is === 'boolean') && told.some((type) => type.is === 'verdict')) return VERDICT
  return told.every((type) => JSON.stringify(type) === JSON.stringify(first)) ? first : told.every((type) => type.is === first.is) && first.is === 'text' ? TEXT : ANY
}

/** The name of a type in faults and documentation: a key of the wording. */
export function typeName(type: Type): string {
  return type.is
}
