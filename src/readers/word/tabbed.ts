import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { GridBlock } from '../block.ts'

const FEWEST_ROWS = 3
const FEWEST_TABS = 2
const FEWEST_AMOUNTS = 2
const AMOUNT = /^[-−△]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/

/**
 * A table set with tabs: at least three paragraphs in a row with two tabs or more, or with one and amounts behind it (a table of
 * contents has page numbers there). Undefined if the paragraphs are none.
 */
export function tabbedGrid(paragraphs: readonly MappedText[]): GridBlock | undefined {
  const lines = paragraphs.map(({ text }) => text)
  if (lines.length < FEWEST_ROWS || lines.some((line) => line.includes('\n'))) return undefined
  const amounts = lines.filter((line) => AMOUNT.test(line.split('\t').at(-1)?.trim() ?? '')).length
  if (lines.some((line) => line.split('\t').length <= FEWEST_TABS) && (amounts < FEWEST_AMOUNTS || amounts < lines.length - 1)) return undefined
  return { kind: 'grid', ruled: false, rows: paragraphs.map((line) => ({ cells: cellsOf(line).map((text) => ({ text })) })) }
}

function cellsOf(line: MappedText): readonly MappedText[] {
  let from = 0
  return line.text.split('\t').map((cell) => {
    const start = from
    from += cell.length + 1
    return trimMapped(sliceMapped(line, start, start + cell.length))
  })
}
