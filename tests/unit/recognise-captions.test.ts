import { describe, expect, it } from 'vitest'
import { recogniseText, tableIn } from './recognise-helpers.ts'

describe('captions', () => {
  it.each([
    ['the year between organisation and unit', '部门：示例县水利局  2027年度  公开04表 金额单位：万元', '示例县水利局'],
    ['no blank before the unit', '编制单位：示例县水利局单位：万元', '示例县水利局'],
    ['what nobody knows beside the unit', '单位：万元  第2页', undefined],
  ])('are read with %s', (_, line, entity) => {
    const table = tableIn(`2027年支出总表\n${line}\n科目编码\t科目名称\t合计\n\t合计\t9.00\n213\t农林水支出\t9.00\n`)
    expect([table.role, table.unit, table.entity]).toEqual(['支出总表', '万元', entity])
  })

  it('may hold the title between its number and the unit', () => {
    const table = tableIn('表3　2027年支出总表　　(单位:万元)\n科目编码\t科目名称\t合计\n\t合计\t9.00\n213\t农林水支出\t9.00\n')
    expect([table.role, table.unit, table.number]).toEqual(['支出总表', '万元', '表3'])
  })
})

describe('a remark between the title of a table and its rows', () => {
  it('is its note, and keeps the title with the rows', () => {
    const table = tableIn('示例县水利局2027年部门预算\n\n一、说明\n以下各表金额单位均为万元。\n\n表5  2027年支出总表（单位：万元）\n注：本表为当年拨款，不含上年结转。\n科目编码\t科目名称\t合计\n\t合计\t9.00\n213\t农林水支出\t9.00\n')
    expect([table.role, table.note]).toEqual(['支出总表', '注：本表为当年拨款，不含上年结转。'])
  })
})

describe('what is said beside or above a table', () => {
  it.each(['部门：示例县水利局  2026年度  金额单位：万元', '编制单位：示例县水利局 2026年度'])('keeps the year of %s', (line) => {
    const table = tableIn(`2027年支出总表\n${line}\n科目编码\t科目名称\t合计\n\t合计\t9.00\n213\t农林水支出\t9.00\n`)
    expect([table.entity, table.year]).toEqual(['示例县水利局', '2026年度'])
  })
  it('keeps the sentence that announces the table, and no other', () => {
    const rows = '项目名称\t金额（万元）\n渠道清淤\t9.00\n泵站检修\t5.00\n'
    expect(tableIn(`本年共有项目3个，清单如下：\n${rows}`).lead).toBe('本年共有项目3个，清单如下：')
    expect(tableIn(`本年共有项目3个，资金已经落实。\n${rows}`).lead).toBeUndefined()
  })
})

describe('the line with the unit', () => {
  it('does not go on in the remark below it, however wide the page', () => {
    const prose = Array.from({ length: 8 }, (_, i) => `　　第${'一二三四五六七八'[i] ?? ''}项工作按照年初计划推进，各项任务都已经落实到人，经费\n使用符合规定，按季度通报进展情况。`)
    const text = ['示例县水利局2027年度部门预算', '一、工作情况', ...prose, '', '                 2027年政府性基金预算支出表', '部门：示例县水利局                                      金额单位：万元', '本部门2027年没有使用政府性基金预算拨款安排的支出，本表无数据。', ''].join('\n')
    expect(recogniseText(text).disclosure.tables).toMatchObject([{ role: '政府性基金支出表', unit: '万元' }])
  })
})

describe('tables of many years', () => {
  it('gives a table that runs through the years no role by its rows: it is of none of them', () => {
    const table = tableIn('近三年情况如下：\n年度\t合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\n2025年\t6.00\t1.00\t2.00\t3.00\n2026年\t7.00\t1.00\t2.00\t4.00\n2027年\t8.00\t1.00\t3.00\t4.00\n')
    expect(table.role).toBe('unknown')
  })
})
