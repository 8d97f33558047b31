import { readFileSync } from 'node:fs'
import { createLinter } from '../src/lint.ts'
import { asJson, bench, tryMutator } from '../tests/mutants/harness.ts'
import { mutators } from '../tests/mutants/library.ts'
const linter = await createLinter({})
const kinds = process.argv[2]!.split(','); const n = Number(process.argv[3] ?? 3); const all = process.argv[4] === 'all'
for (const name of ['unit-budget.clean', 'final-accounts.clean']) {
  const d = JSON.parse(readFileSync(`fixtures/${name}.disclosure.json`, 'utf8'))
  const base = bench(linter, `${name}.disclosure.json`, asJson(d))
  for (const f of base.findings) if (f.severity !== 'info') console.log('BASE', f.severity, f.ruleId, f.message)
  for (const m of mutators.filter((m) => kinds.includes(m.kind))) for (let s = 1; s <= n; s++) {
    const o = tryMutator(linter, base, m, s); if (!o) continue
    if (!all && o.caught && o.found.length === 1 && o.main && o.elsewhere.length === 0) { console.log('ok ', m.kind, o.note); continue }
    console.log(o.caught ? 'ISSUE' : 'MISS', m.kind, o.note, 'main', o.main, 'n', o.found.length, 'else', o.elsewhere.length)
    for (const f of o.found) console.log('     ', f.severity, f.verdict, f.ruleId, f.caseId ?? '', f.message, '|', f.sites.slice(0, 3).map((x) => x.label + ' ' + x.text).join(' ; '), '| causeOf', (f.causeOf ?? []).map((c) => c.ruleId).join(','))
  }
}
