import type { Found, Spot } from './found.ts'
import { CLOSING, LONGEST_TITLE, OPENING } from './lexicon.ts'

/** The title in book brackets that begins here, nested ones inside it; figures within are no figures of the text. */
export function readTitle({ text, at }: Spot): Found | undefined {
  if (text[at] !== OPENING) return undefined
  let depth = 0
  const end = Math.min(text.length, at + LONGEST_TITLE)
  let closed = -1
  for (let next = at; next < end; next++) {
    if (text[next] === OPENING) depth++
    else if (text[next] === CLOSING && --depth === 0) return { type: 'title', from: at, to: next + 1 }
    else if (text[next] === CLOSING) closed = next
    else if (text[next] === '\n') break
  }
  // An inner bracket left open: the last closing bracket of the line ends the title.
  return closed < 0 ? undefined : { type: 'title', from: at, to: closed + 1 }
}
