import { cellKind } from '../cell-kind.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Matrix } from '../matrix.ts'
import { formCells } from './form-row.ts'
import { indicatorColumns } from './indicator-columns.ts'

export type FormKind = 'project' | 'overall' | 'project-list'

const OVERALL_ONLY = ['basic', 'staffing', 'duties', 'strategy', 'bySource', 'byType', 'tasks']
const PROJECT_ONLY = ['name', 'total', 'basis', 'necessity', 'measures', 'plan', 'overview', 'attribute', 'term', 'implementer', 'department', 'goal']

/** Which form a grid is, told by the printed labels of its fields; the title only helps. Undefined for tables. */
export function formKind(matrix: Matrix, title: string | undefined, lexicon: Lexicon): FormKind | undefined {
  const titled = title === undefined ? undefined : lexicon.formTitle(title)?.id
  const project = properties(matrix, 'project', lexicon)
  const overall = properties(matrix, 'overall', lexicon)
  const indicators = matrix.rows.some((row) => indicatorColumns(row, lexicon) !== undefined)
  if (isList(matrix, lexicon)) return 'project-list'
  const overallLabels = OVERALL_ONLY.filter((property) => overall.has(property)).length
  const projectLabels = PROJECT_ONLY.filter((property) => project.has(property)).length
  if (overallLabels >= 2 && !project.has('name') && (indicators || titled === 'overall' || overallLabels >= 3)) return 'overall'
  if (titled === 'overall' && indicators && !project.has('name')) return 'overall'
  if (project.has('name') && projectLabels >= 2 && (indicators || projectLabels >= 3)) return 'project'
  if (titled === 'project' && (indicators || projectLabels >= 2)) return 'project'
  if (indicators && projectLabels >= 1) return 'project'
  return project.has('total') && isFundsTable(matrix, lexicon) ? 'project' : undefined
}

/** Properties whose label stands first in a row, or is followed by its value. */
function properties(matrix: Matrix, form: string, lexicon: Lexicon): ReadonlySet<string> {
  const found = new Set<string>()
  for (const row of matrix.rows) {
    const cells = formCells(row, form, lexicon)
    if (cells.length > 1 && cells.every((cell) => cell.property !== undefined && cell.property !== 'goal')) continue
    cells.forEach((cell, i) => {
      const filledIn = cells[i + 1]?.property === undefined
      if (cell.property !== undefined && filledIn) found.add(cell.property)
    })
  }
  return found
}

/** One row a project (or an indicator): its headings name the project and its indicators. */
function isList(matrix: Matrix, lexicon: Lexicon): boolean {
  return matrix.rows.slice(0, 3).some((row, i) => {
    const here = row.cells.filter((cell) => cell.text !== '')
    const two = [...here, ...(matrix.rows[i + 1]?.cells ?? [])]
    const has = (property: string): boolean => two.some((cell) => lexicon.is('project', property, cell.text))
    const named = here.some((cell) => lexicon.is('project', 'name', cell.text))
    return named && here.length >= 4 && (has('indicator') || has('kind')) && has('value') && here.every((cell) => cellKind(cell.text) === 'text')
  })
}

/** Whether some row heads columns of money budgeted and spent. */
export function isFundsTable(matrix: Matrix, lexicon: Lexicon): boolean {
  return matrix.rows.some((row) => row.cells.filter((cell) => ['budget', 'adjusted', 'executed'].includes(lexicon.phase(cell.text) ?? '')).length >= 2)
}
