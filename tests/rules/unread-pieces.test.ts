import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type Linter } from '../../src/index.ts'

// A sheet whose cells ran together is neither prose nor a sheet: it is told, and what seems to be missing may be in it.
let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const SHEET = (name: string): string => ['2026年项目支出绩效目标表', `项目名称\t${name}\t主管部门\t示例市水务局`, '实施单位\t示例市水务局\t项目属性\t一次性项目', '项目资金（万元）\t年度资金总额\t35.20', '一级指标\t二级指标\t三级指标\t指标值', '产出指标\t数量指标\t检修泵站\t12座'].join('\n')
const FLAT = '项目名称渠道清淤主管部门示例市水务局实施单位示例市水务局项目属性一次性项目项目期限一年项目资金年度资金总额24.80财政资金财政资金项目概况对城区排涝渠道清淤三十公里，恢复过水断面。立项依据防汛抗旱规划。立项必要性渠道淤积严重，汛期排水不畅。保障措施专人负责，按月检查。实施计划三月招标，五月开工，七月完工。一级指标产出指标二级指标数量指标三级指标清淤长度30公里二级指标质量指标三级指标验收合格率100%二级指标时效指标三级指标完成时间七月底前。'
const DOCUMENT = (piece: string): string => `2026年示例市水务局部门预算公开\n\n一、绩效目标情况\n公开项目绩效目标2个，涉及资金60.00万元。\n\n${SHEET('泵站检修')}\n\n${piece}\n`

describe('a sheet whose cells ran together', () => {
  it('is told with its place, is no prose, and turns what seems to be missing into a remark', () => {
    const { findings, recognition } = linter.lint({ file: '预算.txt', content: DOCUMENT(FLAT) }, { extent: 'whole' })
    expect(recognition.unrecognised).toHaveLength(1)
    const told = findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)
    expect(told).toContain('warning document/unrecognised')
    expect(told).toContain('info count/declared-sheets')
    expect(told.filter((line) => line.startsWith('error count/') || line.includes('text/doubled-word'))).toEqual([])
  })

  it('is missing indeed where all was recognised', () => {
    const { findings } = linter.lint({ file: '预算.txt', content: DOCUMENT('项目按计划实施。') }, { extent: 'whole' })
    expect(findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toContain('error count/declared-sheets')
  })
})

describe('a table that is nowhere', () => {
  const without = (piece: string): string => {
    const lines = readFileSync('fixtures/unit-budget.clean.txt', 'utf8').split('\n')
    const from = lines.lastIndexOf('2026年财政拨款“三公”经费支出情况表')
    const to = lines.indexOf('预算公开表11', from)
    return [...lines.slice(0, from), ...lines.slice(to), piece].join('\n')
  }
  const severities = (content: string): readonly string[] => linter.lint({ file: '预算.txt', content }, { extent: 'whole' }).findings.flatMap(({ ruleId, severity }) => (ruleId === 'complete/required-tables' ? [severity] : []))

  it('is missing where all was recognised, and may be among what was not', () => {
    expect(severities(without(''))).toEqual(['warning'])
    expect(severities(without(FLAT))).toEqual(['info'])
  })
})
