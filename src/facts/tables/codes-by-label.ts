import type { Vocabulary } from '../../vocabulary/types.ts'
import { labelKey, plainKey } from './labels.ts'
import type { Entry } from './strand.ts'

/**
 * Codes for rows printed without: the class names of the classification that knows most labels mark the classes, and
 * the rows below a class are its members. Undefined where no classification knows a class and some members of the list;
 * those of three levels are left out (a member's level cannot be told by its name alone).
 */
export function codesByLabel(entries: readonly Entry[], vocabulary: Vocabulary): ReadonlyMap<Entry, string> | undefined {
  let best: { readonly classes: ReadonlyMap<Entry, string>; readonly known: number } | undefined
  for (const names of classifications(vocabulary)) {
    const classes = new Map<Entry, string>()
    let known = 0
    for (const entry of entries) {
      const code = names.get(entry.row.plain)
      if (code === undefined) continue
      known += 1
      if (code.length === 3) classes.set(entry, code)
    }
    if (classes.size >= 1 && known > classes.size + 1 && known > (best?.known ?? 0)) best = { classes, known }
  }
  return best && members(entries, best.classes)
}

function members(entries: readonly Entry[], classes: ReadonlyMap<Entry, string>): ReadonlyMap<Entry, string> | undefined {
  const codes = new Map<Entry, string>()
  let current: string | undefined
  let count = 0
  for (const entry of entries) {
    const own = classes.get(entry)
    if (own !== undefined) {
      current = own
      codes.set(entry, own)
    } else if (entry.row.kind === 'total' || entry.row.kind === 'subtotal' || entry.row.kind === 'unit') current = undefined
    else if (current !== undefined) {
      count += 1
      codes.set(entry, current + String(count).padStart(3, '0'))
    }
  }
  return count > 0 ? codes : undefined
}

const known = new WeakMap<Vocabulary, readonly ReadonlyMap<string, string>[]>()

/** Label → code of every two-level classification among the dictionaries. */
function classifications(vocabulary: Vocabulary): readonly ReadonlyMap<string, string>[] {
  const made = known.get(vocabulary)
  if (made) return made
  const all: ReadonlyMap<string, string>[] = []
  for (const dictionary of vocabulary.dictionaries.values()) {
    const keys = Object.keys(dictionary.entries)
    if (!keys.every((key) => /^\d{3,7}$/u.test(key)) || keys.some((key) => key.length === 7)) continue
    const names = new Map<string, string>()
    for (const [code, name] of Object.entries(dictionary.entries)) {
      for (const text of typeof name === 'string' ? [name] : Object.values(name)) if (!names.has(plainKey(labelKey(text)))) names.set(plainKey(labelKey(text)), code)
    }
    if (names.size > 0) all.push(names)
  }
  known.set(vocabulary, all)
  return all
}
