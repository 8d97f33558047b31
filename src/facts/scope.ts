import type { Concept, Vocabulary } from '../vocabulary/types.ts'
import type { ScopeValue } from './value.ts'

/** Parts of scope that hold for a document as long as nothing else is said. */
export interface ScopeDefaults {
  readonly year?: number
  readonly stage?: string
}

/** Dimensions that separate figures whatever the concept declares: whose, of what, of which group. */
const ALWAYS: ReadonlySet<string> = new Set(['year', 'entity', 'subject', 'group', 'category', 'code'])

/**
 * The scope of a fact. `layers` are from the widest (the concept's own) to the narrowest (the cell's column): later ones
 * win. Dimensions that do not matter for the concept are left out; those that do and that nothing states are `unsaid`:
 * unknown is not a wildcard.
 */
export function scopeOf(concept: Concept | undefined, layers: readonly (Readonly<Record<string, string>> | undefined)[], defaults: ScopeDefaults = {}): ScopeValue {
  const said: Record<string, string> = Object.assign({}, concept?.scope, ...layers) as Record<string, string>
  const matters = concept?.dimensions && new Set([...concept.dimensions, ...Object.keys(concept.scope ?? {})])
  const known: Record<string, string> = {}
  for (const [dimension, value] of Object.entries(said)) {
    if (!matters || matters.has(dimension) || ALWAYS.has(dimension)) known[dimension] = value
  }
  if (matters?.has('year') !== false && known['year'] === undefined && defaults.year !== undefined) known['year'] = String(defaults.year)
  if (matters?.has('stage') !== false && known['stage'] === undefined && defaults.stage !== undefined) known['stage'] = defaults.stage
  const unsaid = (concept?.dimensions ?? []).filter((dimension) => known[dimension] === undefined)
  return { type: 'scope', known, unsaid }
}

/** The figures of a year written in words (last year) or digits, as digits; undefined where the fiscal year is unclear. */
export function yearOf(said: string, fiscalYear: number | undefined, vocabulary: Vocabulary): string | undefined {
  if (/^\d{4}$/u.test(said)) return said
  if (fiscalYear === undefined) return undefined
  const words = vocabulary.lists.get('table-words') ?? {}
  if (words['previousYear']?.includes(said)) return String(fiscalYear - 1)
  if (words['currentYear']?.includes(said)) return String(fiscalYear)
  return undefined
}
