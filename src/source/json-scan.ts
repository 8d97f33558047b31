/** Steps over JSON text that is known to be valid. Offsets are UTF-16, half open. */

/** The offset of the first character that is no white space. */
export function skipSpace(text: string, offset: number): number {
  let at = offset
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at += 1
  }
}

/** The offset after the string whose opening quote stands at `offset`; the text's length if it is not closed. */
export function stringEnd(text: string, offset: number): number {
  let quote = text.indexOf('"', offset + 1)
  while (quote >= 0) {
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
  return text.length
}

/** The offset after the value that starts at `offset`, however deep it is. */
export function valueEnd(text: string, offset: number): number {
  const first = text[offset]
  if (first === '"') return stringEnd(text, offset)
  if (first !== '{' && first !== '[') return scalarEnd(text, offset)
  let depth = 0
  let at = offset
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = stringEnd(text, at)
      continue
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
    at += 1
    if (depth === 0) return at
  }
  return at
}

/** The offset after a number, true, false or null (or whatever stands in their place). */
export function scalarEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !DELIMITER.test(text[at] ?? '')) at += 1
  return at
}

const DELIMITER = /[\s,:[\]{}"]/
const BACKSLASH = 92
const QUOTE = 34
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
