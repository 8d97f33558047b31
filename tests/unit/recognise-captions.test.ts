import { describe, expect, it } from 'vitest'
import { tableIn } from './recognise-helpers.ts'

describe('captions', () => {
  it.each([
    ['the year between organisation and unit', '部门：示例县水利局  2027年度  公开04表 金额单位：万元', '示例县水利局'],
    ['no blank before the unit', '编制单位：示例县水利局单位：万元', '示例县水利局'],
    ['what nobody knows beside the unit', '单位：万元  第2页', undefined],
  ])('are read with %s', (_, line, entity) => {
    const table = tableIn(`2027年支出总表\n${line}\n科目编码\t科目名称\t合计\n\t合计\t9.00\n213\t农林水支出\t9.00\n`)
    expect([table.role, table.unit, table.entity]).toEqual(['支出总表', '万元', entity])
  })
})
