import type { GridRow, ParagraphBlock } from '../../readers/block.ts'
import { joinMapped, sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { TextItem } from '../body-text.ts'
import { splitPieces } from '../captions.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import { PROSE_FIELDS } from './form-row.ts'
import { indicatorColumns } from './indicator-columns.ts'

const BRACKETED = /^【([^】]{2,12})】\s*/
const LABELLED = /^([^:：]{2,12})[:：]\s*/

/** The label a line begins with, where it starts, and how far the line goes before its value. */
export function labelOf(text: string): { readonly label: string; readonly from: number; readonly length: number } | undefined {
  const bracketed = BRACKETED.exec(text)
  const match = bracketed ?? LABELLED.exec(text)
  return match === null ? undefined : { label: match[1] ?? '', from: bracketed ? 1 : 0, length: match[0].length }
}

/** A line of a sheet that is a row of a grid, with its cells. */
interface GridLine extends ParagraphBlock {
  readonly cells: readonly MappedText[]
}

/** What sets the cells of a line apart. */
const GAP = '    '

/** Cells of a row as one line. */
export const gridLine = (cells: readonly MappedText[]): GridLine => ({ kind: 'paragraph', text: joinMapped(cells, GAP), cells })

/** A row that only blanks set apart as the line it was: its pieces are its cells. */
export function looseLine({ cells }: GridRow): TextItem {
  const texts = cells.map(({ text }) => text)
  const text = joinMapped(texts, ' ')
  const line: GridLine = { kind: 'paragraph', text, cells: texts.flatMap(unjoined).flatMap(splitPieces) }
  return texts.length < 2 ? { kind: 'paragraph', text } : line
}

/** What was put together of pieces that do not follow each other, as the pieces. */
const unjoined = (text: MappedText): readonly MappedText[] => (text.segments.length < 2 ? [text] : text.segments.map(({ from, to }) => sliceMapped(text, from, to)))

/** Whether a line was a row of a grid. */
export const isGridLine = (line: TextItem): line is GridLine => 'cells' in line

/** The number of a sheet before its label: 13-1 项目名称. */
const NUMBERED = /^\d{1,2}[-.]\d{1,2}\s+/
const SPACED = /^(\S{2,12})\s+(\S+)/

/** How far the number goes before the label of a project's name and the name behind it, blanks between them; undefined for headings of a table. */
export function spacedName(text: string, lexicon: Lexicon): number | undefined {
  const numbered = NUMBERED.exec(text)?.[0].length ?? 0
  const [, label, value] = SPACED.exec(text.slice(numbered)) ?? []
  if (label === undefined || value === undefined || !lexicon.is('project', 'name', label)) return undefined
  const isHeading = lexicon.field('project', value) !== undefined || lexicon.phase(value) !== undefined || ['code', 'label', 'total', 'index'].some((kind) => lexicon.is('grid', kind, value))
  return isHeading ? undefined : numbered
}

/** Lines as rows of a form: gaps set cells apart, and a label from its value; single blanks only where every row agrees. */
export function matrixOfLines(lines: readonly TextItem[], lexicon: Lexicon): Matrix {
  const rows = singleSpaced(lines, lexicon) ?? labelledIndicators(lines, lexicon) ?? lines.map((line) => rowOf(line, lexicon))
  return { ruled: false, rows, width: Math.max(0, ...rows.map(({ cells }) => cells.length)) }
}

function rowOf(item: TextItem, lexicon: Lexicon): MatrixRow {
  if (isGridLine(item)) return { cells: item.cells, reading: 'inferred' }
  const cells = splitPieces(item.text).flatMap((piece): MappedText[] => {
    const match = labelOf(piece.text)
    if (match === undefined || lexicon.field('project', match.label) === undefined) return [piece]
    return [trimMapped(sliceMapped(piece, match.from, match.from + match.label.length)), trimMapped(sliceMapped(piece, match.length))]
  })
  return piecesRow(cells)
}

const piecesRow = (cells: readonly MappedText[]): MatrixRow => ({ cells, reading: 'inferred', pieces: true })

/** A sheet whose cells single blanks set apart. Each row of indicators must have as many as their headings, or all is undefined. */
function singleSpaced(lines: readonly TextItem[], lexicon: Lexicon): readonly MatrixRow[] | undefined {
  const head = lines.findIndex((line) => !isGridLine(line) && splitPieces(line.text).length === 1 && indicatorColumns(piecesRow(wordsOf(line.text)), lexicon) !== undefined)
  if (head < 0) return undefined
  const width = wordsOf((lines[head] as TextItem).text).length
  const rows = lines.map(({ text }, at) => piecesRow(at < head ? fieldCells(text, lexicon) : wordsOf(text)))
  const fits = rows.slice(head + 1).every(({ cells }) => isTotal(cells, lexicon) || (cells.length === width && lexicon.levels(cells[0]?.text ?? '').size > 0))
  return fits ? rows : undefined
}

const isTotal = ([first]: readonly MappedText[], lexicon: Lexicon): boolean => first !== undefined && lexicon.is('project', 'total100', first.text)

const wordsOf = (line: MappedText): readonly MappedText[] => [...line.text.matchAll(/\S+/g)].map(({ 0: word, index }) => sliceMapped(line, index, index + word.length))

/** The cells of a line above the indicators: running text stays whole behind its label. */
function fieldCells(line: MappedText, lexicon: Lexicon): readonly MappedText[] {
  const numbered = spacedName(line.text, lexicon) ?? 0
  const words = wordsOf(sliceMapped(line, numbered))
  const [label] = words
  const field = label === undefined ? undefined : lexicon.field('project', label.text)
  if (label === undefined || field === undefined) return labelOf(line.text) === undefined ? words : rowOf({ kind: 'paragraph', text: line }, lexicon).cells
  return PROSE_FIELDS.has(field) ? [label, trimMapped(sliceMapped(line, numbered + label.text.length))] : words
}

const BOUNDED = /^([^≥≤＝=<>＞＜]{2,40})([≥≤＝=<>＞＜].+)$/

/** A sheet whose indicators each stand behind the label of their kind: 数量指标：巡查次数≥48次. Headings are put above them. */
function labelledIndicators(lines: readonly TextItem[], lexicon: Lexicon): readonly MatrixRow[] | undefined {
  const told = lines.map((line) => (isGridLine(line) ? undefined : indicatorCells(line.text, lexicon)))
  const first = told.findIndex((cells) => cells !== undefined)
  const last = told.findLastIndex((cells) => cells !== undefined)
  if (first < 0 || last - first < 2 || told.slice(first, last + 1).some((cells) => cells?.length !== HEADINGS.length)) return undefined
  const headings = HEADINGS.map((field): MappedText => ({ text: [...lexicon.words('project', field)][0] ?? '', segments: [] }))
  const rows = lines.map((line, at) => {
    const cells = told[at]
    return cells === undefined ? rowOf(line, lexicon) : piecesRow(cells)
  })
  return [...rows.slice(0, first), piecesRow(headings), ...rows.slice(first)]
}

const HEADINGS = ['kind', 'indicator', 'value']

/** The kind, name and value of an indicator in one line; its kind only where the others are not told apart. */
function indicatorCells(line: MappedText, lexicon: Lexicon): readonly MappedText[] | undefined {
  const match = labelOf(line.text)
  if (match === undefined || !lexicon.levels(match.label).has(2)) return undefined
  const kind = sliceMapped(line, match.from, match.from + match.label.length)
  const name = BOUNDED.exec(line.text.slice(match.length))?.[1]
  if (name === undefined) return [kind]
  return [kind, sliceMapped(line, match.length, match.length + name.length), sliceMapped(line, match.length + name.length)]
}
