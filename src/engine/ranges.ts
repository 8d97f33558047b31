import type { GapReason } from '../core/verdict.ts'
import type { Item } from '../facts/item.ts'
import type { Kind } from '../facts/kinds.ts'
import type { CompiledRange, CompiledSource, Environment } from '../ruleset/compiled.ts'
import type { Budget } from './budget.ts'
import type { Check, Checks } from './check.ts'
import { groupChecks } from './group-range.ts'
import type { KnownOutcomes } from './known-outcomes.ts'
import { pairChecks } from './pair-range.ts'
import type { ClosedDimensions } from './scope-groups.ts'
import { matcher, rangeItems } from '../ruleset/compile/select.ts'

export interface RangeContext {
  readonly environment: Environment
  readonly budget: Budget
  readonly closed: ClosedDimensions
  /** Checks of the version before, where one is known. */
  readonly known?: KnownOutcomes | undefined
  /** Why nothing of `source` is there: a need of the rule that the document does not meet; undefined where nothing is amiss. */
  readonly missing: (source: CompiledSource) => GapReason | undefined
}

const ONCE: Checks = { checks: [{ bindings: [], others: [], items: [] }] }

/** Readings tried besides the first (DESIGN §3: at most five in all). */
const OTHER_READINGS = 4

/** The checks a range makes of a document (notes: rule-format §4), or why it makes none. */
export function checksOf(range: CompiledRange, context: RangeContext): Checks {
  switch (range.form) {
    case 'once': return ONCE
    case 'each': return of(range.source, context, (items) => {
      const fits = matcher(range.source, context.environment)
      return items.map((item) => eachCheck(item, range.as, fits))
    })
    case 'group': return of(range.source, context, (items) => groupChecks(items, range, context))
    case 'pair': return pairChecks(range, context)
  }
}

function of(source: CompiledSource, context: RangeContext, make: (items: readonly Item[]) => readonly Check[]): Checks {
  const items = rangeItems(source, context.environment)
  if (items === 'missing-document') return { checks: [], gap: items }
  if (items.length > 0) return { checks: make(items) }
  const gap = context.missing(source)
  if (gap) return { checks: [], gap }
  return { checks: [], ...(source.kind === 'match' && hasTexts(context.environment) && { clean: true }) }
}

function hasTexts({ model }: Environment): boolean {
  const kind: Kind = 'text'
  return model.reads ? model.reads.hasAny(kind) : model.items(kind).length > 0
}

function eachCheck(item: Item, as: string, fits: (item: Item) => boolean): Check {
  const others = (item.readings ?? []).slice(0, OTHER_READINGS)
  const fitting = others.filter(fits)
  return {
    bindings: [[as, { type: 'item', item }]],
    others: fitting.map((reading) => [[as, { type: 'item', item: reading }]]),
    items: [item],
    ...(fitting.length < others.length && { unproven: 'ambiguous' }),
  }
}
