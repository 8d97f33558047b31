import { joinMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Block, GridRow, ReadDocument } from '../block.ts'
import { gatherCellLines } from './cell-lines.ts'
import { withoutDoubleSpacing } from './double-spaced.ts'
import { splitEvenTables } from './even-table.ts'
import { furnitureLines, pageMarks } from './furniture.ts'
import { goesOn, goesOnOverBreak, wrappingOf } from './joining.ts'
import type { Wrapping } from './joining.ts'
import { BARS, textLines } from './line.ts'
import type { LooseCells, TextLine } from './line.ts'
import { adoptBarredPairs, adoptLoneCells } from './lone-cells.ts'
import { headingLevel, numberingLevel } from '../../source/numbering.ts'
import { splitPairedLines } from './paired-lines.ts'
import { splitLooseTables } from './loose/index.ts'

/**
 * Reads a plain text into blocks: headings, paragraphs, grids (lines with tabs or bars between cells) and marks (page
 * numbers, watermarks). Lines broken within a sentence and tables broken over a page are joined; a paragraph joined over a
 * page break is `inferred`. Every character of a block knows its offset in `text`, and none is dropped.
 */
export function readText(text: string, file: string, sha256: string): ReadDocument {
  const joined = splitPairedLines(gatherCellLines(withoutDoubleSpacing(textLines(text))))
  const paired = splitEvenTables(joined, pageMarks(joined))
  const lines = adoptLoneCells(adoptBarredPairs(splitLooseTables(paired, pageMarks(paired))))
  return { file, format: 'text', sha256, blocks: lineBlocks(lines, furnitureLines(lines)) }
}

/** How the running text of lines is broken; `marks` are not of it. */
export function wrappingOfLines(lines: readonly TextLine[], marks: ReadonlySet<number>): Wrapping {
  const running = lines.flatMap((line, i) => (line.kind === 'text' && !marks.has(i) ? [i] : []))
  return wrappingOf(running.map((i) => lines[i]?.text.text ?? ''), running.slice(1).map((i) => lines[i - 1]?.kind === 'blank'))
}

/** Blocks of lines, whatever their places; `marks` are the lines that are page furniture. */
export function lineBlocks(lines: readonly TextLine[], marks: ReadonlySet<number>, wrapping: Wrapping = wrappingOfLines(lines, marks)): readonly Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as TextLine
    const end = line.kind === 'cells' ? gridEnd(lines, marks, at) : at + 1
    if (marks.has(at)) blocks.push({ kind: 'mark', text: line.text })
    else if (line.kind === 'cells') blocks.push(...gridBlocks(lines.slice(at, end), marks, at))
    else if (line.kind === 'text') {
      const paragraph = readParagraph(lines, marks, at, wrapping)
      blocks.push(...paragraph.blocks)
      at = paragraph.end
      continue
    }
    at = end
  }
  return blocks
}

/** First line after the grid that starts at `start`: blank lines and marks of a page break inside it belong to it. */
function gridEnd(lines: readonly TextLine[], marks: ReadonlySet<number>, start: number): number {
  let end = start + 1
  for (let i = start + 1; i < lines.length; i += 1) {
    const { kind, loose } = lines[i] as TextLine
    const same = (loose === undefined) === (lines[start]?.loose === undefined) && loose?.starts === undefined
    if (kind === 'cells' && !marks.has(i) && !same) break
    if (kind === 'cells' && !marks.has(i)) end = i + 1
    else if (kind === 'text' && !marks.has(i)) break
  }
  return end
}

function gridBlocks(lines: readonly TextLine[], marks: ReadonlySet<number>, start: number): readonly Block[] {
  const inside = lines.flatMap((line, i): Block[] => (marks.has(start + i) ? [{ kind: 'mark', text: line.text }] : []))
  const rows = lines.filter((line) => line.kind === 'cells')
  const only = rows[0]
  if (rows.length === 1 && only !== undefined && only.cells.filter((cell) => cell.text !== '').length <= 2) {
    return [...inside, textBlock(only.text)]
  }
  if (only?.loose) return [...inside, looseGrid(rows, only.loose)]
  const bordered = rows.every((row) => row.cells[0]?.text === '' && row.cells.at(-1)?.text === '' && BARS.includes(row.text.text[0] ?? ''))
  const gridRows = rows.map((row): GridRow => ({ cells: (bordered ? row.cells.slice(1, -1) : row.cells).map((text) => ({ text })) }))
  return [...inside, { kind: 'grid', ruled: false, rows: gridRows }]
}

