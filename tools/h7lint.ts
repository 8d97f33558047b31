import { readFileSync } from 'node:fs'
import { createLinter } from '../src/lint.ts'
const linter = await createLinter({})
for (const file of process.argv.slice(2)) {
  const t = Date.now()
  const report = linter.lint({ file, content: readFileSync(file, 'utf8') })
  console.log(file, Date.now() - t, 'ms', report.findings.length, JSON.stringify(report.document), report.problems.map((p) => p.message.zh))
  for (const f of report.findings) console.log(' ', f.severity, f.ruleId, f.verdict, f.sites.map((s) => s.pointer + '@' + (s.place?.kind === 'text' ? s.place.line : '')).slice(0, 3).join(' '), f.message, f.trace?.formula?.slice(0, 100) ?? '')
}
