import type { Quantity } from '../quantity.ts'
import type { Token, TokenType } from '../token.ts'
import { saidAfter, saidBefore } from '../amounts/numerals.ts'
import { circumstance } from '../amounts/parse-quantity.ts'
import { readFigure, type Figure } from '../amounts/read-figure.ts'
import { YUAN } from '../amounts/units.ts'
import { UNCLEAR_YEARS } from './date-lexicon.ts'
import { isDigitAt, matchAt, type Found, type Spot } from './found.ts'
import { ALONE_IN_BRACKETS, AMOUNT_AFTER, CURRENCY, FIGURE_RUN, INDEFINITE, NAMED_AFTER, NEVER_SPELLED, NOT_COUNTED_AFTER, NUMERAL, NUMERALS, PHASE, PLACE_AFTER, SIGNED_AFTER } from './lexicon.ts'

const TYPES: Readonly<Record<Quantity['unit']['dimension'], TokenType>> = {
  money: 'money', count: 'count', 'length-of-time': 'count', area: 'count', percent: 'percent', points: 'points', number: 'number', rate: 'rate',
}

/** The figure that begins here with its unit, sign, bound and vagueness. `original` tells full-width commas from separators. */
export function readAmount(spot: Spot, isSeparator: (comma: number) => boolean): Found | undefined {
  const { text, at } = spot
  if (!isDigitAt(text, at)) return readSpelled(spot)
  const run = matchAt(FIGURE_RUN, text, at)?.[0] ?? ''
  const comma = run.indexOf(',')
  if (comma >= 0 && isList(run, at, comma, isSeparator)) {
    const figure = readFigure(text.slice(0, at + comma), at)
    return figure && toToken(spot, figure)
  }
  const unclear = matchAt(UNCLEAR_YEARS, text, at)
  if (unclear) return { type: 'skip', from: at, to: at + unclear[0].length }
  const figure = readFigure(text, at)
  if (figure && (isPhase(text, at, figure) || (figure.unit.symbol === '' && matchAt(NAMED_AFTER, text, figure.end)))) return { type: 'skip', from: at, to: figure.end }
  // A number with wrong separators is no figure: reading a part of it would be a guess.
  return figure ? toToken(spot, figure) : { type: 'skip', from: at, to: at + Math.max(run.length, 1) }
}

/** Whether the figure numbers a phase: alone in brackets behind a name, or right before its amount. */
function isPhase(text: string, at: number, { unit, end }: Figure): boolean {
  return unit.symbol === PHASE && (ALONE_IN_BRACKETS.test(text.slice(Math.max(0, at - 1), end + 1)) || matchAt(AMOUNT_AFTER, text, end) !== null)
}

/** Commas between figures of a list, not between thousands. */
function isList(run: string, at: number, comma: number, isSeparator: (comma: number) => boolean): boolean {
  if (!isSeparator(at + comma)) return true
  const parts = run.split(',')
  return run.slice(0, comma).includes('.') || parts.every((part) => /^\d{4,}(?:\.\d+)?$/.test(part))
}

function readSpelled(spot: Spot): Found | undefined {
  const { text, at } = spot
  const figure = readFigure(text, at)
  const run = matchAt(NUMERALS, text, at)?.[0].length ?? 1
  const skip: Found = { type: 'skip', from: at, to: at + run }
  if (!figure || figure.unit.symbol === '' || figure.unitMissing) return skip
  const number = text.slice(at, figure.numberEnd)
  const before = text.slice(Math.max(0, at - 1), at)
  const indefinite = INDEFINITE.test(number) && figure.unit.dimension !== 'money'
  if (indefinite || (figure.unit.dimension === 'count' && matchAt(PLACE_AFTER, text, figure.end)) || NOT_COUNTED_AFTER.test(before) || NUMERAL.test(before) || NEVER_SPELLED.has(figure.unit.symbol)) return skip
  return toToken(spot, figure)
}

function toToken({ text, at, lastEnd }: Spot, figure: Figure): Token {
  const window = text.slice(Math.max(lastEnd, at - 10), at)
  const negative = isNegative(window, at - lastEnd)
  const signed = negative ? window.slice(0, -1) : window
  const currency = CURRENCY.exec(signed)
  const before = currency ? signed.slice(0, currency.index) : signed
  const said = circumstance(figure, saidBefore(before, figure.unit.dimension === 'length-of-time'), saidAfter(text, figure.end))
  const unit = figure.unit.symbol === '' && currency ? YUAN : figure.unit
  const quantity: Quantity = { digits: negative ? -figure.digits : figure.digits, places: figure.places, unit, ...said }
  return {
    type: TYPES[unit.dimension], from: at - (negative ? 1 : 0) - (currency?.[0].length ?? 0), to: figure.end, quantity,
    ...(figure.unitMissing && { unitMissing: true }),
  }
}

/** A dash before a figure is a sign only where it cannot join it to something. */
function isNegative(window: string, room: number): boolean {
  const sign = window.at(-1)
  if (sign === '△' || sign === '▲') return true
  return sign === '-' && room > 0 && SIGNED_AFTER.test(window.slice(0, -1))
}
