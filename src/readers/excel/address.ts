/** A rectangle of cells, rows and columns from 1. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Column number of its letters: A 1, AA 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 0) - 64, 0)
}

/** Letters of a column: 28 → AB. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Address of a cell: B7. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** Row and column of B7 or $B$7; undefined if it is no address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  return match === null ? undefined : { row: Number(match[2]), column: columnNumber(match[1] ?? '') }
}

/** The area of B2:D5; of B2 alone the one cell. */
export function parseArea(range: string): Area | undefined {
  const [from, to = from] = range.split(':').map(parseAddress)
  return from && to ? { top: Math.min(from.row, to.row), left: Math.min(from.column, to.column), bottom: Math.max(from.row, to.row), right: Math.max(from.column, to.column) } : undefined
}
