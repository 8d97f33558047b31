import type { FileReport, Finding, Report, ReportRule, Summary } from './core/finding.ts'
import type { CompiledRule } from './ruleset/compiled.ts'
import { version } from './version.ts'

/** The report of a run: the rules that ran, the files in order, and the counts. */
export function makeReport(rules: readonly ReportRule[], files: readonly FileReport[]): Report {
  return { version: 1, tool: { name: 'disclint', version }, rules, files, summary: summarise(files) }
}

/** Whether a file was no disclosure that could be read, say JSON that is half typed: then it has no findings, and that says nothing. */
export function nothingRead({ document, problems }: Pick<FileReport, 'document' | 'problems'>): boolean {
  return document.entity === undefined && problems.length > 0
}

/** What a report says of a rule. */
export function reportRule({ definition }: CompiledRule): ReportRule {
  const { id, title, category, severity, why, howToFix, source, message } = definition
  return { id, title, category, severity: typeof severity === 'string' ? severity : severity.impossible, why, howToFix, source, messages: message ? [message] : [] }
}

/** What `--quiet` leaves of a report: errors and what follows from them. The counts stay those of the whole run. */
export function errorsOnly(report: Report): Report {
  return { ...report, files: report.files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') })) }
}

function summarise(files: readonly FileReport[]): Summary {
  const findings = files.flatMap((file) => file.findings)
  const open = findings.filter((finding) => !finding.suppressed)
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length
  const coverage = files.flatMap((file) => file.coverage)
  const sum = (pick: (rule: FileReport['coverage'][number]) => number) => coverage.reduce((total, rule) => total + pick(rule), 0)
  const notEvaluated = sum((rule) => rule.notEvaluated.reduce((total, gap) => total + gap.count, 0))
  const [passed, failed, explainable] = [sum((rule) => rule.passed), sum((rule) => rule.failed), sum((rule) => rule.explainable)]
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    checks: passed + failed + explainable + notEvaluated,
    passed: passed + explainable,
    explainable,
    notEvaluated,
    suppressed: findings.length - open.length,
  }
}
