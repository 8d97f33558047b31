import type { GapReason } from '../core/verdict.ts'
import type { Disclosure } from '../disclosure/model.ts'
import type { Model } from '../facts/item.ts'
import { KINDS } from '../facts/kinds.ts'
import type { RuleDefinition } from '../ruleset/definition.ts'

export type Applicability = 'applies' | 'not-applicable' | GapReason

/** Whether a rule is about documents like this one (`applies`), and can be decided on it. */
export function applicability({ applies }: RuleDefinition, { kind, entity, extent, fiscalYear }: Disclosure): Applicability {
  if (!applies) return 'applies'
  if (applies.kind && !applies.kind.includes(kind)) return 'not-applicable'
  if (applies.level && !applies.level.includes(entity.level)) return 'not-applicable'
  if (applies.region && !isWithinRegion(entity.region, applies.region)) return 'not-applicable'
  if (applies.years !== undefined) {
    if (fiscalYear === undefined) return 'year-unclear'
    if (!isWithinYears(fiscalYear, applies.years)) return 'not-applicable'
  }
  return applies.extent === 'whole' && extent !== 'whole' ? 'excerpt' : 'applies'
}

function isWithinRegion(region: string | undefined, regions: readonly string[]): boolean {
  return region !== undefined && regions.some((name) => region.startsWith(name))
}

/** `years` is a year or a span, open at one end or none: 2024, 2024.., ..2026, 2024..2026. */
function isWithinYears(year: number, years: string): boolean {
  const [from = '', to] = String(years).split('..')
  if (to === undefined) return Number(from) === year
  return (from === '' || year >= Number(from)) && (to === '' || year <= Number(to))
}

const RELATED = ['previous', 'budget', 'final', 'units'] as const
const SHEET_KINDS = ['project', 'fund', 'indicator']

/**
 * The first of `needs` (table roles, kinds, related documents) that the document does not have, as a reason.
 * Other kinds are never missing: a document without them has nothing to check there.
 */
export function missingNeed(needs: readonly string[], model: Model): GapReason | undefined {
  for (const need of needs) {
    const related = RELATED.find((name) => name === need)
    if (related) {
      const found = model.related[related]
      if (found === undefined || (Array.isArray(found) && found.length === 0)) return 'missing-document'
    } else if (SHEET_KINDS.includes(need)) {
      if (model.disclosure.projects.length === 0) return 'missing-sheet'
    } else if (!Object.hasOwn(KINDS, need) && !model.disclosure.tables.some(({ role }) => role === need)) return 'missing-table'
  }
  return undefined
}
