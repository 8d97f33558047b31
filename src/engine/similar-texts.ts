import type { Budget } from './budget.ts'

/** Two texts by their indices, and how alike they are: 0 to 1. */
export interface Likeness {
  readonly a: number
  readonly b: number
  readonly score: number
}

interface Profile {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

/** Pairs of neighbouring characters with their counts; a text of one character is its own pair. */
function profileOf(text: string): Profile {
  const counts = new Map<string, number>()
  const size = Math.max(1, text.length - 1)
  for (let at = 0; at < size; at += 1) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { counts, size }
}

/** Dice coefficient of shared character pairs, 0 to 1. */
function dice(a: Profile, b: Profile): number {
  let shared = 0
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

/**
 * Pairs of texts (one of each side) that are alike by at least `atLeast`, best first, then in order. Only texts that share a
 * pair of characters are scored.
 */
export function similarPairs(left: readonly string[], right: readonly string[], atLeast: number, budget: Budget): Likeness[] {
  const profiles = right.map(profileOf)
  const index = new Map<string, number[]>()
  profiles.forEach(({ counts }, b) => {
    for (const pair of counts.keys()) {
      const known = index.get(pair)
      if (known) known.push(b)
      else index.set(pair, [b])
    }
  })
  const found: Likeness[] = []
  left.forEach((text, a) => {
    const profile = profileOf(text)
    for (const b of new Set([...profile.counts.keys()].flatMap((pair) => index.get(pair) ?? []))) {
      budget.spend('candidates')
      const other = profiles[b]
      const score = text === right[b] ? 1 : other ? dice(profile, other) : 0
      if (score >= atLeast) found.push({ a, b, score })
    }
  })
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}
