import { milder } from '../core/severity.ts'
import type { Severity } from '../core/severity.ts'
import type { Reading, Verdict } from '../core/verdict.ts'
import type { RuleDefinition } from '../ruleset/definition.ts'

export interface Weighed {
  readonly verdict: Verdict
  readonly reading: Reading
  /** Lowered by the `diagnose` entry that named the cause. */
  readonly diagnosed?: Severity | undefined
  /** Set by configuration. */
  readonly configured?: Severity | undefined
}

/**
 * Severity by certainty (DESIGN §3): impossible and violated have the rule's, implausible is a warning at most, rounding and what is
 * only listed an info. Configuration replaces the rule's own; neither it nor anything else raises the milder verdicts.
 */
export function severityFor(definition: RuleDefinition, { verdict, reading, diagnosed, configured }: Weighed): Severity {
  const { severity } = definition
  const graded = typeof severity === 'string' ? { impossible: severity, implausible: severity } : severity
  const own = configured ?? (verdict === 'implausible' ? graded.implausible : graded.impossible)
  const caps: (Severity | undefined)[] = [capOf(verdict), reading === 'sure' ? undefined : 'warning', diagnosed]
  return caps.reduce<Severity>((severest, cap) => (cap ? milder(severest, cap) : severest), own)
}

function capOf(verdict: Verdict): Severity | undefined {
  if (verdict === 'impossible' || verdict === 'violated') return undefined
  return verdict === 'implausible' ? 'warning' : 'info'
}
