import { describe, expect, it } from 'vitest'
import { builtin } from 'virtual:disclint-builtin'
import { exampleDisclosure } from '../../src/example-disclosure.ts'
import { runExamples } from '../../src/rule-examples.ts'
import type { ExampleDefinition } from '../../src/ruleset/definition.ts'
import { absence } from '../../src/ruleset/operators/presence.ts'
import { loadVocabulary } from '../../src/vocabulary/load.ts'
import { message, rule, source, wording } from './engine-helpers.ts'

const { vocabulary } = loadVocabulary(builtin.filter(({ path }) => path.startsWith('vocabulary/')))

/** No project may stand in the document: enough of a rule to see whether examples are judged. */
const noProject = (examples: readonly ExampleDefinition[]) =>
  rule('a/b', { definition: { examples }, needs: ['project'], cases: [{ range: { form: 'each', source: source('project'), as: '表' }, message: message('多出“', ['表'], '”'), assert: (environment) => absence.apply([environment.lookup('表')], environment, { settings: {} } as never) }] })

const judge = (example: ExampleDefinition) => runExamples(noProject([example]), { vocabulary, wording })[0]
const projects = [{ name: '甲项目' }, { name: '乙项目' }]

describe('examples', () => {
  it('pass when they do as they say', () => {
    expect(judge({ is: 'fail', given: { projects }, sites: ['甲项目'], message: '多出“乙项目”' })).toMatchObject({ passed: true, faults: [], message: '多出“甲项目”' })
    expect(judge({ is: 'not-evaluated', given: { projects: [] } })?.passed).toBe(true)
  })

  it('fail with what differs otherwise', () => {
    const wrong: [ExampleDefinition, RegExp][] = [
      [{ is: 'pass', given: { projects } }, /应为 pass/],
      [{ is: 'not-applicable', given: {} }, /missing-sheet/],
      [{ is: 'fail', given: {} }, /应为 fail/],
      [{ is: 'fail', given: { projects }, sites: ['丙项目'] }, /丙项目.*甲项目/],
      [{ is: 'fail', given: { projects }, sites: ['甲项目', '乙项目'] }, /各处/],
      [{ is: 'fail', given: { projects }, cause: 'x' }, /原因应为 x/],
      [{ is: 'fail', given: { projects }, message: '缺少' }, /消息应有/],
      [{ is: 'fail', given: { projects: [{ name: '甲', colour: '红' }] } }, /given/],
    ]
    for (const [example, fault] of wrong) {
      expect(judge(example)?.passed, example.is).toBe(false)
      expect(judge(example)?.faults.join()).toMatch(fault)
    }
  })
})

describe('given', () => {
  it('is laid over a minimal disclosure: texts, short funds and indicators, staffing', () => {
    const disclosure = exampleDisclosure(
      {
        text: ['第一段。', '第二段。'],
        fiscalYear: 2025,
        projects: [{ name: '甲', funds: { annual: '3.00' }, indicators: [{ name: '培训人次', kind: '数量指标', annual: '20人次', period: { name: '总人次', value: '60人次' } }] }],
        overall: { staffing: '编制8人' },
      },
      vocabulary,
    )
    expect(disclosure).toMatchObject({ kind: 'budget', fiscalYear: 2025, extent: 'whole', overall: { staffing: [{ text: '编制8人' }] } })
    expect(disclosure.sections[0]?.paragraphs.map(({ text }) => text)).toEqual(['第一段。', '第二段。'])
    expect(disclosure.projects[0]?.funds).toEqual({ unit: '万元', total: { annual: '3.00' }, sources: [] })
    expect(disclosure.projects[0]?.indicators[0]?.halves).toEqual({ period: { kind: '数量指标', name: '总人次', value: '60人次' }, annual: { kind: '数量指标', name: '培训人次', value: '20人次' } })
  })

  it('has tables as grids', () => {
    const { tables } = exampleDisclosure({ tables: [{ role: '支出总表', grid: '科目编码 | 科目名称 | 合计\n | 合计 | 52.70\n207 | 文化支出 | 52.70' }] }, vocabulary)
    expect(tables[0]).toMatchObject({ role: '支出总表', unit: '万元' })
    expect(tables[0]?.lanes[0]?.rows.map(({ label }) => label)).toEqual(['合计', '文化支出'])
  })

  it('can be published text, which goes through reader and recogniser', () => {
    const { sections } = exampleDisclosure({ document: '示例单位2026年部门预算\n\n一、单位职责\n\n负责本区域的文化工作，组织开展各类文化活动。\n' }, vocabulary)
    expect(JSON.stringify(sections)).toContain('组织开展各类文化活动')
  })
})
