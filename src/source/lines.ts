/** A place in a text: 1-based line, 1-based column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number
  readonly column: number
}

/** Finds lines and columns in one text. Lines end at LF, CRLF or CR alone. */
export interface LineIndex {
  readonly lineCount: number
  /** Offsets at which the lines start. */
  readonly starts: readonly number[]
  /** Line and column of a UTF-16 offset; offsets outside the text are clamped to its ends. */
  position(offset: number): LinePosition
  /** Offset at which a 1-based line starts; the text's length past the last line. */
  lineStart(line: number): number
}

/** Makes the line index of a text, in one pass. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return lineIndexOf(starts, text.length)
}

/** The line index of a text of which only the starts of its lines and its length are known. */
export function lineIndexOf(starts: readonly number[], length: number): LineIndex {
  const start = (line: number): number => starts[line - 1] ?? length
  return {
    starts,
    lineCount: starts.length,
    lineStart: start,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, length))
      let low = 1
      let high = starts.length
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (start(middle) <= clamped) low = middle
        else high = middle - 1
      }
      return { line: low, column: clamped - start(low) + 1 }
    },
  }
}
