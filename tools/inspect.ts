// For rule authors: `node tools/run.mjs tools/inspect.ts FILE [kinds [attributes]] [--rules=a/*,b/c] [--times]` prints the
// items of kinds with attributes, the findings of the chosen rules with every site, and what each step or rule took.
import { readFileSync } from 'node:fs'
import { builtin } from 'virtual:disclint-builtin'
import { describer } from '../src/disclosure/describe.ts'
import { engineWording, runRules } from '../src/engine/index.ts'
import { buildModel } from '../src/facts/index.ts'
import type { Item, Model } from '../src/facts/item.ts'
import { KINDS, type Kind } from '../src/facts/kinds.ts'
import { finishFindings, type RawFinding } from '../src/findings/index.ts'
import { readSubjects } from '../src/read-subjects.ts'
import type { CompiledRule } from '../src/ruleset/compiled.ts'
import { compileRules } from '../src/ruleset/index.ts'
import { loadVocabulary } from '../src/vocabulary/load.ts'

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'))
const [file = '', kinds = '', attributes = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const patterns = (flags.find((flag) => flag.startsWith('--rules='))?.slice('--rules='.length) ?? '').split(',').filter(Boolean)
let last = performance.now()

function lap(name: string): void {
  const now = performance.now()
  console.log(`${name} ${(now - last).toFixed(0)} ms`)
  last = now
}

function isChosen({ definition: { id } }: CompiledRule): boolean {
  return patterns.length === 0 || patterns.some((pattern) => pattern === id || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1))))
}

function shown(item: Item, attribute: string): string {
  const text = JSON.stringify(item.get(attribute), (key, value: unknown) => (typeof value === 'bigint' ? value.toString() : key === 'item' ? (value as Item).kind : value))
  return `${attribute}=${text.slice(0, 160)}`
}

function printItems(model: Model): void {
  for (const kind of kinds.split(',').filter((name): name is Kind => Object.hasOwn(KINDS, name))) {
    for (const item of model.items(kind)) console.log(kind, item.ref.pointer, item.text.slice(0, 80), ...attributes.split(',').filter(Boolean).map((name) => shown(item, name)))
  }
}

const folder = (name: string) => builtin.filter(({ path }) => path.startsWith(`${name}/`))
const { vocabulary, faults: words } = loadVocabulary(folder('vocabulary'))
lap('vocabulary')
const { rules, faults } = compileRules(builtin.filter(({ path }) => !/^(vocabulary|wording)\//.test(path)), vocabulary)
lap(`${rules.length} rules`)
for (const fault of [...words, ...faults]) console.log(`fault ${fault.file ?? ''} ${fault.message.zh}`)
const read = readSubjects([{ file, content: readFileSync(file), sha256: '' }], vocabulary)
lap('read and recognise')
if (read.disclosure) {
  const model = buildModel(read.disclosure, vocabulary)
  printItems(model)
  const options = { language: 'zh', describe: describer(read.disclosure), wording: engineWording(folder('wording')), scopes: vocabulary.scopes, showRounding: true } as const
  const chosen = rules.filter(isChosen)
  if (flags.includes('--times')) {
    for (const rule of chosen) {
      runRules([rule], model, options)
      lap(rule.definition.id)
    }
  }
  const run = runRules(chosen, model, options)
  lap('run')
  const raw: readonly RawFinding[] = run.findings
  for (const finding of finishFindings(raw, { locate: read.locate, redact: (text) => text })) {
    console.log(finding.severity, finding.verdict, finding.ruleId, finding.caseId ?? '', finding.causeId ?? '', finding.message)
    for (const { place, role, label, text } of finding.sites.slice(0, 8)) console.log('     ', place?.kind === 'text' ? `${place.line}:${place.column}` : '?', role, label, '|', text.slice(0, 60))
    if (finding.trace) console.log('      =', finding.trace.formula)
  }
  console.log(JSON.stringify(run.coverage), run.problems)
}
