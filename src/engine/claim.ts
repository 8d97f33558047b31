import type { Site, Suggestion } from '../core/finding.ts'
import { decimalOf } from '../facts/amounts/index.ts'
import type { Quantity } from '../facts/quantity.ts'
import type { Draft } from './draft.ts'
import { inManner } from './printed-values.ts'
import type { Figure } from './relation.ts'

/** `draft` with `effects` listed under it, one level deep: consequences of a consequence follow from the same cause. */
export function underCause(draft: Draft, effects: readonly Draft[]): Draft {
  const listed = effects.flatMap(({ finding: { causeOf = [], ...own } }) => [own, ...causeOf])
  return { ...draft, finding: { ...draft.finding, causeOf: [...(draft.finding.causeOf ?? []), ...listed] } }
}

/** `draft` with `figure` as its main place and `value` as what it would have to read. */
export function claimed(draft: Draft, figure: Figure, value: Quantity, lenders: readonly Draft[]): Draft {
  const suggestion = correction(figure, value)
  return {
    ...headedBy(draft, figure, lenders),
    claim: { figure, value },
    ...(suggestion && { finding: { ...headedBy(draft, figure, lenders).finding, suggestions: [suggestion, ...(draft.finding.suggestions ?? [])] } }),
  }
}

/** `draft` with the site of `figure` first; where it has none of its own, that of one of the `lenders`. */
export function headedBy(draft: Draft, figure: Figure, lenders: readonly Draft[]): Draft {
  const isMain = (site: Site): boolean => site.file === undefined && site.pointer === figure.ref.pointer && site.range?.[0] === figure.ref.from
  const { finding } = draft
  const main = [draft, ...lenders].flatMap((lender) => lender.finding.sites).find(isMain)
  if (!main) return draft
  const sites = [finding.sites.find(isMain) ?? main, ...finding.sites.filter((site) => !isMain(site))]
  const inputs = finding.trace?.inputs?.flatMap((index) => {
    const site = finding.sites[index]
    return site ? [sites.indexOf(site)] : []
  })
  return { ...draft, finding: { ...finding, sites, ...(finding.trace && { trace: { ...finding.trace, ...(inputs && { inputs }) } }) } }
}

/** The edit that prints `value` at the figure, in its manner; undefined where its digits are not plain ones. */
function correction({ ref, text, quantity }: Figure, value: Quantity): Suggestion | undefined {
  const decimal = inManner(decimalOf(value), text, quantity.places)
  const { from = 0, to = from + text.length } = ref
  if (/^[^\d\p{L}]*$/u.test(text)) return { pointer: ref.pointer, from, to, replacement: decimal, safe: false }
  const figure = /[-\u2212]?\d[\d,]*(?:\.\d+)?/u.exec(text)
  if (!figure || to - from !== text.length) return undefined
  const replacement = text.slice(0, figure.index) + decimal + text.slice(figure.index + figure[0].length)
  return { pointer: ref.pointer, from, to, replacement, safe: false }
}
