import type { EntryFault, Group } from './groups.ts'

/** Lists that say what something is the sum of: adding to them would change their meaning. */
const FIXED = new Set(['sumOf', 'sums', 'lanes', 'doubled'])

/** Lists that a single text may stand for. */
const TEXTS = new Set(['text'])

/**
 * An entry with a later one laid over it: lists grow, absent properties are added. A property that both have with
 * another value keeps the first and is a conflict: the same id would mean two things.
 */
export function mergeEntry(group: Group, first: unknown, later: unknown): { readonly merged: unknown; readonly conflicts: readonly EntryFault[] } {
  const conflicts: EntryFault[] = []
  const added = group === 'lists' && Array.isArray(later) ? ownValues(later) : later
  const merged = first === undefined ? added : merge(first, added, [], conflicts)
  return { merged, conflicts }
}

/** A plain word list: every word is its own canonical value. */
function ownValues(words: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(words.map((word) => [String(word), [word]]))
}

function merge(first: unknown, later: unknown, path: readonly string[], conflicts: EntryFault[]): unknown {
  const name = path.at(-1) ?? ''
  if (equal(first, later)) return first
  const fixed = path.some((part) => FIXED.has(part))
  if (!fixed && (TEXTS.has(name) || (Array.isArray(first) && Array.isArray(later)))) return union(list(first), list(later))
  if (isRecord(first) && isRecord(later)) {
    const merged: Record<string, unknown> = { ...first }
    for (const [key, value] of Object.entries(later)) {
      merged[key] = Object.hasOwn(first, key) ? merge(first[key], value, [...path, key], conflicts) : value
    }
    return merged
  }
  conflicts.push({ code: 'vocabulary-conflict', path, message: { zh: `与先读入的定义不同：原为 ${show(first)}，这里是 ${show(later)}`, en: `differs from the earlier definition: it was ${show(first)}, here it is ${show(later)}` } })
  return first
}

function union(first: readonly unknown[], later: readonly unknown[]): readonly unknown[] {
  return [...first, ...later.filter((entry) => !first.some((known) => equal(known, entry)))]
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, index) => equal(value, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
