import type { Indicator, Phase, Project } from '../../disclosure/model.ts'
import type { MappedText } from '../../source/segment.ts'
import type { Caption } from '../captions.ts'
import { unitIn } from '../captions.ts'
import { cellKind } from '../cell-kind.ts'
import type { Mapped } from '../draft.ts'
import { readHeader } from '../header.ts'
import { headingKey } from '../label.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled, padded } from '../matrix.ts'
import type { Matrix, MatrixRow } from '../matrix.ts'
import { indicatorColumns } from './indicator-columns.ts'
import { IndicatorReader } from './indicators.ts'

const SCALARS = ['name', 'department', 'implementer', 'attribute', 'term', 'goal'] as const
type Scalar = (typeof SCALARS)[number] | 'total'

/** Reads a table of projects with one row a project or one row an indicator; blank cells repeat the row above. */
export function readProjectList(matrix: Matrix, caption: Caption, lexicon: Lexicon): readonly Mapped<Project>[] {
  const header = readHeader(matrix, lexicon)
  const leaves: MatrixRow = { cells: header.paths.map((path) => path.at(-1) ?? { text: '', segments: [] }) }
  const columns = indicatorColumns(leaves, lexicon)
  if (columns === undefined) return []
  const at = scalarColumns(leaves, header.paths, columns.map((column) => column.at), lexicon)
  const unit = caption.unit ?? unitIn(caption.title?.text ?? '') ?? unitIn(leaves.cells[at.total ?? -1]?.text ?? '')
  const projects: { scalars: { [S in Scalar]?: MappedText }; reader: IndicatorReader; indicators: Mapped<Indicator>[] }[] = []
  for (const row of matrix.rows.slice(header.rows)) {
    const cells = padded(row, matrix.width)
    const name = at.name === undefined ? undefined : cells[at.name]
    if (filled(row).length === 0) continue
    if (name !== undefined && name.text !== '' && name.text !== projects.at(-1)?.scalars.name?.text && !isTotal(name.text, lexicon)) {
      const scalars = Object.fromEntries(Object.entries(at).map(([key, column]) => [key, cells[column]]))
      const phases: readonly Phase[] = ['annual']
      projects.push({ scalars, reader: new IndicatorReader(columns, phases, matrix.ruled, lexicon), indicators: [] })
    }
    const own = columns.map((column) => column.at)
    const masked = { cells: cells.map((cell, i) => (own.includes(i) ? cell : { text: '', segments: [] })) }
    const project = projects.at(-1)
    if (project !== undefined && filled(masked).length > 0) project.indicators.push(project.reader.read(masked).indicator)
  }
  return projects.map(({ scalars: { name, total, goal, ...rest }, indicators }) => ({
    ...(caption.title === undefined ? {} : { title: caption.title }),
    name: name ?? '',
    ...rest,
    layout: 'list' as const,
    funds: { ...(unit === undefined ? {} : { unit }), total: total === undefined ? {} : { annual: total }, sources: [] },
    goals: goal === undefined || goal.text === '' ? {} : { annual: goal },
    indicators,
  }))
}

function scalarColumns(leaves: MatrixRow, paths: readonly (readonly MappedText[])[], taken: readonly number[], lexicon: Lexicon): { readonly [S in Scalar]?: number } {
  const found: { [S in Scalar]?: number } = {}
  leaves.cells.forEach((leaf, i) => {
    if (taken.includes(i)) return
    const scalar = SCALARS.find((property) => lexicon.is('project', property, leaf.text))
    const headings = paths[i] ?? []
    const money = headings.some(({ text }) => ['total', 'funds'].some((property) => lexicon.is('project', property, text)) || lexicon.is('overall', 'amount', text))
    if (scalar !== undefined) found[scalar] ??= i
    else if (money) found.total ??= i
  })
  return found
}

function isTotal(text: string, lexicon: Lexicon): boolean {
  return lexicon.words('grid', 'total').has(headingKey(text)) || cellKind(text) === 'amount'
}
