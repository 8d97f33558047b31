import type { TextLine } from './line.ts'

const LONGEST_CELL = 40

/**
 * Gives back to a table the rows of which only the first cell is left, because blanks at the ends of lines were cut off: a
 * short line right between two rows, in a run of rows none of which ends in a blank.
 */
export function adoptLoneCells(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.some((line) => line.kind === 'cells' && line.cells.at(-1)?.text === '')) return lines
  return lines.map((line, i) => {
    const lone = line.kind === 'text' && line.text.text.length <= LONGEST_CELL && !/[。；：:]/.test(line.text.text)
    return lone && lines[i - 1]?.kind === 'cells' && lines[i + 1]?.kind === 'cells' ? { ...line, kind: 'cells', cells: [line.text] } : line
  })
}
