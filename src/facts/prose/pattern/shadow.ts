import type { Token, TokenisedText } from '../../token.ts'
import { narrow } from './char-set.ts'
import { TOKEN_UNITS } from './slot-types.ts'

/** A token with its range in the normalised text. */
export interface PlacedToken {
  readonly token: Token
  readonly from: number
  readonly to: number
}

/** A text as patterns see it: half width, no blanks inside it, every token one character (or none replaced: plain). */
export interface Shadow {
  readonly text: string
  /** Offsets in the normalised text where each character of the shadow begins and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The token at a character of the shadow. */
  readonly tokenAt: ReadonlyMap<number, PlacedToken>
}

const placed = new WeakMap<TokenisedText, readonly PlacedToken[]>()
const shadows = new WeakMap<TokenisedText, { tokens?: Shadow; plain?: Shadow }>()

/** Outermost tokens with their ranges in the normalised text, in order. */
export function placedTokens(text: TokenisedText): readonly PlacedToken[] {
  const known = placed.get(text)
  if (known) return known
  const result: PlacedToken[] = []
  let end = 0
  for (const token of [...text.tokens].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const [from, to] = [normalOffset(text, token.from), normalOffset(text, token.to)]
    if (from < end || to <= from) continue
    result.push({ token, from, to })
    end = to
  }
  placed.set(text, result)
  return result
}

/** The offset in the normalised text of an offset in the original. */
export function normalOffset(text: TokenisedText, original: number): number {
  let [low, high] = [0, text.text.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((text.offsets[middle] ?? original) < original) low = middle + 1
    else high = middle
  }
  return low
}

function unitOf(token: Token): number | undefined {
  if (token.type === 'operator') return undefined
  if (token.type === 'money' && token.unitMissing) return TOKEN_UNITS['money-unit-missing']
  if (token.type === 'money' && token.quantity?.unit.exponent === 0) return TOKEN_UNITS.yuan
  if (token.type === 'date' && token.year === undefined) return TOKEN_UNITS['month-day']
  if (token.type === 'number' && token.quantity?.places === 0) return TOKEN_UNITS.integer
  return TOKEN_UNITS[token.type]
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0
const isWordUnit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

/** 0, 1, 2 …: offsets of a shadow that is the text itself. Grown to the longest text seen. */
const identity: number[] = []
const following: number[] = []
const NEEDS_FOLDING = /[\s\u3000\u00a0\uff01-\uff5e\ue000-\ue0ff]/u

function unchanged(text: string): Shadow {
  while (identity.length < text.length) {
    identity.push(identity.length)
    following.push(identity.length)
  }
  return { text, starts: identity, ends: following, tokenAt: new Map() }
}

function build(text: string, tokens: readonly PlacedToken[]): Shadow {
  if (tokens.length === 0 && !NEEDS_FOLDING.test(text)) return unchanged(text)
  const [units, starts, ends]: [string[], number[], number[]] = [[], [], []]
  const tokenAt = new Map<number, PlacedToken>()
  const push = (unit: number, from: number, to: number): void => {
    units.push(String.fromCharCode(unit))
    starts.push(from)
    ends.push(to)
  }
  let next = 0
  for (let at = 0; at < text.length; at++) {
    const token = tokens[next]
    if (token && token.from === at) {
      next++
      const unit = unitOf(token.token)
      if (unit !== undefined) {
        tokenAt.set(units.length, token)
        push(unit, token.from, token.to)
        at = token.to - 1
        continue
      }
    }
    const unit = narrow(text.charCodeAt(at))
    // A blank between two words or numbers in Latin letters or digits separates them; any other means nothing.
    if (isBlank(unit) && !(isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at + 1)))) continue
    // Private-use characters of the text itself (bullets of some fonts) must not pass for tokens.
    push(unit >= 0xe000 && unit <= 0xe0ff ? 0xfffd : unit, at, at + 1)
  }
  return { text: units.join(''), starts, ends, tokenAt }
}

/** The shadow in which tokens are single characters. Made once a text. */
export function tokenShadow(text: TokenisedText): Shadow {
  const known = shadows.get(text) ?? {}
  shadows.set(text, known)
  return (known.tokens ??= build(text.text, placedTokens(text)))
}

/** The shadow with letters and digits as they are, for patterns without token slots. */
export function plainShadow(text: TokenisedText): Shadow {
  const known = shadows.get(text) ?? {}
  shadows.set(text, known)
  return (known.plain ??= build(text.text, []))
}

/** The plain shadow of any string. */
export const shadowOfString = (text: string): Shadow => build(text, [])
