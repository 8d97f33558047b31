import type { Range } from './sentences.ts'

const isHan = (char: string | undefined): boolean => char !== undefined && char >= '\u4e00' && char <= '\u9fff'

/** Stretches of `least` to `most` Han characters that stand twice in a row; the longest, from left to right. Both copies are in the range. */
export function doubledWords(text: string, least: number, most: number): readonly Range[] {
  const found: Range[] = []
  for (let at = 0; at < text.length; at++) {
    for (let length = most; length >= least; length--) {
      const word = text.slice(at, at + length)
      if (word.length < length || !text.startsWith(word, at + length) || ![...word].every(isHan)) continue
      // The same word once more ("1 1 1"): part of one longer run.
      found.push({ from: at, to: at + 2 * length })
      at += 2 * length - 1
      break
    }
  }
  return found
}
