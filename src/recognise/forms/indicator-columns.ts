import type { Phase } from '../../disclosure/model.ts'
import type { Lexicon } from '../lexicon.ts'
import { filled } from '../matrix.ts'
import type { MatrixRow } from '../matrix.ts'

/** What a column of an indicator table holds. */
export type IndicatorRole = 'head' | 'level1' | 'kind' | 'indicator' | 'value' | 'actual' | 'nature' | 'unit' | 'weight' | 'score' | 'reason'

export interface IndicatorColumn {
  readonly at: number
  readonly role: IndicatorRole
  /** 0 for the first kind/name/value group, 1 for the second. */
  readonly half: number
  /** What its heading says its values are for: 年度指标值. */
  readonly phase?: Phase
}

const ROLES: readonly IndicatorRole[] = ['head', 'level1', 'kind', 'indicator', 'value', 'actual', 'nature', 'unit', 'weight', 'score', 'reason']
const PROPERTY: Readonly<Partial<Record<IndicatorRole, string>>> = { head: 'head' }

/** The columns of an indicator table, from its header row; undefined if the row is none. */
export function indicatorColumns(row: MatrixRow, lexicon: Lexicon): readonly IndicatorColumn[] | undefined {
  const found = filled(row).map(({ at, text }) => ({ at, text, role: roleOf(text.text, lexicon) }))
  const roles = found.flatMap(({ role }) => (role === undefined ? [] : [role]))
  const named = roles.includes('indicator') || (roles.includes('kind') && roles.includes('level1'))
  if (!named || !(roles.includes('level1') || roles.includes('kind')) || roles.length < 3) return undefined
  const columns: IndicatorColumn[] = []
  const seen = new Map<IndicatorRole, number>()
  for (const { at, text, role } of found) {
    if (role === undefined) continue
    const half = role === 'level1' || role === 'head' ? 0 : (seen.get(role) ?? 0)
    seen.set(role, half + 1)
    const phase = role === 'value' ? (lexicon.phase(text.text) as Phase | undefined) : undefined
    columns.push({ at, role, half, ...(phase && { phase }) })
  }
  return columns
}

function roleOf(label: string, lexicon: Lexicon): IndicatorRole | undefined {
  return ROLES.find((role) => lexicon.is('project', PROPERTY[role] ?? role, label))
}

/** How many kind/name/value groups stand side by side. */
export function halvesOf(columns: readonly IndicatorColumn[]): number {
  return 1 + Math.max(0, ...columns.filter(({ role }) => role === 'indicator' || role === 'value').map(({ half }) => half))
}

/** The phases of the groups in their order, where the headings of all values say them, each another one. */
export function phasesOf(columns: readonly IndicatorColumn[]): readonly Phase[] | undefined {
  const said = columns.filter(({ role }) => role === 'value').flatMap(({ phase }) => phase ?? [])
  return said.length > 1 && said.length === halvesOf(columns) && new Set(said).size === said.length ? said : undefined
}
