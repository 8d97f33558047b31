import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describer } from '../../../src/disclosure/describe.ts'
import type { Disclosure, Row } from '../../../src/disclosure/model.ts'
import { member, sample } from './sample.ts'

const own = describer(sample())
const labels = (pointer: string) => own.label({ pointer })
const addresses = (pointer: string) => own.address({ pointer })

describe('label', () => {
  it.each([
    ['/tables/0/lanes/1/rows/0/cells/当年预算安排', '收支总表 › 支出 › 教育 支出 › 当年预算安排'],
    ['/tables/0/lanes/0/rows/1/label', '收支总表 › 收入 › 收入总计'],
    ['/tables/0/lanes/1/rows/4/cells/当年预算安排', '收支总表 › 支出 › 卫生支出 › 其中：结转 › 当年预算安排'],
    ['/tables/0/unit', '收支总表 › 金额单位'],
    ['/tables/1/lanes/0/rows/1/cells/合计', '购书计划 表 › 20702 行政运行 › 本年·合计'],
    ['/tables/1/lanes/0/columns/2/key', '购书计划 表 › 上年·合计'],
    ['/sections/0/sections/1/paragraphs/1/text', '第一部分 › 二、机构设置情况'],
    ['/sections/0/heading', '第一部分 图书馆概况'],
    ['/projects/0/indicators/0/halves/annual/value', '项目绩效目标表“借阅补助”（1） › 年度指标 › 数量指标 › 补助人数 › 指标值'],
    ['/projects/0/indicators/1/weight', '项目绩效目标表“借阅补助”（1） › 指标 › 行 2 › 权重'],
    ['/projects/1/funds/total/annual', '项目绩效目标表“借阅补助”（2） › 年度资金总额'],
    ['/projects/0/funds/sources/0/amounts/annual', '项目绩效目标表“借阅补助”（1） › 年度资金 › 财政拨款'],
    ['/projects/0/goals/annual', '项目绩效目标表“借阅补助”（1） › 年度目标'],
    ['/projects/0/signoff/filledAt', '项目绩效目标表“借阅补助”（1） › 填报时间'],
    ['/overall/staffing/0/text', '附件4 整体支出绩效目标表 › 人员情况 › 在岗人数'],
    ['/overall/funds/bySource/0/amount', '附件4 整体支出绩效目标表 › 资金来源 › 财政拨款'],
    ['/cover/0/text', '封面'],
    ['/toc/0/text', '目录 › 第一部分 概况'],
    ['/entity/name', '单位名称'],
    ['/attachments/0/label', '附件4'],
    ['', '整份文件'],
  ])('%s is %s', (pointer, label) => {
    expect(labels(pointer)).toBe(label)
  })

  it('takes other words where they are given, without touching addresses', () => {
    const other = describer(sample(), { cover: 'Cover' })
    expect([other.label({ pointer: '/cover/0' }), other.address({ pointer: '/cover/0' })]).toEqual(['Cover', addresses('/cover/0')])
  })
})

