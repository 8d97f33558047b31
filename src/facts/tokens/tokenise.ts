import { rememberingTexts } from '../once.ts'
import type { Token, TokenisedText } from '../token.ts'
import { isDigitAt, type Found, type Spot } from './found.ts'
import { TOKEN_START, YEAR_BRACKETS, kindOf } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { readAmount } from './read-amount.ts'
import { readCode } from './read-code.ts'
import { readDate } from './read-date.ts'
import { readDocnum } from './read-docnum.ts'
import { readListNumber } from './read-list-number.ts'
import { readOperator } from './read-operator.ts'
import { readTitle } from './read-title.ts'

const COMMA = 0x2c

/**
 * A text, normalised once, and the tokens code reads in it. Tokens are in order and never overlap; their ranges are in the
 * original text. Linear in its length.
 */
export function tokenise(original: string): TokenisedText {
  const { printed, figures } = remembered(original)
  // One quantity is one printed figure: texts that are alike have each their own.
  return figures ? { ...printed, tokens: printed.tokens.map((token) => (token.quantity ? { ...token, quantity: { ...token.quantity } } : token)) } : printed
}

const remembered = rememberingTexts((original) => {
  const printed = read(original)
  return { printed, figures: printed.tokens.some(({ quantity }) => quantity !== undefined) }
})

function read(original: string): TokenisedText {
  const { text, offsets } = normalise(original)
  const tokens: Token[] = []
  const starts = new RegExp(TOKEN_START)
  const isSeparator = (at: number): boolean => original.charCodeAt(offsets[at] ?? 0) === COMMA
  let lastEnd = 0
  let tokenEnd = 0
  for (let start = starts.exec(text); start; start = starts.exec(text)) {
    const found = readToken({ text, at: start.index, lastEnd }, tokenEnd, isSeparator)
    if (!found) continue
    starts.lastIndex = found.to
    lastEnd = found.to
    if (found.type === 'skip') continue
    tokenEnd = found.to
    tokens.push(inOriginal(found, original, offsets))
  }
  return { original, text, offsets, tokens }
}

function inOriginal(token: Token, original: string, offsets: readonly number[]): Token {
  const [from, to] = [offsets[token.from] ?? 0, (offsets[token.to - 1] ?? 0) + 1]
  const brackets = token.docnum?.year === undefined ? undefined : YEAR_BRACKETS.exec(original.slice(from, to))
  return { ...token, from, to, ...(token.docnum && brackets && { docnum: { ...token.docnum, brackets: `${brackets[1] ?? ''}${brackets[2] ?? ''}` } }) }
}

/** The first reader that knows what begins here; each kind of character has its readers. Operators look back at the last token only. */
function readToken(spot: Spot, tokenEnd: number, isSeparator: (at: number) => boolean): Found | undefined {
  const { text, at } = spot
  if (isDigitAt(text, at)) return readDocnum(spot) ?? readListNumber(spot) ?? readDate(spot) ?? readCode(spot) ?? readAmount(spot, isSeparator)
  switch (kindOf(text[at] ?? '')) {
    case 'title': return readTitle(spot)
    case 'bracket': return readDocnum(spot) ?? readListNumber(spot)
    case 'ordinal': return readDocnum(spot) ?? readCode(spot)
    case 'operator': return readOperator({ ...spot, lastEnd: tokenEnd })
    case 'word': return readListNumber(spot) ?? readDate(spot) ?? readAmount(spot, isSeparator)
  }
}
