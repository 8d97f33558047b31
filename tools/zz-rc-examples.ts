import { builtin } from 'virtual:disclint-builtin'
import { loadVocabulary } from '../src/vocabulary/load.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { engineWording } from '../src/engine/index.ts'
import { runExamples } from '../src/rule-examples.ts'
const inF = (f: string) => builtin.filter(({path}) => path.startsWith(f + '/'))
const { vocabulary } = loadVocabulary(inF('vocabulary'))
const want = process.argv.slice(2)
const files = builtin.filter(({path}) => !/^(vocabulary|wording)\//.test(path) && want.some((w) => path.startsWith(w)))
const { rules, faults } = compileRules(files, vocabulary)
for (const f of faults) console.log('FAULT', f.file, (f as never as {place?: {line: number}}).place?.line, f.message.zh)
for (const rule of rules) {
  const results = runExamples(rule, { vocabulary, wording: engineWording(inF('wording')) })
  const bad = results.flatMap(({ number, faults: f }) => f.map((x) => `  例 ${number}：${x}`))
  console.log(bad.length === 0 ? 'ok  ' : 'BAD ', rule.definition.id, results.length)
  for (const b of bad) console.log(b)
  for (const m of results.flatMap(({findings}) => findings.map((x) => x.message))) { if (/[A-Za-z{}]/.test(m) || [...(m.split('\n')[0] ?? '')].length > 90) console.log('  MSG', m); else if (process.env.SHOW) console.log('   ', m) }
}
