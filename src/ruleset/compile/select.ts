import type { GapReason } from '../../core/verdict.ts'
import type { Item, Model } from '../../facts/item.ts'
import type { Look } from '../../facts/reads.ts'
import type { Value } from '../../facts/value.ts'
import { readPath } from '../../facts/path.ts'
import type { CompiledCondition, CompiledSource, Environment } from '../compiled.ts'
import { rootEnvironment } from '../environment.ts'
import { modelFrom } from '../operators/looking-up.ts'
import { fitsValue, sameValue } from '../operators/sameness.ts'
import { stated } from '../operators/values.ts'
import { oncePerRun } from './fixed.ts'
import { itemsWith, keysOf, positions } from './item-index.ts'

function models(source: CompiledSource, model: Model): readonly Model[] {
  if (source.from === 'units') return model.related.units ?? []
  const one = modelFrom(model, source.from)
  return one ? [one] : []
}

/** A reference without range is the whole string. */
function overlaps(a: Item, b: Item): boolean {
  return (a.ref.from ?? 0) < (b.ref.to ?? Infinity) && (b.ref.from ?? 0) < (a.ref.to ?? Infinity)
}

function candidates(source: CompiledSource, model: Model): readonly Item[] {
  if (source.kind !== 'match' || source.pattern === undefined) return model.items(source.kind, source.asked)
  const hits = model.matches(source.pattern, source.asked)
  if (source.except.length === 0 || hits.length === 0) return hits
  const excluded = byPointer(source.except.flatMap((pattern) => model.matches(pattern, source.asked)))
  return hits.filter((hit) => !(excluded.get(hit.ref.pointer) ?? []).some((other) => overlaps(hit, other)))
}

function byPointer(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const known = found.get(item.ref.pointer)
    if (known) known.push(item)
    else found.set(item.ref.pointer, [item])
  }
  return found
}

/** A condition with what it compares with worked out. */
interface Test {
  readonly path: readonly string[]
  /** The values one of which the attribute must equal, where the condition is of that form. */
  readonly wanted?: readonly Value[]
  readonly holds: (attribute: Value) => boolean
}

function testOf({ path, equals, among, test }: CompiledCondition, environment: Environment): Test {
  const value = equals?.(environment)
  if (value) return { path, wanted: [value], holds: (attribute) => fitsValue(attribute, value, environment) }
  const list = among?.(environment)
  if (list?.type !== 'list') return { path, holds: (attribute) => test(attribute, environment) }
  return { path, wanted: list.values, holds: (attribute) => isAmong(stated(attribute), list.values, environment) }
}

function isAmong(value: Value, list: readonly Value[], environment: Environment): boolean {
  return value.type !== 'absent' && list.some((member) => sameValue(value, member, environment))
}

function testsOf(source: CompiledSource, environment: Environment, wanted: (condition: CompiledCondition) => boolean): readonly Test[] {
  return source.conditions.filter(wanted).map((condition) => testOf(condition, environment))
}

function passes(item: Item, tests: readonly Test[]): boolean {
  const value: Value = { type: 'item', item }
  for (const { path, holds } of tests) if (!holds(readPath(value, path))) return false
  return true
}

/** The items that pass: a look-up by the most selective condition, the others asked of what it leaves. */
function narrowed(items: readonly Item[], tests: readonly Test[]): readonly Item[] {
  if (tests.length === 0 || items.length === 0) return items
  let fewest: readonly number[] | undefined
  for (const { path, wanted } of tests) {
    const found = wanted && positions(items, path, wanted)
    if (found && (fewest === undefined || found.length < fewest.length)) fewest = found
  }
  const left = fewest ? fewest.flatMap((at) => items[at] ?? []) : items
  return left.filter((item) => passes(item, tests))
}

/** The conditions that ask the same in every check, worked out once in a run. */
function fixedTests(source: CompiledSource, environment: Environment): readonly Test[] {
  return oncePerRun(source.conditions, environment, () => testsOf(source, environment, ({ fixed }) => fixed === true))
}

/** The items that pass them: found once in a run. */
function fixedItems(source: CompiledSource, model: Model, environment: Environment): readonly Item[] {
  const keys = oncePerRun(source, environment, () => new Map<Model, object>())
  const key = keys.get(model) ?? {}
  keys.set(model, key)
  return oncePerRun(key, environment, () => passingFixed(source, model, environment))
}

