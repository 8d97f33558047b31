import { createLinter, drawSheet, openSubject, type FileReport, type Language, type Linter, type LintOptions, type Subject } from '../../../index.ts'
import type { Input, Recognised, Request, Response } from '../app/protocol.ts'
import { sheetCommands } from './commands.ts'
import { exportFiles, isWord, type Latest } from './export.ts'

/** The scope of a worker, as far as it is used here. */
interface Scope {
  onmessage: (event: { readonly data: Request }) => void
  postMessage(message: Response): void
}

const scope = globalThis as unknown as Scope
const linters = new Map<Language, Promise<Linter>>()
let latest: Latest | undefined

function linterOf(language: Language): Promise<Linter> {
  const known = linters.get(language) ?? createLinter({ language })
  linters.set(language, known)
  return known
}

async function lint({ id, inputs, asOne, language }: Extract<Request, { kind: 'lint' }>): Promise<Response> {
  const linter = await linterOf(language)
  const opened: { readonly input: Input; readonly subject: Subject }[] = []
  for (const input of inputs) {
    scope.postMessage({ kind: 'reading', id, file: input.name })
    opened.push({ input, subject: await openSubject({ file: input.name, content: input.content }) })
  }
  const subjects = opened.filter(({ input }) => input.role === 'subject').map(({ subject }) => subject)
  const related = opened.flatMap(({ input: { role }, subject }) => (role === 'subject' ? [] : [{ relation: role, subject }]))
  const options: LintOptions = { content: true, with: related, today: new Date().toISOString().slice(0, 10) }
  const groups = asOne ? [subjects] : subjects.map((subject) => [subject])
  const report = linter.report(groups.map((group) => linter.lint(group, options)))
  latest = { report, inputs, language, linter }
  return { kind: 'linted', id, recognised: report.files.map((file) => recognisedOf(file, language)), sheet: drawSheet(report, { language, commands: sheetCommands(language, inputs.some(isWord)) }).code }
}

function recognisedOf({ file, document, recognition, problems, findings }: FileReport, language: Language): Recognised {
  const { entity, kind, extent, fiscalYear } = document
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity && !finding.suppressed).length
  return {
    file,
    kind,
    extent,
    ...(entity !== undefined && { entity }),
    ...(fiscalYear !== undefined && { fiscalYear }),
    tables: recognition.tables,
    sheets: recognition.sheets,
    paragraphs: recognition.paragraphs,
    unrecognised: recognition.unrecognised.length,
    problems: problems.map(({ message }) => message[language]),
    errors: count('error'),
    warnings: count('warning'),
  }
}

function exported({ id, format, decisions }: Extract<Request, { kind: 'export' }>): Response {
  if (!latest) return { kind: 'failed', id, message: 'nothing linted yet' }
  return { kind: 'exported', id, files: exportFiles(format, latest, decisions) }
}

scope.onmessage = ({ data }) => {
  const answer = data.kind === 'lint' ? lint(data) : Promise.resolve(data).then(exported)
  answer.then(
    (response) => scope.postMessage(response),
    (error: unknown) => scope.postMessage({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) }),
  )
}
linterOf('zh').then(() => scope.postMessage({ kind: 'ready' }), (error: unknown) => scope.postMessage({ kind: 'failed', id: 0, message: String(error) }))
