import { eastAsianWidth } from 'get-east-asian-width'

/** Marks that stand on the character before them. */
const NO_WIDTH = /[\p{M}\p{Cf}]/u

/** Columns that a text takes in a terminal: two for what Unicode Standard Annex #11 calls wide or full-width, none for combining marks. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    width += point < 0x300 ? 1 : NO_WIDTH.test(character) ? 0 : eastAsianWidth(point)
  }
  return width
}
