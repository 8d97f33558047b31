import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { buildModel } from '../src/facts/index.ts'
import { describer } from '../src/disclosure/describe.ts'
import { runRules, engineWording } from '../src/engine/index.ts'
import { finishFindings } from '../src/findings/index.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary, faults: vf } = loadVocabulary(inF('vocabulary')) as never as any
if (vf?.length) console.log('VOCAB FAULTS', JSON.stringify(vf.slice(0, 5)))
const { rules, faults } = compileRules(builtin.filter(({path}) => !/^(vocabulary|wording)\//.test(path)), vocabulary)
for (const f of faults.slice(0, 12)) console.log('FAULT', f.file, JSON.stringify(f.place ?? ''), f.message.zh)
const kinds = (process.argv.find((a) => a.startsWith('--kinds=')) ?? '').slice(8).split(',').filter(Boolean)
const chosen = (process.argv.find((a) => a.startsWith('--rules=')) ?? '').slice(8).split(',').filter(Boolean)
const show = (v: any): string => v.type === 'quantity' ? (v.printed ?? `[${v.quantity.digits}e-${v.quantity.places}${v.quantity.unit.symbol}]`) : v.type === 'list' ? `(${v.values.map(show).join(' | ')})` : v.type === 'absent' ? '·' : v.type === 'boolean' ? String(v.value) : v.text ?? JSON.stringify(v.known ?? '')
const A: Record<string, string[]> = { composition: ['origin', 'total', 'parts', 'open'], share: ['part', 'base', 'percent'], change: ['to', 'from', 'base', 'difference', 'direction', 'percent', 'reason', 'reasonDirection', 'concept'], equation: ['result', 'computed', 'terms'], restatement: ['first', 'second'], enumeration: ['stated', 'items', 'open'], fact: ['concept', 'value', 'scope'] }
for (const file of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  console.log('=====', file)
  const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
  if (!read.disclosure) continue
  const model = buildModel(read.disclosure, vocabulary)
  const at = (i: any) => { const p = read.locate(i.ref) as any; return p?.kind === 'text' ? `${p.line}:${p.column}` : '?' }
  for (const kind of kinds) for (const i of model.items(kind as never)) {
    if (kind === 'composition' && (i.get('origin') as any).text !== 'prose') continue
    console.log(kind, at(i), i.text.slice(0, 50).replace(/\n/g, '/'), ' :: ', (A[kind] ?? []).map((n) => `${n}=${show(i.get(n)).slice(0, 120)}`).join(' '))
    for (const r of i.readings ?? []) console.log('      reading', (A[kind] ?? []).map((n) => `${n}=${show(r.get(n)).slice(0, 120)}`).join(' '))
  }
  if (chosen[0] === 'none') continue
  const picked = chosen.length === 0 ? rules : rules.filter(({ definition: { id } }) => chosen.some((c) => c === id || (c.endsWith('/*') && id.startsWith(c.slice(0, -1)))))
  const run = runRules(picked, model, { language: 'zh', describe: describer(read.disclosure), wording: engineWording(inF('wording')), scopes: vocabulary.scopes })
  for (const f of finishFindings(run.findings, { locate: read.locate, redact: (x) => x })) { console.log(f.severity, f.verdict, f.ruleId, f.caseId ?? '', f.causeId ?? '', '\n   ', f.message); for (const s of f.sites.slice(0, 8)) console.log('      ', s.place?.kind === 'text' ? `${s.place.line}:${s.place.column}` : '?', s.role, '|', s.text.slice(0, 60)) }
  if (process.argv.includes('--cov')) for (const c of run.coverage) console.log(JSON.stringify(c))
  for (const p of run.problems) console.log('PROBLEM', JSON.stringify(p))
}
