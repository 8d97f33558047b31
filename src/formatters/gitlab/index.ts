import type { FileReport, Report } from '../../core/finding.ts'
import type { Place } from '../../core/place.ts'
import type { Severity } from '../../core/severity.ts'
import type { Language } from '../../core/text.ts'
import { hash } from '../../source/hash.ts'
import { detailLines, headline, siteLine, wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById, type ListedFinding } from '../listed.ts'
import { printable } from '../printable.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** The report as GitLab Code Quality (a subset of the Code Climate format): a JSON array of issues. A place without line is told in the description. */
export function formatGitlab(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const issues = report.files.flatMap((file) => [
    ...file.problems.map(({ code, message, place }, index) => issue({ path: file.file, place, check: code, severity: 'blocker', identity: [String(index)], description: printable(message[language]) })),
    ...listedFindings(file, rules).map((listed) => findingIssue(listed, file, wording)),
  ])
  return `${JSON.stringify(unique(issues), null, 2)}\n`
}

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: object
}

function findingIssue(listed: ListedFinding, file: FileReport, wording: Wording): Issue {
  const { finding } = listed
  const main = finding.sites[0]
  const unplaced = main && main.place?.kind !== 'text' ? [siteLine(main, file, wording)] : []
  return issue({
    path: main?.file ?? file.file,
    place: main?.place,
    check: finding.ruleId,
    severity: finding.suppressed ? 'info' : SEVERITY[finding.severity],
    identity: [finding.fingerprint],
    description: [headline(finding), ...unplaced, ...detailLines(listed, wording)].join(' · '),
  })
}

function issue({ path, place, check, severity, identity, description }: { path: string; place: Place | undefined; check: string; severity: string; identity: readonly string[]; description: string }): Issue {
  const lines = place?.kind === 'text' ? { begin: place.line, end: place.endLine } : { begin: 1 }
  return { description, check_name: check, fingerprint: hash([path, check, ...identity].join('\u0000')), severity, location: { path: printable(path.replaceAll('\\', '/')), lines } }
}

/** GitLab drops issues whose fingerprint it has seen, so equal ones are numbered. */
function unique(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map<string, number>()
  return issues.map((entry) => {
    const before = seen.get(entry.fingerprint) ?? 0
    seen.set(entry.fingerprint, before + 1)
    return before === 0 ? entry : { ...entry, fingerprint: hash(`${entry.fingerprint} ${before}`) }
  })
}