function looseGrid(rows: readonly TextLine[], { by, heading }: LooseCells): Block {
  const gridRows = rows.map(({ cells, loose }): GridRow => ({ cells: cells.map((text) => ({ text })), ...(loose?.doubtful && { doubtful: true }) }))
  return { kind: 'grid', ruled: false, apart: by, headings: heading ? 1 : 0, rows: gridRows }
}

interface ReadParagraph {
  readonly blocks: readonly Block[]
  readonly end: number
}

function readParagraph(lines: readonly TextLine[], marks: ReadonlySet<number>, start: number, wrapping: Wrapping): ReadParagraph {
  const parts: MappedText[] = [(lines[start] as TextLine).text]
  const inside: Block[] = []
  let end = start + 1
  let overBreak = false
  for (let i = end, gap = false, marksHere: Block[] = []; i < lines.length; i += 1) {
    const line = lines[i] as TextLine
    if ((line.kind === 'cells' && !marks.has(i)) || line.heads || lines[start]?.heads) break
    if (line.kind === 'blank') gap = true
    else if (marks.has(i)) marksHere.push({ kind: 'mark', text: line.text })
    else {
      const last = parts.at(-1)?.text ?? ''
      const broken = gap || marksHere.length > 0
      const brokenItem = !broken && i === start + 1 && isBrokenItem(lines, start)
      const goes = broken ? goesOnOverBreak(last, line.text.text, wrapping, marksHere.length > 0) : goesOn(last, line.text.text, wrapping)
      if (!brokenItem && !goes) break
      parts.push(line.text)
      inside.push(...marksHere)
      overBreak ||= broken
      end = i + 1
      gap = false
      marksHere = []
    }
  }
  const block = textBlock(joinParts(parts), overBreak)
  return { blocks: [...inside, block], end }
}

const SIBLINGS_SEARCHED = 40

/** A short numbered line that looks like a heading, but the items numbered like it are sentences: its own was broken early. */
function isBrokenItem(lines: readonly TextLine[], at: number): boolean {
  const level = headingLevel(lines[at]?.text.text ?? '')
  const next = lines[at + 1]
  if (level === undefined || level < 3 || next?.kind !== 'text' || numberingLevel(next.text.text) !== undefined) return false
  if (level === 3) return /。$/.test(next.text.text) && isInListOfSentences(lines, at, level)
  const sibling = (step: 1 | -1): string | undefined => {
    for (let i = at + step; i >= 0 && i < lines.length && Math.abs(i - at) < SIBLINGS_SEARCHED; i += step) {
      const text = lines[i]?.kind === 'text' ? (lines[i]?.text.text ?? '') : ''
      const found = numberingLevel(text)
      if (found === level) return text
      if (found !== undefined && found < level) return undefined
    }
    return undefined
  }
  const siblings = [sibling(-1), sibling(1)].filter((text) => text !== undefined)
  return siblings.length > 0 && siblings.every((text) => headingLevel(text) === undefined)
}

/** Headings of this level have paragraphs below them; items of a list of sentences stand right above and below each other. */
function isInListOfSentences(lines: readonly TextLine[], at: number, level: number): boolean {
  const neighbours = (from: number, step: 1 | -1): number => {
    let count = 0
    for (let i = from; i >= 0 && i < lines.length && count < 2; i += step) {
      const { kind, text } = lines[i] as TextLine
      if (kind === 'blank') continue
      if (kind !== 'text' || numberingLevel(text.text) !== level || headingLevel(text.text) !== undefined) break
      count += 1
    }
    return count
  }
  return neighbours(at - 1, -1) + neighbours(at + 2, 1) >= 2
}

function joinParts(parts: readonly MappedText[]): MappedText {
  return parts.reduce((left, right) => {
    const latin = /[A-Za-z]$/.test(left.text) && /^[A-Za-z]/.test(right.text)
    return joinMapped([left, right], latin ? ' ' : '')
  })
}

function textBlock(text: MappedText, overBreak = false): Block {
  const level = overBreak ? undefined : headingLevel(text.text)
  if (level !== undefined) return { kind: 'heading', level, text }
  return overBreak ? { kind: 'paragraph', text, reading: 'inferred', doubt: 'joined-over-break' } : { kind: 'paragraph', text }
}
