import type { Quantity } from './quantity.ts'

/**
 * What code (not patterns) reads in a text: amounts, counts, percentages, years, dates, document numbers. List numbers,
 * stamps, account codes, lead words and document numbers never become amounts.
 */
export type TokenType =
  | 'money' | 'count' | 'percent' | 'points' | 'number' | 'rate' | 'year' | 'date' | 'date-range' | 'docnum' | 'title'
  | 'list-number' | 'stamp' | 'code' | 'ratio' | 'operator'

export interface Token {
  readonly type: TokenType
  /** UTF-16 range in the ORIGINAL text. */
  readonly from: number
  readonly to: number
  readonly quantity?: Quantity
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** Date ranges: the last day named. */
  readonly until?: { readonly year: number; readonly month?: number; readonly day?: number }
  readonly docnum?: { readonly agency: string; readonly year?: number; readonly number: string; readonly brackets: string; readonly normal: string }
  /** A money amount with 万 or 亿 but no 元. */
  readonly unitMissing?: true
}

/** A text, normalised once: full width to half width, spaced-out characters closed, hard breaks removed; with its tokens. */
export interface TokenisedText {
  readonly original: string
  readonly text: string
  /** Offset in `original` of each UTF-16 unit of `text`, plus one for the end. */
  readonly offsets: readonly number[]
  readonly tokens: readonly Token[]
}
