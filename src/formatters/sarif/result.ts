import type { Severity } from '../../core/severity.ts'
import { arithmeticLines, followsLines, siteLine, suggestionLines, type Wording } from '../finding-text.ts'
import type { ListedFinding } from '../listed.ts'
import { withoutControls } from '../printable.ts'
import { sarifLocation } from './location.ts'

export const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

interface ResultContext {
  readonly ruleIndex: number | undefined
  readonly artifactIndex: number
  readonly wording: Wording
}

/** A finding as a SARIF result. Its other places are related locations, each linked to from the message (SARIF 2.1.0 §3.11.6). */
export function sarifResult(listed: ListedFinding, { ruleIndex, wording }: ResultContext): object {
  const { finding, file, cause } = listed
  const { ruleId, severity, sites, suppressed } = finding
  const main = sites[0] ?? { label: '', text: '' }
  const related = sites.slice(1).map((site, index) => ({ id: index + 1, ...sarifLocation(site, file, wording), message: { text: plain(siteLine(site, file, wording)) || '-' } }))
  const links = related.map(({ id, message }) => `[${message.text.replace(/[[\]]/g, '\\$&')}](${id})`)
  const text = [plain(finding.message), ...links, ...[...arithmeticLines(finding), ...suggestionLines(finding, wording), ...followsLines(listed, wording)].map(plain)]
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: text.join('\n') },
    locations: [sarifLocation(main, file, wording)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'disclint/v1': finding.fingerprint, 'disclintValues/v1': finding.valueHash },
    ...(suppressed && { suppressions: [{ kind: 'external', status: 'accepted', justification: withoutControls(suppressed.reason) }] }),
    properties: {
      category: wording.report.category(finding.category),
      verdict: finding.verdict,
      ...(finding.numbers && { numbers: finding.numbers }),
      ...(cause && { followsFrom: cause.fingerprint }),
    },
  }
}

/** Text in a SARIF message: braces are doubled and backslashes escaped, or they would be placeholders and escapes (§3.11.5, §3.11.6). */
function plain(text: string): string {
  return withoutControls(text).replace(/\\/g, '\\\\').replace(/[{}]/g, '$&$&')
}
