import { formatHtml, withDismissals, type DecisionFile, type Language, type Linter, type Report } from '../../../index.ts'
import type { ExportedFile, ExportFormat, Input } from '../app/protocol.ts'

/** What was linted last, from which every export is made. */
export interface Latest {
  readonly report: Report
  readonly inputs: readonly Input[]
  readonly language: Language
  readonly linter: Pick<Linter, 'report'>
}

/** The report in a format, with what the reviewer dismissed marked so. */
export function exportFiles(format: ExportFormat, { report, inputs, language, linter }: Latest, decisions: DecisionFile): readonly ExportedFile[] {
  const decided = linter.report(report.files.map((file) => ({ ...file, findings: withDismissals(file.findings, file.file, decisions) })))
  const name = `${(inputs[0]?.name ?? '').replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')}-${language === 'zh' ? '审核单' : 'review'}.${format}`
  return [{ name, type: 'text/html', data: formatHtml(decided, { language }) }]
}
