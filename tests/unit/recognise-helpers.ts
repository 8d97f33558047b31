import { builtin } from 'virtual:disclint-builtin'
import type { Table } from '../../src/disclosure/model.ts'
import type { GridBlock, ReadDocument } from '../../src/readers/block.ts'
import { readText } from '../../src/readers/text/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import type { Recognised } from '../../src/recognise/index.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'

const files = builtin.filter(({ path }) => path.startsWith('vocabulary/')).map(({ path, content }) => ({ path, content }))

export const vocabulary = loadVocabulary(files).vocabulary

/** What reader and recogniser make of a text. Cells may be separated by ` | `, which then stand for tabs. */
export function recogniseText(text: string): Recognised {
  return recognise([readText(text, '示例.txt', 'hash')], vocabulary)
}

/** The first table recognised in a text. */
export function tableIn(text: string): Table {
  const [table] = recogniseText(text).disclosure.tables
  if (table === undefined) throw new Error('no table was recognised')
  return table
}

/** Labels and cells of a lane, as a grid of strings for reading in a test. */
export function laneOf(table: Table, lane = 0): (string | number)[][] {
  return (table.lanes[lane]?.rows ?? []).map((row) => [row.label, ...Object.values(row.cells)])
}

interface Cell {
  readonly text: string
  readonly colspan?: number
  readonly rowspan?: number
}

/** A document of one grid with real cells, as Word or Excel readers make it. */
export function ruledDocument(rows: readonly (readonly (string | Cell)[])[], title: string): ReadDocument {
  const mapped = (text: string) => ({ text, segments: [] })
  const grid: GridBlock = {
    kind: 'grid',
    ruled: true,
    rows: rows.map((cells) => ({ cells: cells.map((cell) => (typeof cell === 'string' ? { text: mapped(cell) } : { ...cell, text: mapped(cell.text) })) })),
  }
  return { file: '示例.docx', format: 'docx', sha256: 'hash', blocks: [{ kind: 'paragraph', text: mapped(title) }, grid] }
}
