import type { MappedText } from '../source/segment.ts'
import type { Block } from './block.ts'

/** Blocks with other places, `place` made of each text: of what was read inside of something else. */
export function placed(blocks: readonly Block[], place: (text: MappedText) => MappedText): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind !== 'grid') return { ...block, text: place(block.text) }
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: place(cell.text) })) })) }
  })
}
