/** Reference tokens of a JSON pointer (RFC 6901); the whole document is the empty list. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return []
  return pointer.split('/').slice(1).map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer of member `key` (or element number `key`) of the value at `pointer`. */
export function childPointer(pointer: string, key: string | number): string {
  const token = typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1')
  return `${pointer}/${token}`
}

/** The pointer of the value that holds the value at `pointer`; the document has none. */
export function parentPointer(pointer: string): string | undefined {
  return pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'))
}

/** The value at `pointer`, by own members only; undefined where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(current)) current = /^(0|[1-9]\d*)$/.test(token) ? (current as unknown[])[Number(token)] : undefined
    else if (typeof current === 'object' && current !== null && Object.hasOwn(current, token)) current = (current as Record<string, unknown>)[token]
    else return undefined
  }
  return current
}
