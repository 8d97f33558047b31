import type { FileReport, Report } from '../../core/finding.ts'
import type { Language } from '../../core/text.ts'
import { checkedText, detailLines, headline, siteLine, wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById, type ListedFinding } from '../listed.ts'
import { placeText } from '../place-text.ts'
import { xmlAttribute, xmlText } from '../xml.ts'

type Outcome = 'failure' | 'error' | 'skipped' | 'passed'

interface Case {
  readonly outcome: Outcome
  readonly xml: string
}

/**
 * The report as JUnit XML: a suite a file, a case a finding (errors and warnings fail, dismissed ones are skipped, infos pass and
 * say what they found) and one case that says how much was checked.
 */
export function formatJunit(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const suites = report.files.map((file) => ({ file, cases: [checkedCase(file, wording), ...problemCases(file, wording), ...listedFindings(file, rules).map((listed) => findingCase(listed, wording))] }))
  const all = suites.flatMap(({ cases }) => cases)
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="disclint"${counts(all)}>
${suites.map(({ file, cases }) => `  <testsuite name="${xmlAttribute(file.file)}"${counts(cases)}>\n${cases.map(({ xml }) => `    ${xml}\n`).join('')}  </testsuite>\n`).join('')}</testsuites>
`
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Outcome): number => cases.filter((entry) => entry.outcome === outcome).length
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

function checkedCase(file: FileReport, wording: Wording): Case {
  return { outcome: 'passed', xml: `<testcase classname="disclint" name="${xmlAttribute(checkedText(file, wording))}"/>` }
}

function problemCases({ file, problems }: FileReport, { language, words }: Wording): readonly Case[] {
  return problems.map(({ code, message, place }) => ({
    outcome: 'error',
    xml: `<testcase classname="${xmlAttribute(code)}" name="${xmlAttribute(`${file} ${place ? placeText(place, words) : ''}`.trim())}"><error type="${xmlAttribute(code)}" message="${xmlAttribute(message[language])}"/></testcase>`,
  }))
}

function findingCase(listed: ListedFinding, wording: Wording): Case {
  const { finding, file } = listed
  const main = finding.sites[0]
  const at = main?.place?.kind === 'text' ? ` file="${xmlAttribute(main.file ?? file.file)}" line="${main.place.line}"` : ` file="${xmlAttribute(main?.file ?? file.file)}"`
  const name = `${main ? `${placeText(main.place, wording.words)} ` : ''}${headline(finding)}`
  const body = [...(main ? [siteLine(main, file, wording)] : []), ...detailLines(listed, wording)].map(xmlText).join('\n')
  const message = xmlAttribute(headline(finding))
  const outcome: Outcome = finding.suppressed ? 'skipped' : finding.severity === 'info' ? 'passed' : 'failure'
  const inner =
    outcome === 'failure'
      ? `<failure type="${finding.severity}" message="${message}">${body}</failure>`
      : outcome === 'skipped'
        ? `<skipped message="${xmlAttribute(wording.report.dismissedAs(finding.suppressed?.reason ?? ''))}"/><system-out>${body}</system-out>`
        : `<system-out>${body}</system-out>`
  return { outcome, xml: `<testcase classname="${xmlAttribute(finding.ruleId)}" name="${xmlAttribute(name)}"${at}>${inner}</testcase>` }
}
