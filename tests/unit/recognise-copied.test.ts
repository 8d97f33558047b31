import { describe, expect, it } from 'vitest'
import { importDisclosure, openSubject } from '../../src/index.ts'
import type { Disclosure } from '../../src/disclosure/model.ts'

async function imported(lines: readonly string[]): Promise<Disclosure> {
  const subject = await openSubject({ file: '示例.txt', content: new TextEncoder().encode(lines.join('\n')), sha256: '' })
  return JSON.parse((await importDisclosure([subject])).json) as Disclosure
}

const head = ['清河县水务局2027年部门预算', '', '第一部分 部门概况', '一、主要职责', '负责全县水务工作。', '']
const table = ['一般公共预算支出表', '单位：万元', '科目编码\t科目名称\t合计\t基本支出\t项目支出', '\t合计\t10.00\t6.00\t4.00', '213\t农林水支出\t10.00\t6.00\t4.00', '']

describe('a table of which only its name and a remark is left', () => {
  it.each([
    ['its headings and a note', ['政府性基金预算支出表', '单位：万元', '科目编码\t科目名称\t合计\t基本支出\t项目支出', '注：本部门没有安排政府性基金支出，故本表无数据。']],
    ['its unit and a note', ['政府性基金预算支出表', '预算单位：清河县水务局        单位：万元', '说明：本部门没有安排政府性基金支出，故此表为空。']],
    ['a remark in brackets below', ['表八  政府性基金预算支出表', '（2027年没有使用政府性基金预算拨款安排的支出）']],
    ['a remark behind a colon', ['政府性基金预算支出表（公开07表）：2027年度无此项支出，空表公开。']],
    ['a remark in the same line', ['表8　政府性基金预算支出表　　(本部门无此项收支,空表)']],
  ])('is an empty table: %s', async (_what, lines) => {
    const { tables } = await imported([...head, ...table, ...lines])
    expect(tables.map(({ role, lanes }) => [role, lanes.flatMap(({ rows }) => rows).length])).toEqual([['一般公共预算支出表', 2], ['政府性基金支出表', 0]])
    expect(tables[0]?.note).toBeUndefined()
    expect(tables[1]?.note).toBeDefined()
  })

  it('leaves a remark under a table with rows to that table', async () => {
    const { tables } = await imported([...head, ...table.slice(0, -1), '注：本表不含上年结转，没有安排的支出不列。'])
    expect(tables).toHaveLength(1)
    expect(tables[0]?.note).toContain('不含上年结转')
  })
})

