import { formatDocx, formatHtml, formatXlsx, withDismissals, type DecisionFile, type Language, type Linter, type Report } from '../../../index.ts'
import type { ExportedFile, ExportFormat, Input } from '../app/protocol.ts'

const TYPES: Readonly<Record<ExportFormat, string>> = {
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What was linted last, from which every export is made. */
export interface Latest {
  readonly report: Report
  readonly inputs: readonly Input[]
  readonly language: Language
  readonly linter: Pick<Linter, 'report'>
}

/** The report in a format, with what the reviewer dismissed marked so; comments go into each of the Word files. */
export function exportFiles(format: ExportFormat, { report, inputs, language, linter }: Latest, decisions: DecisionFile): readonly ExportedFile[] {
  const decided = linter.report(report.files.map((file) => ({ ...file, findings: withDismissals(file.findings, file.file, decisions) })))
  const exported = (file: string, data: string | Uint8Array): ExportedFile => ({ name: nameOf(format, file, language), type: TYPES[format], data: data as BlobPart })
  const first = inputs[0]?.name ?? ''
  switch (format) {
    case 'html':
      return [exported(first, formatHtml(decided, { language }))]
    case 'xlsx':
      return [exported(first, formatXlsx(decided, { language }))]
    case 'docx':
      return inputs.filter(isWord).map(({ name, content }) => exported(name, formatDocx(decided, { language, source: { file: name, content } })))
  }
}

/** Whether comments can be put into a copy of the file. */
export function isWord({ name, role }: Input): boolean {
  return role === 'subject' && /\.docx$/i.test(name)
}

const SUFFIX: Readonly<Record<ExportFormat, Readonly<Record<Language, string>>>> = {
  html: { zh: '审核单', en: 'review' },
  xlsx: { zh: '问题清单', en: 'findings' },
  docx: { zh: '批注', en: 'comments' },
}

function nameOf(format: ExportFormat, file: string, language: Language): string {
  return `${file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')}-${SUFFIX[format][language]}.${format}`
}
