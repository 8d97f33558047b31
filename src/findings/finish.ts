import type { Finding, Site, Suggestion } from '../core/finding.ts'
import type { Place } from '../core/place.ts'
import { fingerprintOf, valueHashOf } from './identity.ts'
import { compareFindings, compareSites } from './order.ts'
import type { RawFinding } from './raw-finding.ts'
import { redactDeep } from './redact.ts'
import type { Redact } from './redact.ts'

/** Where a site is: in the file that was linted, and in the document it was imported from. */
export interface Located {
  readonly file?: string
  readonly place?: Place
  readonly origin?: Place
  readonly originFile?: string
}

export interface FinishContext {
  readonly locate: (site: Pick<Site, 'pointer' | 'range'>) => Located
  /** The text of a value, for what suggestions replace; undefined where there is none. */
  readonly textAt?: (pointer: string) => string | undefined
  /** Masks sensitive texts; `makeRedactor` makes it, the identity shows everything (`--show-sensitive`). */
  readonly redact: Redact
  /** Document order of two sites; default: order of the disclosure JSON. */
  readonly compare?: (a: Site, b: Site) => number
}

/**
 * Findings with identity, places and redaction, in total order: equal input gives equal output, whatever the order of `raw`.
 * Identity is made of the redacted address and redacted values, so it never tells what was masked.
 */
export function finishFindings(raw: readonly RawFinding[], context: FinishContext): Finding[] {
  const identities = identify(raw, context)
  return sorted(raw, context).map((finding) => finish(finding, identities, context))
}

function sorted(findings: readonly RawFinding[], { compare = compareSites }: FinishContext): RawFinding[] {
  return [...findings].sort((a, b) => compareFindings(a, b, compare))
}

/** Ordinals are counted over causes and consequences alike: a finding keeps its identity when its cause is corrected. */
function identify(raw: readonly RawFinding[], context: FinishContext): Map<RawFinding, string> {
  const counts = new Map<string, number>()
  const identities = new Map<RawFinding, string>()
  for (const finding of sorted(raw.flatMap(withConsequences), context)) {
    const address = context.redact(addressOf(finding))
    const key = `${finding.ruleId} ${address}`
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    identities.set(finding, fingerprintOf(finding.ruleId, address, ordinal))
  }
  return identities
}

function withConsequences(finding: RawFinding): RawFinding[] {
  return [finding, ...(finding.causeOf ?? []).flatMap(withConsequences)]
}

function addressOf(finding: RawFinding): string {
  return finding.sites[0]?.address ?? finding.sites[0]?.pointer ?? ''
}

function finish(finding: RawFinding, identities: ReadonlyMap<RawFinding, string>, context: FinishContext): Finding {
  const { causeOf, sites, suggestions: suggested, ...rest } = finding
  const suggestions = suggested?.map((suggestion) => placed(suggestion, context))
  const located = sites.map((site) => (site.place ? site : { ...site, ...context.locate(site) }))
  const shown = redactDeep({ ...withoutMask(rest), ...(suggestions && { suggestions }), sites: located }, context.redact)
  return {
    ...shown,
    fingerprint: identities.get(finding) ?? '',
    valueHash: valueHashOf(shown.sites),
    ...(causeOf && { causeOf: sorted(causeOf, context).map((consequence) => finish(consequence, identities, context)) }),
  }
}

function placed(suggestion: Suggestion, { locate, textAt }: FinishContext): Suggestion {
  const { pointer, from, to } = suggestion
  const text = textAt?.(pointer)?.slice(from, to)
  const { file, place } = locate({ pointer, range: [from, to] })
  return { ...suggestion, ...(text !== undefined && { text }), ...(place && { place }), ...(file !== undefined && { file }) }
}

function withoutMask<T extends Pick<RawFinding, 'mask'>>(finding: T): Omit<T, 'mask'> {
  const shown: T & { mask?: unknown } = { ...finding }
  delete shown.mask
  return shown
}
