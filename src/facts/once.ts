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

/** `make`, called at most once for each part. */
export function onceForEach<Part extends object, Made>(make: (part: Part) => Made): (part: Part) => Made {
  const made = new Map<Part, () => Made>()
  return (part) => {
    const known = made.get(part) ?? once(() => make(part))
    made.set(part, known)
    return known()
  }
}
