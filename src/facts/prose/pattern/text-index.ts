import type { TokenisedText } from '../../token.ts'
import { plainShadow, tokenShadow, type Shadow } from './shadow.ts'

/** Texts laid end to end, so that a string is searched for in all of them at once. */
interface Laid {
  readonly joined: string
  /** Where each text begins in `joined`. */
  readonly starts: readonly number[]
}

/** Which of many texts can have a hit. */
export interface TextIndex {
  /** Ascending positions of texts whose shadow contains one of the strings; all positions where `required` is undefined. */
  candidates(required: readonly string[] | undefined, onTokens: boolean): readonly number[]
}

/** Stands between texts; no pattern can require it. */
const BETWEEN = '\u0000'

function lay(shadows: readonly Shadow[]): Laid {
  const starts: number[] = []
  let length = 0
  for (const { text } of shadows) {
    starts.push(length)
    length += text.length + BETWEEN.length
  }
  return { joined: shadows.map((shadow) => shadow.text).join(BETWEEN), starts }
}

/** The last position whose start is not after `offset`. */
function positionOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const indexes = new WeakMap<object, TextIndex>()

/** The index of a list of texts, made once a list. */
export function indexOf(texts: readonly { readonly tokenised: TokenisedText }[]): TextIndex {
  const known = indexes.get(texts)
  if (known) return known
  const laid: { plain?: Laid; tokens?: Laid } = {}
  const all = texts.map((_, position) => position)
  const index: TextIndex = {
    candidates(required, onTokens) {
      if (!required) return all
      const { joined, starts } = onTokens
        ? (laid.tokens ??= lay(texts.map((text) => tokenShadow(text.tokenised))))
        : (laid.plain ??= lay(texts.map((text) => plainShadow(text.tokenised))))
      const found = new Set<number>()
      for (const word of required) {
        for (let at = joined.indexOf(word); at >= 0;) {
          const position = positionOf(starts, at)
          found.add(position)
          const next = starts[position + 1]
          at = next === undefined ? -1 : joined.indexOf(word, next)
        }
      }
      return [...found].sort((a, b) => a - b)
    },
  }
  indexes.set(texts, index)
  return index
}
