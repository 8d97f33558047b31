import type { Finding, Report, ReportRule } from './core/finding.ts'
import { markKnown, type Baseline } from './findings/index.ts'
import { compareWith, type Change, type Seen } from './findings/review.ts'
import { makeReport } from './report.ts'

/** Whether a parsed JSON file is a report that this version can show. */
export function isReport(value: unknown): value is Report {
  const { version, tool, rules, files, summary } = (value ?? {}) as Partial<Report>
  const listed = Array.isArray(rules) && Array.isArray(files) && files.every((file) => typeof file?.file === 'string' && Array.isArray(file.findings) && Array.isArray(file.coverage) && Array.isArray(file.problems))
  return version === 1 && tool?.name === 'disclint' && listed && typeof summary === 'object'
}

/** Several runs as one: their rules once each, their files in order, the counts of all. A file that two runs say the same of counts once. */
export function mergeReports(reports: readonly Report[]): Report {
  const rules = new Map<string, ReportRule>()
  for (const rule of reports.flatMap((report) => report.rules)) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  const files = new Map(reports.flatMap((report) => report.files).map((file) => [JSON.stringify(file), file]))
  return makeReport([...rules.values()], [...files.values()])
}

/** The report with the findings that a baseline knows marked as such; the counts follow. */
export function withBaseline(report: Report, baseline: Baseline, reason: string): Report {
  return makeReport(report.rules, report.files.map((file) => ({ ...file, findings: markKnown(file.findings, baseline, reason) })))
}

/** A finding of one of two compared runs. */
export interface Compared extends Seen {
  readonly severity: Finding['severity']
  readonly change: Change | 'gone'
}

/** What became of each finding of `before` in `now`: gone, stays, with changed values, or fresh. In the order of `now`, gone ones last. What is said of the suppressions file is about no document. */
export function compareReports(before: Report, now: Report): readonly Compared[] {
  const [old, current] = [allFindings(before), allFindings(now)]
  const { changes, gone } = compareWith({ version: 1, decisions: [], findings: old }, current)
  return [...current.map((seen, index) => ({ ...seen, change: changes[index] ?? 'fresh' })), ...old.filter((seen) => gone.includes(seen)).map((seen) => ({ ...seen, change: 'gone' as const }))]
}

function allFindings(report: Report): readonly (Seen & { readonly severity: Finding['severity'] })[] {
  return report.files.flatMap(({ file, findings }) => {
    const list = ({ ruleId, fingerprint, valueHash, message, severity, causeOf = [] }: Finding): readonly (Seen & { readonly severity: Finding['severity'] })[] => [{ ruleId, fingerprint, valueHash, message, severity, file }, ...causeOf.flatMap(list)]
    return findings.filter(({ ruleId }) => !ruleId.startsWith('suppressions/')).flatMap(list)
  })
}
