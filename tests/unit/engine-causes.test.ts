import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/facts/item.ts'
import { readPath } from '../../src/facts/path.ts'
import type { QuantityValue, Value } from '../../src/facts/value.ts'
import type { CompiledExpression, CompiledRule } from '../../src/ruleset/compiled.ts'
import { compareNumbers } from '../../src/ruleset/operators/compare-numbers.ts'
import { equalList } from '../../src/ruleset/operators/equal-list.ts'
import { absence } from '../../src/ruleset/operators/presence.ts'
import { figure, item, message, model, rule, run, source, text } from './engine-helpers.ts'
import { sum } from './engine-sums.ts'

const read = (name: string, ...path: string[]): CompiledExpression => (environment) => readPath(environment.lookup(name), path)

/** Total against the sum of the parts, one case by origin of the composition. */
function sumRule(id: string, origins: readonly string[]): CompiledRule {
  return rule(id, {
    cases: origins.map((origin) => ({
      id: origin,
      range: { form: 'each', source: source('composition', { conditions: [{ path: ['origin'], test: (value: Value) => value.type === 'text' && value.text === origin }] }), as: '式' },
      message: message('合计 ', ['actual'], '，明细之和 ', ['expected'], '，差 ', ['difference']),
      assert: (environment) => {
        const parts = read('式', 'parts')(environment)
        const figures = parts.type === 'list' ? parts.values.filter((value): value is QuantityValue => value.type === 'quantity') : []
        return compareNumbers('equal', read('式', 'total')(environment), sum(...figures), environment)
      },
    })),
  })
}

const sums = sumRule('arithmetic/table-sum', ['column', 'row', 'tree'])
const facts = rule('same/amount', { cases: [{ range: { form: 'group', source: source('fact'), by: [['concept']], atLeast: 2, as: '处' }, assert: (environment) => equalList(environment.lookup('处'), environment, false) }] })

const CELLS: readonly (readonly string[])[] = [
  ['合计', '100.00', '60.00', '40.00'],
  ['205', '70.00', '50.00', '20.00'],
  ['20502', '45.00', '30.00', '15.00'],
  ['20509', '25.00', '20.00', '5.00'],
  ['208', '30.00', '10.00', '20.00'],
]

/** A table: columns total, basic, project; rows total, two classes, the first with two subclasses. `wrong` replaces printed cells. */
function table(wrong: Readonly<Record<string, string>> = {}): Record<'composition' | 'fact', Item[]> {
  const cell = (row: number, column: number): QuantityValue => {
    const key = `${row}/${column}`
    return figure(wrong[key] ?? CELLS[row]?.[column] ?? '', `/tables/0/lanes/0/rows/${row}/cells/${'_tbp'[column]}`, '万元')
  }
  const composition = (origin: string, total: QuantityValue, parts: QuantityValue[]): Item =>
    item('composition', `/${origin}${total.ref?.pointer}`, { origin: text(origin), total, parts: { type: 'list', values: parts } })
  const columns = [1, 2, 3].map((column) => composition('column', cell(0, column), [cell(1, column), cell(4, column)]))
  const trees = [1, 2, 3].map((column) => composition('tree', cell(1, column), [cell(2, column), cell(3, column)]))
  const rows = [0, 1, 2, 3, 4].map((row) => composition('row', cell(row, 1), [cell(row, 2), cell(row, 3)]))
  const total = cell(0, 1)
  const fact = (value: QuantityValue): Item => item('fact', value.ref?.pointer ?? '', { concept: text('支出总额'), value }, { text: value.printed ?? '' })
  const prose = { ...figure('100.00万元', '/sections/0/paragraphs/0/text'), ref: { pointer: '/sections/0/paragraphs/0/text', from: 6, to: 14 } }
  return { composition: [...columns, ...trees, ...rows], fact: [fact(prose), fact(total)] }
}

const lint = (wrong: Readonly<Record<string, string>>) => run([sums, facts], model({ items: table(wrong) }))
const at = (row: number, column: string): string => `/tables/0/lanes/0/rows/${row}/cells/${column}`

