/** An exact fraction; the denominator is positive. Not reduced: a check makes few of them. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, power) => 10n ** BigInt(power))

/** 10^`power`, for a power that is not negative. */
export const powerOfTen = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power)

/** `digits` × 10^`exponent`. */
export function decimal(digits: bigint, exponent: number): Rational {
  return exponent >= 0 ? { n: digits * powerOfTen(exponent), d: 1n } : { n: digits, d: powerOfTen(-exponent) }
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d })
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a)
export const half = (a: Rational): Rational => ({ n: a.n, d: a.d * 2n })

/** Undefined over zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.n === 0n) return undefined
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n }
}

/** Negative, zero or positive as a − b is. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

/** How many `step`s `a` is, rounded half away from zero. */
export function roundedSteps(a: Rational, step: Rational): bigint {
  const n = 2n * a.n * step.d
  const d = a.d * step.n
  return n < 0n ? -((-n + d) / (2n * d)) : (n + d) / (2n * d)
}
