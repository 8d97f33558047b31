import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/facts/item.ts'
import { readPath } from '../../src/facts/path.ts'
import type { Value } from '../../src/facts/value.ts'
import type { CompiledExpression, CompiledRange, Environment } from '../../src/ruleset/compiled.ts'
import { equalList } from '../../src/ruleset/operators/equal-list.ts'
import { equalPair } from '../../src/ruleset/operators/equal-pair.ts'
import { absence, present } from '../../src/ruleset/operators/presence.ts'
import { figure, item, message, model, rule, run, source, text } from './engine-helpers.ts'

const attribute = (name: string, ...path: string[]): CompiledExpression => (environment) => readPath(environment.lookup(name), path)
const allEqual = (name: string): CompiledExpression => (environment) => equalList(environment.lookup(name), environment, false)
const apply = (operator: typeof present, ...names: string[]): CompiledExpression => (environment) => operator.apply(names.map((name) => environment.lookup(name)), environment, { settings: {} } as never)
const fact = (pointer: string, printed: string, known: Record<string, string> = {}, unsaid: string[] = []): Item =>
  item('fact', pointer, { concept: text('编制'), value: figure(printed, pointer), scope: { type: 'scope', known, unsaid } }, { text: printed })
const facts: CompiledRange = { form: 'group', source: source('fact'), by: [['concept'], ['scope']], atLeast: 2, as: '处' }
const same = (...items: Item[]) => run(rule('a/same', { cases: [{ range: facts, assert: allEqual('处'), message: message(['处']) }] }), model({ items: { fact: items } }))
const texts = (items: readonly Item[]): string[] => items.map(({ text: printed }) => printed)

describe('group', () => {
  it('puts items with equal keys into one check and leaves single ones out', () => {
    const { findings, coverage } = same(fact('/sections/0', '8人'), fact('/sections/1', '12人'), fact('/sections/2', '9人', { year: '2025' }))
    expect(findings.map((finding) => finding.sites.map((site) => site.text))).toEqual([['8人', '12人']])
    expect(coverage[0]).toMatchObject({ passed: 0, failed: 1, notEvaluated: [] })
  })

  it('has the minority value first when there is a majority', () => {
    const { findings } = same(fact('/sections/0', '8人'), fact('/sections/1', '12人'), fact('/sections/2', '8人'))
    expect(findings[0]?.sites[0]?.text).toBe('12人')
    expect(findings[0]?.message).toBe('8人，12人')
  })

  it('gathers near texts around the most frequent one, without drifting', () => {
    const sentence = (index: number, printed: string): Item => item('sentence', `/sections/${index}`, { text: text(printed) }, { text: printed })
    const all = ['保障单位正常运转和日常办公', '保障单位正常运转和日常办公', '保障单位正常运行和日常办公', '促进区域文化事业繁荣与发展'].map((printed, index) => sentence(index, printed))
    const seen: string[][] = []
    const range: CompiledRange = { form: 'group', source: source('sentence'), by: [], near: { by: ['text'], distance: () => figure('2', '/x') }, atLeast: 2, as: '句' }
    run(rule('a/near', { cases: [{ range, assert: (environment) => { const list = environment.lookup('句'); if (list.type === 'list') seen.push(texts(list.values.flatMap((value) => (value.type === 'item' ? [value.item] : [])))); return { type: 'boolean', value: true } } }] }), model({ items: { sentence: all } }))
    expect(seen).toEqual([all.slice(0, 3).map((entry) => entry.text)])
  })
})