describe('sheets of projects that were copied as lines', () => {
  const sheet = (name: string, open: string, close: string): readonly string[] => [
    `${open}项目名称${close}${name}    ${open}预算金额${close}12.00万元    ${open}主管部门${close}清河县水务局`,
    `${open}年度目标${close}完成全年任务，保障供水。`,
    '一级指标    二级指标    三级指标        指标值',
    '产出指标    数量指标    维修管网长度    ≥12公里',
    '产出指标    质量指标    验收合格率      100%',
    '效益指标    社会效益    受益村数        8个',
    '',
  ]

  it.each([['【', '】'], ['', '：']])('are read: %s项目名称%s', async (open, close) => {
    const { projects } = await imported([...head, '第五部分 项目支出绩效目标表（2027年度）', ...sheet('管网维修', open, close), ...sheet('泵站运行', open, close)])
    expect(projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([['管网维修', 3], ['泵站运行', 3]])
    expect(projects[0]?.indicators[0]?.halves.annual).toMatchObject({ name: '维修管网长度', value: '≥12公里' })
    expect(projects[0]).toMatchObject({ department: '清河县水务局', funds: { total: { annual: '12.00万元' } } })
  })

  it('are read where single blanks set cells apart, if every row has as many as the headings', async () => {
    const spaced = (number: string, name: string): readonly string[] => [`${number} 项目名称 ${name}`, '主管部门 清河县水务局 实施单位 清河县供水站', '年度目标 完成全年任务，保障供水。', '一级指标 二级指标 三级指标 指标值', '产出指标 数量指标 维修管网长度 ≥12公里', '产出指标 质量指标 验收合格率 100%', '效益指标 社会效益 受益村数 8个']
    const { projects } = await imported([...head, '项目绩效目标表', ...spaced('5-1', '管网维修'), ...spaced('5-2', '泵站运行')])
    expect(projects.map(({ name, implementer, indicators }) => [name, implementer, indicators.length])).toEqual([['管网维修', '清河县供水站', 3], ['泵站运行', '清河县供水站', 3]])
    const torn = await imported([...head, '项目绩效目标表', ...spaced('5-1', '管网维修'), '效益指标 社会效益 受益村数'])
    expect(torn.projects).toEqual([])
  })

  it('are read where each indicator stands behind the label of its kind', async () => {
    const labelled = (name: string): readonly string[] => ['项目绩效目标表（1）', `项目名称：${name}`, '主管部门：清河县水务局', '年度绩效目标：维修管网12公里。', '数量指标：维修管网长度≥12公里', '质量指标：验收合格率=100%', '社会效益指标：受益村数≥8个', '']
    const { projects } = await imported([...head, '第五部分 绩效目标', ...labelled('管网维修'), ...labelled('泵站运行')])
    expect(projects.map(({ name, indicators }) => [name, indicators.map(({ halves }) => halves.annual?.value)])).toEqual([['管网维修', ['≥12公里', '=100%', '≥8个']], ['泵站运行', ['≥12公里', '=100%', '≥8个']]])
  })

  it('keep a goal with one bar between rows that have more', async () => {
    const { projects } = await imported([...head, '项目支出绩效目标表', '项目名称|管网维修', '年度资金总额（万元）|12.00', '其中：财政拨款|12.00', '测算依据|金额（万元）', '管网12公里×1.00万元|12.00', '年度绩效目标|维修管网12公里，保障供水；做到一处不漏。', '一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|维修管网长度|12公里', '效益指标|社会效益|受益村数|8个'])
    expect(projects.map(({ goals, indicators }) => [goals.annual, indicators.length])).toEqual([['维修管网12公里，保障供水；做到一处不漏。', 2]])
  })

  it('keep indicators whose columns are even and end in figures', async () => {
    const even = (name: string): readonly string[] => [`项目名称：${name}    主管部门：清河县水务局`, '年度目标：完成全年任务，保障供水。', '二级指标    三级指标    指标值    分值', '数量指标    维修管网长度    12公里    20', '质量指标    验收合格率    100%    30', '社会效益    受益村数    8个    40', '']
    const { projects, tables } = await imported([...head, '第五部分 项目支出绩效目标表（2027年度）', ...even('管网维修'), ...even('泵站运行')])
    expect(projects.map(({ name, indicators }) => [name, indicators.map(({ weight }) => weight)])).toEqual([['管网维修', ['20', '30', '40']], ['泵站运行', ['20', '30', '40']]])
    expect(tables).toEqual([])
  })

  it('stay text where no indicators follow', async () => {
    const { projects, sections } = await imported([...head, '二、重点项目', '项目名称：管网维修', '本项目分两年实施，今年完成一半。'])
    expect(projects).toEqual([])
    expect(JSON.stringify(sections)).toContain('项目名称：管网维修')
  })
})

describe('a table of contents', () => {
  it('ends where its first part comes again', async () => {
    const contents = ['目录', '公开时间：2027年2月18日', '第一部分 部门概况', '一、主要职责', '第二部分 部门预算表', '']
    const { toc } = await imported(['清河县水务局2027年部门预算', '', ...contents, ...head.slice(2), '第二部分 部门预算表', '', ...table])
    expect(toc?.map(({ text }) => text)).toEqual(['第一部分 部门概况', '一、主要职责', '第二部分 部门预算表'])
  })
})

describe('figures for the public expenses, turned', () => {
  it('have the years of a column of years as columns', async () => {
    const { tables } = await imported([...head, '“三公”经费支出表', '单位：万元', '年度\t“三公”经费合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费', '2026\t7.30\t0.00\t0.50\t6.80', '2027\t6.50\t0.00\t0.30\t6.20'])
    const [turned] = tables
    expect(turned?.role).toBe('三公经费表')
    expect(turned?.lanes[0]?.rows.map(({ label }) => label)).toEqual(['“三公”经费合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费'])
    expect(Object.values(turned?.lanes[0]?.rows[3]?.cells ?? {})).toEqual(['6.80', '6.20'])
  })
})
