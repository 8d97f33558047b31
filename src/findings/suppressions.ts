import type { Finding } from '../core/finding.ts'

/** One dismissal of one finding, kept outside the document in `disclint-suppressions.yaml`. */
export interface Suppression {
  readonly rule: string
  readonly fingerprint: string
  readonly reason: string
  /** Who dismissed it. */
  readonly by?: string
  /** When, ISO date. */
  readonly date?: string
  /** Last day it holds, ISO date. */
  readonly until?: string
  /** Value hash of the finding at the time: when a value changes, the suppression lapses. */
  readonly values?: string
  /** The file it was found in. Only says when the entry should have matched: findings are known by fingerprint alone. */
  readonly file?: string
}

export interface SuppressionFile {
  readonly suppressions: readonly Suppression[]
}

/** Something to tell about an entry of the suppression file. Worded by the formatters. */
export interface SuppressionNote {
  readonly kind: 'malformed' | 'reason-missing' | 'reason-placeholder' | 'expired' | 'values-changed' | 'unused'
  /** 0-based number of the entry. */
  readonly index: number
  readonly rule: string
  readonly fingerprint: string
}

export interface SuppressionRules {
  /** ISO date of the run. */
  readonly today: string
  /** Reasons that say nothing, as data (rules/wording/suppressions.yaml). */
  readonly placeholders: readonly string[]
  /** Files that were linted: an entry of another file that matched nothing is no news. Default: all. */
  readonly linted?: readonly string[]
  /** False when only a part of the files was linted: then no entry that matched nothing is news. */
  readonly reportUnused?: boolean
}

export interface Suppressed {
  readonly findings: readonly Finding[]
  readonly notes: readonly SuppressionNote[]
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

export interface CheckedSuppressions {
  readonly file: SuppressionFile
  /** Number of each entry of `file` in the content, from 0. */
  readonly numbers: readonly number[]
  readonly notes: readonly SuppressionNote[]
}

/** The entries of a parsed suppression file; entries that are none give a note each. */
export function checkSuppressions(content: unknown): CheckedSuppressions {
  const listed = isRecord(content) && Array.isArray(content['suppressions']) ? (content['suppressions'] as unknown[]) : []
  const notes: SuppressionNote[] = content === null || content === undefined || (isRecord(content) && Array.isArray(content['suppressions'])) ? [] : [{ kind: 'malformed', index: 0, rule: '', fingerprint: '' }]
  const numbers: number[] = []
  const suppressions = listed.flatMap((entry, index) => {
    if (isSuppression(entry)) {
      numbers.push(index)
      return [entry]
    }
    const text = (name: string): string => (isRecord(entry) && typeof entry[name] === 'string' ? entry[name] : '')
    notes.push({ kind: isRecord(entry) && text('reason') === '' && text('rule') !== '' && text('fingerprint') !== '' ? 'reason-missing' : 'malformed', index, rule: text('rule'), fingerprint: text('fingerprint') })
    return []
  })
  return { file: { suppressions }, numbers, notes }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSuppression(entry: unknown): entry is Suppression {
  if (!isRecord(entry)) return false
  const optional = (name: string, pattern = /./u): boolean => entry[name] === undefined || (typeof entry[name] === 'string' && pattern.test(entry[name]))
  const required = ['rule', 'fingerprint', 'reason'].every((name) => typeof entry[name] === 'string' && entry[name] !== '')
  return required && optional('by') && optional('values') && optional('file') && optional('date', DATE) && optional('until', DATE)
}

/** Marks the findings that `file` dismisses, consequences included, and says what is wrong with the entries themselves. */
export function applySuppressions(findings: readonly Finding[], file: SuppressionFile, rules: SuppressionRules): Suppressed {
  const notes: SuppressionNote[] = []
  const note = (kind: SuppressionNote['kind'], index: number, { rule, fingerprint }: Suppression): void => void notes.push({ kind, index, rule, fingerprint })
  const valid = new Map<string, { readonly entry: Suppression; readonly index: number }[]>()
  const used = new Set<number>()
  file.suppressions.forEach((entry, index) => {
    const fault = faultOf(entry, rules)
    if (fault) return note(fault, index, entry)
    const key = keyOf(entry.rule, entry.fingerprint)
    valid.set(key, [...(valid.get(key) ?? []), { entry, index }])
  })
  const mark = (finding: Finding): Finding => {
    const entries = valid.get(keyOf(finding.ruleId, finding.fingerprint)) ?? []
    for (const { index } of entries) used.add(index)
    const holding = entries.filter(({ entry }) => entry.values === undefined || entry.values === finding.valueHash)
    for (const { entry, index } of entries) if (entry.values !== undefined && entry.values !== finding.valueHash) note('values-changed', index, entry)
    const causeOf = finding.causeOf?.map(mark)
    const entry = holding[0]?.entry
    return {
      ...finding,
      ...(causeOf && { causeOf }),
      ...(entry && { suppressed: { reason: entry.reason, ...(entry.by !== undefined && { by: entry.by }), ...(entry.until !== undefined && { until: entry.until }) } }),
    }
  }
  const marked = findings.map(mark)
  if (rules.reportUnused !== false) {
    for (const { entry, index } of [...valid.values()].flat()) if (!used.has(index) && (entry.file === undefined || !rules.linted || rules.linted.includes(entry.file))) note('unused', index, entry)
  }
  return { findings: marked, notes: notes.sort((a, b) => a.index - b.index) }
}

function faultOf(entry: Suppression, { today, placeholders }: SuppressionRules): SuppressionNote['kind'] | undefined {
  if (entry.reason.trim() === '') return 'reason-missing'
  if (isPlaceholder(entry.reason, placeholders)) return 'reason-placeholder'
  return entry.until !== undefined && entry.until < today ? 'expired' : undefined
}

/** Nothing but marks, one character over and over, a bracketed blank, or a word that stands for a reason to come. */
export function isPlaceholder(reason: string, placeholders: readonly string[]): boolean {
  const words = reason.trim().toLowerCase()
  const bare = words.replace(/[\p{P}\p{S}\s]+/gu, '')
  if (bare === '' || /^<.*>$/u.test(words) || /^(.)\1*$/u.test(bare)) return true
  return placeholders.some((placeholder) => placeholder.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '') === bare)
}

function keyOf(rule: string, fingerprint: string): string {
  return `${rule} ${fingerprint}`
}

/** The entry that dismisses `finding` as it stands now. */
export function suppressionOf(finding: Finding, words: Pick<Suppression, 'reason' | 'by' | 'date' | 'until' | 'file'>): Suppression {
  return { rule: finding.ruleId, fingerprint: finding.fingerprint, ...words, values: finding.valueHash }
}
