import type { Site } from '../core/finding.ts'
import { milder } from '../core/severity.ts'
import { pointerTokens } from '../source/json-pointer.ts'
import type { Draft } from './draft.ts'

/**
 * Merges drafts of one rule that say one thing: the same places (its cases are listed), or the same words about one table, sheet or
 * section. The first in order speaks; the others lend it their places.
 */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  return mergedBy(mergedBy(drafts, samePlaces), sameWords)
}

function mergedBy(drafts: readonly Draft[], keyOf: (draft: Draft) => string | undefined): Draft[] {
  const first = new Map<string, number>()
  const merged: Draft[] = []
  for (const draft of drafts) {
    const key = keyOf(draft)
    const at = key === undefined ? undefined : first.get(key)
    const known = at === undefined ? undefined : merged[at]
    if (at !== undefined && known) merged[at] = joined(known, draft)
    else {
      if (key !== undefined) first.set(key, merged.length)
      merged.push(draft)
    }
  }
  return merged
}

/** Where all that is known is a place nearby (something is missing there), places say nothing of what is found. */
function samePlaces({ finding }: Draft): string | undefined {
  if (finding.sites.every(({ text }) => text.trim() === '')) return undefined
  return `${finding.ruleId} ${finding.verdict === 'explainable' || finding.verdict === 'rounding' ? 'info' : ''} ${finding.sites.map(siteKey).sort().join(' ')}`
}

/** Only what is no arithmetic: two sums that fail alike are still two sums. */
function sameWords({ finding }: Draft): string | undefined {
  const pointer = finding.sites[0]?.pointer
  if (finding.verdict !== 'violated' || pointer === undefined) return undefined
  return JSON.stringify([finding.ruleId, finding.caseId, finding.causeId, finding.message, containerOf(pointer)])
}

/** The table, sheet or section a pointer is in: its first two tokens, sections to their depth. */
function containerOf(pointer: string): string {
  const tokens = pointerTokens(pointer)
  const deep = tokens.findIndex((token, index) => index % 2 === 0 && token !== 'sections')
  return tokens.slice(0, tokens[0] === 'sections' && deep > 0 ? deep : 2).join('/')
}

export function siteKey(site: Site): string {
  return `${site.file ?? ''} ${site.pointer ?? ''}@${site.range?.join('-') ?? ''}`
}

function joined(first: Draft, second: Draft): Draft {
  const { finding } = first
  const known = new Set(finding.sites.map(siteKey))
  const cases = [...new Set([finding.caseId, second.finding.caseId].flatMap((id) => id?.split(',') ?? []))].join(',')
  const suggestions = [...(finding.suggestions ?? []), ...(second.finding.suggestions ?? [])]
  const distinct = [...new Map(suggestions.map((suggestion) => [`${suggestion.pointer} ${suggestion.from} ${suggestion.to}`, suggestion])).values()]
  return {
    ...first,
    relations: [...first.relations, ...second.relations],
    finding: {
      ...finding,
      ...(cases !== '' && { caseId: cases }),
      severity: milder(finding.severity, second.finding.severity) === finding.severity ? second.finding.severity : finding.severity,
      sites: [...finding.sites, ...second.finding.sites.filter((site) => !known.has(siteKey(site)))],
      ...(distinct.length > 0 && { suggestions: distinct }),
    },
  }
}
