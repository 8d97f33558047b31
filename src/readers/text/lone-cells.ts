import { splitCells, type TextLine } from './line.ts'

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

const BAR = '|'
/** Lines between rows of a table, at most, that are such. */
const MOST_PAIRS = 4

/** Rows of two cells between rows of more or right between any two, or a label and its value right above them: a single bar in a line counts as a separator only there. */
export function adoptBarredPairs(lines: readonly TextLine[]): readonly TextLine[] {
  const barred = ({ kind, text }: TextLine): boolean => kind === 'cells' && text.text.split(BAR).length > 2
  const isLabelled = ({ text }: TextLine): boolean => /^[^\s。；，：:|]{2,12}\|[^。；|]+$/.test(text.text)
  const opensWithLabel = ({ text }: TextLine): boolean => /^[^\s。；，：:|]{2,12}\|\S/.test(text.text)
  const hasBar = (line: TextLine | undefined): boolean => line?.kind === 'cells' && line.text.text.includes(BAR)
  const isPair = ({ kind, text }: TextLine): boolean => kind === 'text' && text.text.split(BAR).length === 2
  return lines.map((line, i) => {
    if (!isPair(line)) return line
    if (opensWithLabel(line) && hasBar(lines[i - 1]) && hasBar(lines[i + 1])) return { ...line, kind: 'cells', cells: splitCells(line.text, BAR) }
    const before = lines.slice(Math.max(0, i - MOST_PAIRS), i).findLast((other) => !isPair(other))
    const after = lines.slice(i + 1, i + 1 + MOST_PAIRS).find((other) => !isPair(other))
    return after && barred(after) && (isLabelled(line) || (before && barred(before))) ? { ...line, kind: 'cells', cells: splitCells(line.text, BAR) } : line
  })
}
