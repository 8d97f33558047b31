import { splitCells } from './line.ts'
import type { TextLine } from './line.ts'

const LONGEST_CELL = 40
const AMOUNT = /^[-−△]?\d[\d,]*(?:\.\d+)?%?$/

/**
 * Gives cells to tables of two columns joined by a bar without spaces (`合计|524,860.00`). One such line may be prose, so two
 * lines in a row are asked for, one of them with a figure in its second cell.
 */
export function splitPairedLines(lines: readonly TextLine[]): readonly TextLine[] {
  const pairs = lines.map(pairOf)
  const out = [...lines]
  for (let start = 0; start < lines.length; start += 1) {
    let end = start
    while (pairs[end] !== undefined) end += 1
    const run = pairs.slice(start, end)
    if (run.length >= 2 && run.some((pair) => AMOUNT.test(pair?.[1]?.text ?? ''))) {
      run.forEach((cells, k) => {
        const line = lines[start + k]
        if (line !== undefined && cells !== undefined) out[start + k] = { ...line, kind: 'cells', cells }
      })
    }
    start = Math.max(start, end)
  }
  return out
}

function pairOf(line: TextLine): TextLine['cells'] | undefined {
  if (line.kind !== 'text' || line.text.text.split('|').length !== 2 || /[。；]/.test(line.text.text)) return undefined
  const cells = splitCells(line.text, '|')
  return cells.every(({ text }) => text.length <= LONGEST_CELL) ? cells : undefined
}
