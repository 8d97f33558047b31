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
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${String(Math.round((100 * part) / whole))} %`)

/**
 * One line a rule over the seed's labels: findings, of these on a labelled defect of the rule's family, on a place that must not be reported, and
 * unlabelled (to be read); precision is labelled ÷ (labelled + must not). Recall is the share of the labelled defects of its families that it finds.
 */
export function rulesTable(report: FileReport, gold: string, families: Families): string {
  const [defects, negatives] = [labels(join(gold, 'dev.jsonl')), labels(join(gold, 'negatives.jsonl'))]
  const familiesOf = (rule: string): readonly string[] => [families[rule] ?? []].flat()
  const findings = report.findings.flatMap(withCauses)
  const rows = [...new Set(findings.map(({ ruleId }) => ruleId))].sort().map((rule) => {
    const own = findings.filter(({ ruleId }) => ruleId === rule)
    const mine = defects.filter(({ family }) => familiesOf(rule).includes(family))
    const hits = (finding: Finding): Label[] => mine.filter(({ lines }) => linesOf(finding).some((line) => lines.includes(line)))
    const labelled = own.filter((finding) => hits(finding).length > 0)
    const refuted = own.filter((finding) => hits(finding).length === 0 && finding.severity !== 'info' && negatives.some(({ family, lines }) => familiesOf(rule).includes(family) && lines.includes(linesOf(finding)[0] ?? -1)))
    const found = new Set(own.flatMap(hits).map(({ id }) => id))
    return [rule.padEnd(40), own.length, labelled.length, refuted.length, own.length - labelled.length - refuted.length, percent(labelled.length, labelled.length + refuted.length), `${String(found.size)}/${String(mine.length)}`].map((cell) => String(cell).padStart(9)).join(' ')
  })
  return [`${'rule'.padEnd(40)}  findings  labelled must-not unlabelled precision recall of its families`, ...rows].join('\n')
}

/** Findings of each document as `rule fingerprint`: nothing of the documents themselves. */
export type Digest = Readonly<Record<string, readonly string[]>>

export function digestOf(reports: ReadonlyMap<string, FileReport>): Digest {
  return Object.fromEntries([...reports].map(([name, { findings }]) => [name, findings.flatMap(withCauses).map(({ ruleId, severity, fingerprint }) => `${severity} ${ruleId} ${fingerprint}`).sort()]))
}

/** What a change does to the findings on the shared data: lines that are new (+) and gone (-) against the committed digest. */
export function digestDifference(now: Digest, file: string, update: boolean): string {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digest) : {}
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  const lines = names.flatMap((name) => {
    const [old, own] = [before[name] ?? [], now[name] ?? []]
    return [...own.filter((line) => !old.includes(line)).map((line) => `+ ${name} ${line}`), ...old.filter((line) => !own.includes(line)).map((line) => `- ${name} ${line}`)]
  })
  if (update) writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`)
  if (lines.length === 0) return 'findings on the shared data: as in the committed digest'
  return [`findings on the shared data differ from ${file} (${update ? 'written' : 'npm run corpus -- --update writes it'}):`, ...lines].join('\n')
}
