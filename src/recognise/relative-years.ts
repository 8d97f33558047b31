import { headingKey } from './label.ts'
import type { Lexicon } from './lexicon.ts'

/** How headings are said that stand beside each other: that of the year before the latest one in words (2026年预算数 is 上年预算数). */
export function relativeYears(headings: readonly string[], lexicon: Lexicon): (heading: string) => string {
  const years = new Set(headings.flatMap((heading) => yearOf(heading) ?? []))
  const [before] = lexicon.words('caption', 'previousYear')
  if (years.size < 2 || before === undefined) return (heading) => heading
  const latest = Math.max(...years)
  return (heading) => (yearOf(heading) === latest - 1 ? `${before}${headingKey(heading)}` : heading)
}

/** The year a heading names. */
export function yearOf(heading: string): number | undefined {
  const year = /(?:19|20)\d\d(?=年|$|\D)/.exec(heading)?.[0]
  return year === undefined ? undefined : Number(year)
}
