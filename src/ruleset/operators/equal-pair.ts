import type { Item } from '../../facts/item.ts'
import type { Outcome, ScopeValue, Value } from '../../facts/value.ts'
import type { Environment } from '../compiled.ts'
import { worst } from '../combine.ts'
import { FAILS, HOLDS } from '../verdicts.ts'
import { compareNumbers, judgeNumbers } from './compare-numbers.ts'
import { datesRelate } from './compare-dates.ts'
import { compareTexts, plainOutcome, printed, statesQuantity } from './compare-texts.ts'
import { gap, nameOf, stated } from './values.ts'

function isTextual(value: Value): boolean {
  return value.type === 'text' || value.type === 'item'
}

function textOf(value: Value): string {
  return value.type === 'item' ? nameOf(value.item) : printed(value)
}

/** Whether two items are the same thing of the document. */
export function sameItem(a: Item, b: Item): boolean {
  return a === b || (a.kind === b.kind && a.ref.pointer === b.ref.pointer && a.ref.from === b.ref.from)
}

/** Same scope: no dimension said differently; one that only one side leaves unsaid is unclear. */
export function scopesAgree(a: ScopeValue, b: ScopeValue): boolean | undefined {
  const dimensions = new Set([...Object.keys(a.known), ...Object.keys(b.known)])
  let clear = true
  for (const dimension of dimensions) {
    const [left, right] = [scopeValue(a, dimension), scopeValue(b, dimension)]
    if (left !== undefined && right !== undefined && left !== right) return false
    if (left !== undefined && right !== undefined) continue
    if (!(left === undefined ? a : b).unsaid.includes(dimension)) return false
    clear = false
  }
  return clear ? true : undefined
}

function scopeValue(scope: ScopeValue, dimension: string): string | undefined {
  return Object.hasOwn(scope.known, dimension) ? scope.known[dimension] : undefined
}

/** A record (a document number) is compared by its printed text. */
function unwrapped(value: Value): Value {
  if (value.type !== 'record') return stated(value)
  const text = Object.hasOwn(value.fields, 'text') ? value.fields['text'] : undefined
  return text ?? value
}

/** `equal` of two values: numbers by their printed precision, texts character by character, items by what they are. */
export function equalPair(first: Value, second: Value, environment: Environment): Outcome {
  const [a, b] = [unwrapped(first), unwrapped(second)]
  if (a.type === 'quantity' || b.type === 'quantity') return compareNumbers('equal', a, b, environment)
  const missing = a.type === 'absent' ? a : b.type === 'absent' ? b : undefined
  if (missing) return missing.reason === 'blank' ? compareNumbers('equal', a, b, environment) : gap(missing.reason, [a, b])
  if (a.type === 'item' && b.type === 'item') return plainOutcome(sameItem(a.item, b.item), [a, b])
  if (a.type === 'text' && b.type === 'text') return equalTexts(a, b, environment)
  if (isTextual(a) && isTextual(b)) return compareTexts(a, b, textOf(a), textOf(b))
  if (a.type === 'date' && b.type === 'date') {
    const same = datesRelate('equal', a, b)
    return same === undefined ? gap('ambiguous', [a, b]) : plainOutcome(same, [a, b], `${a.printed} ${same ? '=' : '≠'} ${b.printed}`)
  }
  if (a.type === 'date' || b.type === 'date') return isTextual(a) || isTextual(b) ? compareTexts(a, b, textOf(a), textOf(b)) : gap('ambiguous', [a, b])
  if (a.type === 'boolean' && b.type === 'boolean') return plainOutcome(a.value === b.value, [first, second])
  if (a.type === 'scope' && b.type === 'scope') {
    const agree = scopesAgree(a, b)
    return agree === undefined ? gap('scope-unclear', [a, b]) : plainOutcome(agree, [a, b])
  }
  if (a.type === 'list' && b.type === 'list') return equalLists(a.values, b.values, environment)
  return gap('ambiguous', [a, b])
}

/** The commonest comparisons, without an account of what was compared; undefined for the others. */
export function plainlySame(a: Value, b: Value): boolean | undefined {
  if ((a.type === 'absent' && a.reason !== 'blank') || (b.type === 'absent' && b.reason !== 'blank')) return false
  if (a.type === 'text' && b.type === 'text') return a.text === b.text || (statesQuantity(a) && statesQuantity(b) ? undefined : false)
  if (a.type === 'item' && b.type === 'item') return sameItem(a.item, b.item)
  if (a.type === 'item' && b.type === 'text') return nameOf(a.item) === b.text
  if (a.type === 'text' && b.type === 'item') return a.text === nameOf(b.item)
  return undefined
}

/** The verdict of `equalPair` and its reason, without the account of it. */
export function judgePair(first: Value, second: Value, environment: Environment): Outcome {
  const [a, b] = [unwrapped(first), unwrapped(second)]
  if (a.type === 'quantity' && b.type === 'quantity') return judgeNumbers('equal', a, b, environment)
  if (a.type === 'absent' || b.type === 'absent') {
    const only = a.type !== 'absent' ? b : b.type !== 'absent' ? a : undefined
    return only?.type === 'absent' && only.reason !== 'blank' ? gap(only.reason) : equalPair(first, second, environment)
  }
  const same = plainlySame(a, b)
  return same === undefined ? equalPair(first, second, environment) : same ? HOLDS : FAILS
}

function equalTexts(a: Value & { type: 'text' }, b: Value & { type: 'text' }, environment: Environment): Outcome {
  if (a.text === b.text || !statesQuantity(a) || !statesQuantity(b)) return compareTexts(a, b, a.text, b.text)
  const outcome = compareNumbers('equal', a, b, environment)
  return outcome.reason === 'units-differ' ? compareTexts(a, b, a.text, b.text) : outcome
}

function equalLists(a: readonly Value[], b: readonly Value[], environment: Environment): Outcome {
  if (a.length !== b.length) return plainOutcome(false, [...a, ...b])
  return worst(a.map((value, index) => equalPair(value, b[index] ?? value, environment)))
}
