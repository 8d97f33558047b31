import type { MappedText } from '../source/segment.ts'
import { captionParts, isName, isNote, splitTitle, yearLine } from './captions.ts'
import type { Caption } from './captions.ts'
import { cellKind } from './cell-kind.ts'
import { foldText, headingKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { filled, widthOf } from './matrix.ts'
import type { Matrix, MatrixRow } from './matrix.ts'

/** A grid without the caption lines and remarks that were printed as rows of it. */
export interface BareGrid {
  readonly matrix: Matrix
  readonly caption: Caption
  readonly notes: readonly MappedText[]
}

/** Cuts a grid where, inside it, another table or form begins: at a title in a row of its own, or at other headings. */
export function splitMatrix(matrix: Matrix, lexicon: Lexicon): readonly Matrix[] {
  const cuts = [0]
  const seen = new Set(matrix.rows.slice(0, 4).map(rowText))
  matrix.rows.forEach((row, i) => {
    if (i <= (cuts.at(-1) ?? 0) + 1) return
    const previous = matrix.rows[i - 1]
    if (startsForm(row, lexicon) && previous !== undefined) cuts.push(titleStart(matrix, i, lexicon))
    else if (isTitleRow(row, lexicon)) cuts.push(titleStart(matrix, i, lexicon))
    else if (isOtherHeader(row, lexicon) && !seen.has(rowText(row)) && i > 3 && matrix.rows.slice(cuts.at(-1), i).some(hasAmount)) cuts.push(i)
  })
  const starts = [...new Set(cuts)].sort((a, b) => a - b)
  return starts.length === 1 ? [part(matrix, matrix.rows)] : starts.map((from, i) => narrowed(part(matrix, matrix.rows.slice(from, starts[i + 1]))))
}

function part(matrix: Matrix, rows: readonly MatrixRow[]): Matrix {
  return { ...matrix, rows, width: widthOf(rows) }
}

function rowText(row: MatrixRow): string {
  return row.cells.map((cell) => cell.text).join('|')
}

/** A project sheet begins with its name: 项目名称 in the first cell and a value beside it, not more headings. */
function startsForm(row: MatrixRow, lexicon: Lexicon): boolean {
  const [label, value, ...more] = filled(row)
  if (label === undefined || value === undefined || label.at > 0 || !lexicon.is('project', 'name', label.text.text)) return false
  return lexicon.field('project', value.text.text) === undefined && more.every(({ text }, i) => i % 2 === 1 || lexicon.field('project', text.text) !== undefined)
}

/** A form's title rows stand above its first row. */
function titleStart(matrix: Matrix, at: number, lexicon: Lexicon): number {
  let start = at
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const cells = filled(matrix.rows[i] as MatrixRow)
  const only = cells[0]
    if (cells.length !== 1 || only === undefined) break
    if (yearLine(only.text) === undefined && lexicon.formTitle(only.text.text) === undefined && captionParts(only.text, lexicon) === undefined) break
    start = i
  }
  return start
}

/** A table among others lies on the columns of all: those in which it has no cell of its own are left out. */
function narrowed(matrix: Matrix): Matrix {
  const { rows, width } = matrix
  const starts = Array.from({ length: width }, (_, at) => rows.some(({ cells, covered }) => (covered === undefined ? at < cells.length : covered[at] === undefined)))
  const last = starts.findLastIndex((_, at) => rows.some(({ cells }) => (cells[at]?.text ?? '') !== ''))
  const kept = [...starts.keys()].filter((at) => starts[at] && at <= last)
  if (kept.length === width) return matrix
  const own = <T>(values: readonly T[]): T[] => kept.flatMap((at) => (at < values.length ? [values[at] as T] : []))
  return { ...matrix, width: kept.length, rows: rows.map((row) => ({ ...row, cells: own(row.cells), ...(row.covered && { covered: own(row.covered) }) })) }
}

const SHORTEST_TITLE = 4
/** A merged title covers this share of its table's columns at the least: tables on one sheet share a width of titles. */
const TITLE_SHARE = 0.6

function hasAmount(row: MatrixRow): boolean {
  return filled(row).some(({ text }) => cellKind(text.text) === 'amount')
}

