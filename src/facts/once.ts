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

const LONGEST_REMEMBERED = 60
const MOST_REMEMBERED = 4096

/**
 * `read`, remembered for short texts: disclosures print the same names, labels and values again and again. What it gives must not
 * stand for one place of a document.
 */
export function rememberingTexts<Made>(read: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, { readonly value: Made }>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return read(text)
    const known = made.get(text)
    if (known) return known.value
    const value = read(text)
    if (made.size >= MOST_REMEMBERED) made.clear()
    made.set(text, { value })
    return value
  }
}
