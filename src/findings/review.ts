import type { Finding } from '../core/finding.ts'

/** What a reviewer says of a finding; the shape of decisions.json. */
export interface Decision {
  readonly fingerprint: string
  readonly valueHash: string
  readonly ruleId: string
  readonly file: string
  readonly decision: 'confirmed' | 'dismissed' | 'note'
  readonly reason?: string
  readonly note?: string
  readonly by?: string
  readonly date?: string
}

/** A finding as a decisions file knows it. */
export interface Seen {
  readonly fingerprint: string
  readonly valueHash: string
  readonly ruleId: string
  readonly file: string
  readonly message: string
}

export interface DecisionFile {
  readonly version: 1
  readonly decisions: readonly Decision[]
  /** Every finding of the run, decided or not: next time tells what is new and what is gone. */
  readonly findings?: readonly Seen[]
}

/** Of a finding, compared with the run that a decisions file was saved from. */
export type Change = 'fresh' | 'stays' | 'changed'

export interface Compared {
  /** By index of `now`. */
  readonly changes: readonly Change[]
  /** What was decided of it, where the values are the same still; a dismissal lapses with its values. */
  readonly kept: readonly (Decision | undefined)[]
  /** Findings of last time that are gone. */
  readonly gone: readonly Seen[]
}

/** Compares the findings of now with those of a decisions file. The name of a corrected copy may differ, so it only breaks ties. */
export function compareWith(last: DecisionFile, now: readonly Seen[]): Compared {
  const before = last.findings ?? last.decisions.map((decision): Seen => ({ ...decision, message: decision.note ?? decision.reason ?? decision.ruleId }))
  const left = new Set(before)
  const found = now.map((seen) => {
    const alike = [...left].filter((other) => other.ruleId === seen.ruleId && other.fingerprint === seen.fingerprint)
    const match = alike.find(({ file }) => file === seen.file) ?? alike[0]
    if (match) left.delete(match)
    return match
  })
  return {
    changes: found.map((match, index) => (!match ? 'fresh' : match.valueHash === now[index]?.valueHash ? 'stays' : 'changed')),
    kept: found.map((match) => {
      const decision = match && last.decisions.find((other) => other.ruleId === match.ruleId && other.fingerprint === match.fingerprint && other.file === match.file)
      return decision
    }),
    gone: [...left],
  }
}

/** The findings of a file with those marked suppressed that a reviewer dismissed, their values being what they were then. */
export function withDismissals(findings: readonly Finding[], file: string, { decisions }: DecisionFile): readonly Finding[] {
  const dismissed = new Map(decisions.filter((decision) => decision.decision === 'dismissed' && decision.file === file).map((decision) => [`${decision.ruleId} ${decision.fingerprint} ${decision.valueHash}`, decision]))
  return findings.map((finding) => {
    const decision = dismissed.get(`${finding.ruleId} ${finding.fingerprint} ${finding.valueHash}`)
    return decision?.reason === undefined ? finding : { ...finding, suppressed: { reason: decision.reason, ...(decision.by !== undefined && { by: decision.by }) } }
  })
}

/** The content of a decisions file; undefined where it is none. */
export function readDecisions(text: string): DecisionFile | undefined {
  try {
    const value = JSON.parse(text) as DecisionFile
    return value.version === 1 && Array.isArray(value.decisions) && value.decisions.every(isDecision) && (value.findings ?? []).every(isSeen) ? value : undefined
  } catch {
    return undefined
  }
}

function isSeen(value: Seen): boolean {
  return [value.fingerprint, value.valueHash, value.ruleId, value.file, value.message].every((member) => typeof member === 'string')
}

function isDecision(value: Decision): boolean {
  const texts = [value.fingerprint, value.valueHash, value.ruleId, value.file].every((member) => typeof member === 'string')
  const optional = [value.reason, value.note, value.by, value.date].every((member) => member === undefined || typeof member === 'string')
  return texts && optional && ['confirmed', 'dismissed', 'note'].includes(value.decision)
}
