import type { Finding } from '../core/finding.ts'
import { compareTexts } from './order.ts'

/** Findings that were there before, one by one: never counts, which let a new finding hide behind a corrected one. */
export interface Baseline {
  readonly version: 1
  readonly findings: readonly { readonly rule: string; readonly fingerprint: string; readonly values: string }[]
}

/** The baseline of `findings`, in an order of its own, so that its diffs are small. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = findings.map(({ ruleId, fingerprint, valueHash }) => ({ rule: ruleId, fingerprint, values: valueHash }))
  return { version: 1, findings: entries.sort((a, b) => compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint)) }
}

/** Findings that are new against `baseline` (their values may have changed), those it knows, and its entries that are gone. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline): { readonly fresh: Finding[]; readonly known: Finding[]; readonly gone: Baseline['findings'] } {
  const entryKey = (entry: Baseline['findings'][number]): string => `${entry.rule} ${entry.fingerprint} ${entry.values}`
  const findingKey = (finding: Finding): string => `${finding.ruleId} ${finding.fingerprint} ${finding.valueHash}`
  const known = new Set(baseline.findings.map(entryKey))
  const present = new Set(findings.map(findingKey))
  return {
    fresh: findings.filter((finding) => !known.has(findingKey(finding))),
    known: findings.filter((finding) => known.has(findingKey(finding))),
    gone: baseline.findings.filter((entry) => !present.has(entryKey(entry))),
  }
}
