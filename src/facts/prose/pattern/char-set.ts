/** A set of UTF-16 code units: sorted, disjoint, closed intervals. */
export type CharSet = readonly (readonly [low: number, high: number])[]

const LAST = 0xffff

export const NOTHING: CharSet = []
export const ANYTHING: CharSet = [[0, LAST]]

/** The union of sets, merged. */
export function union(...sets: readonly CharSet[]): CharSet {
  const filled = sets.filter((set) => set.length > 0)
  const [only] = filled
  if (filled.length < 2) return only ?? NOTHING
  if (filled.includes(ANYTHING)) return ANYTHING
  const sorted = filled.flat().sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [low, high] of sorted) {
    const last = merged.at(-1)
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** Every code unit that is not in the set. */
export function complement(set: CharSet): CharSet {
  const gaps: [number, number][] = []
  let next = 0
  for (const [low, high] of set) {
    if (low > next) gaps.push([next, low - 1])
    next = high + 1
  }
  if (next <= LAST) gaps.push([next, LAST])
  return gaps
}

export function disjoint(a: CharSet, b: CharSet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (!one || !other) break
    if (one[1] < other[0]) i++
    else if (other[1] < one[0]) j++
    else return false
  }
  return true
}

export const sizeOf = (set: CharSet): number => set.reduce((sum, [low, high]) => sum + high - low + 1, 0)

/** A code unit in half width: texts are matched in half width, so full-width marks and digits in a pattern mean the same. */
export const narrow = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)

/** The set of the characters of a string. */
export const charsOf = (text: string): CharSet => union(...[...text].map((char): CharSet => [[narrow(char.charCodeAt(0)), narrow(char.charCodeAt(0))]]))

const single = new Map<number, CharSet>()

/** The set of one character; shared, since most of a pattern is single characters. */
export function charSet(unit: number): CharSet {
  const known = single.get(unit)
  if (known) return known
  const set: CharSet = [[narrow(unit), narrow(unit)]]
  single.set(unit, set)
  return set
}

const sources = new WeakMap<CharSet, string>()

/** Letters, digits and Han characters mean themselves everywhere in a regular expression; written so, a word list is a fifth as long. */
const PLAIN = /[0-9A-Za-z\u3400-\u9fff]/

function written(unit: number): string {
  const char = String.fromCharCode(unit)
  return PLAIN.test(char) ? char : `\\u${unit.toString(16).padStart(4, '0')}`
}

/** The set as a character class of a regular expression. */
export function classSource(set: CharSet): string {
  const known = sources.get(set)
  if (known !== undefined) return known
  const [only] = set
  const source = set.length === 1 && only && only[0] === only[1]
    ? written(only[0])
    : `[${set.map(([low, high]) => (low === high ? written(low) : `${written(low)}-${written(high)}`)).join('')}]`
  sources.set(set, source)
  return source
}
