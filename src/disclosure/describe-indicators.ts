import type { Indicator, Phase } from './model.ts'
import { joined } from './describe-table.ts'
import type { Description } from './describe-table.ts'
import { lazy, normalised, numbered, shortened } from './describe-words.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { FieldName, FieldNames } from './field-names.ts'

/** A field under a fixed name; with a phase before it: 年度资金总额. */
export function named(name: FieldName, names: FieldNames, phase?: Phase): Description {
  const before = (words: FieldNames): string => (phase === undefined ? '' : words[`phase.${phase}`])
  return { label: [before(names) + names[name]], address: [before(FIELD_NAMES) + FIELD_NAMES[name]] }
}

/** `key` where it is a phase. */
export function phaseOf(key: string | undefined): Phase | undefined {
  return key !== undefined && Object.hasOwn(FIELD_NAMES, `phase.${key}`) ? (key as Phase) : undefined
}

/** Describes what stands below the indicators of a sheet or of the overall form. */
export function indicatorDescriber(indicators: readonly Indicator[], names: FieldNames): (tokens: readonly string[]) => Description {
  const keysByPhase = new Map<string, () => readonly string[]>()
  const keyOf = (index: number, phase: string): string => {
    let keys = keysByPhase.get(phase)
    if (!keys) keysByPhase.set(phase, (keys = lazy(() => numbered(indicators.map((indicator) => indicatorKey(indicator, phase))))))
    return keys()[index] ?? ''
  }
  return ([index = '', part, phase, leaf]) => {
    const indicator = indicators[Number(index)]
    if (!indicator) return named('indicators', names)
    const half = part === 'halves' ? phaseOf(phase) : undefined
    const own = joined(named('indicators', names, half), { label: titles(indicator, half ?? '', names), address: [keyOf(Number(index), half ?? '')] })
    const last = part === 'halves' ? leaf : part
    const name = `indicator.${last}`
    return Object.hasOwn(FIELD_NAMES, name) ? joined(own, named(name as FieldName, names)) : own
  }
}

function titles(indicator: Indicator, phase: string, names: FieldNames): readonly string[] {
  const { kind, name } = best(indicator, phase)
  const parts = [kind, name].filter((part) => part !== undefined && part.trim() !== '') as string[]
  return parts.length === 0 ? [`${names.row} ${indicator.row}`] : parts.map((part) => shortened(part))
}

function indicatorKey(indicator: Indicator, phase: string): string {
  const { kind = '', name = '' } = best(indicator, phase)
  const key = [kind, name].map(normalised).filter(Boolean).join('∕')
  return key === '' ? `${FIELD_NAMES.row}${indicator.row}` : key
}

/** Kind and name of the half, or of the first half that has a name. */
function best(indicator: Indicator, phase: string): { readonly kind?: string; readonly name?: string } {
  const own = indicator.halves[phase as Phase]
  const other = Object.values(indicator.halves).find((half) => half.name)
  const kind = own?.kind || other?.kind
  const name = own?.name || other?.name
  return { ...(kind && { kind }), ...(name && { name }) }
}
