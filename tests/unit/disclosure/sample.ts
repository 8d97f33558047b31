import type { Disclosure } from '../../../src/disclosure/model.ts'

/** A small disclosure with one of everything; all of it invented. */
export function sample(): Disclosure {
  return {
    kind: 'budget',
    fiscalYear: 2026,
    entity: { name: '示例省清河市图书馆', level: 'unit' },
    extent: 'whole',
    cover: [{ text: '清河市图书馆单位预算' }],
    toc: [{ text: '第一部分 概况', page: '1' }],
    attachments: [{ label: '附件4', title: '整体支出绩效目标表' }, { label: '附件5', title: '其他' }],
    tables: [
      {
        role: '收支总表',
        title: '收支总表',
        unit: '万元',
        lanes: [
          { label: '收入', columns: [{ key: '项目', path: ['收入', '项目'] }, { key: '预算数', path: ['收入', '预算数'] }], rows: [{ label: '一、财政拨款', cells: { 预算数: '120.50' } }, { label: '收入总计', cells: { 预算数: '120.50' } }] },
          {
            label: '支出',
            columns: [{ key: '项目', path: ['支出', '项目'] }, { key: '当年预算安排', path: ['支出', '本年', '当年预算安排'] }],
            rows: [{ label: '教育 支出', cells: { 当年预算安排: '20.00' } }, { label: '文化支出', level: 1, cells: { 当年预算安排: 100.5 } }, { label: '其中：结转', level: 2, cells: {} }, { label: '卫生支出', level: 1, cells: {} }, { label: '其中：结转', level: 2, cells: {} }],
          },
        ],
      },
      {
        role: 'unknown',
        number: '表二',
        title: '购书计划 表',
        lanes: [{ columns: [{ key: '科目编码', path: ['科目编码'] }, { key: '合计', path: ['本年', '合计'] }, { key: '上年合计', path: ['上年', '合计'] }], rows: [{ code: '207 01', label: '行政运行', cells: { 合计: '1' } }, { code: '20702', label: '行政运行', cells: { 合计: '2' } }] }],
      },
    ],
    sections: [
      {
        heading: '第一部分  图书馆概况',
        level: 1,
        paragraphs: [],
        sections: [
          { heading: '一、主要职责', level: 2, paragraphs: [{ text: '负责借阅。' }], sections: [] },
          { heading: '二、机构设置情况', level: 2, paragraphs: [{ text: '编制12人。' }, { text: '在岗 10人。' }], sections: [] },
        ],
      },
    ],
    projects: [
      {
        name: '借阅补助',
        layout: 'form',
        funds: { unit: '万元', total: { period: '30', annual: '10' }, sources: [{ label: '财政拨款', amounts: { annual: '10' } }] },
        overview: '为读者借阅提供补助。',
        goals: { annual: '补助到位' },
        indicators: [{ row: 1, halves: { period: { kind: '数量指标', name: '补助人数', value: '≥30人' }, annual: { kind: '数量指标', name: '补助人数', value: '≥10人' } } }, { row: 2, halves: { annual: { value: '95%' } }, weight: '10' }],
        signoff: { filledAt: '2026年1月5日' },
      },
      { name: '借阅补助', layout: 'form', funds: { total: {}, sources: [] }, goals: {}, indicators: [] },
    ],
    overall: { title: '整体支出绩效目标表', staffing: [{ text: '在岗人数10人' }], duties: '借阅', funds: { bySource: [{ label: '财政拨款', amount: '120.50' }], byType: [] }, tasks: [{ text: '1.办好借阅服务' }], indicators: [] },
    extra: [{ kind: 'grid', grid: [['甲', '乙']] }],
  }
}

/** The member of a list that must be there. */
export function member<T>(list: readonly T[] | undefined, index: number): T {
  const found = list?.[index]
  if (found === undefined) throw new RangeError(`no member ${index}`)
  return found
}
