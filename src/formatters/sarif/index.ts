import type { FileReport, Report, ReportRule } from '../../core/finding.ts'
import type { Problem } from '../../core/problem.ts'
import type { Language } from '../../core/text.ts'
import { wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById } from '../listed.ts'
import { withoutControls } from '../printable.ts'
import { sourceText } from '../source-text.ts'
import { sarifLocation, uriOf } from './location.ts'
import { LEVELS, sarifResult } from './result.ts'

/** The report as a SARIF 2.1.0 log with one run (OASIS sarif-v2.1.0-errata01), indented, with a final newline. */
export function formatSarif(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const indexOf = new Map(report.rules.map(({ id }, index) => [id, index]))
  const problems = report.files.flatMap((file) => file.problems.map((problem) => notification(problem, file, wording)))
  const run = {
    tool: { driver: { name: report.tool.name, version: report.tool.version, language: language === 'zh' ? 'zh-CN' : 'en', rules: report.rules.map((rule) => descriptor(rule, wording)) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: problems.length === 0, ...(problems.length > 0 && { toolExecutionNotifications: problems }) }],
    artifacts: report.files.map(artifact),
    results: report.files.flatMap((file, index) => listedFindings(file, rules).map((listed) => sarifResult(listed, { ruleIndex: indexOf.get(listed.finding.ruleId), artifactIndex: index, wording }))),
    properties: { summary: report.summary },
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function descriptor({ id, title, why, howToFix, severity, category, source }: ReportRule, { language, report }: Wording): object {
  const basis = source.map((entry) => sourceText(entry, language))
  return {
    id,
    shortDescription: { text: withoutControls(title[language]) || id },
    ...(why[language] !== '' && { fullDescription: { text: withoutControls(why[language]) } }),
    ...(howToFix[language] !== '' && { help: { text: withoutControls(howToFix[language]) } }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { category: report.category(category), ...(basis.length > 0 && { source: basis }) },
  }
}

function artifact({ file, sha256 }: FileReport): object {
  return { location: { uri: uriOf(file) }, ...(sha256 !== '' && { hashes: { 'sha-256': sha256 } }) }
}

function notification({ code, message, place }: Problem, file: FileReport, wording: Wording): object {
  return { level: 'error', descriptor: { id: code }, message: { text: withoutControls(message[wording.language]) }, locations: [sarifLocation({ label: '', text: '', ...(place && { place }) }, file, wording)] }
}
