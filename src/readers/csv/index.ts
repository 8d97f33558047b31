import Papa from 'papaparse'
import type { Result } from '../../core/problem.ts'
import { decodeText } from '../../source/decode.ts'
import { mappedEscaped } from '../../source/escaped.ts'
import { joinMapped, sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, ReadDocument } from '../block.ts'
import { reading } from '../problem.ts'
import { textBlock } from '../text-block.ts'

type Line = readonly MappedText[]

/**
 * Reads .csv and .tsv files, the separator told by the content. Lines of one field are text. Where a program filled all lines up
 * with separators, blank lines set tables apart. Places are lines and columns of the file.
 */
export function readCsv({ file, content, sha256 }: { readonly file: string; readonly content: Uint8Array; readonly sha256: string }): Result<ReadDocument> {
  return reading(file, () => {
    const { text } = decodeText(content)
    return { file, format: 'csv', sha256, blocks: blocksOf(linesOf(text)) }
  })
}

/** Fields of every line, each with its place. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  // Excel is told the separator by a line before the first, and does not show it.
  const [start = '', told] = /^\ufeff?(?:sep=([,;|\t])\r?\n)?/.exec(text) ?? []
  const head = start.length
  let from = head
  let separator = told
  Papa.parse<string[]>(text.slice(head), {
    delimiter: told ?? (isTabbed(text) ? '\t' : ''),
    delimitersToGuess: [',', '\t', ';', '|'],
    step: ({ data, meta }) => {
      separator ??= meta.delimiter
      lines.push(fieldsOf(data, text.slice(from, head + meta.cursor), from, separator))
      from = head + meta.cursor
    },
  })
  return lines
}

const LOOKED_AT = 50

/** Whether most lines have tabs: the library's guess fails for short files of two columns. */
function isTabbed(text: string): boolean {
  const lines = text.split('\n', LOOKED_AT).filter((line) => line.trim() !== '')
  return lines.filter((line) => line.includes('\t')).length * 2 > lines.length
}

function fieldsOf(fields: readonly string[], raw: string, offset: number, separator: string): Line {
  let at = 0
  return fields.map((field) => {
    const quoted = raw[at] === '"'
    const written = quoted ? field.replaceAll('"', '""') : field
    const start = at + (quoted ? 1 : 0)
    at = start + written.length + (quoted ? 1 : 0) + separator.length
    return trimMapped(withoutBreaks(mappedEscaped(field, raw.slice(start, start + written.length), offset + start)))
  })
}

/** Line breaks within a field wrap it, as in a printed cell: its pieces are joined, each where it stands. */
function withoutBreaks(field: MappedText): MappedText {
  const breaks = [...field.text.matchAll(/\s*[\r\n]+\s*/g)]
  const ends = [...breaks.map(({ index }) => index), field.text.length]
  const starts = [0, ...breaks.map((found) => found.index + found[0].length)]
  return breaks.length === 0 ? field : joinMapped(starts.map((from, i) => sliceMapped(field, from, ends[i])))
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const filledUp = lines.every((line) => line.length === lines[0]?.length)
  const blocks: Block[] = []
  let rows: Line[] = []
  const flush = (): void => {
    const lone = filledUp ? rows.every((row) => filled(row).length <= 1) : rows.length === 1 && filled(rows[0] ?? []).length <= 2
    if (lone) for (const row of rows) blocks.push(...filled(row).map((text) => textBlock(text)))
    else if (rows.length > 0) blocks.push(gridOf(rows))
    rows = []
  }
  let gap = false
  for (const line of lines) {
    const cells = filled(line)
    if (cells.length === 0) gap = true
    else {
      const alone = line.length === 1
      const startsAnew = cells.length === 1 || !cells.some(({ text }) => /^-?[\d,]+(?:\.\d+)?%?$/.test(text))
      if (alone || (gap && startsAnew)) flush()
      if (alone) blocks.push(...cells.map((text) => textBlock(text)))
      else rows.push(line)
      gap = false
    }
  }
  flush()
  return blocks
}

function filled(line: Line): Line {
  return line.filter(({ text }) => text !== '')
}

/** Columns that are blank in every row and stand last were added by the program that saved the file. */
function gridOf(rows: readonly Line[]): Block {
  const width = Math.max(...rows.map((row) => row.findLastIndex(({ text }) => text !== '') + 1))
  const full = rows.every((row) => row.length === rows[0]?.length)
  return { kind: 'grid', ruled: false, rows: rows.map((row) => ({ cells: (full ? row.slice(0, width) : row).map((text) => ({ text })) })) }
}
