import type { Site } from '../core/finding.ts'
import { pointerTokens } from '../source/json-pointer.ts'
import type { RawFinding } from './raw-finding.ts'

/** Members of a disclosure in the order they are usually printed; others come last. */
const PRINTED_ORDER = ['cover', 'toc', 'notes', 'captions', 'sections', 'tables', 'overall', 'projects', 'attachments', 'marks', 'extra']

/** Orders two JSON pointers of a disclosure: element numbers as numbers, top members as printed, a value before its parts. */
export function comparePointers(a: string, b: string): number {
  if (a === b) return 0
  const left = pointerTokens(a)
  const right = pointerTokens(b)
  for (let depth = 0; depth < Math.min(left.length, right.length); depth += 1) {
    const order = compareTokens(left[depth] ?? '', right[depth] ?? '', depth)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareTokens(a: string, b: string, depth: number): number {
  if (a === b) return 0
  if (depth === 0) {
    const order = rank(a) - rank(b)
    if (order !== 0) return order
  }
  const numbers = /^\d+$/
  return numbers.test(a) && numbers.test(b) ? Number(a) - Number(b) : compareTexts(a, b)
}

function rank(member: string): number {
  const index = PRINTED_ORDER.indexOf(member)
  return index === -1 ? PRINTED_ORDER.length : index
}

/** Orders texts by code unit: the same on every machine and in every locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Document order of two sites by their pointers and ranges. */
export function compareSites(a: Site, b: Site): number {
  return (
    comparePointers(a.pointer ?? '', b.pointer ?? '') ||
    (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0) ||
    (a.range?.[1] ?? 0) - (b.range?.[1] ?? 0)
  )
}

/** The total order of findings: file, document order of the main place, rule, case, and what remains to tell two apart. */
export function compareFindings(a: RawFinding, b: RawFinding, inDocument: (a: Site, b: Site) => number = compareSites): number {
  const [left, right] = [a.sites[0], b.sites[0]]
  return (
    compareTexts(left?.file ?? '', right?.file ?? '') ||
    (left && right ? inDocument(left, right) : Number(!left) - Number(!right)) ||
    compareTexts(a.ruleId, b.ruleId) ||
    compareTexts(a.caseId ?? '', b.caseId ?? '') ||
    compareTexts(a.causeId ?? '', b.causeId ?? '') ||
    compareTexts(siteKeys(a), siteKeys(b)) ||
    compareTexts(a.message, b.message) ||
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  )
}

function siteKeys(finding: RawFinding): string {
  return finding.sites.map((site) => `${site.pointer ?? ''}@${site.range?.join('-') ?? ''}`).join(' ')
}
