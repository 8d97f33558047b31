// Runs disclint over the shared data and prints recall by family, false positives, unmatched findings, doubt and time.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter, openSubject } from '../src/index.ts'
import type { FileReport, Finding } from '../src/core/finding.ts'
import { digestDifference, digestOf, rulesTable } from './corpus-rules.ts'

const shared = process.env['DISCLINT_SHARED'] ?? '../shared'
const out = 'dist/corpus'
const verbose = process.argv.includes('--show')
const update = process.argv.includes('--update')
const FAMILIES = 'tests/corpus/families.json'
const DIGEST = 'tests/corpus/digest.json'

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
  const seed = readdirSync(join(shared, 'seed')).find((name) => name.endsWith('.txt')) ?? ''
  const began = performance.now()
  const report = linter.lint({ file: seed, content: readFileSync(join(shared, 'seed', seed)) })
  const time = performance.now() - began
  const findings = report.findings.filter((finding) => !finding.suppressed).flatMap(scored)
  writeFileSync(join(out, 'seed-report.json'), JSON.stringify(report, null, 1))
  writeFileSync(join(out, 'seed.json'), JSON.stringify(findings, null, 1))
  console.log(`seed ${seed}: ${describe(report)}; ${time.toFixed(0)} ms in process`)
  const scores = python('score.py', join(out, 'seed.json'), join(shared, 'gold/dev.jsonl'), join(shared, 'gold/negatives.jsonl'), '--map', FAMILIES)
  const strict = scores.indexOf('== strict')
  console.log(verbose ? scores : scores.slice(Math.max(0, strict)))
  console.log(rulesTable(report, join(shared, 'gold'), JSON.parse(readFileSync(FAMILIES, 'utf8')) as Record<string, string | string[]>))
  const reports = new Map([[seed, report]])

  const texts = join(shared, 'corpus/restated')
  for (const name of readdirSync(texts).filter((file) => file.endsWith('.txt')).sort()) {
    const content = readFileSync(join(texts, name), 'utf8')
    const restated = linter.lint({ file: name, content: blankFurniture(content) })
    writeFileSync(join(out, 'reports', name.replace('.txt', '.json')), JSON.stringify({ version: 1, files: [restated] }))
    reports.set(name, restated)
    if (verbose) console.log(`${name}: ${describe(restated)}`)
  }
  const pdfs = join(shared, 'corpus/pdf')
  for (const name of readdirSync(pdfs).filter((file) => file.endsWith('.pdf')).sort()) {
    const start = performance.now()
    const printed = linter.lint(await openSubject({ file: name, content: readFileSync(join(pdfs, name)) }))
    const took = performance.now() - start
    reports.set(name, printed)
    writeFileSync(join(out, 'reports', name.replace('.pdf', '.json')), JSON.stringify({ version: 1, files: [printed] }))
    const roles = printed.recognition.tables.filter(({ role }) => role !== 'unknown').length
    console.log(`${name}: ${roles} of ${printed.recognition.tables.length} tables by role; ${describe(printed)}; ${took.toFixed(0)} ms`)
  }
  console.log(python('corpus_score.py', join(shared, 'gold/corpus.jsonl'), join(out, 'reports'), ...(verbose ? ['--show'] : [])))
  console.log(digestDifference(digestOf(reports), DIGEST, update))
}

/** Lines 1 and 2 of a restated text (address, title) and the bracketed remark are not part of the disclosure. */
function blankFurniture(text: string): string {
  const lines = text.split('\n')
  return lines.map((line, k) => (k < 2 || (k === 2 && line.startsWith('【')) ? '' : line)).join('\n')
}

await main()
