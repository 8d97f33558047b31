import type { TokenisedText } from '../../token.ts'
import { plainShadow, tokenShadow, type Shadow } from './shadow.ts'

/** Texts laid end to end, so that a string is searched for in all of them at once. */
interface Laid {
  readonly joined: string
  /** Where each text begins in `joined`. */
  readonly starts: readonly number[]
  /** Which pairs of neighbouring characters may stand in `joined`: most words asked for stand nowhere, and this tells at once. */
  readonly pairs: Uint8Array
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
  const joined = shadows.map((shadow) => shadow.text).join(BETWEEN)
  return { joined, starts, pairs: pairsOf(joined) }
}

const SLOTS = 1 << 18

/** The slot of the pair that begins at `at`; several pairs may share one. */
const slotOf = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 131) & (SLOTS - 1)

function pairsOf(text: string): Uint8Array {
  const pairs = new Uint8Array(SLOTS)
  for (let at = 0; at + 1 < text.length; at++) pairs[slotOf(text, at)] = 1
  return pairs
}

/** False where `word` stands nowhere in the text the pairs are of. */
function mayHold(pairs: Uint8Array, word: string): boolean {
  for (let at = 0; at + 1 < word.length; at++) if (pairs[slotOf(word, at)] === 0) return false
  return true
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

const NONE: readonly number[] = []

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
      const { joined, starts, pairs } = onTokens
        ? (laid.tokens ??= lay(texts.map((text) => tokenShadow(text.tokenised))))
        : (laid.plain ??= lay(texts.map((text) => plainShadow(text.tokenised))))
      const found = new Set<number>()
      for (const word of required) {
        if (!mayHold(pairs, word)) continue
        for (let at = joined.indexOf(word); at >= 0;) {
          const position = positionOf(starts, at)
          found.add(position)
          const next = starts[position + 1]
          at = next === undefined ? -1 : joined.indexOf(word, next)
        }
      }
      return found.size === 0 ? NONE : [...found].sort((a, b) => a - b)
    },
  }
  indexes.set(texts, index)
  return index
}
