import type { TextLine } from './line.ts'

const PAGE_NUMBER = /^(?:[-—–－·.\s]*(\d{1,4})[-—–－·.\s]*|第\s*(\d{1,4})\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*\/\s*\d{1,4})$/
const LONGEST_MARK = 40
const FEWEST_PAGES = 3
/** A cell of a table that was printed cell by cell: an amount, or part of a code. */
const CELL = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d\d)$/
const CLASS = /^\d{3}$/

/**
 * Which lines are page furniture: rising page numbers, and short lines that come again and again where the page, not the
 * text, put them: right after themselves (a watermark), beside a page number, or in the middle of a table or a sentence.
 */
export function furnitureLines(lines: readonly TextLine[]): ReadonlySet<number> {
  const marks = new Set<number>(pageNumberLines(lines))
  for (const at of repeatedLines(lines).values()) {
    const placedByPage = at.filter((i) => isPlacedByPage(lines, i, marks))
    if (at.length >= FEWEST_PAGES && placedByPage.length * 2 >= at.length) for (const i of at) marks.add(i)
  }
  return marks
}

/** Lines that only pages have, found before anyone knows what is a table: page numbers, and what is printed beside them again and again. */
export function pageMarks(lines: readonly TextLine[]): ReadonlySet<number> {
  const numbers = new Set(pageNumberLines(lines))
  const marks = new Set(numbers)
  for (const [text, at] of repeatedLines(lines)) {
    const beside = at.filter((i) => numbers.has(neighbour(lines, i, -1)) || numbers.has(neighbour(lines, i, 1)) || lines[neighbour(lines, i, 1)]?.text.text === text)
    if (/^\S{3,}$/.test(text) && at.length >= FEWEST_PAGES && beside.length * 2 >= at.length) for (const i of at) marks.add(i)
  }
  return marks
}

function pageNumberLines(lines: readonly TextLine[]): readonly number[] {
  const found: number[] = []
  let last = 0
  lines.forEach((line, i) => {
    if (line.kind !== 'text') return
    const match = PAGE_NUMBER.exec(line.text.text)
    const page = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? Number.NaN)
    if (CLASS.test(line.text.text) && isBesideCell(lines, i)) return
    if (Number.isNaN(page) || page <= last || (last > 0 && page > last + 3)) return
    last = page
    found.push(i)
  })
  return found.length >= FEWEST_PAGES ? found : []
}

function repeatedLines(lines: readonly TextLine[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  lines.forEach((line, i) => {
    const text = line.text.text
    if (line.kind !== 'text' || text.length > LONGEST_MARK || CELL.test(text)) return
    places.set(text, [...(places.get(text) ?? []), i])
  })
  return places
}

function isPlacedByPage(lines: readonly TextLine[], at: number, marks: ReadonlySet<number>): boolean {
  const before = neighbour(lines, at, -1)
  const after = neighbour(lines, at, 1)
  if (marks.has(before) || marks.has(after)) return true
  const here = lines[at]?.text.text
  const above = lines[before]
  const below = lines[after]
  if (above?.text.text === here || below?.text.text === here) return true
  if (above === undefined || below === undefined) return false
  if (above.kind === 'cells' && below.kind === 'cells') return above.cells.length === below.cells.length && !hasWords(below)
  return above.kind === 'text' && below.kind === 'text' && above.text.text.length > LONGEST_MARK && !/[。！？：；:;.”）)]$/.test(above.text.text)
}

/** A row of headings follows a table's own caption; a row with figures follows a page break. */
function hasWords(line: TextLine): boolean {
  return !line.cells.some((cell) => /^[-−]?[\d,]+(?:\.\d+)?%?$/.test(cell.text))
}

function isBesideCell(lines: readonly TextLine[], at: number): boolean {
  return ([-1, 1] as const).some((step) => CELL.test(lines[neighbour(lines, at, step)]?.text.text ?? ''))
}

function neighbour(lines: readonly TextLine[], at: number, step: 1 | -1): number {
  let i = at + step
  while (i >= 0 && i < lines.length && lines[i]?.kind === 'blank') i += step
  return i
}
