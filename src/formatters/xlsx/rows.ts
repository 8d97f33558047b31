import { arithmeticLines, followsLines, headline, restOfMessage, suggestionLines, type Wording } from '../finding-text.ts'
import type { ListedFinding } from '../listed.ts'
import { siteText } from '../place-text.ts'
import { printable } from '../printable.ts'
import { sourceText } from '../source-text.ts'
import type { CellValue } from './workbook.ts'

/** Places and values beyond this are counted, or a cell would fill the page. */
const MOST_SITES = 6

/** A finding as a row of the list, without its number: file, place, finding, basis, values, difference, suggestion, level, correction, rule. */
export function findingRow(listed: ListedFinding, wording: Wording): readonly CellValue[] {
  const { finding, file } = listed
  const { report } = wording
  return [
    finding.sites[0]?.file ?? file.file,
    places(listed, wording),
    [headline(finding), ...restOfMessage(finding), ...arithmeticLines(finding), ...followsLines(listed, wording)].join('\n'),
    basis(listed, wording),
    values(listed, wording),
    difference(listed),
    suggestion(listed, wording),
    report.level[finding.severity],
    finding.suppressed ? report.dismissedAs(printable(finding.suppressed.reason)) : '',
    finding.ruleId,
  ]
}

function places({ finding, file }: ListedFinding, { words }: Wording): string {
  const lines = finding.sites.slice(0, MOST_SITES).map((site) => [siteText(site, file.file, words), printable(site.label)].filter((part) => part !== '' && part !== '-').join(' '))
  return [...lines, ...more(finding.sites.length, words.more)].join('\n')
}

function values({ finding }: ListedFinding, { words }: Wording): string {
  const texts = finding.sites.map(({ text }) => printable(text)).filter((text) => text !== '')
  return [...texts.slice(0, MOST_SITES), ...more(texts.length, words.more)].join('\n')
}

function more(count: number, said: (count: number) => string): readonly string[] {
  return count > MOST_SITES ? [said(count - MOST_SITES)] : []
}

function difference({ finding: { numbers } }: ListedFinding): string {
  return numbers?.difference === undefined ? '' : `${numbers.difference}${numbers.unit ?? ''}`
}

function suggestion({ finding, rule }: ListedFinding, wording: Wording): string {
  const suggested = suggestionLines(finding, wording)
  return suggested.length > 0 ? suggested.join('\n') : (rule?.howToFix[wording.language] ?? '')
}

function basis({ rule }: ListedFinding, wording: Wording): string {
  return (rule?.source ?? []).map((source) => sourceText(source, wording.language)).join('\n')
}
