import { describe, expect, it } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { buildModel } from '../../src/facts/index.ts'
import { lane, modelOf, show, table, VOCABULARY } from './facts-sample.ts'

function facts(part: Partial<Disclosure>, concept?: string): string[] {
  return modelOf(part).items('fact').filter((item) => concept === undefined || show(item.get('concept')) === concept)
    .map((item) => `${show(item.get('concept'))} ${show(item.get('value'))} ${show(item.get('scope'))}`)
}

const text = '编码|科目|合计|上年预算数\n|合计|30.00|28.00\n205|甲支出|30.00|\n20501|行政运行|10.00|\n208|乙支出|20.00|\n20801|行政运行|20.00|'

describe('facts of tables', () => {
  it('have the scope of role, title, column and year; what matters and is unsaid stays unsaid', () => {
    expect(facts({ tables: [table('支出表', text)] }, '支出总额')).toEqual(['支出总额 30.00 side=支出 stage=预算 year=2031 carryover?', '支出总额 28.00 side=支出 stage=预算 year=2030 carryover?'])
    expect(facts({ tables: [table('支出表', text, { title: '2031年支出表（不含结转）' })] }, '支出总额')[0]).toBe('支出总额 30.00 carryover=不含 side=支出 stage=预算 year=2031')
  })

  it('leave out dimensions that do not matter for the concept', () => {
    expect(facts({ tables: [table('支出表', text)] }, '科目支出')).toEqual(['科目支出 30.00 subject=甲支出 year=2031', '科目支出 10.00 subject=甲支出/行政运行 year=2031', '科目支出 20.00 subject=乙支出 year=2031', '科目支出 20.00 subject=乙支出/行政运行 year=2031'])
  })

  it('state nothing of last year where this year is not known', () => {
    const undated: Disclosure = { kind: 'budget', entity: { name: '示例县某局', level: 'unit' }, extent: 'whole', tables: [table('支出表', text)], sections: [], projects: [] }
    const read = buildModel(undated, VOCABULARY).items('fact').filter((item) => show(item.get('concept')) === '支出总额')
    expect(read.map((item) => `${show(item.get('value'))} ${show(item.get('scope'))}`)).toEqual(['30.00 side=支出 stage=预算 year? carryover?'])
  })

  it('state nothing of rows that nothing tells apart', () => {
    expect(facts({ tables: [table('项目表', '项目|合计\n合计|30.00\n设备更新|10.00\n设备更新|20.00')] })).toEqual([])
    expect(facts({ tables: [table('项目表', '项目|合计\n合计|30.00\n设备更新|10.00\n设备维护|20.00')] })).toEqual(['项目金额 10.00 subject=设备更新 year=2031', '项目金额 20.00 subject=设备维护 year=2031'])
  })

  it('state nothing where several tables of one scope have a total each', () => {
    const other = text.replaceAll('30.00', '35.00')
    expect(facts({ tables: [table('支出表', text), table('支出表', other)] })).toEqual([])
    expect(facts({ tables: [table('支出表', text), table('支出表', other, { title: '2031年支出表（不含结转）' })] }, '支出总额')).toHaveLength(4)
    expect(facts({ tables: [table('支出表', text), table('支出表', '编码|科目|合计\n210|丙支出|5.00')] }, '支出总额')).toHaveLength(2)
  })

  it('need a unit and a figure', () => {
    const bare = { role: '支出表', title: '支出表', lanes: [lane(text)] }
    expect(facts({ tables: [bare] })).toEqual([])
    expect(facts({ tables: [table('支出表', '编码|科目|合计\n|合计|见附表\n205|甲|')] })).toEqual([])
  })

  it('do not take what is carried over for this year’s', () => {
    const role = { ...VOCABULARY.tables.get('收支表'), id: '收支表', facts: [{ concept: '科目支出', rows: 'item' as const, lane: '支出', column: '金额', scope: { subject: 'label' } }] }
    const vocabulary = { ...VOCABULARY, tables: new Map([['收支表', role as NonNullable<ReturnType<typeof VOCABULARY.tables.get>>]]) }
    const lanes = [lane('项目|金额\n一、甲收入|9.00', '收入'), lane('项目|金额\n一、甲支出|5.00\n二、乙支出|2.00\n本年支出合计|7.00\n年终结转|2.00\n支出总计|9.00', '支出')]
    const subjects = modelOf({ tables: [table('收支表', '', { lanes })] }, vocabulary).items('fact').map((item) => show(item.get('subject')))
    expect(subjects).toEqual(['一、甲支出', '二、乙支出'])
  })

  it('point at the printed cell', () => {
    const [first] = modelOf({ tables: [table('支出表', text)] }).items('fact')
    expect(first?.ref).toEqual({ pointer: '/tables/0/lanes/0/rows/0/cells/合计' })
    expect(first && show(first.get('family'))).toBe('金额')
    expect(first && show(first.get('origin'))).toBe('cell')
  })
})
