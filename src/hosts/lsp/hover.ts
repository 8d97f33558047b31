import { MarkupKind, type Hover, type Position } from 'vscode-languageserver'
import { sourceText, type FileReport, type Finding, type Linter, type ReportRule } from '../../index.ts'
import { rangeOf } from './diagnostics.ts'
import { findingsAt } from './finding-at.ts'
import { wordsIn } from './words.ts'

/** Message, arithmetic, why, how to fix and source of the findings at a position. */
export function hoverAt(report: FileReport | undefined, position: Position, linter: Linter): Hover | undefined {
  const found = findingsAt(report, position)
  const [first] = found
  if (!first) return undefined
  const rules = new Map(linter.report([]).rules.map((rule) => [rule.id, rule]))
  const value = found.map(({ finding }) => section(finding, rules.get(finding.ruleId), linter)).join('\n\n---\n\n')
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(first.site.place) }
}

function section(finding: Finding, rule: ReportRule | undefined, { language }: Linter): string {
  const words = wordsIn(language)
  const sources = rule?.source.map((source) => sourceText(source, language)).join(language === 'zh' ? '；' : '; ')
  return [
    `**${plain(finding.message)}** \`${finding.ruleId}\``,
    ...(finding.trace ? [`\`${finding.trace.formula.replaceAll('`', "'")}\``] : []),
    ...(rule ? [`**${words.why}** ${plain(rule.why[language])}`, `**${words.fix}** ${plain(rule.howToFix[language])}`, `**${words.source_}** ${plain(sources ?? '')}`] : []),
  ].join('\n\n')
}

/** What a document says is shown as it is, never as markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&')
}
