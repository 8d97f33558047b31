import type { MappedText } from '../source/segment.ts'

const FULL_WIDTH = /^[\uff08(]?[-\u2212\uff0d\u25b3+\uff0b]?[\uff10-\uff19][\uff10-\uff19,.\uff0c\uff0e]*[%\uff05]?[\uff09)]?$/
/** Thousands set apart by a blank; only before decimals, else it may be a code. */
const SPACED = /^([(\uff08]?[-\u2212\uff0d\u25b3]?\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(\.\d{1,4}[)\uff09]?)$/
const TO_ASCII = 0xfee0

/** A figure in full-width digits, or in a `ruled` cell with blanks between thousands, as figures are written: character for character. */
export function printedFigure(cell: MappedText, ruled: boolean): MappedText {
  const { text } = cell
  if (FULL_WIDTH.test(text)) return { ...cell, text: text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - TO_ASCII)) }
  const spaced = ruled ? SPACED.exec(text) : null
  return spaced ? { ...cell, text: `${spaced[1] ?? ''}${(spaced[2] ?? '').replace(/[^\d]/g, ',')}${spaced[3] ?? ''}` } : cell
}
