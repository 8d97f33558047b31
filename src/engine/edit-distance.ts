/** Whether the edit distance (Levenshtein, UTF-16 units) of two texts is at most `limit`. Only the diagonal band is computed. */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  if (a === b) return true
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = new Array<number>(b.length + 1).fill(limit + 1)
    if (row <= limit) current[0] = row
    let best = current[0] ?? row
    for (let column = Math.max(1, row - limit); column <= Math.min(b.length, row + limit); column += 1) {
      const change = a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1
      const cost = Math.min((previous[column - 1] ?? 0) + change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      current[column] = cost
      best = Math.min(best, cost)
    }
    if (best > limit) return false
    previous = current
  }
  return (previous[b.length] ?? limit + 1) <= limit
}
