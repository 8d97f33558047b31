/** What a printed cell looks like. */
export type CellKind = 'blank' | 'amount' | 'percent' | 'code' | 'text'

const AMOUNT = /^[-−－+△▲]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$|^[（(]\d[\d,]*(?:\.\d+)?[)）]$/
const DASH = /^(?:[-—–－─/\\*]+|无|0?\s*[-—]\s*|×|#[A-Z/0!?]+)$/
const PERCENT = /^[-−－+]?\d[\d,]*(?:\.\d+)?\s*[%％]$/

/** The kind of a cell by its characters alone. A dash or slash counts as blank: it fills an amount column. */
export function cellKind(text: string): CellKind {
  const value = text.trim()
  if (value === '' || DASH.test(value)) return 'blank'
  if (PERCENT.test(value)) return 'percent'
  if (AMOUNT.test(value.replace(/\s+/g, ''))) return /^\d{3}(?:\d\d){0,2}$/.test(value) ? 'code' : 'amount'
  return 'text'
}

/** Whether a cell can stand in an amount column. */
export function fitsAmount(text: string): boolean {
  return cellKind(text) !== 'text'
}

/** Whether a cell can stand in a label column. */
export function fitsLabel(text: string): boolean {
  const kind = cellKind(text)
  return kind === 'blank' || kind === 'text'
}

/** Whether a cell can stand in a code column: 201, 2010101, 301 02, also a total word. */
export function fitsCode(text: string): boolean {
  return text.trim() === '' || /^[\dA-Za-z]+(?:[\s.-][\dA-Za-z]+)*$/.test(text.trim())
}
