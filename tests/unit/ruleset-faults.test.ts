import { describe, expect, it } from 'vitest'
import { compile, ruleText } from './ruleset-helpers.ts'
import { compileRules } from '../../src/ruleset/index.ts'
import { VOCABULARY } from './ruleset-helpers.ts'
import { parse } from 'yaml'

/** The faults of a rule as `code@the text of the place`, so that a test says what is pointed at. */
function faults(parts: string): string[] {
  const lines = ruleText(parts).split('\n')
  return compile(parts).faults.map(({ code, place }) => `${code.replace('rule-', '')}@${place?.kind === 'text' ? (lines[place.line - 1] ?? '').slice(place.column - 1, place.line === place.endLine ? place.endColumn - 1 : undefined) : ''}`)
}

const PROJECT = 'for: {each: project, as: 项目}\n'

describe('faults of a rule file stand where they are', () => {
  it.each<[string, string, string]>([
    ['unknown key', 'sevrity: error', 'unknown-key@sevrity'],
    ['unknown kind', 'for: {each: projet, as: 项目}', 'unknown-kind@projet'],
    ['unknown operator', 'assert: {eqal: [1, 1]}', 'unknown-operator@eqal'],
    ['unknown argument', 'assert: {equal: {of: [1, 2], majorty: required}}', 'unknown-argument@majorty'],
    ['unknown attribute', `${PROJECT}assert: {present: $项目.nmae}`, 'unknown-attribute@$项目.nmae'],
    ['what only the sheet itself is asked', 'for: {each: indicator, as: 指标}\nassert: {present: $指标.project.overview}', 'unknown-attribute@$指标.project.overview'],
    ['unknown attribute in where', 'for: {each: project, where: {nmae: 甲}, as: 项目}\nassert: {present: $项目}', 'unknown-attribute@nmae'],
    ['unknown name', `${PROJECT}assert: {present: $项日}`, 'unknown-name@$项日'],
    ['unknown case parameter', 'cases: [{id: a, by: x}]\nassert: {equal: [$case.bi, $case.by]}', 'unknown-case-parameter@$case.bi'],
    ['unknown option', 'options: {share: {type: percent, default: 5%, title: 题}}\nassert: {at-most: [1, $options.shaer]}', 'unknown-option@$options.shaer'],
    ['two operators', 'assert: {present: $doc, absent: $doc}', 'two-operators@{present: $doc, absent: $doc}'],
    ['number of arguments', 'assert: {less: [1, 2, 3]}', 'wrong-count@[1, 2, 3]'],
    ['text where a quantity is needed', `${PROJECT}assert: {less: [$项目.name, 3]}`, 'wrong-argument@$项目.name'],
    ['literal that is no quantity', `${PROJECT}assert: {less: [很多, $doc.fiscalYear]}`, 'wrong-literal@很多'],
    ['text against quantity', `${PROJECT}assert: {equal: [$项目.name, $doc.fiscalYear]}`, 'not-comparable@$doc.fiscalYear'],
    ['assert that is no verdict', 'assert: {count: $doc.kind}', 'not-a-verdict@{count: $doc.kind}'],
    ['a name used twice', `${PROJECT}let: {项目: 1}\nassert: {present: $项目}`, 'name-taken@1'],
    ['unknown table', 'assert: {present: {cell: [支出总裱, 合计, 合计]}}', 'unknown-table@支出总裱'],
    ['unknown table in where', 'for: {each: row, where: {table: 支出总裱}, as: 行}\nassert: {present: $行}', 'unknown-table@支出总裱'],
    ['unknown column', 'for: {each: row, as: 行}\nassert: {present: $行.cells.合记}', 'unknown-column@$行.cells.合记'],
    ['unknown pattern', 'for: {each: match, where: {pattern: 手机号吗}, as: 号}\nassert: {absent: $号}', 'unknown-pattern@手机号吗'],
    ['unknown list', `${PROJECT}assert: {matches: [$项目.name, 比率类指标]}`, 'unknown-pattern@比率类指标'],
    ['unknown dictionary', 'assert: {equal: [{lookup: {in: 科木, key: 甲}}, 乙]}', 'unknown-dictionary@科木'],
    ['unknown concept', 'for: {each: fact, where: {concept: 编制人}, as: 数}\nassert: {present: $数}', 'unknown-concept@编制人'],
    ['unknown family', 'for: {each: fact, where: {family: 人}, as: 数}\nassert: {present: $数}', 'unknown-family@人'],
    ['unknown named range', 'for: 项木\nassert: {present: $doc}', 'unknown-range@项木'],
    ['match without a pattern', 'for: {each: match, as: 号}\nassert: {absent: $号}', 'match-without-pattern@{each: match, as: 号}'],
    ['except on another kind', 'for: {each: project, except: [手机号码], as: 项目}\nassert: {present: $项目}', 'except-without-match@except'],
    ['a pattern that could hang', `${PROJECT}assert: {matches: [$项目.name, "(甲+)+乙"]}`, 'wrong-pattern@"(甲+)+乙"'],
    ['look-around', `${PROJECT}assert: {matches: [$项目.name, "(?=甲)乙"]}`, 'wrong-pattern@"(?=甲)乙"'],
    ['placeholder unknown', `${PROJECT}assert: {present: $项目}\nmessage: "{项木}没有"`, 'unknown-placeholder@"{项木}没有"'],
    ['default not of its type', 'options: {n: {type: integer, default: 半, title: 题}}\nassert: {at-most: [1, $options.n]}', 'wrong-default@半'],
    ['unknown rule in defersTo', 'defersTo: [group/other]', 'unknown-rule@group/other'],
    ['id that is not the path', 'id: group/other', 'id-not-path@group/other'],
    ['unknown condition', 'for: {each: project, where: {name: {like: 甲}}, as: 项目}\nassert: {present: $项目}', 'unknown-condition@like'],
    ['a side of a pair missing', 'for: {pair: {a: {each: row}, b: {each: project}}, match: [{same: [[$a.label, $a.code]]}]}\nassert: {present: [$a, $b]}', 'no-couple@[$a.label, $a.code]'],
    ['var written out is read as any name', 'assert: {present: {var: nothing}}', 'unknown-name@nothing'],
  ])('%s', (_, parts, expected) => {
    expect(faults(parts)).toEqual([expected])
  })
})

