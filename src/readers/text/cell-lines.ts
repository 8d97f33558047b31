import { joinMapped } from '../../source/mapped-text.ts'
import { TITLE, UNIT_LINE } from './caption-line.ts'
import type { TextLine } from './line.ts'
import { isFigureCell } from './loose/words.ts'

const LONGEST_CELL = 40
const MOST_COLUMNS = 12
const FEWEST_ROWS = 3
const NOTE = /^(?:注|备注|说明)\s*[：:]/

/**
 * Gives rows to tables that were copied a cell a line: right below the unit as many headings as there are columns, then rows of that many
 * cells, in each column figures only or none. Where a cell is lost or a heading spans others the lines stay as they are.
 */
export function gatherCellLines(lines: readonly TextLine[]): readonly TextLine[] {
  const out: TextLine[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as TextLine
    out.push(line)
    at += 1
    if (line.kind !== 'text' || !UNIT_LINE.test(line.text.text)) continue
    const cells = cellsFrom(lines, at)
    const width = widthOf(cells)
    if (width === undefined) continue
    for (let from = 0; from < cells.length; from += width) out.push(rowOf(cells.slice(from, from + width)))
    at += cells.length
  }
  return out
}

function cellsFrom(lines: readonly TextLine[], start: number): readonly TextLine[] {
  let end = start
  while (isCell(lines[end]) && !opensTable(lines, end)) end += 1
  return lines.slice(start, end)
}

function isCell(line: TextLine | undefined): boolean {
  return line?.kind === 'text' && line.text.text.length <= LONGEST_CELL && !/[。；]/.test(line.text.text) && !NOTE.test(line.text.text)
}

/** Whether the title of the next table stands here: its unit follows at most one line further on. */
function opensTable(lines: readonly TextLine[], at: number): boolean {
  const unit = (line: TextLine | undefined): boolean => line?.kind === 'text' && UNIT_LINE.test(line.text.text)
  return unit(lines[at]) || (TITLE.test(lines[at]?.text.text ?? '') && lines.slice(at + 1, at + 3).some(unit))
}

const isFigure = ({ text: { text } }: TextLine): boolean => isFigureCell(text)

/** The number of columns that the cells fit into; undefined where there is none. */
function widthOf(cells: readonly TextLine[]): number | undefined {
  const first = cells.findIndex(isFigure)
  for (let width = 2; width <= MOST_COLUMNS && width < first; width += 1) if (fits(cells, width)) return width
  return undefined
}

function fits(cells: readonly TextLine[], width: number): boolean {
  const rows = cells.slice(width)
  const kinds = rows.slice(0, width).map(isFigure)
  return rows.length % width === 0 && rows.length >= FEWEST_ROWS * width && kinds[0] === false && kinds.includes(true) && rows.every((cell, at) => isFigure(cell) === kinds[at % width])
}

function rowOf(cells: readonly TextLine[]): TextLine {
  const texts = cells.map(({ text }) => text)
  return { kind: 'cells', text: joinMapped(texts, ' '), cells: texts }
}
