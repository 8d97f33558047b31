/**
 * `now`, with every part that reads the same at the same place in `before` replaced by that part: what is unchanged from one version
 * of a document to the next is the very same object. Of values as JSON has them.
 */
export function sharedWith<T>(before: unknown, now: T): T {
  return share(before, now) as T
}

function share(before: unknown, now: unknown): unknown {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now
  if (Array.isArray(now)) return Array.isArray(before) ? sharedList(before, now) : now
  return Array.isArray(before) ? now : sharedObject(before as Readonly<Record<string, unknown>>, now as Readonly<Record<string, unknown>>)
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const shared = now.map((member, at) => share(before[at], member))
  return before.length === now.length && shared.every((member, at) => Object.is(member, before[at])) ? before : shared
}

/** The order of properties counts: cells of a row are in the order in which they are printed. */
function sharedObject(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): object {
  const [names, known] = [Object.keys(now), Object.keys(before)]
  const shared = names.map((name) => (Object.hasOwn(before, name) ? share(before[name], now[name]) : now[name]))
  const same = names.length === known.length && names.every((name, at) => name === known[at] && Object.is(shared[at], before[name]))
  return same ? before : Object.fromEntries(names.map((name, at) => [name, shared[at]]))
}
