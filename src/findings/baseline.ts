import type { Finding } from '../core/finding.ts'
import { compareTexts } from './order.ts'

/** Findings that were there before, one by one: never counts, which let a new finding hide behind a corrected one. */
export interface Baseline {
  readonly version: 1
  readonly findings: readonly { readonly rule: string; readonly fingerprint: string; readonly values: string }[]
}

/** The baseline of `findings`, in an order of its own, so that its diffs are small. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = findings.flatMap(withConsequences).map(({ ruleId, fingerprint, valueHash }) => ({ rule: ruleId, fingerprint, values: valueHash }))
  return { version: 1, findings: entries.sort((a, b) => compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint)) }
}

/** Findings that are new against `baseline` (their values may have changed), those it knows, and its entries that are gone. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline): { readonly fresh: Finding[]; readonly known: Finding[]; readonly gone: Baseline['findings'] } {
  const known = new Set(baseline.findings.map(entryKey))
  const present = new Set(findings.flatMap(withConsequences).map(findingKey))
  return {
    fresh: findings.filter((finding) => !known.has(findingKey(finding))),
    known: findings.filter((finding) => known.has(findingKey(finding))),
    gone: baseline.findings.filter((entry) => !present.has(entryKey(entry))),
  }
}

function entryKey({ rule, fingerprint, values }: Baseline['findings'][number]): string {
  return `${rule} ${fingerprint} ${values}`
}

function findingKey({ ruleId, fingerprint, valueHash }: Finding): string {
  return `${ruleId} ${fingerprint} ${valueHash}`
}

function withConsequences(finding: Finding): readonly Finding[] {
  return [finding, ...(finding.causeOf ?? []).flatMap(withConsequences)]
}

/** `findings` with those that `baseline` knows marked as suppressed, consequences included. */
export function markKnown(findings: readonly Finding[], baseline: Baseline, reason: string): Finding[] {
  const known = new Set(baseline.findings.map(entryKey))
  const mark = (finding: Finding): Finding => {
    const causeOf = finding.causeOf?.map(mark)
    return { ...finding, ...(causeOf && { causeOf }), ...(known.has(findingKey(finding)) && !finding.suppressed && { suppressed: { reason } }) }
  }
  return findings.map(mark)
}

/** Whether a parsed JSON file is a baseline. */
export function isBaseline(value: unknown): value is Baseline {
  const { version, findings } = (value ?? {}) as Partial<Baseline>
  return version === 1 && Array.isArray(findings) && findings.every((entry) => [entry?.rule, entry?.fingerprint, entry?.values].every((member) => typeof member === 'string'))
}
