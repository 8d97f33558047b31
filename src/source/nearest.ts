/**
 * The known name nearest to `name` (optimal string alignment distance), or undefined when none is near: at most a third
 * of its characters may differ, never more than three, unless one name begins with the other. Equal distances go to the
 * name that comes first.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = [...name.toLowerCase()].slice(0, LONGEST)
  let best: string | undefined
  const limit = Math.min(3, Math.ceil(wanted.length / 3))
  let bestDistance = limit + 1
  for (const candidate of known) {
    if (candidate === name) return candidate
    const letters = [...candidate.toLowerCase()]
    const begins = startsWith(wanted, letters) || startsWith(letters, wanted)
    if (!begins && Math.abs(letters.length - wanted.length) >= bestDistance) continue
    const distance = begins ? Math.min(limit, Math.abs(letters.length - wanted.length)) : editDistance(wanted, letters)
    if (distance < bestDistance && distance < Math.max(wanted.length, letters.length)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function startsWith(letters: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length >= SHORTEST_BEGINNING && beginning.every((letter, index) => letters[index] === letter)
}

const SHORTEST_BEGINNING = 3

/** Names longer than this are compared by their beginning. */
const LONGEST = 80

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
