import type { Value } from '../../facts/value.ts'
import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Environment } from '../compiled.ts'
import { readValue } from '../compile/expression.ts'
import { ATTRIBUTE } from '../node.ts'

/** What json-logic-js gets as its data: an environment whose names it can step through. */
export interface Data {
  readonly environment: Environment
  readonly vocabulary: Vocabulary
}

interface Cursor {
  readonly data: Data
  readonly name: string
  readonly path: readonly string[]
}

const datas = new WeakMap<object, Data>()
const cursors = new WeakMap<object, Cursor>()

function bare(get: (key: string) => object): object {
  const target = Object.create(null) as object
  return new Proxy(target, { get: (_, key) => (typeof key === 'string' ? get(key) : undefined), has: () => false, ownKeys: () => [] })
}

/**
 * The environment as data for json-logic-js: its `var` walks names and attributes step by step and ends on a cursor, so no
 * prototype and nothing undeclared can be reached. `valueAt` turns the cursor into the value.
 */
export function dataOf(data: Data): object {
  const proxy = bare((name) => cursorAt({ data, name: name === 'attribute' ? ATTRIBUTE : name, path: [] }))
  datas.set(proxy, data)
  return proxy
}

function cursorAt(cursor: Cursor): object {
  const proxy = bare((step) => cursorAt({ ...cursor, path: [...cursor.path, step] }))
  cursors.set(proxy, cursor)
  return proxy
}

export function dataBehind(proxy: object): Data {
  const data = datas.get(proxy)
  if (!data) throw new TypeError('a rule expression was evaluated without its environment')
  return data
}

/** The value where `var` stopped; undefined when this is no cursor. */
export function valueAt(proxy: object): Value | undefined {
  const cursor = cursors.get(proxy)
  return cursor && readValue(cursor.data.environment.lookup(cursor.name), cursor.name, cursor.path)
}
