import { rememberingTexts } from '../once.ts'
import type { Dimension, Quantity, Unit } from '../quantity.ts'
import { BRACKETED, CURRENCY_BEFORE, FIGURE_START, NEGATIVE, UNIT_IN_BRACKETS, foldFigures, saidAfter, saidBefore, type Circumstance } from './numerals.ts'
import { readDecimal, readFigure, type Figure } from './read-figure.ts'
import { NO_UNIT, YUAN, unitOf } from './units.ts'

export interface ParseOptions {
  /** Lent to a figure without one. */
  readonly unit?: Unit | string
  /** A figure of another dimension is refused; a bare number gets a unit of it only through `unit`. */
  readonly dimension?: Dimension
}

const LONGEST = 80
/** Numbers of hand-written JSON are doubles: up to 15 significant digits their shortest decimal is what was written. */
const SAFE_DIGITS = 15
const SPLIT_NUMBER = /\d\s+[\d.]|\.\s|^0\d/

/**
 * The quantity that the whole of `text` states, with its bound and 'about' words; undefined when it states none, or
 * states it in a way that could be misread (wrong separators, digits apart, leading zeros).
 */
export function parseQuantity(text: string | number, options?: ParseOptions): Quantity | undefined {
  if (options !== undefined || typeof text === 'number') return parse(text, options ?? {})
  const quantity = remembered(text)
  // One quantity is one printed figure: texts that are alike have each their own.
  return quantity && { ...quantity }
}

const remembered = rememberingTexts((text) => parse(text, {}))

function parse(text: string | number, options: ParseOptions): Quantity | undefined {
  const plain = typeof text === 'string' ? readPlain(text, options) : undefined
  if (plain) return plain
  const printed = typeof text === 'number' ? decimalText(text) : foldFigures(text).trim()
  if (printed === undefined || printed === '' || printed.length > LONGEST || SPLIT_NUMBER.test(printed)) return undefined
  const bracketed = BRACKETED.exec(printed)
  if (bracketed) {
    const inner = readWhole(`${bracketed[1] ?? ''}${bracketed[2] ?? ''}`, options)
    return inner && inner.digits >= 0n ? { ...inner, digits: -inner.digits } : undefined
  }
  return readWhole(printed, options)
}

const PLAIN = /^-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14})(?:\.\d{1,9})?$/

/** What nearly all cells print: a plain decimal. */
function readPlain(text: string, { unit = NO_UNIT, dimension }: ParseOptions): Quantity | undefined {
  if (!PLAIN.test(text)) return undefined
  const lent = typeof unit === 'string' ? unitOf(unit) : unit
  return dimension === undefined || dimension === lent.dimension ? { ...readDecimal(text), unit: lent } : undefined
}

function decimalText(value: number): string | undefined {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  if (mantissa.replace(/\D/g, '').replace(/^0+/, '').length > SAFE_DIGITS) return undefined
  if (exponent === '0') return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.')
  const shift = Number(exponent)
  const digits = whole + decimals
  const point = whole.length + shift
  return sign + (point > 0 ? digits.padEnd(point, '0') : `0.${'0'.repeat(-point)}${digits}`)
}

function readWhole(text: string, options: ParseOptions): Quantity | undefined {
  const start = FIGURE_START.exec(text)?.index ?? -1
  const figure = start < 0 ? undefined : readFigure(text, start)
  if (!figure) return undefined
  const before = leadIn(text.slice(0, start), figure)
  if (!before) return undefined
  const rest = readRest(text, figure, options)
  if (!rest) return undefined
  const unit = lend(figure, before.currency ? YUAN : rest.unit, options)
  if (options.dimension !== undefined && unit.dimension !== options.dimension) return undefined
  const said = circumstance(figure, before.said, rest.said)
  return { digits: before.negative ? -figure.digits : figure.digits, places: figure.places, unit, ...said }
}

/** The words and signs before the figure, all of which must be understood. */
function leadIn(text: string, figure: Figure): { negative: boolean; currency: boolean; said: Circumstance } | undefined {
  let rest = text.trimEnd()
  const signed = NEGATIVE.test(rest)
  if (signed) rest = rest.slice(0, -1).trimEnd()
  const currency = CURRENCY_BEFORE.test(rest)
  if (currency) rest = rest.replace(CURRENCY_BEFORE, '').trimEnd()
  const negative = signed || NEGATIVE.test(rest)
  if (negative && !signed) rest = rest.slice(0, -1).trimEnd()
  let said: Circumstance = { length: 0 }
  for (let words = 0; rest !== '' && words < 3; words++) {
    const found = saidBefore(rest, figure.unit.dimension === 'length-of-time')
    said = { ...found, ...said, length: 0 }
    rest = rest.slice(0, rest.length - found.length).trimEnd()
  }
  return rest === '' ? { negative, currency, said } : undefined
}

/** What follows the figure: words of bound, or a unit in brackets, or the expected unit itself. */
function readRest(text: string, figure: Figure, options: ParseOptions): { said: Circumstance; unit?: Unit } | undefined {
  const said = saidAfter(text, figure.end)
  const rest = text.slice(figure.end + said.length).trim()
  if (rest === '') return { said }
  if (figure.unit.symbol !== '') return undefined
  const lent = typeof options.unit === 'string' ? options.unit : options.unit?.symbol
  const inBrackets = UNIT_IN_BRACKETS.exec(rest)?.[1]
  const symbol = inBrackets ?? rest
  if (symbol === lent) return { said, unit: unitOf(symbol) }
  if (inBrackets === undefined) return undefined
  const read = readFigure(`1${inBrackets}`, 0)
  return read && read.end === inBrackets.length + 1 ? { said, unit: read.unit } : undefined
}

function lend(figure: Figure, found: Unit | undefined, options: ParseOptions): Unit {
  const lent = typeof options.unit === 'string' ? unitOf(options.unit) : options.unit
  if (figure.unit.symbol === '') return found ?? lent ?? figure.unit
  if (!figure.unitMissing || !lent || lent.exponent !== 0 || lent.symbol === '') return figure.unit
  // A scale without its unit in a column that counts people: the scale belongs to the column's unit.
  return unitOf(figure.unit.symbol.slice(0, -YUAN.symbol.length) + lent.symbol)
}

/** Bound and vagueness of a figure from the words on both sides; the words after it win. */
export function circumstance(figure: Figure, before: Circumstance, after: Circumstance): Pick<Quantity, 'approximate' | 'bound'> {
  const approximate = before.approximate ?? after.approximate ?? figure.some
  const bound = after.bound ?? before.bound ?? (figure.some ? '≥' : undefined)
  return { ...(approximate && { approximate }), ...(bound && { bound }) }
}
