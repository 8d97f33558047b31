import { describe, expect, it } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { laneOf, recogniseText } from './recognise-helpers.ts'

const read = (text: string): Disclosure => recogniseText(text.replaceAll(' | ', '\t')).disclosure

const INDICATORS = '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因\n产出指标 | 数量指标 | 更新路灯数量 | ≥80盏 | 76盏 | 20 | 19 | 两处路口改造未移交\n总分 |  |  |  |  | 100 | 97'

describe('the money of a self-evaluation', () => {
  it('has a rate for each source', () => {
    const [sheet] = read(`项目支出绩效自评表\n项目名称 | 街区路灯更新\n项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n年度资金总额 | 110.00 | 120.00 | 96.00 | 10 | 80.00% | 8.00\n其中：区级资金 | 60.00 | 70.00 | 56.00 | — | 80.00% | —\n${INDICATORS}`).projects
    expect(sheet?.funds).toMatchObject({ total: { budget: '110.00', adjusted: '120.00', executed: '96.00' }, rate: '80.00%', score: '8.00', sources: [{ label: '区级资金', amounts: { executed: '56.00' }, rate: '80.00%' }] })
    expect(sheet?.indicators[0]).toMatchObject({ reason: '两处路口改造未移交', score: '19' })
  })

  it('is read from lines around grids', () => {
    const { projects } = read(`三、项目支出绩效自评表\n项目名称：街区路灯更新  主管部门：示例区城管局\n单位：万元\n | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n年度资金总额 | 110.00 | 120.00 | 96.00 | 10 | 80.00% | 8.00\n年度总体目标：更新路灯80盏，改造配电箱6处。\n${INDICATORS}`)
    expect(projects).toHaveLength(1)
    expect(projects[0]).toMatchObject({ name: '街区路灯更新', department: '示例区城管局', funds: { unit: '万元', total: { adjusted: '120.00', executed: '96.00' }, rate: '80.00%' } })
    expect(projects[0]?.indicators).toHaveLength(1)
  })

  it('belongs to the sheet whose title names the project; a sentence below its totals is text', () => {
    const text = `（一）街区路灯更新项目自评表\n（2026年度）    金额单位：万元\n资金情况    年初预算数    全年预算数（A）    全年执行数（B）    分值    执行率（B/A）    得分\n年度资金总额    110.00    120.00    96.00    10    80.00%    8.00\n年度总体目标完成情况：更新路灯76盏。\n${INDICATORS.replaceAll(' | ', '    ')}\n自评得分97.00分，等级：优。\n`
    const disclosure = recogniseText(text).disclosure
    expect(disclosure.projects).toMatchObject([{ title: '（一）街区路灯更新项目自评表', funds: { total: { budget: '110.00', executed: '96.00' }, rate: '80.00%' } }])
    expect(JSON.stringify(disclosure.sections)).toContain('自评得分97.00分')
  })

  it('stands on the overall form as well', () => {
    const { overall } = read('部门整体支出绩效自评表\n单位名称 | 示例区城管局\n年度预算申请（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n年度资金总额 | 500.00 | 600.00 | 570.00 | 10 | 95.00% | 9.50\n按资金性质分 | 一般公共预算：520.00 | 政府性基金：50.00\n按支出性质分 | 基本支出：300.00 | 项目支出：270.00\n一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n产出指标 | 数量指标 | 更新路灯数量 | ≥80盏 | 82盏 | 20 | 20')
    expect(overall?.execution).toMatchObject({ total: { budget: '500.00', executed: '570.00' }, rate: '95.00%' })
    expect(overall?.funds).toMatchObject({ bySource: [{ label: '一般公共预算', amount: '520.00' }, { label: '政府性基金', amount: '50.00' }], byType: [{ label: '基本支出', amount: '300.00' }, { label: '项目支出', amount: '270.00' }] })
  })

  it('may be told in one cell', () => {
    const [sheet] = read('项目支出绩效目标表\n项目名称 | 街区路灯更新\n项目资金 | 264.00万元，其中财政拨款200.00万元，其他资金64.00万元\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 更新路灯数量 | ≥80盏').projects
    expect(sheet?.funds).toMatchObject({ total: { annual: '264.00万元' }, sources: [{ label: '财政拨款', amounts: { annual: '200.00万元' } }, { label: '其他资金', amounts: { annual: '64.00万元' } }] })
  })
})

describe('captions within a grid', () => {
  it('may end with the unit', () => {
    const [table] = read('二、部门收入预算总表\n示例镇人民政府 |  | 预算年度：2027 | 单位：万元\n科目编码 | 科目名称 | 合计 | 一般公共预算拨款\n | 合计 | 12.00 | 12.00\n201 | 一般公共服务支出 | 12.00 | 12.00').tables
    expect(table).toMatchObject({ role: '收入总表', unit: '万元', entity: '示例镇人民政府' })
  })

  it('start a table each where tables are stacked, the unit beside the title', () => {
    const { tables } = read('表01  2027年部门收支预算总表 |  |  | 单位：万元\n收入项目 | 预算数 | 支出项目 | 预算数\n一、一般公共预算拨款收入 | 12.00 | 一、一般公共服务支出 | 12.00\n收入总计 | 12.00 | 支出总计 | 12.00\n表02  2027年部门收入预算总表 |  |  | 单位：万元\n单位名称 | 合计 | 一般公共预算 | 事业收入\n示例局 | 12.00 | 12.00 | 0.00\n合计 | 12.00 | 12.00 | 0.00')
    expect(tables.map(({ role, number }) => [role, number])).toEqual([['收支总表', '表01'], ['收入总表', '表02']])
  })

  it('of a table aligned by blanks need one row only', () => {
    const [table] = recogniseText('七、财政拨款“三公”经费支出表\n填报单位：示例县水库管理处                          单位：万元\n单位名称           合计   因公出国（境）费   公务接待费   公务用车运行维护费\n示例县水库管理处   2.31   0.00               0.42         1.89\n').disclosure.tables
    expect(table?.role).toBe('三公经费表')
    expect(JSON.stringify(laneOf(table as never))).toContain('1.89')
  })
})
