import { describe, expect, it } from 'vitest'
import type { Project } from '../../src/disclosure/model.ts'
import { recogniseText } from './recognise-helpers.ts'

const tabs = (text: string): string => text.replaceAll(' | ', '\t').replaceAll('|', '\t')
const sheetIn = (text: string): Project => {
  const [project] = recogniseText(tabs(text)).disclosure.projects
  if (project === undefined) throw new Error('no sheet was recognised')
  return project
}

const SHEET = `清河县县级预算部门(单位)项目支出绩效目标表

(2027年度)

项目名称||南山水库加固||||||
主管部门及代码||301-示例县水利局||实施单位||示例县水利局||
项目属性||一次性项目|||项目期||1年|
项目资金(元)||实施期资金总额:||800,000||年度资金总额:||500,000
||其中:中央财政资金||300,000||其中:中央财政资金||200,000
||市县(区)财政资金||500,000||市县(区)财政资金||300,000
其他资金||||其他资金||||
项目概况||对水库坝体进行加固。||||||
实施期目标||||年度目标||||
总体目标||完成全部加固。||||完成一期加固。||
绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值|
|产出指标|数量指标|加固水库|2座|数量指标|加固水库|1座|
|||维修道路|3公里||维修道路|1公里|
||质量指标|验收合格率|100%|质量指标|验收合格率|100%|
|效益指标|经济效益|||经济效益|||
满意度指标|服务对象满意度|群众满意度|≥90%|服务对象满意度|群众满意度|≥90%||
负责人:|张某|经办人:|李某|联系电话:|0000-1234567|填报日期:|20261104
`

describe('the amounts of a project sheet', () => {
  const withUnit = (lines: string): Project => sheetIn(`项目支出绩效目标表\n${lines}\n总体目标 | 改善灌溉条件\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 清淤渠道 | 12公里`)

  it('are in the unit of a field of its own', () => {
    expect(withUnit('项目名称 | 渠道清淤\n项目期限 | 1年 | 金额单位 | 元\n年度资金总额 | 352000').funds).toMatchObject({ unit: '元', total: { annual: '352000' } })
  })

  it('are in the unit of their heading', () => {
    expect(withUnit('项目名称 | 渠道清淤\n资金金额（万元） | 实施期资金总额 | 83.20\n | 其中：当年财政拨款 | 64.80').funds).toMatchObject({ unit: '万元', total: { period: '83.20' } })
  })

  it('are of the whole term where a total is split over years', () => {
    const { funds } = withUnit('项目名称 | 渠道清淤\n项目总投资 | 300.00 | 2025年已安排 | 100.00 | 2026年安排 | 120.00 | 2027年计划 | 80.00\n年度资金总额 | 120.00 | 其中：财政拨款 | 120.00 | 其他资金 | 0.00')
    expect(funds).toMatchObject({ total: { period: '300.00', annual: '120.00' } })
    expect(funds.sources.map(({ label, amounts }) => [label, amounts])).toEqual([
      ['2025年已安排', { period: '100.00' }], ['2026年安排', { period: '120.00' }], ['2027年计划', { period: '80.00' }], ['财政拨款', { annual: '120.00' }], ['其他资金', { annual: '0.00' }],
    ])
  })

  it('have no unit where the field says none', () => {
    expect(withUnit('项目名称 | 渠道清淤\n金额单位 | 见附表\n年度资金总额 | 352000').funds).not.toHaveProperty('unit')
  })
})

