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

describe('a table of contents that names a part in other words', () => {
  it('ends where the part comes again', async () => {
    const { toc } = await imported(['清河县水务局', '2027年部门预算', '', '目录', '第一部分 单位概况', '一、主要职责', '第二部分 部门预算表', '', '第一部分 清河县水务局概况', '', '一、主要职责', '负责全县水务工作。', '', '第二部分 部门预算表', '', ...table])
    expect(toc?.map(({ text }) => text)).toEqual(['第一部分 单位概况', '一、主要职责', '第二部分 部门预算表'])
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

  describe('copied as a line of figures below broken headings', () => {
    const TITLE = '2027年部门“三公”经费和机关运行经费预算表'
    const said = ['', '二、“三公”经费情况说明', '（一）公务接待费0.50万元，比上年减少0.10万元。', '（二）公务用车购置及运行费6.80万元，其中：公务用车运行费6.80万元。', '（三）机关运行经费预算为31.26万元。']
    const broken = ['“三公”经费预算数', '机关运行经费预算', '公务用车购置及运行费', '数', '合计 因公出国（境）费 公务接待费', '小计 购置费 运行费']
    const amounts = async (lines: readonly string[]): Promise<Record<string, string>> => {
      const { tables } = await imported([...head, TITLE, '编制部门：清河县水务局 单位：万元', ...lines, ...said])
      expect(tables.map(({ role }) => role)).toEqual(['三公经费表'])
      return Object.fromEntries(tables.flatMap(({ lanes }) => lanes.flatMap(({ rows }) => rows.map(({ label, cells, reading }): [string, string] => [label, reading === 'doubtful' ? 'doubtful' : String(Object.values(cells)[0])]))))
    }

    it('are read where their sums leave one way', async () => {
      expect(await amounts([...broken, '7.30 0.00 0.50 6.80 0.00 6.80 31.26'])).toMatchObject({ 合计: '7.30', 公务接待费: '0.50', 运行费: '6.80', 机关运行经费预算: '31.26' })
    })

    it('are read where each heading and each figure has a line of its own', async () => {
      const lone = ['“三公”经费预算数', '机关运行经费预算', '数', '合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行费', '小计', '购置费', '运行费']
      expect(await amounts([...lone, '7.30', '0.00', '0.50', '6.80', '0.00', '6.80', '31.26'])).toMatchObject({ 合计: '7.30', '因公出国（境）费': '0.00', 公务接待费: '0.50', 购置费: '0.00' })
    })

    it.each([
      ['the total', '7.80 0.00 0.50 6.80 0.00 6.80 31.26', { 合计: '7.80', 公务接待费: '0.50', 机关运行经费预算: '31.26' }],
      ['a part', '7.30 0.00 0.80 6.80 0.00 6.80 31.26', { 合计: '7.30', 公务接待费: '0.80', 机关运行经费预算: '31.26' }],
      ['a part of a part', '7.30 0.00 0.50 6.80 0.00 6.20 31.26', { 公务用车购置及运行费: '6.80', 运行费: '6.20' }],
    ])('are read where one is misprinted: %s', async (_what, figures, expected) => {
      expect(await amounts([...broken, figures])).toMatchObject(expected)
    })

    it('are left alone where two are misprinted', async () => {
      expect(Object.values(await amounts([...broken, '7.80 0.00 0.50 6.80 0.00 6.20 31.26']))).toContain('doubtful')
    })
  })
})

describe('the name of the body', () => {
  it('is put together where the cover breaks it and the document has it whole', async () => {
    const { entity } = await imported(['清河县河东区人民政府', '河口街道办事处 2027', '年度部门预算', '', '目录', '第一部分 清河县河东区人民政府河口街道办事处概况', '', '第一部分 清河县河东区人民政府河口街道办事处概况', '一、主要职责', '负责全街道的服务。'])
    expect(entity.name).toBe('清河县河东区人民政府河口街道办事处')
  })

  it('is that of the first line where nothing says that it goes on', async () => {
    const { entity } = await imported(['清河县水务局', '清河县排水管理所', '2027年部门预算', '', '第一部分 清河县水务局概况', '一、主要职责', '负责全县水务工作。'])
    expect(entity.name).toBe('清河县水务局')
  })
})

describe('an item whose next sentence begins a line', () => {
  it('goes on where the sentence tells more of it', async () => {
    const { sections } = await imported([...head, '二、支出决算总体情况', '2027年本部门各项支出合计71.57 万元，比上年减少，其中', '人员支出没有变动，项目支出减少较多，主要是几个大型展', '览推迟举办，场馆维修也分两年实施，当年只完成第一期，', '其余安排在下一年度。', '三、支出决算具体情况', '1、文化旅游支出（类）图书馆（款）图书馆运行维护管理', '经费（项）37.51 万元。主要用于：购置图书以及开展活动。', '年初预算为 49.55 万元，支出决算为 37.51 万元。决算数小于预', '算数的主要原因：厉行节约，减少了两次大型展览活动的开支。', '2、城乡社区支出（类）城乡社区环境卫生（款）城乡社区环', '境卫生（项）34.06 万元。主要用于：垃圾清运等方面支出。', '年初预算为 71.51 万元，支出决算为 34.06 万元。决算数小于预', '算数的主要原因：根据年度工作安排，部分清运项目推迟实施。'])
    expect(JSON.stringify(sections)).toContain('开展活动。年初预算为 49.55 万元')
  })
})