describe('address', () => {
  it.each([
    ['/tables/0/lanes/1/rows/0/cells/当年预算安排', '收支总表/支出/教育支出/当年预算安排'],
    ['/tables/0/lanes/1/rows/4', '收支总表/支出/卫生支出∕其中:结转'],
    ['/tables/1/lanes/0/rows/0/cells/合计', '购书计划表/20701行政运行/合计'],
    ['/projects/0/funds/total/annual', '项目/借阅补助/年度资金总额'],
    ['/projects/1/funds/total/annual', '项目/借阅补助#2/年度资金总额'],
    ['/projects/0/indicators/0/halves/annual/value', '项目/借阅补助/年度指标/数量指标∕补助人数/指标值'],
    ['/overall/staffing/0/text', '整体支出绩效目标表/人员情况/在岗人数'],
  ])('%s is %s', (pointer, address) => {
    expect(addresses(pointer)).toBe(address)
  })

  it('of a paragraph depends on its words, not on spaces, width or heading numbers', () => {
    const moved = structuredClone(sample()) as unknown as { sections: { sections: { heading: string; level: number; paragraphs: { text: string }[]; sections: never[] }[] }[] }
    const part = member(moved.sections, 0)
    part.sections.unshift({ heading: '一、新增', level: 2, paragraphs: [{ text: '新的一段。' }], sections: [] })
    member(part.sections, 2).heading = '三、机构设置情况'
    member(member(part.sections, 2).paragraphs, 1).text = '在岗１０\r\n人。'
    expect(describer(moved as unknown as Disclosure).address({ pointer: '/sections/0/sections/2/paragraphs/1/text' })).toBe(addresses('/sections/0/sections/1/paragraphs/1/text'))
    member(member(part.sections, 2).paragraphs, 1).text = '在岗11人。'
    expect(describer(moved as unknown as Disclosure).address({ pointer: '/sections/0/sections/2/paragraphs/1/text' })).not.toBe(addresses('/sections/0/sections/1/paragraphs/1/text'))
  })

  it('stays when other rows, tables and sheets come before or move', () => {
    const changed = sample()
    const rows = member(member(changed.tables, 0).lanes, 1).rows as Row[]
    rows.reverse()
    rows.unshift({ label: '新增支出', level: 1, cells: {} })
    const moved: Disclosure = { ...changed, tables: [{ role: '新表', title: '新表', lanes: [] }, ...changed.tables.toReversed()], projects: [{ ...member(changed.projects, 0), name: '其他' }, ...changed.projects] }
    const at = describer(moved)
    expect(at.address({ pointer: '/tables/2/lanes/1/rows/5/cells/当年预算安排' })).toBe(addresses('/tables/0/lanes/1/rows/0/cells/当年预算安排'))
    expect(at.address({ pointer: '/tables/1/lanes/0/rows/1/cells/合计' })).toBe(addresses('/tables/1/lanes/0/rows/1/cells/合计'))
    expect(at.address({ pointer: '/projects/1/goals/annual' })).toBe(addresses('/projects/0/goals/annual'))
  })

  it('differs for everything that differs', () => {
    const pointers: string[] = []
    const collect = (value: unknown, pointer: string): void => {
      if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) collect(part, `${pointer}/${key}`)
      else pointers.push(pointer)
    }
    // A column and its heading are one thing; so are a row, its code, its label and its depth, a text and its page.
    collect(sample(), '')
    const things = pointers.filter((pointer) => /\/(cells\/.*|text|value|amount|overview|annual|period)$/.test(pointer))
    expect(things.length).toBeGreaterThan(15)
    expect(new Set(things.map(addresses)).size).toBe(things.length)
  })
})

describe('long names and numbers', () => {
  it('keeps both ends of a long name in labels, all of it in addresses', () => {
    const name = `农村校舍维修改造补助（提前批）${'甲'.repeat(40)}〔2025〕107号`
    const at = describer({ ...sample(), projects: [{ ...member(sample().projects, 0), name }] })
    expect(at.label({ pointer: '/projects/0/overview' })).toMatch(/^项目绩效目标表“农村校舍维修改造补助（提前批）甲+…甲*〔2025〕107号” › 项目概况$/)
    expect(at.address({ pointer: '/projects/0/overview' })).toContain('甲'.repeat(40))
  })

  it('leaves row numbers and years of titles out of addresses', () => {
    expect(addresses('/tables/0/lanes/0/rows/0')).toBe('收支总表/收入/财政拨款')
    expect(describer({ ...sample(), tables: [{ role: 'unknown', title: '2025年 购书表', lanes: [] }] }).address({ pointer: '/tables/0' })).toBe('购书表')
  })
})

