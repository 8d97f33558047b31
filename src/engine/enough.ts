/** Those of `all` that pass, where they are at least `fewest`; else none, and no more are tested once so many cannot be. */
export function enoughOf<T>(all: readonly T[], fewest: number, test: (one: T) => boolean): readonly T[] {
  const passed: T[] = []
  for (const [at, one] of all.entries()) {
    if (passed.length + all.length - at < fewest) return []
    if (test(one)) passed.push(one)
  }
  return passed.length < fewest ? [] : passed
}