describe('root cause', () => {
  it('is silent on a table that adds up', () => {
    expect(lint({}).findings).toEqual([])
    expect(lint({}).coverage.map(({ passed }) => passed)).toEqual([11, 1])
  })

  it('is the one cell whose correction makes column, row and tree hold', () => {
    for (const [key, row, column, right] of [['2/2', 2, 'b', '30.00'], ['1/2', 1, 'b', '50.00'], ['4/3', 4, 'p', '20.00'], ['3/1', 3, 't', '25.00'], ['1/1', 1, 't', '70.00'], ['0/2', 0, 'b', '60.00']] as const) {
      const { findings } = lint({ [key]: '33.00' })
      expect(findings.map(({ sites }) => sites[0]?.pointer), key).toEqual([at(row, column)])
      expect(findings[0]?.suggestions?.[0], key).toEqual({ pointer: at(row, column), from: 0, to: 5, replacement: right, safe: false })
      expect(findings[0]?.causeOf?.length, key).toBeGreaterThanOrEqual(1)
      expect(findings[0]?.sites[0]?.text, key).toBe('33.00')
    }
  })

  it('reaches over tables and prose: a wrong grand total also differs from the text', () => {
    const { findings } = lint({ '0/1': '101.00' })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.sites[0]?.pointer).toBe(at(0, 't'))
    expect(findings[0]?.causeOf?.map(({ ruleId }) => ruleId).sort()).toEqual(['arithmetic/table-sum', 'same/amount'])
    expect(findings[0]?.suggestions?.[0]?.replacement).toBe('100.00')
  })

  it('is not claimed for one broken sum: its total stays the main place', () => {
    const { findings } = run(sumRule('a/sum', ['tree']), model({ items: table({ '2/2': '33.00' }) }))
    expect(findings.map(({ sites, suggestions, causeOf }) => [sites[0]?.pointer, suggestions, causeOf])).toEqual([[at(1, 'b'), undefined, undefined]])
  })

  it('is two causes where two cells are wrong', () => {
    const { findings } = lint({ '2/2': '31.00', '4/3': '25.00' })
    expect(findings.map(({ sites }) => sites[0]?.pointer)).toEqual([at(2, 'b'), at(4, 'p')])
  })

  it('is not claimed where several figures would explain the same checks; they are one finding all the same', () => {
    const [a, b, c] = ['3', '4', '8'].map((printed, index) => figure(`${printed}.00`, `/tables/0/lanes/0/rows/${index}/cells/x`, '元')) as [QuantityValue, QuantityValue, QuantityValue]
    const twice = [0, 1].map((index) => item('composition', `/c/${index}`, { origin: text(['column', 'tree'][index] ?? ''), total: c, parts: { type: 'list', values: [a, b] } }))
    const other = sumRule('other/sum', ['tree'])
    const { findings } = run([sumRule('one/sum', ['column']), other], model({ items: { composition: twice } }))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.sites[0]?.pointer).toBe('/tables/0/lanes/0/rows/2/cells/x')
    expect(findings[0]?.suggestions).toBeUndefined()
    expect(findings[0]?.causeOf).toHaveLength(1)
  })

  it('prefers the figure whose correction breaks nothing that holds', () => {
    const cell = (row: number, printed: string): QuantityValue => figure(printed, `/tables/0/lanes/0/rows/${row}/cells/x`, '元')
    const composition = (id: string, total: QuantityValue, parts: QuantityValue[]): Item => item('composition', id, { origin: text(id), total, parts: { type: 'list', values: parts } })
    const [p, q, t] = [cell(0, '3.00'), cell(1, '4.00'), cell(2, '8.00')]
    const compositions = [composition('column', t, [p, q]), composition('tree', t, [q, p]), composition('row', p, [cell(3, '1.00'), cell(4, '2.00')]), composition('row', t, [cell(5, '8.00')])]
    const { findings } = run([sumRule('one/sum', ['column']), sumRule('two/sum', ['tree']), sumRule('three/sum', ['row'])], model({ items: { composition: compositions } }))
    expect(findings.map(({ sites, suggestions }) => [sites[0]?.text, suggestions?.[0]?.replacement])).toEqual([['4.00', '5.00']])
  })

  it('of a figure printed twice is the one that no sum supports', () => {
    const items = table()
    const [prose, total] = items.fact as [Item, Item]
    const wrong = item('fact', prose.ref.pointer, { concept: text('支出总额'), value: { ...figure('90.00万元', prose.ref.pointer), ref: { pointer: prose.ref.pointer, from: 6, to: 13 } } }, { text: '90.00万元' })
    for (const fact of [[wrong, total], [total, wrong]]) {
      const { findings } = run([sums, facts], model({ items: { ...items, fact } }))
      expect(findings.map(({ sites }) => sites[0]?.text)).toEqual(['90.00万元'])
      expect(findings[0]?.suggestions).toEqual([{ pointer: prose.ref.pointer, from: 6, to: 13, replacement: '100.00万元', safe: false }])
    }
  })

  it('links equal differences across a row whose total was computed from a wrong part', () => {
    const { findings } = lint({ '4/3': '25.00', '4/1': '35.00' })
    expect(findings.map(({ sites }) => sites[0]?.pointer)).toEqual([at(4, 'p')])
    expect(findings[0]?.causeOf).toHaveLength(1)
  })

  it('leaves the total the main place where several rows could be the wrong one', () => {
    const { findings } = lint({ '2/2': '33.00', '2/1': '48.00' })
    expect(findings.map(({ sites, causeOf }) => [sites[0]?.pointer, causeOf?.length])).toEqual([[at(1, 'b'), 1]])
  })

  it('does not link equal differences that no single row explains', () => {
    const { findings } = lint({ '1/3': '25.00', '0/1': '105.00' })
    expect(findings.length).toBeGreaterThan(1)
  })
})

