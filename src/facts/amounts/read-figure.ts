import type { Unit } from '../quantity.ts'
import { AND_SOME, CENTS, EVEN, NUMERAL_RUN, PER_HUNDRED, TWO_POWERS, VAGUE, readNumeral, type Numeral } from './numerals.ts'
import { DENOMINATOR, MOST_DENOMINATORS, NO_UNIT, PERCENT, SCALES, SCALE_AFTER_NUMBER, UNIT_AFTER_NUMBER, YUAN, isYearOf, unitOf } from './units.ts'

/** A number and its unit as they stand in a text; signs, bounds and words around it are not looked at. */
export interface Figure {
  readonly digits: bigint
  readonly places: number
  readonly unit: Unit
  /** Where the number alone ends. */
  readonly numberEnd: number
  /** Where the unit ends. */
  readonly end: number
  /** The number says there are some more (20-odd). */
  readonly some?: true
  /** A scale but no currency word. */
  readonly unitMissing?: true
}

const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y
const MORE_DIGITS = /[.,]\d/y
const MAX_DIGITS = 30

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Exact digits of a plain decimal with or without separators: 2,630.45 → 263045, 2 places. */
export function readDecimal(text: string): { digits: bigint; places: number } {
  const plain = text.replaceAll(',', '')
  const dot = plain.indexOf('.')
  return dot < 0 ? { digits: BigInt(plain), places: 0 } : { digits: BigInt(plain.slice(0, dot) + plain.slice(dot + 1)), places: plain.length - dot - 1 }
}

/**
 * Reads the figure that begins at `at` of a folded text: with separators, in two units, spelled out, per hundred. Undefined where no
 * number begins, where separators are wrong (1,52.0), and for digit strings that are no quantity (over 30 digits).
 */
export function readFigure(text: string, at: number): Figure | undefined {
  const perHundred = matchAt(PER_HUNDRED, text, at)
  const from = perHundred ? at + perHundred[0].length : at
  const arabic = matchAt(ARABIC, text, from)
  if (!arabic) return readSpelled(text, from, perHundred !== null)
  if (arabic[0].length > MAX_DIGITS) return undefined
  const numberEnd = from + arabic[0].length
  // Most figures of tables and forms stand alone.
  if (numberEnd === text.length && !perHundred) return { ...readDecimal(arabic[0]), unit: NO_UNIT, numberEnd, end: numberEnd }
  if (matchAt(MORE_DIGITS, text, numberEnd)) return undefined
  const number = readDecimal(arabic[0])
  if (perHundred) return { ...number, unit: PERCENT, numberEnd, end: numberEnd }
  return readCompound(text, from) ?? withUnit(text, { ...number, numberEnd })
}

interface Bare {
  readonly digits: bigint
  readonly places: number
  readonly numberEnd: number
  readonly scale?: Numeral['scale']
}

function readSpelled(text: string, from: number, perHundred: boolean): Figure | undefined {
  const run = matchAt(NUMERAL_RUN, text, from)
  const numeral = run && run[0].length <= MAX_DIGITS ? readNumeral(run[0]) : undefined
  if (!run || !numeral) return undefined
  const { digits, places, scale } = numeral
  const numberEnd = from + run[0].length
  if (perHundred) return { digits, places, unit: PERCENT, numberEnd, end: numberEnd }
  return withUnit(text, { digits, places, numberEnd, scale })
}

const TEN_THOUSAND = 10_000n

/** A figure in two powers of ten (1亿2000万元, 3万5千人): the smaller one carries the sum. Undefined where no unit says that they belong together. */
function readCompound(text: string, at: number): Figure | undefined {
  for (const { pattern, scale } of TWO_POWERS) {
    const found = matchAt(pattern, text, at)
    if (!found) continue
    const [whole, large = '', small = '', power] = found
    const { digits, places } = readDecimal(small)
    const part = digits * 10n ** BigInt(SCALES[power ?? ''] ?? 0)
    const unit = 10n ** BigInt(places)
    if (part >= TEN_THOUSAND * unit) continue
    const figure = withUnit(text, { digits: BigInt(large) * TEN_THOUSAND * unit + part, places, numberEnd: at + whole.length, scale })
    if (figure && figure.unit.symbol !== '') return figure
  }
  return undefined
}

function withUnit(text: string, number: Bare): Figure | undefined {
  const { digits, places, numberEnd, scale = '' } = number
  const some = matchAt(AND_SOME, text, numberEnd)
  let at = numberEnd + (some ? some[0].length : 0)
  while (text[at] === ' ') at++
  const found = matchAt(UNIT_AFTER_NUMBER, text, at)
  if (found) {
    const denominators = denominatorsAt(text, at + found[0].length)
    const symbol = scale + (found[1] ?? '') + (found[2] ?? '') + denominators
    if (found[1] === undefined && places === 0 && isYearOf(digits, found[2])) return { digits, places, unit: NO_UNIT, numberEnd, end: numberEnd }
    const vague = some !== null || VAGUE.test(found[0])
    const figure: Figure = { digits, places, unit: unitOf(symbol), numberEnd, end: at + found[0].length + denominators.length, ...(vague && { some: true }) }
    return unitOf(found[2] ?? '').symbol === YUAN.symbol && denominators === '' ? toTheCent(text, figure) : figure
  }
  const bareScale = scale === '' ? matchAt(SCALE_AFTER_NUMBER, text, at)?.[0] : scale
  if (bareScale !== undefined) {
    const end = scale === '' ? at + bareScale.length : numberEnd
    return { digits, places, unit: unitOf(bareScale + YUAN.symbol), numberEnd, end, unitMissing: true, ...(some && { some: true }) }
  }
  return { digits, places, unit: NO_UNIT, numberEnd, end: numberEnd, ...(some && { some: true, end: numberEnd + some[0].length }) }
}

/** What stands under the stroke of a composite unit, strokes included: /生/年; empty for a plain unit. */
function denominatorsAt(text: string, at: number): string {
  let end = at
  for (let count = 0; count < MOST_DENOMINATORS; count++) {
    const next = matchAt(DENOMINATOR, text, end)
    if (!next) break
    end += next[0].length
  }
  return text.slice(at, end)
}

/** An amount said to be even, or followed by its cents, is exact to the cent: it is put in the base unit with two decimals. */
function toTheCent(text: string, figure: Figure): Figure {
  const even = matchAt(EVEN, text, figure.end)
  const cents = even ? null : matchAt(CENTS, text, figure.end)
  if (!even && !cents) return figure
  const [jiao, fen] = [cents?.[1], cents?.[2]].map((digit) => (digit === undefined ? 0n : /\d/.test(digit) ? BigInt(digit) : (readNumeral(digit)?.digits ?? 0n)))
  const power = figure.unit.exponent - figure.places + 2
  if (power < 0) return figure
  const digits = figure.digits * 10n ** BigInt(power) + (jiao ?? 0n) * 10n + (fen ?? 0n)
  return { ...figure, digits, places: 2, unit: YUAN, end: figure.end + (even ?? cents ?? [''])[0].length }
}
