import { joinMapped } from '../../../source/mapped-text.ts'
import type { MappedText } from '../../../source/segment.ts'
import { isCodedRow } from './assemble.ts'
import type { LooseLine, LooseRow } from './assemble.ts'
import type { Stretch, Word } from './words.ts'

/** Rows whose cells stand under each other, with the headings above them. */
export interface PlacedRows {
  readonly rows: readonly (readonly MappedText[])[]
  readonly headings?: readonly MappedText[]
}

type Measure = 'narrow' | 'wide'

const BLANK: MappedText = { text: '', segments: [] }
const FEWEST_ROWS = 3

/**
 * Puts the words of rows under each other, where blanks were used to align them; undefined where that gives no columns. Programs
 * count a Chinese character as one column or as two: the count that sets more columns apart, with the headings over them, is the one that was used.
 */
export function placed(rows: readonly LooseRow[], lines: ReadonlyMap<number, LooseLine>, heads: readonly LooseLine[], fewest = FEWEST_ROWS): PlacedRows | undefined {
  // The parts of a code (类 款 项) are one cell.
  const coded = rows.some(isCodedRow) && rows.every(({ groups }) => groups.length === 1)
  const words = rows.map((row) => row.lines.flatMap((at) => (coded ? withoutCode(lines.get(at)) : (lines.get(at)?.words ?? []))))
  if (rows.length < fewest || !isAligned(rows, lines)) return undefined
  const above = heads.flatMap((line) => line.words)
  const tried = (['narrow', 'wide'] as const).flatMap((measure): readonly Tried[] => {
    const columns = columnsOf(words.flat(), measure)
    const cells = words.map((row) => laid(row, columns, measure)).filter((row) => row !== undefined)
    const overCodes = (word: Word): boolean => coded && word[measure].to <= (columns[0]?.from ?? 0)
    const found = withHeadings(cells, columns, above.filter((word) => !overCodes(word)), measure)
    return cells.length === words.length ? [{ columns, cells, found, codeHeading: joinMapped(above.filter(overCodes).map(({ text }) => text)) }] : []
  })
  // Of counts that set as many columns apart the one whose headings stand over them.
  const [best] = tried.sort((a, b) => b.columns.length - a.columns.length || (a.found.headings?.length ?? 0) - (b.found.headings?.length ?? 0))
  if (best === undefined || best.columns.length < 2) return undefined
  if (isUniform(rows) && figureColumns(best.cells) !== (rows[0]?.groups.flatMap(({ figures }) => figures).length ?? 0)) return undefined
  const { found, codeHeading } = best
  return coded ? { ...(found.headings && { headings: [codeHeading, ...found.headings] }), rows: found.rows.map((cells, i) => [rows[i]?.groups[0]?.code ?? BLANK, ...cells]) } : found
}

interface Tried {
  readonly columns: readonly Stretch[]
  readonly cells: readonly (readonly MappedText[])[]
  readonly found: PlacedRows
  readonly codeHeading: MappedText
}

/** Rows with the same number of figures have no blanks: their order says more than columns that do not stand straight. */
function isUniform(rows: readonly LooseRow[]): boolean {
  return new Set(rows.map(({ groups }) => groups.map(({ figures }) => figures.length).join())).size === 1
}

function figureColumns(cells: readonly (readonly MappedText[])[]): number {
  return (cells[0] ?? []).filter((_, at) => cells.every((row) => row[at]?.text === '' || /^[-−△(（]?[\d,，.]+[%％)）]?$|^[-—–－]+$/.test(row[at]?.text ?? ''))).length
}

function withoutCode(line: LooseLine | undefined): readonly Word[] {
  return line?.words.slice(line.codes.length) ?? []
}

/** Most rows have a gap of several blanks. */
function isAligned(rows: readonly LooseRow[], lines: ReadonlyMap<number, LooseLine>): boolean {
  const gapped = rows.filter((row) => row.lines.some((at) => /\S\s{2,}\S/.test(lines.get(at)?.line.text.text ?? '')))
  return gapped.length * 2 > rows.length
}

function columnsOf(words: readonly Word[], measure: Measure): readonly Stretch[] {
  const columns: { from: number; to: number }[] = []
  for (const { from, to } of words.map((word) => word[measure]).sort((a, b) => a.from - b.from)) {
    const last = columns.at(-1)
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to)
    else columns.push({ from, to })
  }
  return columns
}

/** The words of a row in their columns; undefined if two figures, or a figure and a name, fall into one. */
function laid(words: readonly Word[], columns: readonly Stretch[], measure: Measure): readonly MappedText[] | undefined {
  const cells = columns.map((): Word[] => [])
  for (const word of words) cells[columns.findIndex(({ from, to }) => word[measure].from < to && word[measure].to > from)]?.push(word)
  if (cells.some((own) => own.length > 1 && own.some(({ kind }) => kind === 'figure'))) return undefined
  return cells.map((own) => (own.length === 0 ? BLANK : joinMapped(own.map(({ text }) => text))))
}

/** Headings over one column are its own; those over none make a column of blanks; those over several say nothing of one. */
function withHeadings(rows: readonly (readonly MappedText[])[], columns: readonly Stretch[], words: readonly Word[], measure: Measure): PlacedRows {
  if (words.length === 0) return { rows }
  const overlapped = (word: Word): number[] => columns.flatMap(({ from, to }, i) => (word[measure].from < to && word[measure].to > from ? [i] : []))
  const added = columnsOf(words.filter((word) => overlapped(word).length === 0), measure)
  const all = [...columns.map((stretch, i) => ({ stretch, i })), ...added.map((stretch) => ({ stretch, i: -1 }))].sort((a, b) => a.stretch.from - b.stretch.from)
  const headings = all.map(({ stretch }) => joinMapped(words.filter((word) => overlapped(word).length <= 1 && word[measure].from < stretch.to && word[measure].to > stretch.from).map(({ text }) => text)))
  return { headings, rows: rows.map((row) => all.map(({ i }) => row[i] ?? BLANK)) }
}