describe('text', () => {
  it.each([
    ['/tables/0/lanes/1/rows/1/cells/当年预算安排', '100.5'],
    ['/tables/0', '收支总表'],
    ['/tables/0/lanes/1/rows/0', '教育 支出'],
    ['/projects/0', '借阅补助'],
    ['/projects/0/indicators/0', '补助人数'],
    ['/sections/0', '第一部分  图书馆概况'],
    ['/nowhere/0', ''],
    ['', ''],
  ])('of %s is %j', (pointer, text) => {
    expect(own.text({ pointer })).toBe(text)
  })

  it('is the part the reference names', () => {
    expect(own.text({ pointer: '/sections/0/sections/1/paragraphs/0/text', from: 2, to: 5 })).toBe('12人')
  })
})

describe('the address of a heading', () => {
  const address = (heading: string) => describer({ ...sample(), sections: [{ heading, level: 1, paragraphs: [], sections: [] }] }).address({ pointer: '/sections/0/heading' })
  it.each(['一、收支情况', '（三）收支情况', '(12)、收支情况', '2.收支情况', '3.2 收支情况', '第二部分 收支情况', '收支情况', '收 支\n情 况'])('of %j has no number', (heading) => {
    expect(address(heading)).toBe('说明/收支情况')
  })

  it.each([['2026年收支情况', '说明/2026年收支情况'], ['三公经费', '说明/三公经费'], ['二、', '说明/二、']])('of %j is %s', (heading, expected) => {
    expect(address(heading)).toBe(expected)
  })
})

describe('addresses', () => {
  it('are the same whatever rows, tables and sheets are added, and in whatever order', () => {
    const added = fc.record({ rows: fc.array(fc.tuple(fc.nat(9), fc.constantFrom('新增甲', '新增乙', '其他丙'), fc.option(fc.nat(3), { nil: undefined }))), tables: fc.nat(3), sheets: fc.nat(3), turned: fc.boolean() })
    const before = sample()
    const [first, second] = before.tables
    const known = new Map(first?.lanes[1]?.rows.slice(0, 2).map((row, index) => [row.label, addresses(`/tables/0/lanes/1/rows/${index}/cells/当年预算安排`)]))
    fc.assert(fc.property(added, ({ rows, tables, sheets, turned }) => {
      if (!first || !second) throw new Error('sample')
      const changed: Row[] = [...(first.lanes[1]?.rows ?? [])]
      for (const [at, label, level] of rows) changed.splice(at, 0, { label, cells: {}, ...(level !== undefined && { level }) })
      const lanes = first.lanes.map((lane, index) => (index === 1 ? { ...lane, rows: turned ? changed.toReversed() : changed } : lane))
      const more = Array.from({ length: tables }, (_, index) => ({ role: `新表${index}`, title: `新表${index}`, lanes: [] }))
      const others = Array.from({ length: sheets }, (_, index) => ({ ...member(before.projects, 0), name: `新项目${index}` }))
      const disclosure: Disclosure = { ...before, tables: [second, ...more, { ...first, lanes }], projects: [...others, ...before.projects] }
      const at = describer(disclosure)
      const table = disclosure.tables.length - 1
      disclosure.tables[table]?.lanes[1]?.rows.forEach((row, index) => {
        const expected = known.get(row.label)
        if (expected !== undefined) expect(at.address({ pointer: `/tables/${table}/lanes/1/rows/${index}/cells/当年预算安排` })).toBe(expected)
      })
      for (const index of [0, 1]) expect(at.address({ pointer: `/projects/${sheets + index}/overview` })).toBe(addresses(`/projects/${index}/overview`))
    }))
  })
})

describe('hostile references', () => {
  it.each(['/tables/99/lanes', '/tables/x', '/tables/0/lanes/7/rows/0', '/tables/0/lanes/0/rows/99/cells', '/projects/9/name', '/projects/0/funds/sources/8', '/projects/0/indicators/5/halves/annual', '/projects/0/indicators/0/halves/constructor/x', '/projects/0/constructor', '/overall/staffing/9', '/sections/4/paragraphs/0', '/cover/3', '/zzz/__proto__', '/tables/__proto__'])('%s has a label and an address', (pointer) => {
    expect(labels(pointer)).not.toMatch(/undefined|function/)
    expect(addresses(pointer)).not.toMatch(/undefined|function/)
  })
})
