import type { Budget } from './budget.ts'

/** Two texts by their indices, and how alike they are: 0 to 1. */
export interface Likeness {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** What has a text to be compared. */
interface Worded {
  readonly text: string
}

/** The pairs of neighbouring characters of a text as numbers, ascending, each as often as it is there; a text of one character is its own pair. */
type Profile = Uint32Array

const profiles = new WeakMap<Worded, Profile>()

/** The profile of a text: what is compared again in the next version of a document has it already. */
function profileOf(worded: Worded): Profile {
  const known = profiles.get(worded) ?? makeProfile(worded.text)
  profiles.set(worded, known)
  return known
}

function makeProfile(text: string): Profile {
  const made = new Uint32Array(Math.max(1, text.length - 1))
  for (let at = 0; at < made.length; at += 1) made[at] = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
  return made.sort()
}

/** Dice coefficient of shared character pairs, 0 to 1. */
function dice(a: Profile, b: Profile): number {
  let [shared, i, j] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0]
    if (one === other) shared += 1
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return (2 * shared) / (a.length + b.length)
}

/**
 * Pairs of texts (one of each side) that are alike by at least `atLeast`, best first, then in order. Only texts that share a
 * pair of characters are scored.
 */
export function similarPairs(left: readonly Worded[], right: readonly Worded[], atLeast: number, budget: Budget): Likeness[] {
  const others = right.map(profileOf)
  const index = new Map<number, number[]>()
  others.forEach((profile, b) => {
    for (const pair of new Set(profile)) {
      const known = index.get(pair)
      if (known) known.push(b)
      else index.set(pair, [b])
    }
  })
  const found: Likeness[] = []
  left.forEach((worded, a) => {
    const profile = profileOf(worded)
    for (const b of new Set([...new Set(profile)].flatMap((pair) => index.get(pair) ?? []))) {
      budget.spend('candidates')
      const other = others[b]
      const score = worded.text === right[b]?.text ? 1 : other ? dice(profile, other) : 0
      if (score >= atLeast) found.push({ a, b, score })
    }
  })
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}
