import type { FileReport } from '../../core/finding.ts'
import { detailLines, headline, siteLine, type Wording } from '../finding-text.ts'
import type { ListedFinding } from '../listed.ts'
import { printable } from '../printable.ts'

/** What a comment says, a paragraph each: how serious and what, the place itself, the other places, the arithmetic, how to fix, and the rule. */
export function commentLines(listed: ListedFinding, wording: Wording): readonly string[] {
  const { finding, file, rule } = listed
  const { report, words, language } = wording
  const main = finding.sites[0]
  const hint = rule?.howToFix[language] ?? ''
  return [
    `${finding.suppressed ? words.dismissed : report.level[finding.severity]}${words.colon}${headline(finding)}`,
    ...(main ? [siteLine(main, file, wording)] : []),
    ...detailLines(listed, wording),
    ...(hint === '' ? [] : [`${report.fixHint}${words.colon}${printable(hint)}`]),
    finding.ruleId,
  ].filter((line) => line !== '')
}

/** What kept the linter from its work on the file. */
export function problemLines({ message, code }: FileReport['problems'][number], { file }: FileReport, { words, language }: Wording): readonly string[] {
  return [`${words.problem}${words.colon}${printable(message[language])}`, printable(file), code]
}