describe('scopes', () => {
  const closed = new Map([['carryover', { closed: true, values: { 含: [], 不含: [] } }]])
  const check = (items: Item[], scopes = closed) => run(rule('a/same', { cases: [{ range: facts, assert: allEqual('处') }] }), model({ items: { fact: items } }), { scopes })
  const open = (printed: string): Item => fact('/sections/0', printed, {}, ['carryover'])
  const full = (pointer: string, printed: string, carryover: string): Item => fact(pointer, printed, { carryover })

  it('does not separate what nobody distinguishes', () => {
    expect(check([open('8人'), fact('/sections/1', '12人', {}, ['carryover'])]).findings).toHaveLength(1)
  })

  it('lets an unsaid part fit any fuller scope: one that agrees is enough', () => {
    const { findings, coverage } = check([open('8人'), full('/tables/0', '8人', '含'), full('/tables/1', '9人', '不含')])
    expect(findings).toEqual([])
    expect(coverage[0]).toMatchObject({ passed: 1, failed: 0 })
  })

  it('finds a figure that fits no value of a closed dimension, itself first', () => {
    const { findings } = check([open('7人'), full('/tables/0', '8人', '含'), full('/tables/1', '9人', '不含')])
    expect(findings).toHaveLength(1)
    expect(findings[0]?.sites[0]?.text).toBe('7人')
    expect(findings[0]?.trace?.steps?.length).toBe(2)
  })

  it('says nothing where another value could be meant', () => {
    const oneOfTwo = check([open('7人'), full('/tables/0', '8人', '含')])
    const notClosed = check([open('7人'), full('/tables/0', '8人', '含'), full('/tables/1', '9人', '不含')], new Map([['carryover', { closed: false, values: { 含: [], 不含: [] } }]]))
    const unlisted = check([open('7人'), full('/tables/0', '8人', '含'), full('/tables/1', '9人', '结转')])
    for (const { findings, coverage } of [oneOfTwo, notClosed, unlisted]) {
      expect(findings).toEqual([])
      expect(coverage[0]?.notEvaluated).toEqual([{ reason: 'scope-unclear', count: 1 }])
    }
  })

  it('never puts a dimension that a figure does not have beside one that it has', () => {
    expect(check([fact('/sections/0', '7人'), full('/tables/0', '8人', '含')]).findings).toEqual([])
  })

  it('takes a scope whose own figures differ as several readings', () => {
    const { findings } = check([open('8人'), full('/tables/0', '8人', '含'), full('/tables/1', '9人', '含')])
    expect(findings.map((finding) => finding.sites.map((site) => site.pointer))).toEqual([['/tables/1', '/tables/0']])
  })
})

describe('pair', () => {
  const row = (index: number, label: string, amount: string): Item => item('row', `/tables/0/lanes/0/rows/${index}`, { label: text(label), amount: figure(amount, `/r/${index}`, '万元') }, { text: label })
  const sheet = (index: number, name: string, amount: string): Item => item('project', `/projects/${index}`, { name: text(name), amount: figure(amount, `/p/${index}`, '元') }, { text: name })
  const range: CompiledRange = {
    form: 'pair',
    a: { name: '行', source: source('row') },
    b: { name: '表', source: source('project') },
    rounds: [
      { same: [{ a: ['label'], b: ['name'] }, { a: ['amount'], b: ['amount'] }] },
      { same: [{ a: ['label'], b: ['name'] }] },
      { same: [], near: { a: ['label'], b: ['name'], atLeast: 0.6 } },
    ],
  }
  const pairs = (rows: Item[], sheets: Item[]) => {
    const seen: string[] = []
    const name = (environment: Environment, side: string): string => { const value: Value = environment.lookup(side); return value.type === 'item' ? value.item.text + value.item.ref.pointer.slice(-1) : value.type === 'absent' ? value.reason : '?' }
    const result = run(rule('a/pair', { cases: [{ range, assert: (environment) => { seen.push(`${name(environment, '行')}~${name(environment, '表')}`); return { type: 'boolean', value: true } } }] }), model({ items: { row: rows, project: sheets } }))
    return { seen, ...result }
  }

  it('matches round after round, equal amounts first, each item once, whatever the unit', () => {
    const { seen } = pairs([row(0, '设备购置', '1.2'), row(1, '设备购置', '3.5')], [sheet(0, '设备购置', '35000'), sheet(1, '设备购置', '12000')])
    expect(seen).toEqual(['设备购置0~设备购置1', '设备购置1~设备购置0'])
  })

  it('holds amounts equal at the precision they are printed with, not only exactly', () => {
    const { seen } = pairs([row(0, '设备购置', '3.12'), row(1, '设备购置', '8.71')], [sheet(0, '设备购置', '87120'), sheet(1, '设备购置', '31230')])
    expect(seen).toEqual(['设备购置0~设备购置1', '设备购置1~设备购置0'])
  })

  it('gives the best likeness to the later rounds and leaves the rest alone', () => {
    const { seen } = pairs([row(0, '校舍维修改造', '1'), row(1, '培训', '2')], [sheet(0, '校舍维修改造项目', '9'), sheet(1, '宣传', '9')])
    expect(seen).toEqual(['校舍维修改造0~校舍维修改造项目0', '培训1~missing-sheet', 'missing-row~宣传1'])
  })

  it('is one gap, not many missing partners, when a side is empty', () => {
    const { seen, coverage } = pairs([row(0, 'a', '1'), row(1, 'b', '1')], [])
    expect(seen).toEqual([])
    expect(coverage[0]?.notEvaluated).toEqual([{ reason: 'missing-sheet', count: 1 }])
  })

  it('places a finding about what is missing at the partner that is there', () => {
    const { findings } = run(rule('a/pair', { cases: [{ range, assert: apply(present, '行', '表') }] }), model({ items: { row: [row(0, '甲项', '1'), row(1, '乙项', '1')], project: [sheet(0, '甲项', '1')] } }))
    expect(findings.map(({ sites }) => sites[0]?.pointer)).toEqual(['/tables/0/lanes/0/rows/1'])
  })
})

