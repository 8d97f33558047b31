import type { RuleDefinition } from '../definition.ts'
import type { Fault } from './faults.ts'
import { nearestName } from '../../source/nearest.ts'

/** A rule that passed its own checks, with where to report what is wrong between rules. */
export interface KnownRule {
  readonly file: number
  readonly definition: RuleDefinition
}

export type AcrossFault = Fault & { readonly file: number }

/** Ids of other rules: those that `defersTo` may name, and those that no rule may have again. */
export interface OtherRules {
  readonly known: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

/** Faults between rules: an id used twice, `defersTo` to no rule or in a circle. */
export function checkAcross(rules: readonly KnownRule[], others: OtherRules): readonly AcrossFault[] {
  const first = new Map<string, KnownRule>()
  const faults: AcrossFault[] = []
  for (const rule of rules) {
    const { id } = rule.definition
    if (first.has(id) || others.taken.has(id)) faults.push({ file: rule.file, code: 'id-taken', path: ['id'], args: { name: id } })
    else first.set(id, rule)
  }
  for (const rule of first.values()) {
    ;(rule.definition.defersTo ?? []).forEach((id, index) => {
      const at = { file: rule.file, path: ['defersTo', index] }
      if (!first.has(id) && !others.known.has(id)) faults.push({ ...at, code: 'unknown-rule', args: { name: id }, nearest: nearestName(id, [...first.keys(), ...others.known]) })
      else if (reaches(id, rule.definition.id, first)) faults.push({ ...at, code: 'circle', args: { name: id } })
    })
  }
  return faults
}

/** Whether following `defersTo` from `from` leads to `to`. */
function reaches(from: string, to: string, rules: ReadonlyMap<string, KnownRule>): boolean {
  const waiting = [from]
  const seen = new Set<string>()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(rules.get(id)?.definition.defersTo ?? []))
  }
  return false
}
