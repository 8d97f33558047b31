import type { Finding, FileReport, Site } from '../core/finding.ts'
import type { Language } from '../core/text.ts'
import { siteText } from './place-text.ts'
import { printable } from './printable.ts'
import type { ListedFinding } from './listed.ts'
import { reportWordsOf, type ReportWords } from './report-words.ts'
import { wordsOf, type Words } from './words.ts'
import { grouped } from './grouped.ts'

/** Places beyond this are counted: the arithmetic and the JSON report have them all. */
const MOST_SITES = 10

/** The words of both kinds in one language. */
export interface Wording {
  readonly language: Language
  readonly words: Words
  readonly report: ReportWords
}

export function wordingOf(language: Language): Wording {
  return { language, words: wordsOf(language), report: reportWordsOf(language) }
}

/** A place, its label and what is printed there, on one line: `61:14 第一部分 › 机构设置：12人`. */
export function siteLine(site: Site, file: FileReport, { words }: Wording): string {
  const [place, label, text] = [siteText(site, file.file, words), printable(site.label), printable(site.text)]
  return `${place === '-' ? '' : `${place} `}${label}${label !== '' && text !== '' ? words.colon : ''}${text}`
}

/** First line of a message, on one line. */
export function headline({ message }: Finding): string {
  return printable(message.split('\n')[0] ?? '')
}

/** What else there is to say of a finding, a line each: the rest of its message, its other places, the arithmetic, why it was dismissed, what it follows from. */
export function detailLines(listed: ListedFinding, wording: Wording): readonly string[] {
  const { finding, file } = listed
  return [
    ...restOfMessage(finding),
    ...finding.sites.slice(1, MOST_SITES).map((site) => siteLine(site, file, wording)),
    ...(finding.sites.length > MOST_SITES ? [wording.words.more(finding.sites.length - MOST_SITES)] : []),
    ...arithmeticLines(finding),
    ...suggestionLines(finding, wording),
    ...(finding.suppressed ? [wording.report.dismissedAs(printable(finding.suppressed.reason))] : []),
    ...followsLines(listed, wording),
  ]
}

export function restOfMessage({ message }: Finding): readonly string[] {
  return message.split('\n').slice(1).map(printable)
}

/** The relation in figures and its steps. */
export function arithmeticLines({ trace }: Finding): readonly string[] {
  if (!trace || trace.formula === '') return []
  return [trace.formula, ...(trace.steps ?? []).filter((step) => !trace.formula.includes(step))].map(printable)
}

export function suggestionLines({ suggestions = [] }: Finding, { report }: Wording): readonly string[] {
  return suggestions.map(({ replacement }) => report.suggestion(printable(replacement)))
}

export function followsLines({ cause, file }: ListedFinding, { report, words }: Wording): readonly string[] {
  const main = cause?.sites[0]
  return cause ? [report.followsFrom(main ? siteText(main, file.file, words) : printable(cause.message.split('\n')[0] ?? ''))] : []
}

/** What a file's rules compared and what they could not, as said beside every "nothing found". */
export function checkedText(file: FileReport, { report }: Wording): string {
  const { passed, notEvaluated } = checkedCounts(file)
  return report.checked(grouped(passed), grouped(notEvaluated))
}

export function checkedCounts({ coverage }: FileReport): { readonly passed: number; readonly notEvaluated: number } {
  return {
    passed: coverage.reduce((sum, rule) => sum + rule.passed + rule.explainable, 0),
    notEvaluated: coverage.reduce((sum, rule) => sum + rule.notEvaluated.reduce((gaps, { count }) => gaps + count, 0), 0),
  }
}
