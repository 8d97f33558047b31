import { sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { TextLine } from './line.ts'

const NUMBER = /^[-−△]?\d[\d,]*(?:\.\d+)?%?$/
const MIN_ROWS = 3

/**
 * Gives cells to lines of a table whose columns are only set apart by spaces: a run of lines that end in two or more
 * numbers, with the heading line above it. A lone such line may be prose, so at least three are asked for.
 */
export function splitSpacedTables(lines: readonly TextLine[]): readonly TextLine[] {
  const out = [...lines]
  for (let start = 0; start < lines.length; start += 1) {
    const end = runEnd(lines, start)
    const strong = lines.slice(start, end).filter((line) => trailingNumbers(line) >= 2).length
    if (strong < MIN_ROWS) continue
    for (let i = start; i < end; i += 1) out[i] = spacedRow(lines[i] as TextLine)
    const header = lines[start - 1]
    const cells = header?.kind === 'text' ? words(header.text) : []
    const columns = Math.max(...out.slice(start, end).map((line) => line.cells.length))
    if (header !== undefined && cells.length === columns) out[start - 1] = { ...header, kind: 'cells', cells }
    start = end
  }
  return out
}

/** End of the run of lines from `start` that end in a number; most of them must end in two. */
function runEnd(lines: readonly TextLine[], start: number): number {
  let end = start
  while (end < lines.length && trailingNumbers(lines[end] as TextLine) >= 1) end += 1
  return end
}

function trailingNumbers(line: TextLine): number {
  if (line.kind !== 'text') return 0
  const parts = line.text.text.split(/\s+/)
  let count = 0
  while (count < parts.length - 1 && NUMBER.test(parts[parts.length - 1 - count] ?? '')) count += 1
  return count
}

function spacedRow(line: TextLine): TextLine {
  const all = words(line.text)
  const label = all[all.length - trailingNumbers(line) - 1]
  const last = label?.segments[0]
  if (last === undefined) return line
  const values = all.slice(all.length - trailingNumbers(line))
  const first = values[0]?.segments[0]?.anchor
  const start = line.text.segments[0]?.anchor
  if (first?.kind !== 'text' || start?.kind !== 'text') return line
  return { ...line, kind: 'cells', cells: [trimMapped(sliceMapped(line.text, 0, first.offset - start.offset)), ...values] }
}

function words(text: MappedText): readonly MappedText[] {
  return [...text.text.matchAll(/\S+/g)].map((m) => sliceMapped(text, m.index, m.index + m[0].length))
}