describe('literals chosen by a condition', () => {
  it('are what the other side is, on either side', () => {
    expect(faults(`${PROJECT}assert: {equal: [{if: [{present: $项目.name}, 5%, 10%]}, $doc.fiscalYear]}`)).toEqual([])
    expect(faults(`${PROJECT}assert: {equal: [$项目.name, {if: [{present: $项目.name}, 甲, 乙]}]}`)).toEqual([])
  })

  it('are refused where the other side can never be one', () => {
    expect(faults(`${PROJECT}assert: {equal: [{if: [{present: $项目.name}, 甲, 乙]}, $doc.fiscalYear]}`)).toEqual(['not-comparable@{if: [{present: $项目.name}, 甲, 乙]}'])
  })
})

describe('all faults at once', () => {
  const set = compile('for: {each: projct, as: 项目}\nassert: {equl: [1, 2]}\nseverity: errr\nmessage: "{x}"')

  it('are reported, and the rule does not run', () => {
    expect(set.faults.map((fault) => fault.code)).toEqual(['rule-wrong-form', 'rule-unknown-kind', 'rule-unknown-operator', 'rule-unknown-placeholder'])
    expect(set.rules).toEqual([])
  })

  it('name the file, the nearest right name, in both languages', () => {
    const fault = set.faults.find(({ code }) => code === 'rule-unknown-operator')
    expect(fault?.file).toBe('group/thing.yaml')
    expect(fault?.message.zh).toContain('equal')
    expect(fault?.message.en).toContain('did you mean "equal"?')
  })

  it('a message may begin with a parameter of the case', () => {
    expect(faults('cases: [{id: a, by: 合计}]\nmessage: {zh: "$case.by 与明细不符", en: "$case.by differs"}')).toEqual([])
  })

  it('the same fault of several cases is one', () => {
    expect(faults('cases: [{id: a, by: x}, {id: b, by: y}]\nassert: {equl: [$case.by, x]}')).toEqual(['unknown-operator@equl'])
  })

  it('a sound rule beside a faulty one runs', () => {
    const good = ruleText('id: group/good')
    const two = compileRules([{ path: 'group/good.yaml', content: parse(good) }, { path: 'group/bad.yaml', content: { id: 'group/bad' } }], VOCABULARY)
    expect(two.rules.map((rule) => rule.definition.id)).toEqual(['group/good'])
    expect(two.faults.length).toBeGreaterThan(0)
  })
})

describe('a text that is no YAML', () => {
  it('is told with its place, and nothing else of that file', () => {
    const set = compileRules([{ path: 'a/b.yaml', content: undefined, text: 'id: a/b\nid: a/c\n' }, { path: 'a/d.yaml', content: undefined, text: ruleText('id: a/d') }], VOCABULARY)
    expect(set.faults).toMatchObject([{ code: 'duplicate-key', file: 'a/b.yaml', place: { kind: 'text', line: 2 } }])
    expect(set.rules.map((rule) => rule.definition.id)).toEqual(['a/d'])
  })
})

