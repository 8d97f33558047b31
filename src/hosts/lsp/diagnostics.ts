import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation, type Range } from 'vscode-languageserver'
import type { FileReport, Finding, Language, Place, Problem, Site } from '../../index.ts'
import { wordsIn } from './words.ts'

export interface Showing {
  readonly uri: string
  readonly language: Language
  /** Whether the client shows related places; else they stand in the message. */
  readonly related: boolean
}

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** The range of a place in a text; of any other, and of none, the start of the document. */
export function rangeOf(place: Place | undefined): Range {
  if (place?.kind !== 'text') return START
  return { start: { line: place.line - 1, character: place.column - 1 }, end: { line: place.endLine - 1, character: place.endColumn - 1 } }
}

/** Findings that are not dismissed, each at its main place, with a hint at each other side; then what kept the linter from checking. */
export function diagnosticsOf(report: FileReport, showing: Showing): Diagnostic[] {
  const open = report.findings.filter(({ suppressed }) => !suppressed)
  return [...report.problems.map((problem) => problemDiagnostic(problem, showing.language)), ...open.flatMap((finding) => [mainDiagnostic(finding, showing), ...hints(finding, showing)])]
}

export function problemDiagnostic({ code, message, place }: Problem, language: Language): Diagnostic {
  return { range: rangeOf(place), severity: DiagnosticSeverity.Error, source: 'disclint', code, message: message[language] }
}

function mainDiagnostic(finding: Finding, { uri, language, related }: Showing): Diagnostic {
  const words = wordsIn(language)
  const [main, ...others] = finding.sites
  const consequences = (finding.causeOf ?? []).map(({ message }) => words.consequence(message))
  const places = related ? [] : others.map((site) => words.see(printedPlace(site.place), site.label, site.text))
  return {
    range: rangeOf(main?.place),
    severity: SEVERITY[finding.severity],
    source: 'disclint',
    code: finding.ruleId,
    message: [finding.message, ...consequences, ...places].join('\n'),
    ...(related && others.length > 0 && { relatedInformation: others.map((site) => relatedTo(site, uri)) }),
  }
}

function hints(finding: Finding, { uri, related }: Showing): Diagnostic[] {
  const [main, ...others] = finding.sites
  const own = JSON.stringify(rangeOf(main?.place))
  return others
    .filter(({ place }) => place?.kind === 'text' && JSON.stringify(rangeOf(place)) !== own)
    .map((site) => ({
      range: rangeOf(site.place),
      severity: DiagnosticSeverity.Hint,
      source: 'disclint',
      code: finding.ruleId,
      message: finding.message,
      ...(related && main && { relatedInformation: [relatedTo(main, uri)] }),
    }))
}

function relatedTo({ label, text, place }: Site, uri: string): DiagnosticRelatedInformation {
  return { location: { uri, range: rangeOf(place) }, message: text === '' ? label : `${label}：${text}` }
}

function printedPlace(place: Place | undefined): string {
  return place?.kind === 'text' ? `${place.line}:${place.column} ` : ''
}
