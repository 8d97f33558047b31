import type { GapReason } from '../../core/verdict.ts'
import type { Item, Model } from '../../facts/item.ts'
import type { Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import type { CompiledCondition, CompiledSource, Environment } from '../compiled.ts'
import { equalityKey } from '../operators/sameness.ts'
import { modelFrom } from '../operators/looking-up.ts'

/** Lists shorter than this are walked; longer ones get an index. */
const WORTH_AN_INDEX = 24

type Index = ReadonlyMap<string, readonly Item[]>
const indexes = new WeakMap<Model, Map<string, Index>>()

function models(source: CompiledSource, model: Model): readonly Model[] {
  if (source.from === 'units') return model.related.units ?? []
  const one = modelFrom(model, source.from)
  return one ? [one] : []
}

function overlaps(a: Item, b: Item): boolean {
  const [from, to] = [a.ref.from ?? 0, a.ref.to ?? Infinity]
  return a.ref.pointer === b.ref.pointer && from < (b.ref.to ?? Infinity) && (b.ref.from ?? 0) < to
}

function candidates(source: CompiledSource, model: Model): readonly Item[] {
  if (source.kind !== 'match') return model.items(source.kind)
  const hits = model.matches(source.pattern ?? '')
  const excepted = source.except.flatMap((pattern) => model.matches(pattern))
  if (excepted.length === 0) return hits
  const byPointer = new Map<string, Item[]>()
  for (const item of excepted) byPointer.set(item.ref.pointer, [...(byPointer.get(item.ref.pointer) ?? []), item])
  return hits.filter((hit) => !(byPointer.get(hit.ref.pointer) ?? []).some((other) => overlaps(hit, other)))
}

function attribute(item: Item, path: readonly string[]): Value {
  return readPath({ type: 'item', item }, path)
}

function indexOf(items: readonly Item[], source: CompiledSource, path: readonly string[], model: Model): Index {
  const known = indexes.get(model) ?? new Map<string, Index>()
  indexes.set(model, known)
  const key = `${source.kind} ${source.pattern ?? ''} ${source.except.join(' ')} ${path.join('.')}`
  const ready = known.get(key)
  if (ready) return ready
  const index = new Map<string, Item[]>()
  for (const item of items) {
    // An attribute without a text key (a list, an amount) may equal a text all the same: such items are always candidates.
    const textKey = equalityKey(attribute(item, path))
    const name = textKey?.startsWith('text ') ? textKey : ''
    const list = index.get(name)
    if (list) list.push(item)
    else index.set(name, [item])
  }
  known.set(key, index)
  return index
}

/** The items a hash look-up leaves, when one of the conditions asks for a value that has a key. */
function narrowed(items: readonly Item[], source: CompiledSource, model: Model, environment: Environment): readonly Item[] {
  if (items.length < WORTH_AN_INDEX) return items
  for (const { path, equals } of source.conditions) {
    const key = equals && equalityKey(equals(environment))
    if (key === undefined || !key.startsWith('text ')) continue
    const index = indexOf(items, source, path, model)
    const [sure, unsure] = [index.get(key) ?? [], index.get('') ?? []]
    if (unsure.length === 0) return sure
    const kept = new Set([...sure, ...unsure])
    return items.filter((item) => kept.has(item))
  }
  return items
}

function meets(item: Item, conditions: readonly CompiledCondition[], environment: Environment): boolean {
  return conditions.every((condition) => condition.test(attribute(item, condition.path), environment))
}

/** The items of a source, in document order. */
export function selectItems(source: CompiledSource, environment: Environment): readonly Item[] {
  return models(source, environment.model).flatMap((model) =>
    narrowed(candidates(source, model), source, model, environment).filter((item) => meets(item, source.conditions, environment)))
}

/** Why a source can find nothing whatever the document says: no such document, no such table; undefined when it could. */
export function missingFor(source: CompiledSource, model: Model): GapReason | undefined {
  const asked = models(source, model)
  if (asked.length === 0) return 'missing-document'
  if (source.table === undefined) return undefined
  return asked.some((one) => one.items('table').some((table) => {
    const role = table.get('role')
    return role.type === 'text' && role.text === source.table
  })) ? undefined : 'missing-table'
}

/** `find`: the items as a list, absent with the reason where nothing could have been found. */
export function findItems(source: CompiledSource, environment: Environment): Value {
  const reason = missingFor(source, environment.model)
  return reason ? { type: 'absent', reason } : { type: 'list', values: selectItems(source, environment).map((item) => ({ type: 'item', item })) }
}
