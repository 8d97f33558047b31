import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Disclosure, Project, Table } from '../../src/disclosure/model.ts'
import { createLinter, type EffectiveConfig, type Linter } from '../../src/index.ts'

// Edits that random ones seldom make (see tests/properties/editing.test.ts): what a table is, and whole parts that go and come back.
const linters: Linter[] = []
const flawed = JSON.parse(readFileSync('fixtures/unit-budget.flawed.disclosure.json', 'utf8')) as Disclosure
const base: Disclosure = { ...flawed, projects: flawed.projects.slice(0, 4) }

/** What every sheet is asked hangs on something that is looked up once in a run. */
const LOOKED_UP = `
id: test/looked-up
severity: warning
category: 合理性
tier: all
title: {zh: 表数, en: number of tables}
for: {each: project, as: 表}
let: {各表: {find: {each: project}}, 各段: {find: {each: text, where: {role: paragraph}}}}
assert: {and: [{at-least: [{count: $各表}, ${base.projects.length}]}, {at-least: [{count: $各段}, 1000]}]}
message: {zh: "{表}：{各表|count}，{各段|count}", en: "{表}: {各表|count}, {各段|count}"}
why: {zh: 测试, en: test}
howToFix: {zh: 测试, en: test}
source: [{name: 惯例}]
examples: [{is: not-applicable, given: {text: 无。}}]
`

/** What a section is asked hangs on the sheet of its name, looked up for each. */
const LOOKED_UP_BY_NAME = `
id: test/looked-up-by-name
severity: warning
category: 合理性
tier: all
title: {zh: 同名表, en: sheets of that name}
for: {each: section, as: 节}
let: {同名表: {find: {each: project, where: {name: $节.heading}}}}
assert: {at-most: [{count: $同名表}, 0]}
message: {zh: "{节}：{同名表|count}", en: "{节}: {同名表|count}"}
why: {zh: 测试, en: test}
howToFix: {zh: 测试, en: test}
source: [{name: 惯例}]
examples: [{is: not-applicable, given: {text: 无。}}]
`

beforeAll(async () => {
  linters.push(await createLinter(), await createLinter({ ruleFiles: [['looked-up', LOOKED_UP], ['looked-up-by-name', LOOKED_UP_BY_NAME]].map(([name = '', rule = '']) => ({ path: `test/${name}.yaml`, content: parse(rule) as unknown })) }))
})

/** With 1 put before the first figure in it. */
function withOtherFigure(table: Table): Table {
  let done = false
  const edited = (text: unknown): unknown => (done || typeof text !== 'string' || !/^\d/.test(text) ? text : ((done = true), `1${text}`))
  return { ...table, lanes: JSON.parse(JSON.stringify(table.lanes, (key, value: unknown) => (key === 'cells' ? Object.fromEntries(Object.entries(value as object).map(([name, cell]) => [name, edited(cell)])) : value))) as Table['lanes'] }
}

function holds(versions: readonly Disclosure[]): void {
  for (const linter of linters) {
    const config: EffectiveConfig = { rules: new Map(linter.rules.map(({ definition }) => [definition.id, { options: {} }])), severityAt: () => undefined }
    const editing = linter.editing()
    const reports = versions.map((version) => {
      const source = { file: 'x.disclosure.json', content: JSON.stringify(version) }
      const fresh = JSON.stringify(linter.lint(source, { config }))
      expect(JSON.stringify(editing.lint(source, { config }))).toBe(fresh)
      return fresh
    })
    expect(new Set(reports).size).toBeGreaterThan(1)
  }
}

describe('an edited document has the report of a fresh lint', () => {
  it('when a table becomes another one, and back', () => {
    const renamed = base.tables.map((_, at): Disclosure => ({ ...base, tables: base.tables.map((table, i) => (i === at ? { ...table, role: 'unknown' } : table)) }))
    holds([base, ...renamed, base])
  }, 300_000)

  it('when one figure of each table changes, and back', () => {
    const changed = base.tables.map((table, at): Disclosure => ({ ...base, tables: base.tables.with(at, withOtherFigure(table)) }))
    holds([base, ...changed, base])
  }, 300_000)

  it('when one thing on a sheet changes: its name, its money, a text, an indicator', () => {
    const [first, ...others] = base.projects
    if (!first) throw new Error('no sheet')
    const { funds, indicators } = first
    const edited: readonly Project[] = [
      { ...first, name: `${first.name}二期` },
      { ...first, name: base.sections[0]?.heading ?? '' },
      { ...first, funds: { ...funds, total: { ...funds.total, annual: '1' } } },
      { ...first, overview: '本项目资金12万元。' },
      { ...first, indicators: indicators.map((indicator, at) => (at === 0 ? { ...indicator, halves: { ...indicator.halves, annual: { kind: '数量指标', name: '培训人数', value: '≥3000%' } } } : indicator)) },
      { ...first, fiscalYear: '2019' },
    ]
    holds([base, ...edited.flatMap((project): Disclosure[] => [{ ...base, projects: [project, ...others] }, base])])
  }, 300_000)

  it('when what all of it stands on changes: year, kind, body, extent', () => {
    const { entity } = base
    const changes: readonly Partial<Disclosure>[] = [{ fiscalYear: 2019 }, { kind: 'final-accounts' }, { entity: { ...entity, name: `${entity.name}二` } }, { extent: 'excerpt' }]
    holds([base, ...changes.flatMap((change): Disclosure[] => [{ ...base, ...change }, base])])
  }, 300_000)

  it.each(['tables', 'projects', 'sections'] as const)('when one of its %s goes, and comes back', (list) => {
    const without = base[list].flatMap((_, at): Disclosure[] => [{ ...base, [list]: [...base[list].slice(0, at), ...base[list].slice(at + 1)] }, base])
    holds([base, ...without])
  }, 300_000)
})
