// Measured precision and recall of each rule over the shared labels, and the digest of all findings on the shared data.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileReport, Finding } from '../src/core/finding.ts'

interface Label {
  readonly id: string
  readonly family: string
  readonly lines: readonly number[]
}

type Families = Readonly<Record<string, string | readonly string[]>>

const linesOf = (finding: Finding): number[] => finding.sites.flatMap(({ place }) => (place?.kind === 'text' ? [place.line] : []))
const withCauses = (finding: Finding): Finding[] => [finding, ...(finding.causeOf ?? []).flatMap(withCauses)]
const labels = (file: string): Label[] => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Label)

export interface Measure {
  readonly rule: string
  readonly findings: number
  /** On a labelled defect of the rule's families. */
  readonly labelled: number
  /** On a place that the labels say must not be reported, but for those that were read and found true. */
  readonly refuted: number
  /** Labelled ÷ (labelled + refuted); undefined where neither says anything. */
  readonly precision?: number
  /** Labelled defects of its families, and how many of them it finds. */
  readonly defects: number
  readonly found: number
}

export interface Labels {
  readonly gold: string
  readonly families: Families
  /** Labels of `negatives.jsonl` that speak of something else on the line than the rule reports: rule → label → why. */
  readonly read: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Precision and recall of each rule with findings, over the labels of one report. */
export function measuredRules(report: FileReport, { gold, families, read }: Labels): readonly Measure[] {
  const [defects, negatives] = [labels(join(gold, 'dev.jsonl')), labels(join(gold, 'negatives.jsonl'))]
  const familiesOf = (rule: string): readonly string[] => [families[rule] ?? []].flat()
  const findings = report.findings.flatMap(withCauses)
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort().map((rule): Measure => {
    const own = findings.filter(({ ruleId }) => ruleId === rule)
    const mine = defects.filter(({ family }) => familiesOf(rule).includes(family))
    const against = negatives.filter(({ id, family }) => familiesOf(rule).includes(family) && !read[rule]?.[id])
    const hits = (finding: Finding): Label[] => mine.filter(({ lines }) => linesOf(finding).some((line) => lines.includes(line)))
    const labelled = own.filter((finding) => hits(finding).length > 0).length
    const refuted = own.filter((finding) => hits(finding).length === 0 && finding.severity !== 'info' && against.some(({ lines }) => lines.includes(linesOf(finding)[0] ?? -1))).length
    return { rule, findings: own.length, labelled, refuted, ...(labelled + refuted > 0 && { precision: labelled / (labelled + refuted) }), defects: mine.length, found: new Set(own.flatMap(hits).map(({ id }) => id)).size }
  })
}

/** One line a rule: findings, labelled, must not, unlabelled (to be read), precision, recall of its families. */
export function rulesTable(measures: readonly Measure[]): string {
  const rows = measures.map(({ rule, findings, labelled, refuted, precision, defects, found }) =>
    [rule.padEnd(40), findings, labelled, refuted, findings - labelled - refuted, precision === undefined ? '-' : `${String(Math.round(100 * precision))} %`, `${String(found)}/${String(defects)}`].map((cell) => String(cell).padStart(9)).join(' '))
  return [`${'rule'.padEnd(40)}  findings  labelled must-not unlabelled precision recall of its families`, ...rows].join('\n')
}

/** Findings of each document as `rule fingerprint`: nothing of the documents themselves. */
export type Digest = Readonly<Record<string, readonly string[]>>

export function digestOf(reports: ReadonlyMap<string, FileReport>): Digest {
  return Object.fromEntries([...reports].map(([name, { findings }]) => [name, findings.flatMap(withCauses).map(({ ruleId, severity, fingerprint }) => `${severity} ${ruleId} ${fingerprint}`).sort()]))
}

/** What a change does to the findings on the shared data: lines that are new (+) and gone (-) against an earlier digest. */
export function digestLines(before: Digest, now: Digest): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  return names.flatMap((name) => {
    const [old, own] = [before[name] ?? [], now[name] ?? []]
    return [...own.filter((line) => !old.includes(line)).map((line) => `+ ${name} ${line}`), ...old.filter((line) => !own.includes(line)).map((line) => `- ${name} ${line}`)]
  })
}

/** The same against the committed digest, for a reader; `update` writes the new one. */
export function digestDifference(now: Digest, file: string, update: boolean): string {
  const lines = digestLines(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digest) : {}, now)
  if (update) writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`)
  if (lines.length === 0) return 'findings on the shared data: as in the committed digest'
  return [`findings on the shared data differ from ${file} (${update ? 'written' : 'npm run corpus -- --update writes it'}):`, ...lines].join('\n')
}
