/** Characters that take two columns of a terminal; close enough for help and progress. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu

/** Columns that a text takes. */
export function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** The beginning of a text that fits into so many columns. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  const kept: string[] = []
  let left = columns - 1
  for (const character of text) {
    left -= columnsOf(character)
    if (left < 0) break
    kept.push(character)
  }
  return `${kept.join('')}…`
}
