import { builtin } from 'virtual:disclint-builtin'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { OPERATORS, compileRules, jsonLogic, operatorsPage, readBack, ruleSchema, scaffoldRule } from '../../src/ruleset/index.ts'
import { KINDS, attributeOf } from '../../src/facts/kinds.ts'
import { wording } from '../../src/ruleset/wording.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { VOCABULARY, compile, ruleText } from './ruleset-helpers.ts'

const { vocabulary } = loadVocabulary(builtin.filter(({ path }) => path.startsWith('vocabulary/')))
const OWN = ['headcount/same-headcount', 'arithmetic/table-sum', 'prose/growth', 'prose/share', 'project/duplicate-sheet']
const own = OWN.map((id) => ({ path: `${id}.yaml`, content: builtin.find(({ path }) => path === `${id}.yaml`)?.content, text: readFileSync(new URL(`../../rules/${id}.yaml`, import.meta.url), 'utf8') }))

function back(parts: string, language: 'zh' | 'en' = 'zh'): string {
  const [rule] = compile(parts).rules
  if (!rule) throw new Error(JSON.stringify(compile(parts).faults))
  return readBack(rule, language)
}

describe('read-back', () => {
  it('says a rule as a sentence in both languages', () => {
    const parts = 'for: {group: fact, where: {family: 人数}, by: [concept, scope], as: 处}\nassert: {equal: $处}'
    expect(back(parts)).toBe('把数据（类别为人数）按概念、口径归为一组，每组称为【处】；要求：【处】各处相同。')
    expect(back(parts, 'en')).toBe('the facts (family is 人数) grouped by concept and scope, each group called [处]; required: [处] is the same everywhere.')
  })

  it('says conditions, negations, branches and cases', () => {
    expect(back('for: {each: project, where: {name: {matches: 学校, not: {in: [甲, 乙]}}, plan: {present: true}}, as: 表}\nwhen: {not: {equal: [$表.name, 丙]}}\nassert: {if: [{present: $表.plan}, {at-most: [{count: $表.plan}, 100]}, {absent: $表.plan}]}'))
      .toBe('对每一项目绩效目标表（名称符合“学校”、不是（为甲、乙之一）、计划有值），称为【表】；当【表】的名称不等于丙时；要求：如果有【表】的计划，则为【表】的计划的个数不大于100；否则为没有【表】的计划。')
    expect(back('cases: [{id: a, by: name}, {id: b, by: plan}]\nfor: {each: project, as: 表}\nassert: {present: $表.$case.by}').split('\n')).toEqual(['a：对每一项目绩效目标表，称为【表】；要求：有【表】的名称。', 'b：对每一项目绩效目标表，称为【表】；要求：有【表】的计划。'])
  })

  it('leaves no place of a wording unfilled, for any operator', () => {
    const cells = 'for: {pair: {行: {each: row, where: {table: 支出总表}}, 表: {each: project}}, match: [{same: [[$行.label, $表.name]]}]}\n'
    const calls = ['and: [{present: $行}, {absent: $表}]', 'or: [{present: $行}]', 'every: {of: {find: {each: project, from: previous}}, as: 项, is: {present: $项}}', 'some: {of: $表.keyTerms, as: 词, is: {in: [$词, $表.body]}}',
      'equal: {of: $表.keyTerms, majority: required}', 'more: [{sum: [$行.index, 1]}, {minus: [3, 1]}]', 'at-least: [{times: [2, 3]}, {ratio: [$行.index, 7]}]', 'less: [{growth: [1, $行.index]}, {rounded: [$行.index, 0.1]}]', 'in-order: {of: $表.indicators.row, start: 1}',
      'balanced: {text: $表.body, pairs: ["（…）"]}', 'at-most: [{similar: [$表.name, $行.label]}, 1]', 'slip-of: [$表.name, $行.label]', 'equal: [{count: {of: $表.indicators, by: name}}, {stat: {of: $表.indicators.row, is: max}}]', 'equal: [{lookup: {in: 科目, key: $行.code}}, $行.label]', 'equal: [{cell: [支出总表, 合计, 合计]}, {count: {filter: {of: $表.keyTerms, as: 词, is: {matches: [$词, 学校]}}}}]']
    for (const call of calls) for (const language of ['zh', 'en'] as const) expect(back(`${cells}assert: {${call}}`, language)).not.toMatch(/[{}]|undefined|\[object/)
  })
})

describe('the wording', () => {
  it.each(['zh', 'en'] as const)('has every operator, kind and fault (%s)', (language) => {
    const words = wording(language)
    expect(Object.keys(words.operators).sort()).toEqual(OPERATORS.map(({ name }) => name).sort())
    expect(Object.keys(words.kinds).sort()).toEqual(Object.keys(KINDS).sort())
    expect(Object.keys(words.faults).sort()).toEqual(Object.keys(wording('zh').faults).sort())
  })

  it('has a Chinese word for every attribute of every kind', () => {
    const attributes = Object.entries(KINDS).flatMap(([kind, own]) => Object.keys(own).filter((name) => attributeOf(kind as keyof typeof KINDS, name)))
    expect([...new Set(attributes)].filter((name) => wording('zh').attributes[name] === undefined)).toEqual([])
  })

  it('words every fault that the checker can report', () => {
    const source = ['arguments', 'binding', 'call', 'cases', 'conditions', 'across', 'examples', 'expression', 'form', 'message', 'options', 'pair', 'range', 'rule', 'settings', 'source'].map((name) => readFileSync(new URL(`../../src/ruleset/check/${name}.ts`, import.meta.url), 'utf8')).join('\n')
    const codes = [...source.matchAll(/(?:code: |context\.report, |report, |fault\(|faulty\()'([a-z-]+)'/g)].map((match) => match[1] ?? '')
    expect(codes.length).toBeGreaterThan(50)
    expect([...new Set(codes)].filter((code) => wording('zh').faults[code] === undefined && code !== 'wrong-form')).toEqual([])
  })
})

describe('the operator page', () => {
  it.each(['zh', 'en'] as const)('tells each operator once, with its example and ways of writing (%s)', (language) => {
    const page = operatorsPage(language)
    for (const { name } of OPERATORS) expect(page.split(`### ${name}\n`)).toHaveLength(2)
    expect(page).toBe(operatorsPage(language))
    expect(page).not.toMatch(/undefined|\[object/)
  })

  it('shows examples that are expressions of the format', () => {
    for (const { name } of OPERATORS) expect(JSON.stringify(parse(wording('zh').operators[name]?.example ?? ''))).toContain(`{"${name}":`)
  })
})

describe('the rule schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(ruleSchema(vocabulary))

  it('is a valid JSON Schema 2020-12 that accepts the rules, whose faults the checker finds none of either', () => {
    for (const { content } of own) expect([validate(content), validate.errors]).toEqual([true, null])
    expect(compileRules(own, vocabulary, { shipped: true, alsoKnown: [] }).faults).toEqual([])
  })

  it.each(['sevrity: error', 'assert: {equl: [1, 1]}', 'assert: {equal: [1, 1], less: [1, 2]}', 'for: {each: projct, as: x}', 'id: nogroup', 'blank: null', 'diagnose: [{id: a, say: b}]', 'suggest: {at: 3, replace: x}'])('refuses what the checker refuses: %s', (parts) => {
    expect(validate(parse(ruleText(parts)))).toBe(false)
    expect(compile(parts).faults.length).toBeGreaterThan(0)
  })
})

describe('plain JSON Logic of a rule', () => {
  it('has one operator a map, no sugar, and everything of each case', () => {
    const [rule] = compile('cases: [{id: a, n: 1}, {id: b, n: 2}]\nfor: {each: project, where: {name: 甲}, as: 表}\nlet: {数: {count: $表.name}}\nwhen: {present: $表.plan}\nassert: {and: [{at-most: [$数, $case.n]}, {if: [{present: $表.name}, {in: [$表.name, [甲]]}]}]}').rules
    const logic = rule && jsonLogic(rule)
    expect(JSON.parse(JSON.stringify(logic))).toEqual(logic)
    expect(logic).toMatchObject({ id: 'group/thing', cases: [
      { case: 'a', let: { 数: { count: [{ var: '表.name' }] } }, when: { present: [{ var: '表.plan' }] }, assert: { 'all-hold': [{ 'at-most': [{ var: '数' }, 1] }, { 'first-that-holds': [{ present: [{ var: '表.name' }] }, { 'is-in': [{ var: '表.name' }, { list: ['甲'] }] }] }] } },
      { case: 'b' },
    ] })
  })
})

describe('a new rule', () => {
  it('loads as it is, in its place', () => {
    const source = scaffoldRule('group/new-rule')
    const set = compileRules([{ path: 'group/new-rule.yaml', content: parse(source), text: source }], VOCABULARY)
    expect(set.faults).toEqual([])
    expect(set.rules.map((rule) => rule.definition.id)).toEqual(['group/new-rule'])
  })
})
