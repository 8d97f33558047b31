import { describe, expect, it } from 'vitest'
import { laneOf, tableIn } from './recognise-helpers.ts'

const INCOME = ['2027年收入支出总表', '收入\t\t支出\t', '项目\t金额\t项目\t金额', '一、财政拨款收入\t9.00\t一、教育支出\t9.00']
const REST = ['四、其他收入\t3.00\t四、外交支出\t3.00', '合计\t12.00\t合计\t12.00']

describe('rows of which only the name is left', () => {
  it('belong to the table by their numbers, though other rows kept the blanks at their ends', () => {
    const table = tableIn([...INCOME, '二、事业收入', '三、经营收入', ...REST, ''].join('\n'))
    expect(table.lanes[0]?.rows.map(({ label }) => label)).toEqual(['一、财政拨款收入', '二、事业收入', '三、经营收入', '四、其他收入', '合计'])
  })

  it('do not where the numbers leave one out', () => {
    const table = tableIn([...INCOME, '二、事业收入', ...REST, ''].join('\n'))
    expect(table.lanes[0]?.rows.map(({ label }) => label)).not.toContain('二、事业收入')
  })
})

describe('columns of what was carried over', () => {
  const HEADS = '部门名称\t合计\t上年结转\t其中：一般公共预算\t其中：政府性基金\t本年收入小计\t一般公共预算拨款\t政府性基金预算拨款'

  it('are none of this year\'s funds, whatever “其中” calls them', () => {
    const table = tableIn(['2027年收入总表', HEADS, '示例镇\t35.00\t3.00\t2.00\t1.00\t32.00\t30.00\t2.00', '合计\t35.00\t3.00\t2.00\t1.00\t32.00\t30.00\t2.00', ''].join('\n'))
    const cells = table.lanes[0]?.rows.find(({ label }) => label === '合计')?.cells
    expect(cells).toMatchObject({ 上年结转: '3.00', 一般公共预算: '30.00', 政府性基金: '2.00' })
    expect(laneOf(table)).toHaveLength(2)
  })
})
