import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { GridBlock } from '../block.ts'

const FEWEST_ROWS = 3
const FEWEST_TABS = 2

/** A table set with tabs: at least three paragraphs in a row with two tabs or more. Undefined if the paragraphs are none. */
export function tabbedGrid(paragraphs: readonly MappedText[]): GridBlock | undefined {
  if (paragraphs.length < FEWEST_ROWS || paragraphs.some(({ text }) => text.split('\t').length <= FEWEST_TABS || text.includes('\n'))) return undefined
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
