import type { Item } from '../../facts/item.ts'
import { readPath } from '../../facts/path.ts'
import type { Value } from '../../facts/value.ts'
import { statesQuantity } from '../operators/compare-texts.ts'
import { equalityKey } from '../operators/sameness.ts'
import { stated } from '../operators/values.ts'

/** Lists shorter than this are walked; longer ones get an index. */
const WORTH_AN_INDEX = 24

/** Positions of items by the text of one attribute; `open` are those that only comparing tells. */
interface Index {
  readonly byText: ReadonlyMap<string, readonly number[]>
  readonly open: readonly number[]
  /** Items that were asked for, by their keys. */
  readonly asked: Map<string, readonly Item[]>
}

const indexes = new WeakMap<readonly Item[], Map<string, Index>>()

function indexOf(items: readonly Item[], path: readonly string[]): Index {
  const known = indexes.get(items) ?? new Map<string, Index>()
  indexes.set(items, known)
  const name = path.join('.')
  const index = known.get(name) ?? makeIndex(items, path)
  known.set(name, index)
  return index
}

function makeIndex(items: readonly Item[], path: readonly string[]): Index {
  const byText = new Map<string, number[]>()
  const open: number[] = []
  items.forEach((item, at) => {
    const value = stated(readPath({ type: 'item', item }, path))
    if (value.type === 'absent' && value.reason !== 'blank') return
    const key = equalityKey(value)
    if (!key?.startsWith('text ')) open.push(at)
    else if (byText.has(key)) byText.get(key)?.push(at)
    else byText.set(key, [at])
  })
  return { byText, open, asked: new Map() }
}

/** The key of all attributes that can equal `wanted`, besides the open ones; undefined where only comparing tells. */
function textKey(wanted: Value): string | undefined {
  const value = stated(wanted)
  const text = value.type === 'record' ? value.fields['text'] : value
  // 95% and 95.0% are equal without being the same text.
  if (text?.type === 'text' && statesQuantity(text)) return undefined
  const key = equalityKey(value)
  return key?.startsWith('text ') ? key : undefined
}

/** The keys of all attributes that can equal one of `wanted`; undefined where a look-up cannot tell. */
export function keysOf(wanted: readonly Value[]): readonly string[] | undefined {
  const keys = wanted.filter((value) => value.type !== 'absent' || value.reason === 'blank').map(textKey)
  return keys.every((key) => key !== undefined) ? [...new Set(keys)] : undefined
}

/** Positions of the items whose attribute can equal one of `wanted`, ascending; undefined where a look-up cannot tell. */
export function positions(items: readonly Item[], path: readonly string[], wanted: readonly Value[]): readonly number[] | undefined {
  if (items.length < WORTH_AN_INDEX) return undefined
  const keys = keysOf(wanted)
  return keys && positionsOf(indexOf(items, path), keys)
}

function positionsOf({ byText, open }: Index, keys: readonly string[]): readonly number[] {
  const found = keys.map((key) => byText.get(key) ?? [])
  const [only = []] = found
  return open.length === 0 && found.length === 1 ? only : [...open, ...found.flat()].sort((a, b) => a - b)
}

/** The items whose attribute can have one of the keys: of one list always the same list. */
export function itemsWith(items: readonly Item[], path: readonly string[], keys: readonly string[]): readonly Item[] {
  const index = indexOf(items, path)
  const name = keys.join('\n')
  const known = index.asked.get(name) ?? positionsOf(index, keys).flatMap((at) => items[at] ?? [])
  index.asked.set(name, known)
  return known
}