describe('project sheets in form layout', () => {
  const sheet = sheetIn(SHEET)

  it('reads the fields', () => {
    expect(sheet).toMatchObject({ name: '南山水库加固', fiscalYear: '2027年度', department: '301-示例县水利局', implementer: '示例县水利局', attribute: '一次性项目', term: '1年', overview: '对水库坝体进行加固。', layout: 'form' })
    expect(sheet.signoff).toEqual({ responsible: '张某', preparer: '李某', phone: '0000-1234567', filledAt: '20261104' })
  })

  it('reads both columns of the funds, a source that was shifted to the edge too', () => {
    expect(sheet.funds).toEqual({
      unit: '元',
      total: { period: '800,000', annual: '500,000' },
      sources: [
        { label: '中央财政资金', amounts: { period: '300,000', annual: '200,000' } },
        { label: '市县(区)财政资金', amounts: { period: '500,000', annual: '300,000' } },
        { label: '其他资金', amounts: { period: '', annual: '' } },
      ],
    })
    expect(sheet.goals).toEqual({ period: '完成全部加固。', annual: '完成一期加固。' })
  })

  it('tells what a project of several years costs from what is asked for this year', () => {
    const rows = ['项目资金（元）|项目资金总额|900,000.00|年度资金申请总额|300,000.00', '|其中：财政资金|900,000.00|其中：当年财政拨款|300,000.00', '|||上年结转资金|0.00', '|其他资金|0.00|其他资金|0.00']
    expect(sheetIn(`财政项目支出绩效目标申报表\n（2027年度）\n项目名称|南山水库加固|项目性质|阶段性项目|\n${rows.join('\n')}\n绩效指标|一级指标|二级指标|三级指标|指标值\n|产出指标|数量指标|加固水库|2座\n`).funds).toEqual({
      unit: '元', total: { period: '900,000.00', annual: '300,000.00' },
      sources: [{ label: '财政资金', amounts: { period: '900,000.00' } }, { label: '当年财政拨款', amounts: { annual: '300,000.00' } }, { label: '上年结转资金', amounts: { annual: '0.00' } }, { label: '其他资金', amounts: { period: '0.00', annual: '0.00' } }],
    })
  })

  it('reads both halves of the indicators, merged labels holding for the rows below', () => {
    expect(sheet.indicators.map(({ level1, halves, reading }) => [level1, halves.period?.kind, halves.period?.name, halves.period?.value, halves.annual?.value, reading])).toEqual([
      ['产出指标', '数量指标', '加固水库', '2座', '1座', undefined],
      ['产出指标', '数量指标', '维修道路', '3公里', '1公里', undefined],
      ['产出指标', '质量指标', '验收合格率', '100%', '100%', undefined],
      ['效益指标', '经济效益', '', '', '', undefined],
      ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '≥90%', 'inferred'],
    ])
  })

  it('keeps a half that is printed without content, and tells which half a lone goal belongs to', () => {
    const half = sheetIn(SHEET.replace('|完成一期加固。', '|').replace('|数量指标|加固水库|1座|', '|数量指标|||'))
    expect(half.goals).toEqual({ period: '完成全部加固。', annual: '' })
    expect(half.indicators[0]?.halves.annual).toEqual({ kind: '数量指标', name: '', value: '' })
  })

  it('cuts sheets apart that were printed one below the other in one table', () => {
    const second = SHEET.slice(SHEET.indexOf('项目名称')).replace('南山水库加固', '北山水库加固')
    expect(recogniseText(tabs(`${SHEET}\n${second}`)).disclosure.projects.map(({ name }) => name)).toEqual(['南山水库加固', '北山水库加固'])
  })

  it('reads a value that slipped into the next row', () => {
    expect(sheetIn(SHEET.replace('|项目期||1年|', '|项目期||\n||||||1年||')).term).toBe('1年')
  })
})

