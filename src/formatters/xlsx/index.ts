import type { FileReport, Report } from '../../core/finding.ts'
import type { Language } from '../../core/text.ts'
import { checkedCounts, wordingOf, type Wording } from '../finding-text.ts'
import { listedFindings, rulesById } from '../listed.ts'
import { placeText } from '../place-text.ts'
import { printable } from '../printable.ts'
import { findingRow } from './rows.ts'
import { workbook, type CellValue, type Sheet } from './workbook.ts'

const WIDTHS = [6, 22, 34, 52, 26, 34, 16, 34, 10, 22, 30]

/** The report as a workbook (.xlsx): the list of findings that reviewers send back, and a sheet of what was checked. */
export function formatXlsx(report: Report, { language }: { readonly language: Language }): Uint8Array {
  const wording = wordingOf(language)
  const rules = rulesById(report)
  const problems = report.files.flatMap((file) => file.problems.map((problem) => problemRow(problem, file, wording)))
  const findings = report.files.flatMap((file) => listedFindings(file, rules).map((listed) => findingRow(listed, wording)))
  const rows = [...problems, ...findings].map((row, index): readonly CellValue[] => [index + 1, ...row])
  const list: Sheet = { name: wording.report.reportTitle, header: wording.report.columns, widths: WIDTHS, rows }
  return workbook([list, coverageSheet(report, wording)], wording.report.shortened)
}

function problemRow({ message, place, code }: FileReport['problems'][number], { file }: FileReport, { language, words }: Wording): readonly CellValue[] {
  return [file, place ? placeText(place, words) : '', message[language], '', '', '', '', words.problem, '', code]
}

function coverageSheet(report: Report, { words, report: said }: Wording): Sheet {
  const rows = report.files.map((file): readonly CellValue[] => {
    const { passed, notEvaluated } = checkedCounts(file)
    return [printable(file.file), passed, notEvaluated, gapsOf(file).map(([reason, count]) => `${words.reason[reason]} ${count}`).join(said.comma)]
  })
  return { name: said.coverageSheet, header: said.coverageColumns, widths: [40, 12, 14, 80], rows }
}

type Gap = FileReport['coverage'][number]['notEvaluated'][number]['reason']

function gapsOf({ coverage }: FileReport): readonly (readonly [Gap, number])[] {
  const counts = new Map<Gap, number>()
  for (const { reason, count } of coverage.flatMap(({ notEvaluated }) => notEvaluated)) counts.set(reason, (counts.get(reason) ?? 0) + count)
  return [...counts].sort(([, a], [, b]) => b - a)
}
