// Regenerates everything that is made from something else: rule pages, operator pages, the rule schema, and the output
// shown in both READMEs, the texts of the example pack, the budgets in the layouts of six provinces. CI runs it and fails on any difference.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLinter, explainRule, formatStylish } from '../src/index.ts'
import { notAutomatedPage, readCatalogue } from './catalogue.ts'
import { ruleIndex } from './rule-index.ts'
import { writeLayouts } from './fixtures/layouts/main.ts'
import { writeProvincePack } from './fixtures/province/main.ts'
import { generateOperators } from './generate-operators.ts'
import type { Linter } from '../src/index.ts'

const WIDTH = 118
const MARK = /(<!-- generated: start -->\n)[\s\S]*?(<!-- generated: end -->)/

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function rulePages(linter: Linter): void {
  rmSync('docs/rules', { recursive: true, force: true })
  for (const language of ['zh', 'en'] as const) {
    for (const rule of linter.rules) write(join('docs/rules', language, `${rule.definition.id}.md`), `<!-- Generated from rules/${rule.definition.id}.yaml: do not edit. -->\n\n${explainRule(rule, language)}`)
    write(join('docs/rules', language, 'README.md'), ruleIndex(linter, language))
  }
  write('docs/rules/not-automated.md', notAutomatedPage(readCatalogue(), linter.rules.map(({ definition }) => definition)))
}

/** Both READMEs show what `npm start` prints, and how many rules there are. */
function readmes(linter: Linter): void {
  const file = 'fixtures/unit-budget.flawed.txt'
  const report = linter.report([linter.lint({ file, content: readFileSync(file) })])
  for (const [path, language] of [['README.md', 'zh'], ['README.zh-CN.md', 'zh']] as const) {
    const shown = formatStylish(report, { language, colour: false, width: WIDTH })
    const readme = readFileSync(path, 'utf8')
    if (!MARK.test(readme)) throw new Error(`${path} has no generated block`)
    writeFileSync(path, readme.replace(MARK, (_all, start: string, end: string) => `${start}\n\`\`\`text\n${shown}\`\`\`\n\n${end}`))
  }
}

const linter = await createLinter()
rulePages(linter)
writeProvincePack()
writeLayouts()
generateOperators(linter.vocabulary)
readmes(linter)
console.log(`${linter.rules.length} rules; ${readdirSync('docs').length} entries in docs`)
