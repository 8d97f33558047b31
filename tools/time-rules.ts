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
if (read.disclosure) {
  const model = buildModel(read.disclosure, vocabulary)
  for (const kind of ['text', 'fact', 'composition', 'share', 'change', 'equation', 'enumeration', 'restatement', 'indicator', 'row', 'field', 'sentence'] as const) model.items(kind)
  const describe = describer(read.disclosure)
  const times = rules.map((rule) => { const t = performance.now(); runRules([rule], model, { language: 'zh', describe, wording: engineWording(inF('wording')), scopes: vocabulary.scopes }); return [performance.now() - t, rule.definition.id] as const })
  console.log('total', times.reduce((s, [t]) => s + t, 0).toFixed(0))
  for (const [t, id] of times.sort((a, b) => b[0] - a[0]).slice(0, 30)) console.log(t.toFixed(0).padStart(6), id)
}
