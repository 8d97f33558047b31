import { readFileSync, readdirSync } from 'node:fs'
import { createLinter } from '../src/index.ts'
const linter = await createLinter({ language: 'zh' })
const dir = '/work/shared/corpus/restated'
const gold = readFileSync('/work/shared/gold/corpus.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l))
for (const name of readdirSync(dir).filter((f) => f.endsWith('.txt')).sort()) {
  const lines = readFileSync(`${dir}/${name}`, 'utf8').split('\n')
  const content = lines.map((l, k) => (k < 2 || (k === 2 && l.startsWith('【')) ? '' : l)).join('\n')
  const t = performance.now()
  const r = linter.lint({ file: name, content })
  const own = r.findings
  console.log(`== ${name} ${r.document?.kind} ${(performance.now() - t).toFixed(0)}ms`)
  for (const f of own) console.log('  ', f.severity, f.verdict, f.ruleId, f.message, '|', f.sites.slice(0, 4).map((s: any) => `${s.place?.line}:${s.text}`).join(' ; '), (f.causeOf ?? []).length)
}
console.log(gold.length, JSON.stringify(gold[0]))
