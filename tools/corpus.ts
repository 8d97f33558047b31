// Runs disclint over the shared data and prints recall by family, false positives, unmatched findings, doubt and time.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from '../src/index.ts'
import type { FileReport, Finding } from '../src/core/finding.ts'
import { corpusReports, type CorpusReport } from './corpus-reports.ts'
import { digestDifference, digestOf, measuredRules, rulesTable } from './corpus-rules.ts'

const shared = process.env['DISCLINT_SHARED'] ?? '../shared'
const out = 'dist/corpus'
const verbose = process.argv.includes('--show')
const update = process.argv.includes('--update')
const FAMILIES = 'tests/corpus/families.json'
const DIGEST = 'tests/corpus/digest.json'
const READ = 'tests/corpus/read.json'

/** What gold/score.py reads: one entry a finding, with the lines of its sites. */
function scored(finding: Finding): object[] {
  const lines = finding.sites.flatMap((site) => (site.place?.kind === 'text' ? [site.place.line] : []))
  const own = { rule: finding.ruleId, severity: finding.severity, line: lines[0] ?? null, related: [...new Set(lines.slice(1))], message: finding.message }
  return [own, ...(finding.causeOf ?? []).flatMap(scored)]
}

function python(script: string, ...args: string[]): string {
  const run = spawnSync('python3', ['-I', join(shared, 'gold', script), ...args], { encoding: 'utf8' })
  return run.status === 0 ? run.stdout : `${script} did not run: ${run.stderr}`
}

function describe(report: FileReport): string {
  const n = { error: 0, warning: 0, info: 0 }
  for (const finding of report.findings) n[finding.severity] += 1
  const share = report.recognition.rows === 0 ? 0 : (100 * report.recognition.doubtful) / report.recognition.rows
  const passed = report.coverage.reduce((sum, rule) => sum + rule.passed, 0)
  const gaps = report.coverage.reduce((sum, rule) => sum + rule.notEvaluated.reduce((k, { count }) => k + count, 0), 0)
  return `${n.error} errors, ${n.warning} warnings, ${n.info} infos; ${passed} checks passed, ${gaps} not evaluated; ${report.recognition.doubtful} of ${report.recognition.rows} rows doubtful (${share.toFixed(1)} %); ${report.problems.length} problems`
}

async function main(): Promise<void> {
  if (!existsSync(join(shared, 'seed'))) {
    console.log('corpus not checked: no shared data at $DISCLINT_SHARED or ../shared')
    return
  }
  mkdirSync(join(out, 'reports'), { recursive: true })
  const linter = await createLinter({ language: 'zh' })
  const reports = new Map<string, FileReport>()
  for await (const one of corpusReports(linter, shared)) {
    reports.set(one.name, one.report)
    if (one.from === 'seed') scoreSeed(one)
    else writeFileSync(join(out, 'reports', one.name.replace(/\.(?:txt|pdf)$/, '.json')), JSON.stringify({ version: 1, files: [one.report] }))
    if (one.from === 'pdf') console.log(`${one.name}: ${rolesOf(one.report)}; ${describe(one.report)}; ${one.ms.toFixed(0)} ms`)
    else if (verbose && one.from === 'restated') console.log(`${one.name}: ${describe(one.report)}`)
  }
  console.log(python('corpus_score.py', join(shared, 'gold/corpus.jsonl'), join(out, 'reports'), ...(verbose ? ['--show'] : [])))
  console.log(digestDifference(digestOf(reports), DIGEST, update))
}

const rolesOf = ({ recognition: { tables } }: FileReport): string => `${tables.filter(({ role }) => role !== 'unknown').length} of ${tables.length} tables by role`

function scoreSeed({ name, report, ms }: CorpusReport): void {
  const findings = report.findings.filter((finding) => !finding.suppressed).flatMap(scored)
  writeFileSync(join(out, 'seed-report.json'), JSON.stringify(report, null, 1))
  writeFileSync(join(out, 'seed.json'), JSON.stringify(findings, null, 1))
  console.log(`seed ${name}: ${describe(report)}; ${ms.toFixed(0)} ms in process`)
  const scores = python('score.py', join(out, 'seed.json'), join(shared, 'gold/dev.jsonl'), join(shared, 'gold/negatives.jsonl'), '--map', FAMILIES)
  console.log(verbose ? scores : scores.slice(Math.max(0, scores.indexOf('== strict'))))
  console.log(rulesTable(measuredRules(report, { gold: join(shared, 'gold'), families: readJson(FAMILIES), read: readJson(READ) })))
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

await main()