describe('between rules', () => {
  const rule = (id: string, more = ''): { path: string; content: unknown } => ({ path: `${id}.yaml`, content: parse(ruleText(`id: ${id}\n${more}`)) })

  it('an id used twice and a circle of defersTo are faults', () => {
    expect(compileRules([rule('a/b'), rule('a/b')], VOCABULARY).faults.map((fault) => fault.code)).toEqual(['rule-id-taken'])
    const circle = compileRules([rule('a/b', 'defersTo: [a/c]'), rule('a/c', 'defersTo: [a/d]'), rule('a/d', 'defersTo: [a/b]')], VOCABULARY)
    expect(circle.faults.map((fault) => fault.code)).toEqual(['rule-circle', 'rule-circle', 'rule-circle'])
  })

  it('a chain is none, and rules known elsewhere may be named', () => {
    expect(compileRules([rule('a/b', 'defersTo: [a/c]'), rule('a/c')], VOCABULARY).faults).toEqual([])
    expect(compileRules([rule('a/b', 'defersTo: [a/z]')], VOCABULARY, { alsoKnown: ['a/z'] }).faults).toEqual([])
  })
})

describe('what is asked of shipped rules', () => {
  it('both languages, source, and every kind of example; a boundary when it computes', () => {
    const parts = `${PROJECT}title: {zh: 题, en: title}\nwhy: 因为\nassert: {at-most: [{sum: [$项目.funds.annual, 1]}, 3]}\nexamples: [{is: pass, given: {}}, {is: fail, given: {}}]\n`
    const codes = compile(parts, { shipped: true }).faults.map(({ code, message }) => `${code} ${message.en}`)
    expect(codes).toEqual([
      'rule-missing-key "howToFix" is missing', 'rule-missing-key "source" is missing', 'rule-missing-language "why" needs both languages (zh, en)',
      'rule-missing-example examples of a kind are missing: not-applicable / not-evaluated', 'rule-missing-example examples of a kind are missing: explainable / implausible / rounding',
    ])
    expect(compile(parts).faults).toEqual([])
  })
})

describe('warnings stop nothing', () => {
  it('tell of optional attributes without a guard, and of what is never used', () => {
    const set = compile(`${PROJECT}options: {n: {type: integer, default: 3, title: 题}}\ncases: [{id: a, by: x}]\nlet: {多: 1}\nassert: {equal: [$项目.plan, $项目.plan]}`)
    expect(set.warnings.map((warning) => warning.code).sort()).toEqual(['rule-unguarded', 'rule-unused-let', 'rule-unused-option', 'rule-unused-parameter'])
    expect(set.rules).toHaveLength(1)
    expect(compile(`${PROJECT}when: {present: $项目.plan}\nassert: {equal: [$项目.plan, 甲]}`).warnings).toEqual([])
  })
})

describe('hostile rule files', () => {
  it('nesting and size are limited', () => {
    const deep = Array.from({ length: 60 }).reduce<unknown>((inner) => ({ not: inner }), { equal: [1, 1] })
    const content = { id: 'group/thing', severity: 'error', category: '表文一致', title: '题' }
    const codes = (assert: unknown): string[] => compileRules([{ path: 'group/thing.yaml', content: { ...content, assert } }], VOCABULARY).faults.map((fault) => fault.code)
    expect(codes(deep)).toContain('rule-too-deep')
    expect(codes(Array.from({ length: 5000 }).reduce<unknown>((inner) => [inner], 1))).toEqual(['rule-too-deep'])
    expect(codes({ and: Array.from({ length: 30_000 }, () => 1) })).toEqual(['rule-too-large'])
    expect(codes({ equal: ['甲'.repeat(30_000), '乙'] })).toEqual(['rule-too-large'])
  })

  it('reaches no prototype through names, attributes, operators or options', () => {
    for (const assert of ['{present: $constructor}', '{present: $doc.constructor}', '{present: $doc.__proto__}', '{constructor: [1, 1]}', '{present: $options.toString}', '{hasOwnProperty: 1}']) {
      expect(compile(`assert: ${assert}`).faults).toHaveLength(1)
    }
  })

  it('content that is no rule at all is a fault, not a crash', () => {
    for (const content of [null, 3, 'x', [], { id: 3 }, { assert: null }, { id: 'a/b', assert: [], title: {}, for: [] }]) {
      const set = compileRules([{ path: 'a/b.yaml', content }], VOCABULARY)
      expect(set.rules).toEqual([])
      expect(set.faults.length).toBeGreaterThan(0)
    }
  })
})
