import type { Mask, RawFinding } from './raw-finding.ts'
import { maskText } from './mask.ts'
import { sensitiveNumbers } from './sensitive-numbers.ts'

/** A text with everything sensitive in it masked. */
export type Redact = (text: string) => string

/** A text of the document that must not leave the program, and how it is masked. */
export interface SensitiveText {
  readonly text: string
  readonly mask: Mask
}

/** Members that hold hashes: a hash is no text of the document, and changing one would break it. */
const HASHES = new Set(['fingerprint', 'valueHash', 'sha256'])

/**
 * The sensitive texts that findings of rules with `report.mask` point at, each once: the main place and its like. Places of another
 * role (the pay beside a name) are context.
 */
export function sensitiveTexts(findings: readonly RawFinding[]): SensitiveText[] {
  const found = new Map<string, SensitiveText>()
  const collect = (finding: RawFinding): void => {
    const { mask } = finding
    const [main] = finding.sites
    const marked = mask ? finding.sites.filter(({ role, text }) => role === main?.role && text.trim().length > 1) : []
    for (const { text } of marked) found.set(text, { text, mask: mask ?? 'name' })
    finding.causeOf?.forEach(collect)
  }
  findings.forEach(collect)
  return [...found.values()]
}

/**
 * The one function every outgoing string passes. It masks the given texts wherever they occur, and mobile numbers, identity
 * card numbers (GB 11643 check digit) and bank card numbers (Luhn) even where no rule reported them.
 */
export function makeRedactor(known: readonly SensitiveText[] = []): Redact {
  const longestFirst = [...known].sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
  const masked = longestFirst.map(({ text, mask }) => ({ text, shown: maskText(text, mask) }))
  // Words of the report, places and texts of the document come several times each.
  const redacted = new Map<string, string>()
  return (text) => {
    const done = redacted.get(text) ?? maskNumbers(masked.reduce((current, { text: secret, shown }) => current.replaceAll(secret, shown), text))
    redacted.set(text, done)
    return done
  }
}

function maskNumbers(text: string): string {
  let shown = ''
  let done = 0
  for (const { from, to, mask } of sensitiveNumbers(text)) {
    shown += text.slice(done, from) + maskText(text.slice(from, to), mask)
    done = to
  }
  return done === 0 ? text : shown + text.slice(done)
}

/** `value` with every string in it redacted, member names included; hashes stay. What has nothing to redact in it is not copied. */
export function redactDeep<T>(value: T, redact: Redact): T {
  const deep = (within: unknown): unknown => {
    if (typeof within === 'string') return redact(within)
    if (typeof within !== 'object' || within === null) return within
    if (Array.isArray(within)) {
      const members = within.map(deep)
      return members.some((member, i) => member !== within[i]) ? members : within
    }
    const before = Object.entries(within)
    const after = before.map(([name, member]) => [redact(name), HASHES.has(name) ? member : deep(member)] as const)
    return after.some(([name, member], i) => name !== before[i]?.[0] || member !== before[i]?.[1]) ? Object.fromEntries(after) : within
  }
  return deep(value) as T
}