/** Where account is kept, those that pass by what they themselves say are a place of their own: whatever else there is of the kind does not count. */
function passingFixed(source: CompiledSource, model: Model, environment: Environment): readonly Item[] {
  const { reads } = environment.model
  const narrow = (items: readonly Item[]): readonly Item[] => narrowed(items, fixedTests(source, environment))
  if (!reads) return narrow(candidates(source, model))
  const { value: items, found } = reads.apart(() => candidates(source, model))
  const passed = reads.passing(source, items, narrow)
  if (passed) reads.note(placeOf(source), { items: passed, again: lookFor(source, environment) })
  else reads.also(found)
  return passed ?? narrow(items)
}

/** It is kept from version to version, so it holds no environment. */
function lookFor(source: CompiledSource, environment: Environment): Look {
  const { blank } = environment
  const options = environment.lookup('options')
  const fields = options.type === 'record' ? options.fields : {}
  return (model, reads) => reads.passing(source, candidates(source, model), (items) => narrowed(items, fixedTests(source, rootEnvironment(reads.version, blank, fields))))
}

/** The items of a source, in document order. */
export function selectItems(source: CompiledSource, environment: Environment): readonly Item[] {
  const tests = testsOf(source, environment, ({ fixed }) => fixed !== true)
  const found = models(source, environment.model).map((model) => narrowed(noted(source, tests, environment, () => fixedItems(source, model, environment)), tests))
  return found.length === 1 ? (found[0] ?? []) : found.flat()
}

/** The items that `find` gives. Where account is kept: of all that are there, what is chosen hangs on those alone that a condition looks up, of one project say. */
function noted(source: CompiledSource, tests: readonly Test[], environment: Environment, find: () => readonly Item[]): readonly Item[] {
  const { reads } = environment.model
  if (!reads) return find()
  const { value, found } = reads.apart(find)
  const own = placeOf(source)
  const [place, among] = found.has(own) ? [own, tests] : [placeOfAll(source), [...tests, ...fixedTests(source, environment)]]
  const whole = found.get(place)
  const looked = whole && among.flatMap(({ path, wanted }) => {
    const keys = wanted && keysOf(wanted)
    return keys ? [{ path, keys, items: itemsWith(whole.items, path, keys) }] : []
  }).sort((a, b) => a.items.length - b.items.length)[0]
  for (const [name, finding] of found) if (!looked || name !== place) reads.note(name, finding)
  if (looked) {
    const { path, keys, items } = looked
    reads.note(`${place} with ${path.join('.')} ${keys.join('\n')}`, { items, again: lookAmong(whole.again, path, keys) })
  }
  return value
}

const names = new WeakMap<CompiledSource, string>()
let named = 0

/** The place where the items of a source are that pass its fixed conditions. */
function placeOf(source: CompiledSource): string {
  const known = names.get(source)
  if (known !== undefined) return known
  named += 1
  const name = `source ${String(named)}`
  names.set(source, name)
  return name
}

/** The place of all that conditions of a source are asked of, where that is one list. */
function placeOfAll({ kind, pattern, except }: CompiledSource): string {
  return kind !== 'match' ? `items ${kind}` : except.length === 0 && pattern !== undefined ? `matches ${pattern}` : ''
}

/** It is kept from version to version, so it holds nothing of one. */
const lookAmong = (all: Look, path: readonly string[], keys: readonly string[]): Look => (model, reads) => {
  const items = all(model, reads)
  return items && itemsWith(items, path, keys)
}

/** The items of a range, or the document that is not there. */
export function rangeItems(source: CompiledSource, environment: Environment): readonly Item[] | 'missing-document' {
  return models(source, environment.model).length === 0 ? 'missing-document' : selectItems(source, environment)
}

/** Tests items by the conditions of a source; what they are compared with is evaluated once. */
export function matcher(source: CompiledSource, environment: Environment): (item: Item) => boolean {
  const tests = testsOf(source, environment, () => true)
  return (item) => passes(item, tests)
}

/** Why a source can find nothing whatever the document says: no such document, no such table; undefined when it could. */
export function missingFor(source: CompiledSource, model: Model): GapReason | undefined {
  const asked = models(source, model)
  if (asked.length === 0) return 'missing-document'
  if (source.table === undefined) return undefined
  return asked.some(({ disclosure }) => disclosure.tables.some(({ role }) => role === source.table)) ? undefined : 'missing-table'
}

/** `find`: the items as a list, absent with the reason where nothing could have been found. */
export function findItems(source: CompiledSource, environment: Environment): Value {
  const reason = missingFor(source, environment.model)
  return reason ? { type: 'absent', reason } : { type: 'list', values: selectItems(source, environment).map((item) => ({ type: 'item', item })) }
}