describe('merging', () => {
  const at3 = (pointer: string): Item => item('match', pointer, {}, { from: 0, to: 3, text: '标记甲' })
  const forbid = (id: string, pattern: string, more: object = {}): CompiledRule =>
    rule(id, { definition: more, cases: [{ id: pattern, range: { form: 'each', source: source('match', { pattern }), as: '号' }, message: message('出现', ['号']), assert: (environment) => absence.apply([environment.lookup('号')], environment, { settings: {} } as never) }] })

  it('makes one finding of cases that fail at the same places', () => {
    const both = { ...forbid('a/b', '一'), cases: [...forbid('a/b', '一').cases, ...forbid('a/b', '二').cases] }
    const { findings, coverage } = run(both, model({ matches: { 一: [at3('/sections/0')], 二: [at3('/sections/0')] } }))
    expect(findings.map(({ caseId }) => caseId)).toEqual(['一,二'])
    expect(coverage[0]?.failed).toBe(2)
  })

  it('makes one finding of the same words in one section, and another in the next', () => {
    const hits = ['/sections/0/paragraphs/0/text', '/sections/0/paragraphs/1/text', '/sections/0/sections/1/paragraphs/0/text', '/sections/1/paragraphs/0/text'].map(at3)
    const { findings } = run(forbid('a/b', '一'), model({ matches: { 一: hits } }))
    expect(findings.map(({ sites }) => sites.length)).toEqual([2, 1, 1])
  })

  it('keeps absences apart that have no place of their own', () => {
    const missing = (id: string): CompiledRule['cases'][number] => ({ ...forbid('a/b', id).cases[0], id, range: { form: 'once' }, message: message(`缺少${id}`), assert: () => ({ type: 'verdict', verdict: 'violated', inputs: [{ ref: { pointer: '', nearest: true }, text: '' }] }) }) as CompiledRule['cases'][number]
    const { findings } = run({ ...forbid('a/b', ''), cases: [missing('甲'), missing('乙')] }, model())
    expect(findings.map(({ message: words }) => words).sort()).toEqual(['缺少乙', '缺少甲'])
  })

  it('loses nothing where two rules defer to each other', () => {
    const rules = [forbid('a/b', '一', { defersTo: ['b/c'] }), forbid('b/c', '一', { defersTo: ['a/b'] })]
    const { findings } = run(rules, model({ matches: { 一: [at3('/sections/0')] } }))
    expect(findings.map(({ ruleId, causeOf }) => [ruleId, causeOf?.length])).toEqual([['b/c', 1]])
  })

  it('lists a finding under the one it defers to, where they share a place', () => {
    const rules = [forbid('a/later', '一', { defersTo: ['b/first'] }), forbid('b/first', '二')]
    const matches = { 一: [at3('/sections/0'), at3('/sections/1')], 二: [at3('/sections/0')] }
    const { findings } = run(rules, model({ matches }))
    expect(findings.map(({ ruleId, sites, causeOf }) => [ruleId, sites[0]?.pointer, causeOf?.map((effect) => effect.ruleId)])).toEqual([
      ['b/first', '/sections/0', ['a/later']],
      ['a/later', '/sections/1', undefined],
    ])
  })
})
