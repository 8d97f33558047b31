const DECIMALS = 4
const FIGURE = /^[-−－△]?(\d[\d,，]*)(?:\.(\d{1,4}))?$/
const BLANK = /^[-—–－]*$/

/** A printed figure in ten-thousandths of its unit; a dash or blank is nothing; undefined if it is no plain figure. */
export function figureValue(text: string): bigint | undefined {
  const trimmed = text.trim()
  if (BLANK.test(trimmed)) return 0n
  const match = FIGURE.exec(trimmed)
  if (match === null) return undefined
  const value = BigInt((match[1] ?? '0').replace(/[,，]/g, '') + (match[2] ?? '').padEnd(DECIMALS, '0'))
  return /^\d/.test(trimmed) ? value : -value
}

/** One in the last printed place of a figure, in ten-thousandths: how far rounding may carry it. */
export function lastPlace(text: string): bigint {
  const decimals = /\.(\d{1,4})/.exec(text)?.[1]?.length ?? 0
  return 10n ** BigInt(DECIMALS - decimals)
}
