import type { Quantity } from '../quantity.ts'

/** The figure alone, as a plain decimal in its own unit, trailing zeros kept: -2630.45. */
export function decimalOf(quantity: Quantity): string {
  const { digits, places } = quantity
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString()
  if (places <= 0) return sign + (digits === 0n ? text : text + '0'.repeat(-places))
  const padded = text.padStart(places + 1, '0')
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/** The figure with separators between thousands: -2,630.45. */
export function groupedDecimalOf(quantity: Quantity): string {
  const [whole = '', decimals] = decimalOf(quantity).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

export interface PrintOptions {
  /** Separators between thousands. */
  readonly grouped?: boolean
}

/** The quantity as one would print it: bound or 'about' sign, figure, unit. `parseQuantity` reads it back as the same. */
export function printQuantity(quantity: Quantity, options: PrintOptions = {}): string {
  const bound = quantity.bound === undefined || quantity.bound === '=' ? '' : quantity.bound
  const about = quantity.approximate ? '≈' : ''
  return bound + about + (options.grouped ? groupedDecimalOf(quantity) : decimalOf(quantity)) + quantity.unit.symbol
}
