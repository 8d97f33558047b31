import type { Report, ReportRule } from '../../core/finding.ts'
import type { Place, TextPlace } from '../../core/place.ts'
import type { Language } from '../../core/text.ts'
import { placeText } from '../place-text.ts'
import { wordsOf, type Words } from '../words.ts'
import { sheetWords, type SheetWords } from './words.ts'
import { grouped } from '../grouped.ts'

/** What every part of a sheet needs to draw itself. */
export interface Look {
  readonly language: Language
  readonly words: SheetWords
  readonly common: Words
  readonly rule: (id: string) => ReportRule | undefined
  readonly placeText: (place: Place | undefined) => string
  readonly figure: (count: number) => string
}

/** Columns are for editors; a reader finds the line. */
function lineText({ line, approximate }: TextPlace, words: SheetWords, common: Words): string {
  return approximate ? common.about(words.line(line)) : words.line(line)
}

/** The look of a report in a language. */
export function lookOf(report: Report, language: Language): Look {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]))
  const common = wordsOf(language)
  return {
    language,
    words: sheetWords(language),
    common,
    rule: (id) => rules.get(id),
    placeText: (place) => (place?.kind === 'text' ? lineText(place, sheetWords(language), common) : placeText(place, common)),
    figure: grouped,
  }
}
