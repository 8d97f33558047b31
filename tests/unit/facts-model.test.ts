import { describe, expect, it } from 'vitest'
import type { Disclosure, Project } from '../../src/disclosure/model.ts'
import { valueAt } from '../../src/source/json-pointer.ts'
import { readPath } from '../../src/facts/index.ts'
import { KINDS } from '../../src/facts/kinds.ts'
import type { Kind } from '../../src/facts/kinds.ts'
import { itemValue } from '../../src/facts/values.ts'
import { DISCLOSURE, lane, modelOf, show, table } from './facts-sample.ts'

const sheet: Project = {
  title: '项目支出绩效目标表', name: '2031年乡村道路养护补助省级资金（清财字〔2031〕8号）', layout: 'form', department: '示例县某局', overview: '养护道路12公里。全年完成。',
  funds: { unit: '元', total: { period: '300,000', annual: '300,000' }, sources: [{ label: '省级财政资金', amounts: { period: '300,000', annual: '300,000' } }] },
  goals: { period: '道路完好', annual: '' },
  indicators: [{ row: 1, level1: '产出指标', halves: { period: { kind: '数量指标', name: '养护里程', value: '12公里' }, annual: { kind: '数量指标', name: '养护里程', value: '' } }, weight: 10 }],
  signoff: { filledAt: '20301224103333', phone: '0999-1234567' },
}

const whole: Partial<Disclosure> = {
  cover: [{ text: '示例县某局2031年预算' }], toc: [{ text: '一、机构设置', page: '3' }], marks: [{ text: '第1页' }], captions: [{ text: '收入结构图' }], attachments: [{ label: '附件2', title: '目标表' }],
  tables: [table('支出表', '编码|科目|合计|说明\n|合计|30.00|\n205|甲支出|30.00|含路灯', { note: '本表无数据' })],
  sections: [{ heading: '第一部分 概况', level: 1, paragraphs: [], sections: [{ heading: '二、机构设置情况', level: 2, paragraphs: [{ text: '（一）我单位编制8人。内设三个科室。' }], sections: [] }] }],
  projects: [sheet, { ...sheet, name: '乡村道路养护补助市级资金', signoff: { filledAt: '2030年11月5日' } }],
  overall: { staffing: [{ text: '编制8人' }], duties: '管道路。', funds: { bySource: [], byType: [] }, tasks: [{ text: '任务1：养护' }], indicators: [] },
  extra: [{ kind: 'grid', grid: [['散落文字', '12']] }],
}

const kinds = Object.keys(KINDS) as Kind[]
const model = modelOf(whole)
const read = (kind: Kind, index: number, ...path: string[]): string => {
  const item = model.items(kind)[index]
  return item ? show(readPath(itemValue(item), path)) : '(no item)'
}

describe('items', () => {
  it('of every kind point at something that is in the document', () => {
    const document = { ...DISCLOSURE, ...whole }
    for (const kind of kinds) {
      for (const item of model.items(kind)) {
        const found = valueAt(document, item.ref.pointer)
        expect(found, `${kind} ${item.ref.pointer}`).toBeDefined()
        if (item.ref.from !== undefined && typeof found === 'string') expect(found.slice(item.ref.from, item.ref.to)).toBe(item.text)
      }
    }
  })

  it('give every declared attribute a value of its own, never undefined', () => {
    for (const kind of kinds) {
      for (const item of model.items(kind)) for (const name of Object.keys(KINDS[kind])) expect(item.get(name), `${kind}.${name}`).toHaveProperty('type')
    }
  })

  it('are built once', () => {
    for (const kind of kinds.filter((one) => one !== 'match')) expect(model.items(kind)).toBe(model.items(kind))
  })

  it('hold each text once', () => {
    const pointers = model.items('text').map((item) => item.ref.pointer)
    expect(new Set(pointers).size).toBe(pointers.length)
    expect(pointers).toEqual(expect.arrayContaining(['/cover/0/text', '/sections/0/sections/0/heading', '/tables/0/lanes/0/rows/1/cells/说明', '/projects/0/overview', '/projects/0/indicators/0/halves/period/value', '/overall/staffing/0/text', '/extra/0/grid/0/0', '/marks/0/text']))
  })
})

