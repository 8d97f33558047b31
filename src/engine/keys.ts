import type { Ref } from '../core/ref.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { ScopeValue, Value } from '../facts/value.ts'

/**
 * A key that equal values share, for hashing: texts by their characters, items by where they stand, quantities by their exact
 * value whatever their unit. Undefined for the absent: nothing is equal to what is not there.
 */
export function keyOf(value: Value): string | undefined {
  switch (value.type) {
    case 'text': return `t${value.text}`
    case 'quantity': return `q${quantityKey(value.quantity)}`
    case 'date': return `d${value.year}-${value.month ?? ''}-${value.day ?? ''}`
    case 'boolean': return `b${String(value.value)}`
    case 'item': return `i${value.item.kind} ${refKey(value.item.ref)}`
    case 'list': return joined(value.values)
    case 'record': return joined(Object.keys(value.fields).sort().map((name) => value.fields[name] ?? { type: 'absent', reason: 'missing-value' }))
    case 'scope': return `s${scopeKey(value)}`
    case 'absent':
    case 'verdict': return undefined
  }
}

function joined(values: readonly Value[]): string | undefined {
  const keys = values.map(keyOf)
  return keys.length === 0 || keys.some((key) => key === undefined) ? undefined : `l${JSON.stringify(keys)}`
}

/** Exact value in the base unit of its dimension, in a canonical form, whatever the unit and the zeros printed. */
export function quantityKey({ digits, places, unit, bound }: Quantity): string {
  let [mantissa, power] = [digits, unit.exponent - places]
  while (mantissa !== 0n && mantissa % 10n === 0n) [mantissa, power] = [mantissa / 10n, power + 1]
  const symbol = unit.dimension === 'money' || unit.dimension === 'percent' ? '' : unit.symbol
  return `${unit.dimension} ${symbol} ${bound ?? '='} ${mantissa === 0n ? '0' : `${mantissa}e${power}`}`
}

/** Where a reference points, as text: one place has one key. */
export function refKey({ pointer, from, to }: Ref): string {
  return from === undefined ? pointer : `${pointer}@${from}-${to ?? ''}`
}

/** What a scope says, in a canonical form. What it leaves unsaid is no part of it. */
export function scopeKey(scope: ScopeValue): string {
  const made = scopeKeys.get(scope) ?? JSON.stringify(Object.keys(scope.known).sort().map((dimension) => [dimension, scope.known[dimension]]))
  scopeKeys.set(scope, made)
  return made
}

/** Many rules group facts by the same scopes. */
const scopeKeys = new WeakMap<ScopeValue, string>()
