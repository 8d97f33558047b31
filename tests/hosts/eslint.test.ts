import json10 from '@eslint/json'
import { ESLint, RuleTester } from 'eslint'
import json9 from 'eslint-json-for-9'
import { ESLint as ESLint9, RuleTester as RuleTester9 } from 'eslint9'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLinterSync } from '../../src/index.ts'
import plugin, { createPlugin } from '../../src/hosts/eslint/index.ts'

const flawed = readFileSync('fixtures/unit-budget.flawed.disclosure.json', 'utf8')
const clean = readFileSync('fixtures/unit-budget.clean.disclosure.json', 'utf8')

const DOCUMENT = { kind: 'budget', fiscalYear: 2027, entity: { name: '示例市水务局', level: 'department' }, extent: 'excerpt', sources: [], cover: [], toc: [], notes: [], captions: [], attachments: [], marks: [], tables: [], projects: [], extra: [] }
const saying = (...texts: string[]) => JSON.stringify({ ...DOCUMENT, sections: [{ heading: '一、概况', level: 1, sections: [], paragraphs: texts.map((text) => ({ text })) }] }, null, 1)

/** ESLint's own types know nothing of languages' rules; both versions are called alike. */
type Tester = new (config: object) => { run(name: string, rule: unknown, cases: object): void }
type Linting = new (options: object) => { lintText(text: string, options: object): Promise<{ messages: { ruleId: string | null; line: number; column: number; message: string; severity: number }[]; output?: string }[]> }
const VERSIONS = [
  { version: '10', json: json10, Tester: RuleTester as unknown as Tester, Linting: ESLint as unknown as Linting },
  { version: '9', json: json9, Tester: RuleTester9 as unknown as Tester, Linting: ESLint9 as unknown as Linting },
]

function testing(Tester: Tester, json: unknown): InstanceType<Tester> {
  Object.assign(Tester, { describe, it, itOnly: it.only })
  return new Tester({ plugins: { json }, language: 'json/json' })
}

describe.each(VERSIONS)('disclint/eslint on ESLint $version', ({ json, Tester, Linting }) => {
  const run = async (text: string, rules: object = plugin.configs.recommended.rules, fix = false) => {
    const eslint = new Linting({ overrideConfigFile: true, fix, overrideConfig: [{ files: ['**/*.json'], plugins: { json, disclint: plugin }, language: 'json/json', rules }] })
    const [result] = await eslint.lintText(text, { filePath: 'x.disclosure.json' })
    return result ?? { messages: [] }
  }

  const tester = testing(Tester, json)
  tester.run('docnum/brackets', plugin.rules['docnum/brackets'], {
    valid: [saying('根据清财文〔2026〕12号，安排资金。')],
    invalid: [
      {
        code: saying('根据清财文【2026】12号，安排资金。'),
        output: saying('根据清财文〔2026〕12号，安排资金。'),
        errors: [{ message: '1 处文号的年份没有用六角括号“〔〕”', line: 26, column: 17 }],
      },
    ],
  })
  tester.run('year/opening-year', plugin.rules['year/opening-year'], {
    valid: [saying('2027年度示例市水务局收入预算310.40万元。')],
    invalid: [
      {
        code: saying('2026年度示例市水务局收入预算310.40万元，比上年增加12.40万元。'),
        errors: [{ message: /2026年/, suggestions: [{ desc: '改为“2027年”（请核对）', output: saying('2027年度示例市水务局收入预算310.40万元，比上年增加12.40万元。') }] }],
      },
    ],
  })

  it('finds what the library finds: same rules, same main places; the other side in the message', async () => {
    const found = createLinterSync().lint({ file: 'x.disclosure.json', content: flawed }).findings
    const own = new Map(createLinterSync().report([]).rules.map(({ id, severity }) => [id, severity]))
    const sure = found.filter(({ ruleId, severity }) => severity === own.get(ruleId) || own.get(ruleId) === 'info')
    const { messages } = await run(flawed)
    const places = sure.map(({ ruleId, sites: [main] }) => `disclint/${ruleId} ${main?.place?.kind === 'text' ? `${main.place.line}:${main.place.column}` : '1:1'}`)
    expect(messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`).sort()).toEqual(places.sort())
    expect(sure.length).toBeGreaterThan(5)
    for (const { sites: [, other] } of sure) if (other?.place?.kind === 'text') expect(messages.some(({ message }) => message.includes(`另见 ${other.place?.kind === 'text' ? `${other.place.line}:${other.place.column}` : ''}`))).toBe(true)
  })

  it('has nothing to say of a clean disclosure', async () => {
    expect((await run(clean)).messages.filter(({ severity }) => severity === 2)).toEqual([])
  })

  it('refuses options that a rule does not have', async () => {
    await expect(run(clean, { 'disclint/docnum/brackets': ['error', { nosuch: 1 }] })).rejects.toThrow(/nosuch/)
  })

  it('says so when nothing could be checked', async () => {
    const { messages } = await run(JSON.stringify({ ...DOCUMENT, extent: 'unknown', sections: [] }))
    expect(messages.map(({ ruleId }) => ruleId)).toContain('disclint/document/not-checked')
  })

  it('keeps findings below the severity of their rule to `unsure: true`', async () => {
    const text = saying('2027年度示例市水务局收入预算310.40万元，比上年增加12.40万元，增长4.3%。')
    const own = new Map(createLinterSync().report([]).rules.map(({ id, severity }) => [id, severity]))
    const rule = createLinterSync().lint({ file: 'x.json', content: text }).findings.find(({ severity, ruleId }) => severity !== own.get(ruleId))
    if (!rule) throw new Error('the example no longer hangs on rounding')
    const id = `disclint/${rule.ruleId}`
    expect((await run(text, { [id]: 'error' })).messages).toEqual([])
    expect((await run(text, { [id]: ['error', { unsure: true }] })).messages).toHaveLength(1)
  })
})

describe('the plugin', () => {
  it('has one rule for each YAML rule, and runs the engine once for each source', () => {
    const linter = createLinterSync()
    expect(linter.rules.map(({ definition: { id } }) => id).filter((id) => !(id in plugin.rules))).toEqual([])
    expect(Object.keys(plugin.configs.all.rules).length).toBeGreaterThanOrEqual(linter.rules.length)
  })

  it('takes rules of a pack, and English', () => {
    expect(createPlugin({ language: 'en' }).rules['docnum/brackets']?.meta.docs.description).toBe('A document number is not in hexagonal brackets')
  })
})
