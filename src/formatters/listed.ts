import type { FileReport, Finding, Report, ReportRule } from '../core/finding.ts'

/** A finding as lists have it: consequences are entries of their own, right after what causes them. */
export interface ListedFinding {
  readonly file: FileReport
  readonly finding: Finding
  readonly rule: ReportRule | undefined
  /** The finding it follows from. */
  readonly cause?: Finding
}

/** Every finding of a file, suppressed ones and consequences included, in the report's order. */
export function listedFindings(file: FileReport, rules: ReadonlyMap<string, ReportRule>): readonly ListedFinding[] {
  const list = (finding: Finding, cause?: Finding): readonly ListedFinding[] => [
    { file, finding, rule: rules.get(finding.ruleId), ...(cause && { cause }) },
    ...(finding.causeOf ?? []).flatMap((consequence) => list(consequence, finding)),
  ]
  return file.findings.flatMap((finding) => list(finding))
}

/** The rules of a report by their ids. */
export function rulesById(report: Report): ReadonlyMap<string, ReportRule> {
  return new Map(report.rules.map((rule) => [rule.id, rule]))
}

/** How many files a run was asked to lint: what is said of the suppressions file stands under its name, though it is none of them. */
export function fileCount({ files }: Report): number {
  return files.filter(({ sha256, problems }) => sha256 !== '' || problems.length > 0).length
}
