import type { Item } from '../facts/item.ts'
import { readPath } from '../facts/path.ts'
import type { ListValue, ScopeValue, Value } from '../facts/value.ts'
import type { CompiledRange } from '../ruleset/compiled.ts'
import type { Bindings, Check } from './check.ts'
import { keyOf } from './keys.ts'
import { nearGroups } from './near-texts.ts'
import type { RangeContext } from './ranges.ts'
import { scopeGroups } from './scope-groups.ts'
import type { Scoped, ScopeGroup } from './scope-groups.ts'

type GroupRange = Extract<CompiledRange, { form: 'group' }>

/** Readings of one open scope that are tried (DESIGN §3). */
const READINGS = 5

/** Items with equal keys, near texts or one scope, as one check each. */
export function groupChecks(items: readonly Item[], range: GroupRange, context: RangeContext): Check[] {
  const buckets = byKeys(items, keyedBy(range.by, context))
  const { near } = range
  const plain = (some: readonly Item[]): Check[] => (some.length >= range.atLeast ? [checkOf(some, range.as)] : [])
  return buckets.flatMap(({ key, items: own, scoped }) => {
    if (near && scoped.length === 0) return clustersOf(own, range, context).flatMap(plain)
    const make = (): readonly Check[] => (scoped.length > 0 ? scopeGroups(scoped, context.closed).flatMap((group) => scopeChecks(group, range)) : plain(own))
    return context.known?.checksOf(range, key, own, make) ?? make()
  })
}

interface Bucket {
  readonly key: string
  readonly items: Item[]
  /** The same items with their scopes, when a scope is among the keys. */
  readonly scoped: Scoped[]
}

/** What an item is grouped by. An item without one of the keys is in no group. */
interface Keyed {
  readonly key: string | undefined
  readonly scope: ScopeValue | undefined
}

const keyed = new WeakMap<GroupRange['by'], WeakMap<Item, Keyed>>()

/** Keys of items. Where a document is linted version after version, those of items that stay the same are known. */
function keyedBy(by: GroupRange['by'], { environment }: RangeContext): (item: Item) => Keyed {
  if (!environment.model.reads) return (item) => keysOf(item, by)
  const known = keyed.get(by) ?? new WeakMap<Item, Keyed>()
  keyed.set(by, known)
  return (item) => {
    const made = known.get(item) ?? keysOf(item, by)
    known.set(item, made)
    return made
  }
}

function keysOf(item: Item, by: GroupRange['by']): Keyed {
  const values = by.map((path) => readPath({ type: 'item', item }, path))
  const scope = values.find((value) => value.type === 'scope')
  const keys = values.map((value) => (value.type === 'scope' ? 'scope' : keyOf(value)))
  return { key: keys.some((key) => key === undefined) ? undefined : JSON.stringify(keys), scope }
}

/** Hash groups in order of their first member; scopes are set aside. */
function byKeys(items: readonly Item[], keysOfItem: (item: Item) => Keyed): Bucket[] {
  const buckets = new Map<string, Bucket>()
  for (const item of items) {
    const { key, scope } = keysOfItem(item)
    if (key === undefined) continue
    const bucket = buckets.get(key) ?? { key, items: [], scoped: [] }
    buckets.set(key, bucket)
    bucket.items.push(item)
    if (scope) bucket.scoped.push({ item, scope })
  }
  return [...buckets.values()]
}

function clustersOf(items: readonly Item[], { near }: GroupRange, { environment, budget }: RangeContext): Item[][] {
  if (!near) return [[...items]]
  const longerThan = near.longerThan ? wholeNumber(near.longerThan(environment), 0) : 0
  const texts = items.flatMap((item) => {
    const value = readPath({ type: 'item', item }, near.by)
    return value.type === 'text' && value.text.length > longerThan ? [{ item, text: value.text }] : []
  })
  const distance = wholeNumber(near.distance(environment), 1)
  return nearGroups(texts.map(({ text }) => text), distance, budget).map((group) => group.flatMap((index) => texts[index]?.item ?? []))
}

function wholeNumber(value: Value, otherwise: number): number {
  if (value.type !== 'quantity') return otherwise
  return Number(value.quantity.digits / 10n ** BigInt(value.quantity.places))
}

/**
 * Items of one scope are one check. An open item is checked against each scope it can be read as, itself first: it is the one
 * under suspicion. Where those scopes are not all there can be, failing under each proves nothing.
 */
function scopeChecks(group: ScopeGroup, { as, atLeast }: GroupRange): Check[] {
  if (group.kind === 'same') return group.items.length >= atLeast ? [checkOf(group.items, as)] : []
  const readings = group.candidates.flatMap(agreeing).map((items) => [group.item, ...items]).filter((items) => items.length >= atLeast)
  const [first, ...others] = readings.slice(0, READINGS)
  if (!first) return []
  const complete = group.exhaustive && readings.length <= READINGS
  return [{ ...checkOf(first, as), others: others.map((items) => bindingsOf(items, as)), ...(!complete && { unproven: 'scope-unclear' }) }]
}

/** A scope whose own figures differ is as many readings: an open item that repeats one of them agrees with that one. */
function agreeing(items: readonly Item[]): Item[][] {
  const byValue = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item.get('value')) ?? ''
    byValue.set(key, [...(byValue.get(key) ?? []), item])
  }
  return [...byValue.values()]
}

function checkOf(items: readonly Item[], as: string): Check {
  return { bindings: bindingsOf(items, as), others: [], items }
}

function bindingsOf(items: readonly Item[], as: string): Bindings {
  const list: ListValue = { type: 'list', values: items.map((item) => ({ type: 'item', item })) }
  return [[as, list]]
}