describe('sheets', () => {
  it('have money and goals by half', () => {
    expect(read('project', 0, 'funds', 'annual')).toBe('300000')
    expect(read('project', 0, 'funds', 'annual', 'unit')).toBe('元')
    expect(read('project', 0, 'goals', 'period')).toBe('道路完好')
    expect(read('project', 0, 'goals', 'annual')).toBe('(blank)')
    expect(read('project', 0, 'funds', 'executed')).toBe('(missing-value)')
  })

  it('have a stem that sister projects share', () => {
    expect(read('project', 0, 'stem')).toBe('乡村道路养护补助')
    expect(read('project', 1, 'stem')).toBe('乡村道路养护补助')
  })

  it('have a date and, where a system wrote it, a stamp', () => {
    expect(read('project', 0, 'filledAt')).toBe('2030-12-24')
    expect(read('project', 0, 'stamp')).toBe('20301224103333')
    expect(read('project', 1, 'filledAt')).toBe('2030-11-5')
    expect(read('project', 1, 'stamp')).toBe('(missing-value)')
  })

  it('have two halves of an indicator that know each other', () => {
    expect(read('indicator', 0, 'half')).toBe('period')
    expect(read('indicator', 0, 'other', 'half')).toBe('annual')
    expect(read('indicator', 1, 'value')).toBe('(blank)')
    expect(read('indicator', 0, 'weight')).toBe('10')
    expect(read('project', 0, 'indicators', 'name')).toBe('养护里程 + 养护里程')
  })

  it('have sources with the level they name', () => {
    expect([read('fund', 0, 'source'), read('fund', 0, 'half'), read('fund', 0, 'level'), read('fund', 0, 'value')]).toEqual(['省级财政资金', 'period', '省', '300000'])
  })
})

describe('tables and text', () => {
  it('know their rows and columns', () => {
    expect([read('row', 0, 'kind'), read('row', 1, 'kind'), read('row', 1, 'code'), read('row', 1, 'cells', '合计')]).toEqual(['total', 'item', '205', '30.00'])
    expect([read('table', 0, 'declaredEmpty'), read('table', 0, 'empty')]).toEqual(['true', 'false'])
    expect(read('cell', 0, 'scope')).toBe('side=支出 stage=预算')
  })

  it('have a role from the nearest heading that has one', () => {
    expect([read('section', 0, 'role'), read('section', 1, 'role'), read('paragraph', 0, 'role')]).toEqual(['(missing-value)', '机构设置', '机构设置'])
    expect(read('section', 1, 'number')).toBe('二、')
  })

  it('fall into sentences with their range', () => {
    expect(model.items('sentence').filter((item) => item.ref.pointer.startsWith('/sections')).map((item) => item.text)).toEqual(['（一）我单位编制8人。', '内设三个科室。'])
  })

  it('find document facts', () => {
    expect([read('document', 0, 'fiscalYear'), read('document', 0, 'entity'), read('document', 0, 'level')]).toEqual(['2031', '示例县某局', 'unit'])
    expect([read('attachment', 0, 'number'), read('entry', 0, 'page')]).toEqual(['2', '3'])
  })
})

describe('cell', () => {
  const cells = modelOf({ tables: [table('支出表', '编码|科目|合计|总额\n|总计|30.00|\n205|甲支出|30.00|'), table('项目表', '项目|合计\n合计|1'), table('项目表', '项目|合计\n合计|2')] })
  const at = (...names: [string, string, string]): string => show(readPath(cells.cell(...names), ['value']))

  it('is found by label, by code, and by a general name of the total', () => {
    expect([at('支出表', '甲支出', '合计'), at('支出表', '205', '合计'), at('支出表', '合计', '合计')]).toEqual(['30.00', '30.00', '30.00'])
    expect(show(readPath(cells.cell('支出表', '合计', '合计'), ['scope', 'side']))).toBe('支出')
  })

  it('is absent with the reason', () => {
    expect([at('收支表', '合计', '合计'), at('支出表', '乙', '合计'), at('支出表', '合计', '别列'), at('项目表', '合计', '合计')]).toEqual(['(missing-table)', '(missing-row)', '(missing-column)', '(ambiguous)'])
  })

  it('is found in a transposed table by the same names', () => {
    const turned = modelOf({ tables: [table('三公表', '单位|预算数/合计|预算数/公务用车费|预算数/公务接待费\n|20.00|17.00|3.00')] })
    expect(show(readPath(turned.cell('三公表', '接待费', '合计'), ['value']))).toBe('3.00')
    expect(turned.cell('三公表', '接待费', '合计')).toMatchObject({ item: { ref: { pointer: '/tables/0/lanes/0/rows/0/cells/公务接待费' } } })
  })

  it('takes the row above the total where the carry-over below it has one of the same name', () => {
    const summary = modelOf({ tables: [table('收支表', '', { lanes: [lane('项目|金额\n一、一般公共预算拨款|50\n本年收入合计|50\n上年结转|7\n一、一般公共预算拨款|7\n总计|57', '收入')] })] })
    expect(show(readPath(summary.cell('收支表', '一般公共预算', '金额'), ['value']))).toBe('50')
  })
})
