import { joinMapped } from '../../../source/mapped-text.ts'
import { numberingLevel, withoutNumber } from '../../../source/numbering.ts'
import type { LooseGroup, LooseLine, LooseRow } from './assemble.ts'
import type { Word } from './words.ts'

/** A line of two tables side by side: labels and figures in turn. */
interface PairedLine {
  readonly line: LooseLine
  readonly groups: readonly LooseGroup[]
}

const LONGEST_TAIL = 4
const LONGEST_REST = 12

/**
 * Two tables side by side: labels and figures in turn. A lone label with a number goes on in a line without one, also around the line
 * with its figures. `above` is the line right above the stretch: the label of its first row may begin there.
 */
export function pairedRows(lines: readonly LooseLine[], above: LooseLine | undefined): readonly LooseRow[] {
  const first = above !== undefined && isNumbered(pairedLine(above)) ? [above] : []
  const read = [...first, ...lines].map(pairedLine)
  const lanes = lanesOf(read)
  const rows: LooseRow[] = []
  for (let at = 0; at < read.length; at += 1) {
    const around = labelAround(read.slice(at, at + 3), lanes)
    // Above the stretch only the beginning of a label is of it.
    if (around === undefined && at === 0 && first.length > 0) continue
    const current = read[at] as PairedLine
    const before = rows.at(-1)
    if (around !== undefined) {
      rows.push(around)
      at += 2
    } else if (before !== undefined && isRest(current, before)) rows[rows.length - 1] = withRest(before, current)
    else rows.push({ groups: current.groups, lines: [current.line.at], ...(current.groups.some(({ label }) => label.text === '') && current.line.texts.length === 0 && { doubtful: true as const }) })
  }
  return rows.map((row) => (row.groups.length > 2 ? { ...row, doubtful: true as const } : row))
}

function pairedLine(line: LooseLine): PairedLine {
  const groups: { labels: Word[]; figures: Word[] }[] = []
  for (const word of line.words) {
    const last = groups.at(-1)
    if (word.kind === 'figure') {
      // The number of a line (行次) is printed beside a blank, too.
      if (last === undefined) groups.push({ labels: [], figures: [word] })
      else last.figures.push(word)
    } else if (last === undefined || last.figures.length > 0 || !isNumberAlone(last.labels.at(-1)?.text.text ?? '')) groups.push({ labels: [word], figures: [] })
    else last.labels.push(word)
  }
  return { line, groups: groups.map(({ labels, figures }) => ({ label: joinMapped(labels.map(({ text }) => text)), figures })) }
}

/** A number (一、) set apart from its label. */
function isNumberAlone(text: string): boolean {
  return numberingLevel(text) !== undefined && text.length <= 4 && /[、.．)）]$/.test(text)
}

/** A line of one label with a number and nothing else. */
function isNumbered({ groups }: PairedLine): boolean {
  const [only, ...more] = groups
  return only !== undefined && more.length === 0 && only.figures.length === 0 && numberingLevel(only.label.text) !== undefined
}

function isPiece({ groups }: PairedLine | undefined = { line: undefined as never, groups: [] }): boolean {
  const [only, ...more] = groups
  return only !== undefined && more.length === 0 && only.figures.length === 0 && numberingLevel(only.label.text) === undefined && only.label.text.length <= LONGEST_REST
}

/** What lines with both tables tell of their columns. */
interface Lanes {
  /** The most figures a row has in either table. */
  readonly left: number
  readonly right: number
  /** No row of the right one but the last, a total, has a blank. */
  readonly full: boolean
}

function lanesOf(lines: readonly PairedLine[]): Lanes {
  const both = lines.filter(({ groups }) => groups.length === 2)
  const count = (lane: number): readonly number[] => both.map(({ groups }) => groups[lane]?.figures.length ?? 0)
  const right = Math.max(0, ...count(1))
  return { left: Math.max(0, ...count(0)), right, full: both.length >= 2 && count(1).slice(0, -1).every((figures) => figures === right) }
}

/** A label broken around the line in the middle: that has figures alone, or is a row of the table beside with the same number. */
function labelAround([head, middle, tail]: readonly PairedLine[], { left, right, full }: Lanes): LooseRow | undefined {
  if (head === undefined || middle === undefined || !isNumbered(head) || !isPiece(tail)) return undefined
  const [only, ...more] = middle.groups
  if (only === undefined || more.length > 0 || only.figures.length === 0) return undefined
  const label = joinMapped([head, tail as PairedLine].flatMap(({ groups }) => groups.map((group) => group.label)))
  const lines = [head, middle, tail as PairedLine].map(({ line }) => line.at)
  const numberOf = (text: string): string => text.slice(0, text.length - withoutNumber(text).length)
  if (only.label.text === '') return { groups: [{ label, figures: only.figures }], lines }
  if (numberingLevel(only.label.text) === undefined || numberOf(only.label.text).trim() !== numberOf(head.groups[0]?.label.text ?? '').trim()) return undefined
  // All figures of both tables: those of the left one come first.
  if (only.figures.length === left + right && left > 0) return { groups: [{ label: only.label, figures: only.figures.slice(0, left) }, { label, figures: only.figures.slice(left) }], lines }
  // As many as the right table has, and more than the left one: its label is broken, and has none.
  return { groups: [{ label, figures: [] }, only], lines, ...(!full || only.figures.length !== right || right <= left ? { doubtful: true as const } : {}) }
}

/** Whether a line is the rest of the lone label above it. */
function isRest(line: PairedLine, row: LooseRow): boolean {
  const [only] = line.groups
  return row.groups.length === 1 && isPiece(line) && (only?.label.text.length ?? 0) <= LONGEST_TAIL
}

function withRest(row: LooseRow, { line, groups }: PairedLine): LooseRow {
  return { ...row, groups: row.groups.map((group) => ({ ...group, label: joinMapped([group.label, ...groups.map(({ label }) => label)]) })), lines: [...row.lines, line.at] }
}
