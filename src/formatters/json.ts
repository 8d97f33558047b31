import type { Report } from '../core/finding.ts'

/** The report as indented JSON with a final newline; schema: schemas/report.schema.json. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
