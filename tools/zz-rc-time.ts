import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { readSubjects } from '../src/read-subjects.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { buildModel } from '../src/facts/index.ts'
import { describer } from '../src/disclosure/describe.ts'
import { runRules, engineWording } from '../src/engine/index.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary } = loadVocabulary(inF('vocabulary'))
const { rules } = compileRules(builtin.filter(({path}) => !/^(vocabulary|wording)\//.test(path)), vocabulary)
const file = process.argv[2] ?? ''
const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
if (!read.disclosure) throw new Error()
const model = buildModel(read.disclosure, vocabulary)
const out: [number, string][] = []
const opt = { language: 'zh' as const, describe: describer(read.disclosure), wording: engineWording(inF('wording')), scopes: vocabulary.scopes }
runRules(rules.filter((r) => r.definition.id.startsWith('headcount/')), model, opt)
let total = 0
for (const r of rules) { const t = process.cpuUsage().user; runRules([r], model, opt); const d = (process.cpuUsage().user - t) / 1000; total += d; out.push([d, r.definition.id]) }
const own = out.filter(([, id]) => /^(units|indicator|project|table)\//.test(id))
console.log('total', total.toFixed(0), 'own', own.reduce((a, [d]) => a + d, 0).toFixed(0))
console.log(out.sort((a, b) => b[0] - a[0]).slice(0, 26).map(([d, id]) => `${d.toFixed(0)} ${id}`).join('\n'))
