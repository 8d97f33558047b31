import type { FileReport, Report } from '../../core/finding.ts'
import { SEVERITIES } from '../../core/severity.ts'
import type { Language } from '../../core/text.ts'
import { checkedText, detailLines, headline, wordingOf, type Wording } from '../finding-text.ts'
import { fileCount, listedFindings, rulesById, type ListedFinding } from '../listed.ts'
import { placeText, siteText } from '../place-text.ts'
import { codeText, escapedMarkdown } from './escape.ts'

/** The report as GitHub-flavoured Markdown, for a CI summary or an e-mail: per file, what must be corrected first, dismissed findings last. */
export function formatMarkdown(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const { summary } = report
  const counts = { ...summary, files: fileCount(report), rules: report.rules.length }
  const line = summary.errors + summary.warnings > 0 ? wording.words.summary(counts) : trouble(report) ? wording.words.summary(counts) : wording.words.clean(counts)
  return `${[`## ${wording.report.reportTitle}`, escapedMarkdown(line), ...report.files.map((file) => fileText(file, listedFindings(file, rules), wording))].join('\n\n')}\n`
}

function trouble(report: Report): boolean {
  return report.files.some(({ problems }) => problems.length > 0)
}

function fileText(file: FileReport, findings: readonly ListedFinding[], wording: Wording): string {
  const { words, language } = wording
  const problems = file.problems.map(({ message, place }) => `- ${place ? `**${escapedMarkdown(placeText(place, words))}** ` : ''}${escapedMarkdown(message[language])}`)
  const open = SEVERITIES.map((severity) => ({ title: words.group[severity], items: findings.filter(({ finding }) => !finding.suppressed && finding.severity === severity) }))
  const groups = [...open, { title: words.dismissed, items: findings.filter(({ finding }) => finding.suppressed) }].filter(({ items }) => items.length > 0)
  return [
    `### ${escapedMarkdown(file.file)}`,
    escapedMarkdown(checkedText(file, wording)),
    ...(problems.length > 0 ? [`#### ${words.problem}`, problems.join('\n')] : []),
    ...groups.flatMap(({ title, items }) => [`#### ${title} (${items.length})`, items.map((item) => findingText(item, wording)).join('\n')]),
  ].join('\n\n')
}

function findingText(listed: ListedFinding, wording: Wording): string {
  const { finding, file } = listed
  const main = finding.sites[0]
  const place = main ? `**${escapedMarkdown(siteText(main, file.file, wording.words))}** ` : ''
  const details = detailLines(listed, wording).map((line) => `  - ${escapedMarkdown(line)}`)
  return [`- ${place}${escapedMarkdown(headline(finding))} \`${codeText(finding.ruleId)}\``, ...details].join('\n')
}
