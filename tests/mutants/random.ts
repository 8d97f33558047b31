/** Numbers that are the same for the same seed on every machine. */
export interface Random {
  /** 0 ≤ n < below. */
  below(n: number): number
  /** A member, or undefined of an empty list. */
  pick<T>(list: readonly T[]): T | undefined
}

/** A generator of 32 bits of state (mulberry32), seeded by a number and a word. */
export function seeded(seed: number, word = ''): Random {
  let state = [...word].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), seed ^ 0x811c9dc5)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: (list) => list[below(list.length)] }
}