describe('each', () => {
  const hit = (pointer: string, from: number, to: number): Item => item('match', pointer, {}, { from, to, text: `${from}-${to}` })
  const range: CompiledRange = { form: 'each', source: source('match', { pattern: '号码', except: ['代码'] }), as: '号码' }
  const forbidden = rule('a/match', { cases: [{ range, assert: apply(absence, '号码') }] })

  it('drops hits that overlap an excepted pattern in the same text', () => {
    const hits = [hit('/sections/0', 5, 10), hit('/sections/1', 5, 10), hit('/sections/0', 20, 30)]
    const { findings } = run(forbidden, model({ matches: { 号码: hits, 代码: [hit('/sections/0', 9, 12)] } }))
    expect(findings.flatMap(({ sites }) => sites.map(({ pointer, range: at }) => `${pointer} ${at?.join('-')}`))).toEqual(['/sections/0 20-30', '/sections/1 5-10'])
  })

  it('passes a document it looked through and found nothing in; without texts it has not looked', () => {
    const looked = run(forbidden, model({ items: { text: [item('text', '/sections/0', {})] } }))
    const nothing = run(forbidden, model())
    expect(looked.coverage[0]?.passed).toBe(1)
    expect(nothing.coverage[0]?.passed).toBe(0)
  })

  it('says which document is missing', () => {
    const previous: CompiledRange = { form: 'each', source: source('fact', { from: 'previous' }), as: '数' }
    const { coverage } = run(rule('a/previous', { cases: [{ range: previous, assert: () => ({ type: 'boolean', value: true }) }] }), model())
    expect(coverage[0]?.notEvaluated).toEqual([{ reason: 'missing-document', count: 1 }])
  })

  it('says which table is missing, but not that a fact is', () => {
    const rows: CompiledRange = { form: 'each', source: source('row'), as: '行' }
    const claims: CompiledRange = { form: 'each', source: source('change'), as: '变' }
    const always: CompiledExpression = () => ({ type: 'boolean', value: true })
    expect(run(rule('a/rows', { needs: ['支出总表'], cases: [{ range: rows, assert: always }] }), model()).coverage[0]?.notEvaluated).toEqual([{ reason: 'missing-table', count: 1 }])
    expect(run(rule('a/claims', { cases: [{ range: claims, assert: always }] }), model()).coverage[0]).toMatchObject({ passed: 0, notEvaluated: [] })
  })

  it('keeps places of another document apart from those of this one', () => {
    const both = rule('a/previous', { cases: [{ range: { form: 'each', source: source('fact', { from: 'previous' }), as: '上年' }, assert: (environment) => equalPair(figure('5', '/tables/0', '万元'), attribute('上年', 'value')(environment), environment) }] })
    const previous = model({ items: { fact: [fact('/tables/0', '6万元')] } })
    const { findings } = run(both, model({ related: { previous } }), { related: new Map([['previous', { file: '上年.txt', describe: { label: () => '上年的表', address: () => '上年' } }]]) })
    expect(findings[0]?.sites.map(({ text: printed, file, label }) => [printed, file, label])).toEqual([['5', undefined, '标签/tables/0'], ['6万元', '上年.txt', '上年的表']])
  })
})
