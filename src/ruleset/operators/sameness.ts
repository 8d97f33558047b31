import type { Model } from '../../facts/item.ts'
import type { Value } from '../../facts/value.ts'
import type { Environment } from '../compiled.ts'
import { holds } from '../verdicts.ts'
import { equalPair, plainlySame, scopesAgree } from './equal-pair.ts'
import { nameOf, stated } from './values.ts'

/** `equal` needs no model; comparing outside a run needs none either. */
const APART: Environment = {
  model: undefined as unknown as Model,
  blank: 'skip',
  known: new Map(),
  lookup: () => ({ type: 'absent', reason: 'missing-value' }),
  bind: () => APART,
  defer: () => APART,
}

/**
 * A key such that values that are the same have the same key, for hash joins and groups; undefined where only comparing
 * tells (amounts, texts that state them, scopes with unsaid parts) and for the absent.
 */
export function equalityKey(value: Value): string | undefined {
  const read = stated(value)
  switch (read.type) {
    case 'text': return `text ${read.text}`
    case 'item': return `text ${nameOf(read.item)}`
    case 'boolean': return `boolean ${read.value}`
    case 'quantity': return numberKey(read.quantity.digits, read.quantity.places, read.quantity.unit.dimension)
    case 'scope': return read.unsaid.length > 0 ? undefined : `scope ${JSON.stringify(Object.entries(read.known).sort(([a], [b]) => (a < b ? -1 : 1)))}`
    case 'record': return read.fields['text']?.type === 'text' ? `text ${read.fields['text'].text}` : undefined
    default: return undefined
  }
}

function numberKey(digits: bigint, places: number, dimension: string): string | undefined {
  if (dimension !== 'number' && dimension !== 'count') return undefined
  let [rest, left] = [digits, places]
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n
    left -= 1
  }
  return `number ${rest} ${left}`
}

/** Whether two values are the same as `equal` and `where` mean it: an item and a text by the item's name. */
export function sameValue(a: Value, b: Value, environment: Environment = APART): boolean {
  return plainlySame(stated(a), stated(b)) ?? holds(equalPair(a, b, environment))
}

/** The same in a condition of `where`: scopes as they group, what one of them leaves unsaid fits what the other says. */
export function fitsValue(a: Value, b: Value, environment: Environment): boolean {
  return a.type === 'scope' && b.type === 'scope' ? scopesAgree(a, b) !== false : sameValue(a, b, environment)
}
