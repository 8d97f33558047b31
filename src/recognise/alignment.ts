import type { DoubtReason, Reading } from '../core/verdict.ts'
import type { MappedText } from '../source/segment.ts'
import { cellKind, fitsAmount, fitsCode, fitsLabel } from './cell-kind.ts'
import type { ReadColumn } from './columns.ts'
import { blank } from './matrix.ts'
import type { MatrixRow } from './matrix.ts'

/** A row's cells under their columns, and how sure that is. */
export interface AlignedRow {
  readonly cells: readonly MappedText[]
  readonly reading: Reading
  readonly doubt?: DoubtReason
}

/** How a grid was printed. */
export interface GridHabits {
  readonly ruled: boolean
  /** No row ends in a blank cell: whoever saved the text cut trailing blanks. */
  readonly trimmed: boolean
}

/**
 * Puts the cells of a row of flattened text under their columns. Sure only if the number of cells and the type of each
 * fit; inferred if they fit once blanks are added at the end, or after one shift that is the only one to fit; else doubtful.
 */
export function alignRow(row: MatrixRow, columns: readonly ReadColumn[], grid: GridHabits): AlignedRow {
  const width = columns.length
  const { cells } = row
  if (grid.ruled) {
    const placed = pad(cells, width).slice(0, width)
    return row.unknown ? { cells: placed, reading: 'doubtful', doubt: 'cells-missing' } : { cells: placed, reading: 'sure' }
  }
  if (row.reading === 'doubtful' || row.absent !== undefined) return { cells: pad(cells, width).slice(0, width), reading: row.reading ?? 'inferred', ...(row.doubt && { doubt: row.doubt }) }
  // Cells told apart by blanks alone: where one is missing nothing says which.
  if (row.reading === 'inferred' && cells.length < width && onlyZeros(cells, columns)) return { cells: pad(cells, width), reading: 'inferred', doubt: 'row-shifted' }
  if (row.reading === 'inferred' && cells.length !== width) return { cells: pad(cells, width).slice(0, width), reading: 'doubtful', doubt: 'cells-missing' }
  const aligned = alignFlat(row, columns, grid)
  return row.reading === 'inferred' && aligned.reading === 'sure' ? { ...aligned, reading: 'inferred' } : aligned
}

/** A label and nothing but zeros: wherever they stand, each column is zero or blank. */
function onlyZeros(cells: readonly MappedText[], columns: readonly ReadColumn[]): boolean {
  const figures = cells.slice(1)
  return columns[0]?.kind === 'label' && figures.length > 0 && figures.every(({ text }) => /^0(?:\.0+)?$/.test(text))
}

/** Flattened text: the cells of a row are counted, and each must fit its column. */
function alignFlat({ cells }: MatrixRow, columns: readonly ReadColumn[], grid: GridHabits): AlignedRow {
  const width = columns.length
  const misfits = (candidate: readonly MappedText[]): number => candidate.filter((cell, i) => !fits(cell.text, columns[i])).length
  if (cells.length === width && misfits(cells) === 0) return { cells, reading: 'sure' }
  if (cells.length < width) {
    const padded = pad(cells, width)
    if (misfits(padded) === 0 && (grid.trimmed || cells.length === width - 1 || endsBlank(cells))) return { cells: padded, reading: 'inferred', doubt: 'cells-missing' }
    const shifted = only(insertions(cells, width).filter((candidate) => misfits(candidate) === 0))
    if (shifted !== undefined) return { cells: shifted, reading: 'inferred', doubt: 'row-shifted' }
    return { cells: padded, reading: 'doubtful', doubt: 'cells-missing' }
  }
  if (cells.length > width) {
    const shortened = only(removals(cells, width).filter((candidate) => misfits(candidate) === 0))
    if (shortened !== undefined) return { cells: shortened, reading: 'inferred', doubt: 'row-shifted' }
    return { cells: cells.slice(0, width), reading: 'doubtful', doubt: 'row-shifted' }
  }
  const moved = only(moves(cells).filter((candidate) => misfits(candidate) === 0))
  if (moved !== undefined) return { cells: moved, reading: 'inferred', doubt: 'row-shifted' }
  return { cells, reading: 'doubtful', doubt: 'type-misfit' }
}

function fits(text: string, column: ReadColumn | undefined): boolean {
  switch (column?.kind) {
    case 'amount':
    case 'percent':
    case 'count':
      return fitsAmount(text) || isPrintedFault(text)
    case 'code':
    case 'codepart':
      return fitsCode(text) || cellKind(text) === 'text'
    case 'label':
      return fitsLabel(text)
    default:
      return true
  }
}

/** What stands where a figure should: a rule's business, not a misread row. */
function isPrintedFault(text: string): boolean {
  return /^[-−]?\d[\d,.]*\s*[a-zA-Z\u4e00-\u9fff%％]{1,3}$/.test(text)
}

function endsBlank(cells: readonly MappedText[]): boolean {
  return cells.at(-1)?.text === ''
}

function pad(cells: readonly MappedText[], width: number): readonly MappedText[] {
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, blank)]
}

/** Every way to add the missing blanks in one place. */
function insertions(cells: readonly MappedText[], width: number): readonly (readonly MappedText[])[] {
  const missing = Array.from({ length: width - cells.length }, blank)
  return cells.map((_, i) => [...cells.slice(0, i), ...missing, ...cells.slice(i)])
}

/** Every way to take surplus blanks out in one place. */
function removals(cells: readonly MappedText[], width: number): readonly (readonly MappedText[])[] {
  const surplus = cells.length - width
  return cells.flatMap((_, i) => {
    const run = cells.slice(i, i + surplus)
    return run.length === surplus && run.every((cell) => cell.text === '') ? [[...cells.slice(0, i), ...cells.slice(i + surplus)]] : []
  })
}

/** Every way to move the row by one column: a blank taken out at one end, put in at the other. */
function moves(cells: readonly MappedText[]): readonly (readonly MappedText[])[] {
  const out: (readonly MappedText[])[] = []
  if (cells[0]?.text === '') out.push([...cells.slice(1), blank()])
  if (cells.at(-1)?.text === '') out.push([blank(), ...cells.slice(0, -1)])
  return out
}

/** The only candidate that is different from the others by what its filled cells stand under. */
function only(candidates: readonly (readonly MappedText[])[]): readonly MappedText[] | undefined {
  const shapes = new Set(candidates.map((cells) => cells.map((cell) => cell.text).join('\t')))
  return shapes.size === 1 ? candidates[0] : undefined
}
