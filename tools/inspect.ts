import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { buildModel } from '../src/facts/index.ts'
import { describer } from '../src/disclosure/describe.ts'
import { runRules, engineWording } from '../src/engine/index.ts'
import { finishFindings } from '../src/findings/index.ts'
const t: number[] = [performance.now()]
const lap = (name: string) => { t.push(performance.now()); console.log(name, ((t.at(-1) ?? 0) - (t.at(-2) ?? 0)).toFixed(0)) }
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary } = loadVocabulary(inF('vocabulary')); lap('vocab')
const { rules, faults } = compileRules(builtin.filter(({path}) => !/^(vocabulary|wording)\//.test(path)), vocabulary); lap('compile')
console.log(rules.length, 'rules; faults', faults.slice(0, 8).map((f) => `${f.file} ${f.message.zh}`))
const file = process.argv[2] ?? ''
const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary); lap('read')
if (read.disclosure) {
const model = buildModel(read.disclosure, vocabulary); lap('model')
for (const kind of ['text', 'fact', 'composition', 'share', 'change', 'equation', 'enumeration', 'restatement', 'indicator', 'row'] as const) { const n = model.items(kind).length; lap(`${kind} ${n}`) }
if (process.argv[3]) for (const kind of process.argv[3].split(',')) for (const i of model.items(kind as never)) { const v = (n: string) => JSON.stringify(i.get(n), (k, x) => typeof x === 'bigint' ? String(x) : k === 'item' ? x.kind : x); console.log(kind, i.ref.pointer, i.text.slice(0,80), ...(process.argv[4] ?? '').split(',').filter(Boolean).map((n) => `${n}=${v(n)?.slice(0, 160)}`)) }
const chosen = (process.argv.find((a) => a.startsWith("--rules=")) ?? "").slice(8).split(",").filter(Boolean)
const picked = chosen.length === 0 ? rules : rules.filter(({ definition: { id } }) => chosen.some((c) => c === id || (c.endsWith("/*") && id.startsWith(c.slice(0, -1)))))
const run = runRules(picked, model, { language: 'zh', describe: describer(read.disclosure), wording: engineWording(inF('wording')), scopes: vocabulary.scopes, showRounding: true }); lap('run')
const findings = finishFindings(run.findings, { locate: read.locate, redact: (x) => x }); lap('finish')
for (const f of findings) { console.log(f.severity, f.verdict, f.ruleId, f.caseId ?? '', f.causeId ?? '', f.message); for (const s of f.sites.slice(0, 8)) console.log('     ', s.place?.kind === 'text' ? `${s.place.line}:${s.place.column}` : '?', s.role, s.label, '|', s.text.slice(0, 60)); if (f.trace) console.log('      =', f.trace.formula) }
console.log(JSON.stringify(run.coverage), run.problems)
}
