import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { buildModel } from '../src/facts/index.ts'
import { describer } from '../src/disclosure/describe.ts'
import { runRules, engineWording } from '../src/engine/index.ts'
import { finishFindings } from '../src/findings/index.ts'
import { runExamples } from '../src/rule-examples.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary } = loadVocabulary(inF('vocabulary'))
const { rules, faults } = compileRules(builtin.filter(({path}) => /^(text|docnum|privacy|security|complete)\//.test(path)), vocabulary)
for (const f of faults.slice(0, 30)) console.log('FAULT', f.file, f.message.zh, JSON.stringify(f.place ?? ''))
const wording = engineWording(inF('wording'))
const only = process.argv.find((a) => a.startsWith('--rules='))?.slice(8).split(',')
const picked = only ? rules.filter((r) => only.some((o) => r.definition.id.startsWith(o))) : rules
if (process.argv.includes('--ex')) for (const r of picked) {
  const res = runExamples(r, { vocabulary, wording })
  const bad = res.flatMap((x) => x.faults.map((f) => `  例${x.number}(${x.example.is}) ${f}`))
  for (const x of res) for (const f of x.findings) if (/[A-Za-z]/.test(f.message) || [...f.message].length > 90) bad.push('  MSG ' + f.message)
  if (bad.length) console.log('EX', r.definition.id, '\n' + bad.join('\n'))
}
for (const file of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  const t0 = performance.now()
  const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
  if (!read.disclosure) { console.log(file, 'unread'); continue }
  const model = buildModel(read.disclosure, vocabulary)
  const t1 = performance.now()
  const run = runRules(picked, model, { language: 'zh', describe: describer(read.disclosure), wording, scopes: vocabulary.scopes })
  const t2 = performance.now()
  const findings = finishFindings(run.findings, { locate: read.locate, redact: (x) => x })
  console.log(`== ${file} kind=${read.disclosure.kind} extent=${read.disclosure.extent} run=${(t2 - t1).toFixed(0)}ms read=${(t1-t0).toFixed(0)} findings=${findings.length}`, run.problems.map((p) => p.message.zh))
  const brief = process.argv.includes('--brief')
  for (const f of findings) { console.log(f.severity, f.ruleId, f.caseId ?? '', f.message); for (const s of f.sites.slice(0, brief ? 2 : 6)) console.log('     ', s.place?.kind === 'text' ? `${s.place.line}:${s.place.column}` : s.pointer, s.label, '|', s.text.slice(0, 70)); if (f.sites.length > 6) console.log('      …', f.sites.length) }
}
if (process.argv.includes('--time')) for (const file of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
  if (!read.disclosure) continue
  const model = buildModel(read.disclosure, vocabulary)
  for (const k of ['text','sentence','field','numbering','paragraph'] as const) { const t = performance.now(); model.items(k as never).length; console.log('kind', k, (performance.now() - t).toFixed(0)) }
  { const t = performance.now(); for (const i of model.items('text')) i.get('text'); console.log('get text', (performance.now() - t).toFixed(0)) }
  const rows: [number, string][] = []
  for (const r of picked) { const t = performance.now(); runRules([r], model, { language: 'zh', describe: describer(read.disclosure), wording, scopes: vocabulary.scopes }); rows.push([performance.now() - t, r.definition.id]) }
  for (const [t, id] of rows.sort((a, b) => b[0] - a[0]).slice(0, 20)) console.log(t.toFixed(0), id)
  console.log('sum', rows.reduce((s, [t]) => s + t, 0).toFixed(0))
}
