/** A set of UTF-16 code units: sorted, disjoint, closed intervals. */
export type CharSet = readonly (readonly [low: number, high: number])[]

const LAST = 0xffff

export const NOTHING: CharSet = []
export const ANYTHING: CharSet = [[0, LAST]]

/** The union of sets, merged. */
export function union(...sets: readonly CharSet[]): CharSet {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0])
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
  return a.every(([low, high]) => b.every(([from, to]) => high < from || to < low))
}

export const sizeOf = (set: CharSet): number => set.reduce((sum, [low, high]) => sum + high - low + 1, 0)

/** A code unit in half width: texts are matched in half width, so full-width marks and digits in a pattern mean the same. */
export const narrow = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)

/** The set of the characters of a string. */
export const charsOf = (text: string): CharSet => union(...[...text].map((char): CharSet => [[narrow(char.charCodeAt(0)), narrow(char.charCodeAt(0))]]))

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

/** The set as a character class of a regular expression. */
export function classSource(set: CharSet): string {
  return `[${set.map(([low, high]) => (low === high ? escaped(low) : `${escaped(low)}-${escaped(high)}`)).join('')}]`
}
