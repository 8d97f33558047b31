import type { Token } from '../token.ts'

/** A token in normalised offsets, or a stretch that holds none (`skip`: a code, a clock time, an ordinal). */
export type Found = Token | { readonly type: 'skip'; readonly from: number; readonly to: number }

/** What a reader is told: the text, where to look, and where the last token ended. */
export interface Spot {
  readonly text: string
  readonly at: number
  readonly lastEnd: number
}

/** What matches exactly at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

export const isDigitAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}

export const isLetterAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at) | 0x20
  return unit >= 0x61 && unit <= 0x7a
}
