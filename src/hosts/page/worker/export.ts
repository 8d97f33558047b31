import { FORMATS, withDismissals, type DecisionFile, type Language, type Linter, type Report } from '../../../index.ts'
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
export async function exportFiles(format: ExportFormat, { report, inputs, language, linter }: Latest, decisions: DecisionFile): Promise<readonly ExportedFile[]> {
  const decided = linter.report(report.files.map((file) => ({ ...file, findings: withDismissals(file.findings, file.file, decisions) })))
  const found = FORMATS.find(({ name }) => name === format)
  if (!found) throw new RangeError(`no format ${format}`)
  const sources = found.source ? inputs.filter(isWord) : [undefined]
  return Promise.all(
    sources.map(async (source): Promise<ExportedFile> => {
      const data = await found.render(decided, { language, colour: false, width: 120, ...(source && { source: { file: source.name, content: source.content } }) })
      return { name: nameOf(format, source?.name ?? inputs[0]?.name ?? '', language), type: TYPES[format], data: data as BlobPart }
    }),
  )
}

export function isWord({ name, role }: Input): boolean {
  return role === 'subject' && /\.docx$/i.test(name)
}

const SUFFIX: Readonly<Record<ExportFormat, { readonly zh: string; readonly en: string }>> = {
  html: { zh: '审核单', en: 'review' },
  xlsx: { zh: '问题清单', en: 'findings' },
  docx: { zh: '批注', en: 'comments' },
}

function nameOf(format: ExportFormat, file: string, language: Language): string {
  return `${file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')}-${SUFFIX[format][language]}.${format}`
}
