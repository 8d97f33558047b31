import { joinMapped, mappedAt, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'

/** One printed line, before anyone knows what it belongs to. */
export interface TextLine {
  readonly kind: 'blank' | 'cells' | 'text'
  readonly text: MappedText
  /** Cells between separators; empty unless `kind` is `cells`. */
  readonly cells: readonly MappedText[]
  /** White space before the text: where columns are aligned by blanks it says where the line begins. */
  readonly lead?: string
  /** The line is the last of its page (it ended in a form feed). */
  readonly endsPage?: true
  /** Only blanks set the cells apart: where one is empty nobody knows which. */
  readonly loose?: LooseCells
  /** A line of headings above loose rows: it goes on in no other line. */
  readonly heads?: true
}

/** How the cells of a loose row were told apart. */
export interface LooseCells {
  /** `order`: by their order alone; `columns`: each under its column, blanks included; `none`: the line as it stands. */
  readonly by: 'order' | 'columns' | 'none'
  /** The first row of its table, or of a page of it. */
  readonly starts?: true
  /** Headings of columns. */
  readonly heading?: true
  /** It cannot be said which lines the row is made of. */
  readonly doubtful?: true
}

const LINE = /([^\r\n\f\v\u2028\u2029]*)(\r\n|[\r\n\f\v\u2028\u2029]|$)/g
const MARKDOWN_RULE = /^[\s|:+-]*-{2,}[\s|:+-]*$/
/** Upright lines of a box drawn with characters, and the wide bar. */
const BOX_BARS = ['\u2502', '\u2503', '\u2551', '\uff5c']
/** A line that only draws the box: at least two of its characters. */
const BOX_RULE = /^(?:[\u2500-\u257f|+\s-]*[\u2500-\u257f]){2}[\u2500-\u257f|+\s-]*$/u

/** The lines of a text with their cells, at any line end (also form feeds, which end a page). */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  const marked = MARKED.test(text)
  for (const match of text.matchAll(LINE)) {
    if (match.index === text.length && match[0] === '') break
    const line = textLine(mappedAt(match[1] ?? '', match.index), marked)
    lines.push(match[2] === '\f' ? { ...line, endsPage: true } : line)
  }
  return lines
}

/** What marks a heading or bold words in Markdown that was saved as plain text. */
const LEADING_MARK = /^(?:#{1,6}|[-*+])[ \t\u3000]+(?=\S)/
/** Whether lines open with marks of headings. */
const MARKED = /^#{1,6}[ \t\u3000]+\S/m
const BOLD_CELL = /^\*\*([^\s*](?:[^*]*[^\s*])?)\*\*$/
const BOLD = /\*\*(?=[^\s*])([^*]+)\*\*/g

/** The line without marks of Markdown. */
function withoutMarks(line: MappedText): MappedText {
  const base = line.segments[0]?.anchor
  const head = LEADING_MARK.exec(line.text)?.[0].length ?? 0
  const bold = [...line.text.matchAll(BOLD)]
  if (base?.kind !== 'text' || (head === 0 && bold.length === 0)) return line
  const kept = bold.flatMap(({ index, 0: { length } }) => [{ from: index, to: index + 2 }, { from: index + length - 2, to: index + length }])
  const bounds = [{ from: 0, to: head }, ...kept, { from: line.text.length, to: line.text.length }]
  return joinMapped(bounds.slice(1).map(({ from }, i) => mappedAt(line.text.slice(bounds[i]?.to ?? 0, from), base.offset + (bounds[i]?.to ?? 0))))
}

function textLine(whole: MappedText, marked: boolean): TextLine {
  const text = trimMapped(whole)
  if (text.text === '') return { kind: 'blank', text, cells: [] }
  if (BOX_RULE.test(text.text)) return { kind: 'blank', text, cells: [] }
  const separator = separatorOf(text.text, whole.text)
  if (separator === undefined) return { kind: 'text', text: marked ? trimMapped(withoutMarks(text)) : text, cells: [], lead: whole.text.slice(0, whole.text.length - whole.text.trimStart().length) }
  if (MARKDOWN_RULE.test(text.text)) return { kind: 'blank', text, cells: [] }
  return { kind: 'cells', text, cells: splitCells(separator === '\t' ? whole : text, separator, marked) }
}

/** Characters that set cells apart. */
export const BARS = ['|', ...BOX_BARS]

function separatorOf(trimmed: string, whole: string): string | undefined {
  if (whole.includes('\t')) return '\t'
  const bars = trimmed.split('|').length - 1
  const box = BOX_BARS.find((bar) => trimmed.split(bar).length > 2)
  if (box !== undefined && bars === 0) return box
  return bars >= 2 || (bars === 1 && /\S\s+\|\s+\S|^\|/.test(trimmed)) ? '|' : undefined
}

/** The cells of a line, each with its place. */
export function splitCells(line: MappedText, separator: string, marked = false): readonly MappedText[] {
  const anchor = line.segments[0]?.anchor
  const base = anchor?.kind === 'text' ? anchor.offset : 0
  let from = base
  return line.text.split(separator).map((cell) => {
    const start = from + cell.length - cell.trimStart().length
    from += cell.length + separator.length
    // Excel saves a cell with a comma in quotation marks, which are no part of it.
    const quoted = separator === '\t' ? /^"([^"]*)"$/.exec(cell.trim())?.[1] : undefined
    if (quoted !== undefined) return mappedAt(quoted.trim(), start + 1 + quoted.length - quoted.trimStart().length)
    const bold = marked && separator === '|' ? BOLD_CELL.exec(cell.trim())?.[1] : undefined
    return bold === undefined ? mappedAt(cell.trim(), start) : mappedAt(bold, start + 2)
  })
}
