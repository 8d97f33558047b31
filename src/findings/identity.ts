import type { Site } from '../core/finding.ts'
import { hash } from '../source/hash.ts'

const SEPARATOR = '\u0000'

/**
 * Identity of a finding: rule, semantic address of its subject, ordinal (0-based, document order) among findings of the same
 * rule at the same address. 16 hexadecimal digits. Not sites, wording, file, format or language.
 */
export function fingerprintOf(ruleId: string, address: string, ordinal: number): string {
  return hash([ruleId, address, String(ordinal)].join(SEPARATOR))
}

/** Hash of the printed values a finding rests on, in any order: when one of them changes, so does the hash. */
export function valueHashOf(sites: readonly Site[]): string {
  return hash(sites.map(printedValue).sort().join(SEPARATOR))
}

function printedValue(site: Site): string {
  return site.value === undefined ? site.text.replace(/\s+/gu, '') : `${site.value} ${site.unit ?? ''}`
}
