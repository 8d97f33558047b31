import type { TokenisedText } from '../../token.ts'
import type { Shadow } from './shadow.ts'

/** Why a pattern is refused. Codes, worded by whoever reports them. */
export interface PatternFault {
  readonly code:
    | 'syntax' | 'unknown-slot-type' | 'duplicate-slot' | 'look-around' | 'back-reference' | 'nested-repeat'
    | 'unbounded' | 'too-costly' | 'no-literal'
  /** UTF-16 offset in the pattern text. */
  readonly at: number
  readonly detail: string
}

/** A typed slot; `type` is a token type, a kind of text, or the id of a list of the vocabulary. */
export interface PatternSlot {
  readonly name: string
  readonly type: string
}

/** Where a slot matched, in offsets of the normalised text. */
export interface SlotHit {
  readonly slot: PatternSlot
  readonly from: number
  readonly to: number
}

/** One hit, in UTF-16 offsets of the normalised text (`TokenisedText.text`). */
export interface PatternHit {
  readonly from: number
  readonly to: number
  readonly slots: readonly SlotHit[]
}

/** A pattern that is known not to hang: its cost per character of text is bounded. */
export interface CompiledPattern {
  readonly source: string
  readonly slots: readonly PatternSlot[]
  /** Whether it sees tokens; else letters and digits. */
  readonly onTokens: boolean
  /** Strings of which every hit contains one; undefined where none must occur. */
  readonly required: readonly string[] | undefined
  /** Hits that do not overlap, from left to right. */
  find(text: TokenisedText): readonly PatternHit[]
  /** The same in offsets of a given shadow. */
  findIn(shadow: Shadow): readonly PatternHit[]
  /** Whether a plain text has a hit (lists, `matches`); patterns with token slots need `find`. */
  test(text: string): boolean
  /** The same of a given shadow: of tokens or of letters and digits, as `onTokens` says. */
  readonly testIn: (shadow: Shadow) => boolean
}
