import { readFigure } from '../amounts/read-figure.ts'
import { CLOCK } from './date-lexicon.ts'
import { isDigitAt, isLetterAt, matchAt, type Found, type Spot } from './found.ts'
import { ACCOUNT_CODE, ACCOUNT_WORD, AFTER_ORDINAL, ALPHANUMERIC, BOUNDARY, IDENTITY, LATIN_AFTER_DIGITS, LEADING_ZERO, LEVELLED_CODE, LONG_DIGITS, MOBILE, ORDINAL_PREFIX, PARTED_CODE, PHONE, RATIO, SLASHED_CODE, WORD_AFTER } from './lexicon.ts'

const LONG_PART = 5
const ACCOUNT_CLASS = 3
const ACCOUNT_ITEM = 7

/** Digits that are no figure: identity, telephone, account and project numbers, ratios, clock times, ordinals. */
export function readCode(spot: Spot): Found | undefined {
  const { text, at } = spot
  const ordinal = text[at] === ORDINAL_PREFIX ? matchAt(AFTER_ORDINAL, text, at) : null
  if (ordinal) return { type: 'skip', from: at, to: at + ordinal[0].length }
  if (!isDigitAt(text, at)) return undefined
  for (const pattern of [IDENTITY, MOBILE, PHONE, SLASHED_CODE, LEVELLED_CODE, LONG_DIGITS]) {
    const found = matchAt(pattern, text, at)
    // Long digits with a unit are a figure printed without separators.
    if (found && (found[0].includes('-') || readFigure(text, at)?.unit.symbol === '' || pattern === IDENTITY || pattern === SLASHED_CODE)) return { type: 'code', from: at, to: at + found[0].length }
  }
  return readRatio(spot) ?? readParted(spot) ?? readAccount(spot)
}

function readRatio({ text, at }: Spot): Found | undefined {
  const clock = matchAt(CLOCK, text, at)
  if (clock) return { type: 'skip', from: at, to: at + clock[0].length }
  const ratio = matchAt(RATIO, text, at)
  return ratio ? { type: 'ratio', from: at, to: at + ratio[0].length } : undefined
}

/** Codes in parts (635-20250001), and words of letters and digits. A range of short numbers is none. */
function readParted({ text, at }: Spot): Found | undefined {
  const parted = matchAt(PARTED_CODE, text, at)
  if (parted) {
    const parts = parted[0].split('-')
    const isCode = parts.length > 2 || parts.some((part) => part.length >= LONG_PART || /[A-Za-z]/.test(part)) || parts[0]?.length === 0
    if (isCode && !isLetterAt(text, at - 1) && readFigure(text, at + parted[0].length - (parts.at(-1)?.length ?? 0))?.unit.symbol === '') return { type: 'code', from: at, to: at + parted[0].length }
  }
  const latin = isLetterAt(text, at - 1) || (matchAt(LATIN_AFTER_DIGITS, text, at) && readFigure(text, at)?.unit.symbol === '')
  const word = latin ? matchAt(ALPHANUMERIC, text, at) : null
  return word ? { type: 'skip', from: at, to: at + word[0].length } : undefined
}

/** Account codes: 3, 5 or 7 digits with their word after them, 7 alone, or 3 and 5 before a name at the start of a line. */
function readAccount({ text, at }: Spot): Found | undefined {
  const zero = matchAt(LEADING_ZERO, text, at)
  if (zero) return { type: 'code', from: at, to: at + zero[0].length }
  const found = matchAt(ACCOUNT_CODE, text, at)
  if (!found) return undefined
  const end = at + found[0].length
  const plain = readFigure(text, at)?.unit.symbol === ''
  const named = matchAt(ACCOUNT_WORD, text, end) !== null
  const opens = /(?:^|[\n("“|\t])\s?$/.test(text.slice(Math.max(0, at - 2), at)) && BOUNDARY.test(text.slice(Math.max(0, at - 2), at).replace(/[("“|\t]/g, '\n'))
  const isCode = found[0].length === ACCOUNT_ITEM ? plain || named : named || (plain && opens && found[0].length >= ACCOUNT_CLASS && matchAt(WORD_AFTER, text, end) !== null)
  return isCode ? { type: 'code', from: at, to: end } : undefined
}