function isTitleRow(row: MatrixRow, lexicon: Lexicon): boolean {
  const [only, ...rest] = filled(row)
  // The unit may stand beside the title.
  if (only === undefined || !rest.every(({ text }) => captionParts(text, lexicon) !== undefined)) return false
  const text = only.text.text
  return /表(?:[（(].*[)）])?$/.test(foldText(text)) && text.length >= SHORTEST_TITLE && (lexicon.tableTitle(text) ?? lexicon.formTitle(text)) !== undefined
}

function isOtherHeader(row: MatrixRow, lexicon: Lexicon): boolean {
  const cells = filled(row)
  if (cells.length < 3 || cells.some(({ text }) => cellKind(text.text) !== 'text')) return false
  const words = cells.filter(({ text }) => ['code', 'label', 'total'].some((kind) => lexicon.words('grid', kind).has(headingKey(text.text))))
  return words.length >= 2 && lexicon.is('grid', 'code', cells[0]?.text.text ?? '')
}

/** Takes captions off the top of a grid and remarks off its end. */
export function bareGrid(matrix: Matrix, lexicon: Lexicon): BareGrid {
  let caption: Caption = {}
  let from = 0
  for (; from < matrix.rows.length - 1; from += 1) {
    const found = rowCaption(matrix, from, lexicon)
    if (found === undefined) break
    caption = { ...found, ...caption }
  }
  const notes: MappedText[] = []
  let to = matrix.rows.length
  for (; to > from + 1; to -= 1) {
    const [only, ...rest] = filled(matrix.rows[to - 1] as MatrixRow)
    if (only !== undefined && (rest.length > 0 || !isNote(only.text.text, lexicon))) break
    if (only !== undefined) notes.unshift(only.text)
  }
  return { matrix: part(matrix, matrix.rows.slice(from, to)), caption, notes }
}

function yearCaption(text: MappedText): Caption | undefined {
  const year = yearLine(text)
  return year === undefined ? undefined : { year }
}

/** A row that ends with the unit and has no heading before it: the name of the body, its year: 示例镇人民政府 | 预算年度：2027 | 单位：万元. */
function unitLast(texts: readonly MappedText[], parts: readonly (Caption | undefined)[], lexicon: Lexicon): Caption | undefined {
  const others = texts.slice(0, -1)
  const isHeading = ({ text }: MappedText): boolean => ['code', 'label', 'total', 'index', 'text'].some((kind) => lexicon.words('grid', kind).has(headingKey(text))) || cellKind(text) !== 'text'
  const isTitle = (text: string): boolean => (lexicon.tableTitle(text) ?? lexicon.formTitle(text)) !== undefined || /表$/.test(text)
  const isSaid = (text: MappedText, i: number): boolean => parts[i] !== undefined || (isName(text.text) && !isTitle(text.text)) || /[:：]/.test(text.text)
  if (parts.at(-1)?.unit === undefined || others.length === 0 || others.some(isHeading) || !others.every(isSaid)) return undefined
  const entity = others.find(({ text }) => isName(text))
  return Object.assign({ ...(entity && { entity }) }, ...parts.filter((part) => part !== undefined)) as Caption
}

function rowCaption(matrix: Matrix, at: number, lexicon: Lexicon): Caption | undefined {
  const row = matrix.rows[at] as MatrixRow
  const cells = filled(row)
  if (cells.length === 0) return {}
  const parts = cells.map(({ text }) => captionParts(text, lexicon) ?? yearCaption(text))
  if (parts.every((part) => part !== undefined)) return Object.assign({}, ...parts) as Caption
  const said = unitLast(cells.map(({ text }) => text), parts, lexicon)
  if (said !== undefined) return said
  const only = cells[0]
  const beside = parts.slice(1).filter((part) => part !== undefined)
  if (only === undefined || beside.length < cells.length - 1 || matrix.width < 2 || only.at > matrix.width / 2) return undefined
  const covers = row.covered === undefined || row.covered.every((cover) => cover === undefined) || row.covered.filter((cover) => cover === 'left').length >= (matrix.width - 1) * TITLE_SHARE
  const titled = (lexicon.tableTitle(only.text.text) ?? lexicon.formTitle(only.text.text)) !== undefined
  const looks = /表(?:[（(].*[)）])?\s*$/.test(only.text.text) && only.text.text.length >= 5
  return covers && (titled || looks) ? Object.assign(splitTitle(only.text), ...beside) as Caption : undefined
}
