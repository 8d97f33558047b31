import type { FileReport, Finding, Report } from '../../core/finding.ts'

/** A finding with the number that joins its card to the places lit in the document. */
export interface Listed {
  readonly id: number
  readonly file: FileReport
  readonly finding: Finding
  readonly consequences: readonly Listed[]
}

export interface ListedFile {
  readonly index: number
  readonly report: FileReport
  readonly findings: readonly Listed[]
}

/** Numbers every finding of a report, consequences included, in the report's order. */
export function listFindings(report: Report): readonly ListedFile[] {
  let next = 0
  const list = (file: FileReport, finding: Finding): Listed => {
    const id = next++
    return { id, file, finding, consequences: (finding.causeOf ?? []).map((consequence) => list(file, consequence)) }
  }
  return report.files.map((file, index) => ({ index, report: file, findings: file.findings.map((finding) => list(file, finding)) }))
}

/** A finding and what follows from it, flat. */
export function withConsequences(listed: Listed): readonly Listed[] {
  return [listed, ...listed.consequences.flatMap(withConsequences)]
}
