import type { GridBlock } from '../../readers/block.ts'
import { joinMapped, sliceMapped, trimMapped } from '../../source/mapped-text.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Lexicon } from '../lexicon.ts'
import { matrixOf } from '../matrix.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import type { TextItem } from '../body-text.ts'
import { splitPieces } from '../captions.ts'
import { formKind } from './form-kind.ts'
import { indicatorColumns } from './indicator-columns.ts'

const BRACKETED = /^【([^】]{2,12})】\s*/
const LABELLED = /^([^:：]{2,12})[:：]\s*/

/** Whether a line begins with the name of a project behind its label: 项目名称：…, 【项目名称】…. */
export function namesProject(text: string, lexicon: Lexicon): boolean {
  const match = labelOf(text)
  return match !== undefined && lexicon.is('project', 'name', match.label) && text.length > match.length
}

/** Sheets of projects that are lines of labels and values above a table of indicators, with what stands before the first; undefined where there is none. */
export function projectSheets(lines: readonly TextItem[], lexicon: Lexicon): { readonly before: readonly TextItem[]; readonly matrices: readonly Matrix[] } | undefined {
  const starts = lines.flatMap(({ text }, at) => (namesProject(text.text, lexicon) ? [at] : []))
  const matrices = starts.map((from, i) => matrixOfLines(lines.slice(from, starts[i + 1]).map(({ text }) => text), lexicon))
  const [first] = starts
  return first !== undefined && matrices.every((matrix) => matrix.rows.some((row) => indicatorColumns(row, lexicon)) && formKind(matrix, undefined, lexicon) === 'project') ? { before: lines.slice(0, first), matrices } : undefined
}

/** Whether a grid of even columns has the indicators of a sheet whose other lines stand above it. */
export function beginsWithIndicators(block: GridBlock, lexicon: Lexicon): boolean {
  const [first] = block.ruled || block.apart !== undefined ? [] : matrixOf(block).rows
  return first !== undefined && indicatorColumns(first, lexicon) !== undefined
}

/** What sets the cells of a line apart. */
const GAP = '    '

/** The rows of a grid as the lines they were. */
export const linesOf = ({ rows }: GridBlock): readonly TextItem[] => rows.map(({ cells }) => ({ kind: 'paragraph', text: joinMapped(cells.map(({ text }) => text), GAP) }))

/** Lines as rows of a form: gaps set cells apart, and a label from its value. */
function matrixOfLines(lines: readonly MappedText[], lexicon: Lexicon): Matrix {
  const rows = lines.map((line): MatrixRow => {
    const cells = splitPieces(line).flatMap((piece): MappedText[] => {
      const match = labelOf(piece.text)
      if (match === undefined || lexicon.field('project', match.label) === undefined) return [piece]
      return [trimMapped(sliceMapped(piece, match.from, match.from + match.label.length)), trimMapped(sliceMapped(piece, match.length))]
    })
    return { cells, reading: 'inferred' }
  })
  return { ruled: false, rows, width: Math.max(0, ...rows.map(({ cells }) => cells.length)) }
}

function labelOf(text: string): { readonly label: string; readonly from: number; readonly length: number } | undefined {
  const bracketed = BRACKETED.exec(text)
  const match = bracketed ?? LABELLED.exec(text)
  return match === null ? undefined : { label: match[1] ?? '', from: bracketed ? 1 : 0, length: match[0].length }
}
