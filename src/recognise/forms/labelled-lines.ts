import type { GridBlock } from '../../readers/block.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Lexicon } from '../lexicon.ts'
import { matrixOf } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'
import type { TextItem } from '../body-text.ts'
import { captionParts, splitPieces, splitTitle, yearLine } from '../captions.ts'
import type { Caption } from '../captions.ts'
import { formKind, isFundsTable } from './form-kind.ts'
import { indicatorColumns } from './indicator-columns.ts'
import { gridLine, isGridLine, labelOf, matrixOfLines, spacedName } from './sheet-rows.ts'

/** Whether a line begins with the name of a project behind its label: 项目名称：…, 【项目名称】…. */
export function namesProject(text: string, lexicon: Lexicon): boolean {
  const match = labelOf(text)
  return match !== undefined && lexicon.is('project', 'name', match.label) && text.length > match.length
}

/** Whether a line within a form does so, or has the name a blank behind its label: 项目名称 …. */
export function namesSheet(text: string, lexicon: Lexicon): boolean {
  return namesProject(text, lexicon) || spacedName(text, lexicon) !== undefined
}

/** Sheets of projects that are lines of labels and values above a table of indicators, with what stands before the first; undefined where there is none. */
export function projectSheets(lines: readonly TextItem[], lexicon: Lexicon): { readonly before: readonly TextItem[]; readonly sheets: readonly Sheet[] } | undefined {
  const named = lines.flatMap(({ text }, at) => (namesSheet(text.text, lexicon) ? [at] : []))
  const titled = named.length > 0 || !isTitledSheet(lines, lexicon) ? [] : lines.flatMap(({ text }, at) => (isFormTitle(text.text, lexicon) && !isFormTitle(lines[at + 1]?.text.text ?? '', lexicon) ? [at] : []))
  const starts = named.length > 0 ? named : titled
  const sheets = starts.map((from, i) => sheetOf(lines.slice(from, starts[i + 1]), lexicon))
  const [first] = starts
  return first !== undefined && sheets.every(({ matrix }) => matrix.rows.some((row) => indicatorColumns(row, lexicon)) && formKind(matrix, titled.length > 0 ? lines[first]?.text.text : undefined, lexicon) === 'project') ? { before: lines.slice(0, first), sheets } : undefined
}

/** Whether a grid of even columns has the indicators or only the money of a sheet whose other lines stand above it. */
export function isPartOfSheet(block: GridBlock, lexicon: Lexicon): boolean {
  if (block.ruled || block.apart !== undefined) return false
  const matrix = matrixOf(block)
  const [first] = matrix.rows
  return first !== undefined && (indicatorColumns(first, lexicon) !== undefined || isFundsTable(matrix, lexicon))
}

/** Whether lines open a sheet that has its name in its title: below the title of a form of projects nothing but labels of its fields stand before their values. */
export function isTitledSheet(lines: readonly TextItem[], lexicon: Lexicon): boolean {
  const title = lines.findLastIndex(({ text }) => isFormTitle(text.text, lexicon))
  const below = title < 0 ? [] : lines.slice(title + 1).filter(({ text }) => captionParts(text, lexicon) === undefined)
  return below.some(({ text }) => lexicon.field('project', firstPiece(text)) !== undefined)
}

const isFormTitle = (text: string, lexicon: Lexicon): boolean => /\u8868(?:[（(][^）)]*[）)])?$/.test(text) && lexicon.formTitle(text)?.id === 'project'

const firstPiece = (line: MappedText): string => splitPieces(line)[0]?.text ?? ''

const firstWord = (line: TextItem): string => (isGridLine(line) ? (line.cells[0]?.text ?? '') : (/^\S+/.exec(line.text.text)?.[0] ?? ''))

/** The rows of a grid as the lines they were. */
export const linesOf = ({ rows }: GridBlock): readonly TextItem[] => rows.map(({ cells }) => gridLine(cells.map(({ text }) => text)))

interface Sheet {
  readonly caption: Caption
  readonly matrix: Matrix
  /** Sentences below the row of totals. */
  readonly after: readonly TextItem[]
}

/** The rows of a sheet, and what its title, its unit and its year say, wherever they stand. */
function sheetOf(all: readonly TextItem[], lexicon: Lexicon): Sheet {
  const total = all.findLastIndex((line) => lexicon.is('project', 'total100', firstWord(line)))
  const end = all.findIndex(({ text }, at) => total >= 0 && at > total && text.text.endsWith('\u3002'))
  const lines = end < 0 ? all : all.slice(0, end)
  const said = lines.map((line): Caption | undefined => {
    if (isGridLine(line)) return undefined
    if (isFormTitle(line.text.text, lexicon)) return splitTitle(line.text)
    const year = yearLine(line.text)
    return captionParts(line.text, lexicon) ?? (year === undefined ? undefined : { year })
  })
  return { caption: Object.assign({}, ...said.toReversed()) as Caption, matrix: matrixOfLines(lines.filter((_, i) => said[i] === undefined), lexicon), after: all.slice(lines.length) }
}