describe('other sheets', () => {
  it('reads a sheet with one half', () => {
    const sheet = sheetIn(`项目支出绩效目标表
（2027年度）
项目名称|防汛物资采购||||
主管部门|示例县水利局||实施单位|示例县水利局|
项目资金（万元）|年度资金总额：|20.00|||
|其中：财政拨款|20.00|||
|其他资金||||
总体目标|完成防汛物资储备。||||
绩效指标|一级指标|二级指标|三级指标|指标值|
|产出指标|数量指标|采购编织袋|≥5000条|
|满意度指标|服务对象满意度指标|群众满意度|≥90%|
`)
    expect(sheet.funds).toMatchObject({ unit: '万元', total: { annual: '20.00' } })
    expect(sheet.goals).toEqual({ annual: '完成防汛物资储备。' })
    expect(sheet.indicators.map(({ halves }) => Object.keys(halves))).toEqual([['annual'], ['annual']])
  })

  it('reads a self-evaluation: stages of the funds, goals, planned and actual values, points', () => {
    const sheet = sheetIn(`项目支出绩效自评表
（2026年度）
项目名称|渠道清淤|||||||
主管部门|示例县水利局|||实施单位|示例县水利局|||
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|
|年度资金总额|90.00|89.97|88.00|10|97.81%|9.78|
|其中：当年财政拨款|90.00|89.97|88.00||||
年度总体目标|预期目标||||实际完成情况|||
|清淤8公里。||||已清淤8公里。|||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|
|产出指标|数量指标|清淤长度|8公里|8公里|50|50|
|效益指标|社会效益指标|受益人口|≥2万人|2.1万人|30|30|
总分||||||100|99.78|
`)
    expect(sheet.funds).toMatchObject({ total: { budget: '90.00', adjusted: '89.97', executed: '88.00' }, weight: '10', rate: '97.81%', score: '9.78' })
    expect(sheet.goals).toEqual({ annual: '清淤8公里。', actual: '已清淤8公里。' })
    expect(sheet.indicators[0]).toMatchObject({ weight: '50', score: '50', halves: { annual: { name: '清淤长度', value: '8公里' }, actual: { name: '清淤长度', value: '8公里' } } })
    expect(sheet.indicators).toHaveLength(2)
    expect(sheet.totalScore).toEqual({ label: '总分', weight: '100', score: '99.78' })
  })

  it('counts each 其中 of the overall form as one level, below a total row too', () => {
    const { disclosure } = recogniseText(tabs(`整体支出绩效目标表
（2027年度）
单位名称|示例县水利局|||
年度单位预算情况|按收入来源类型分|预算金额（万元）|按支出类型分|预算金额（万元）
|合计|30.00|合计|30.00
|其中：财政拨款|25.00|其中：基本支出|10.00
|单位资金|5.00|项目支出|20.00
|||其中：本级安排|12.00
|||转移支付|8.00
年度绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标|数量指标|清淤长度|8公里
`))
    const levels = (list: 'bySource' | 'byType') => disclosure.overall?.funds[list].map(({ label, level }) => `${label} ${String(level)}`)
    expect(levels('bySource')).toEqual(['合计 1', '财政拨款 2', '单位资金 2'])
    expect(levels('byType')).toEqual(['合计 1', '基本支出 2', '项目支出 2', '本级安排 3', '转移支付 3'])
  })

  it('reads projects listed in one table, one row an indicator', () => {
    const { disclosure } = recogniseText(tabs(`2027年项目支出绩效目标表
单位：万元
项目名称|预算金额|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
渠道清淤|90.00|清淤8公里。|产出指标|数量指标|清淤长度|≥|8|公里|50
|||满意度指标|服务对象满意度指标|群众满意度|≥|90|%|10
水库加固|30.00|加固1座。|产出指标|数量指标|加固水库|＝|1|座|50
`))
    expect(disclosure.projects.map(({ name, layout, funds, goals, indicators }) => [name, layout, funds.unit, funds.total.annual, goals.annual, indicators.length])).toEqual([
      ['渠道清淤', 'list', '万元', '90.00', '清淤8公里。', 2],
      ['水库加固', 'list', '万元', '30.00', '加固1座。', 1],
    ])
    expect(disclosure.projects[0]?.indicators[1]).toMatchObject({ level1: '满意度指标', nature: '≥', unit: '%', weight: '10', halves: { annual: { name: '群众满意度', value: '90' } } })
  })

  it('does not take a table of projects for a sheet', () => {
    const { disclosure } = recogniseText(tabs('2027年项目支出预算表\n单位：万元\n项目名称|合计|一般公共预算|单位资金\n合计|120.00|120.00|\n渠道清淤|90.00|90.00|\n水库加固|30.00|30.00|\n'))
    expect(disclosure.projects).toEqual([])
    expect(disclosure.tables[0]?.role).toBe('项目支出表')
  })
})

describe('the overall form', () => {
  const { disclosure } = recogniseText(tabs(`附件2：

示例县水利局整体支出绩效目标申报表（2027年度）
单位基本信息|单位名称：示例县水利局|||
|核定的人员编制数12人|实际在岗人数15人||
单位职能|负责全县水利工作。|||
年度单位预算情况|按收入来源类型分|预算金额（万元）|按支出类型分|预算金额（万元）
|其中：财政拨款收入|120.00|其中：基本支出|40.00
|单位资金收入||项目支出|80.00
||||
年度重点任务|任务1：完成清淤。|||
|任务2：完成加固。|||
年度整体绩效目标|水利设施安全运行。|||
绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标|数量指标|清淤长度|8公里

填报人：李某
联系电话：0000-1234567
`))

  it('is read whole', () => {
    expect(disclosure.overall).toMatchObject({
      unitName: '示例县水利局',
      staffing: [{ text: '核定的人员编制数12人' }, { text: '实际在岗人数15人' }],
      duties: '负责全县水利工作。',
      funds: {
        unit: '万元',
        bySource: [{ label: '财政拨款收入', amount: '120.00' }, { label: '单位资金收入', amount: '' }],
        byType: [{ label: '基本支出', amount: '40.00' }, { label: '项目支出', amount: '80.00' }],
      },
      tasks: [{ text: '任务1：完成清淤。' }, { text: '任务2：完成加固。' }],
      goal: '水利设施安全运行。',
      signoff: { preparer: '李某', phone: '0000-1234567' },
    })
    expect(disclosure.overall?.indicators).toHaveLength(1)
    expect(disclosure.attachments).toEqual([{ label: '附件2' }])
  })
})
