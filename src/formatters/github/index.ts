import type { FileReport, Report } from '../../core/finding.ts'
import type { Place } from '../../core/place.ts'
import type { Severity } from '../../core/severity.ts'
import type { Language } from '../../core/text.ts'
import { checkedText, detailLines, headline, siteLine, wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById, type ListedFinding } from '../listed.ts'
import { printable } from '../printable.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * The report as GitHub Actions workflow commands, one line a finding, which GitHub shows at the line of the file. What has no line
 * (Word, Excel, PDF) is told in the message.
 */
export function formatGithub(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const lines = report.files.flatMap((file) => [
    ...file.problems.map(({ code, message, place }) => command('error', file.file, place, code, [message[language]])),
    ...listedFindings(file, rules).map((listed) => findingCommand(listed, wording)),
    `${escapedLine(file.file)} · ${checkedText(file, wording)}`,
  ])
  return lines.map((line) => `${line}\n`).join('')
}

function findingCommand(listed: ListedFinding, wording: Wording): string {
  const { finding, file } = listed
  const main = finding.sites[0]
  const unplaced = main && main.place?.kind !== 'text' ? [siteLine(main, file, wording)] : []
  return command(finding.suppressed ? 'notice' : COMMANDS[finding.severity], mainFile(listed), main?.place, finding.ruleId, [headline(finding), ...unplaced, ...detailLines(listed, wording)])
}

function mainFile({ finding, file }: { readonly finding: ListedFinding['finding']; readonly file: FileReport }): string {
  return finding.sites[0]?.file ?? file.file
}

function command(name: string, file: string, place: Place | undefined, title: string, lines: readonly string[]): string {
  const at = place?.kind === 'text' ? { line: place.line, col: place.column, endLine: place.endLine, ...(place.line === place.endLine && { endColumn: place.endColumn }) } : {}
  const properties = Object.entries({ file, ...at, title }).map(([key, value]) => `${key}=${escapedProperty(String(value))}`)
  return `::${name} ${properties.join(',')}::${escapedData(lines.map(printable).join('\n'))}`
}

/** As @actions/core escapes the message of a command. */
function escapedData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** As @actions/core escapes a property of a command. */
function escapedProperty(text: string): string {
  return escapedData(printable(text)).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

/** A line of its own that cannot be taken for a command (`::x::` or `##[x]`), whatever a file is called. */
function escapedLine(text: string): string {
  return printable(text).replace(/^(?=[:#\s])/u, './')
}
