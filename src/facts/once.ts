/** `make`, called at most once. */
export function once<T>(make: () => T): () => T {
  let [left, made]: [(() => T) | undefined, { readonly value: T } | undefined] = [make, undefined]
  return () => {
    if (left) {
      made = { value: left() }
      left = undefined
    }
    return (made as { readonly value: T }).value
  }
}
