import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Edit } from '../../tools/fixtures/edit.ts'
import { editing, rewriting, spots, type Naming } from './make.ts'
import { paragraphs } from './places.ts'
import type { Mutator } from './types.ts'

/** A row of a table, by role of the table and label or code of the row. */
type RowName = readonly [role: string, row: RegExp]

function cell(disclosure: Disclosure, [role, row]: RowName, column: string): string | undefined {
  for (const [t, table] of disclosure.tables.entries()) {
    if (table.role !== role) continue
    for (const [l, lane] of table.lanes.entries()) {
      const at = lane.columns.some(({ key }) => key === column) ? lane.rows.findIndex(({ label, code }) => row.test(label) || (code !== undefined && row.test(code))) : -1
      if (at >= 0) return `/tables/${t}/lanes/${l}/rows/${at}/cells/${column}`
    }
  }
  return undefined
}

/** One table is changed so that it still adds up in itself: only what other tables say contradicts it. */
function adding(naming: Naming, changes: readonly (readonly [row: RowName, columns: readonly string[], by: number])[]): Mutator {
  return editing(naming, (e, disclosure) => {
    const cells = changes.flatMap(([row, columns, by]) => columns.map((column) => ({ pointer: cell(disclosure, row, column), by })))
    const pointers = cells.flatMap(({ pointer }) => pointer ?? [])
    if (pointers.length < cells.length) return undefined
    for (const { pointer = '', by } of cells) e.set(pointer, added(e, pointer, by))
    return { at: spots(...pointers), consistent: true, note: changes.map(([[role, row], , by]) => `${role} ${row.source} ${by > 0 ? '加' : '减'}${Math.abs(by)}`).join('，') }
  })
}

function added(e: Edit, pointer: string, by: number): string {
  return (Number(e.text(pointer) || '0') + by).toFixed(2)
}

const general: RowName = ['一般公共预算支出表', /^合计$/]
const economic = (row: RegExp): RowName => ['一般公共预算基本支出表', row]

/** Tables that contradict each other while each adds up. */
export const relationMutators: readonly Mutator[] = [
  adding(['economic-table-shifted', 'cross-table', 'basic-vs-economic'], [[economic(/^合计$/), ['合计', '人员经费'], 11.3], [economic(/^301$/), ['合计', '人员经费'], 11.3], [economic(/^30101$/), ['合计', '人员经费'], 11.3]]),
  adding(['economic-items-moved', 'cross-table', 'function-vs-economic'], [[economic(/^住房公积金$/), ['合计', '人员经费'], -5.2], [economic(/^30101$/), ['合计', '人员经费'], 5.2]]),
  adding(['general-table-shifted', 'cross-table', 'fund-tables, expenditure-bridge'], [[general, ['合计', '项目支出'], 11.3], [['一般公共预算支出表', /^207$/], ['合计', '项目支出'], 11.3], [['一般公共预算支出表', /^20701$/], ['合计', '项目支出'], 11.3], [['一般公共预算支出表', /^2070104$/], ['合计', '项目支出'], 11.3]]),
  adding(['income-lines-moved', 'cross-table', 'income-lines'], [[['收支总表', /财政专户管理资金/], ['收入金额'], 2.2], [['收支总表', /单位资金/], ['收入金额'], -2.2]]),
  adding(['running-cost-above-operating', 'cross-table', 'running-cost'], [[['机关运行经费表', /^合计$/], ['合计', '一般公共预算'], 100], [['机关运行经费表', /局$/], ['合计', '一般公共预算'], 100]]),
  adding(['income-rows-moved', 'cross-table', 'income-by-subject'], [[['收入总表', /^2070104$/], ['合计', '一般公共预算'], 5.2], [['收入总表', /^2070109$/], ['合计', '一般公共预算'], -5.2]]),
  editing(['unknown-table-sum', 'sum', 'claimed-sum'], (e, disclosure) => {
    const at = disclosure.tables.length
    const labels = ['东片', '中片', '西片']
    const columns = ['合计', '灯具', '管材', '线缆', '工具']
    const row = (label: string, of: (column: string) => number): { label: string; cells: Record<string, string> } => ({ label, cells: Object.fromEntries(columns.map((column) => [column, String(of(column))])) })
    const parts = labels.map((label, index) => row(label, (column) => (column === '合计' ? 4 : 1) * (12 + index)))
    const lane = { columns: [{ key: '片区', path: ['片区'] }, ...columns.map((key) => ({ key, path: [key] }))], rows: [row('合计', (column) => (column === '合计' ? 156 : column === '线缆' ? 49 : 39)), ...parts].map((one) => ({ ...one, cells: { 片区: one.label, ...one.cells } })) }
    Object.assign(e.disclosure, { tables: [...disclosure.tables, { role: '未识别', title: '各片区材料领用情况表', unit: '元', lanes: [lane] }] })
    return { at: spots(`/tables/${at}/lanes/0/rows/0/cells/线缆`), note: '材料领用表 线缆 39 → 49' }
  }),
  editing(['unknown-table-claim', 'sum', 'claimed-sum'], (e, disclosure) => {
    const row = (label: string, town: string, village: string): { label: string; cells: Record<string, string> } => ({ label, cells: { 类别: label, 城区: town, 乡镇: village } })
    const lane = { columns: ['类别', '城区', '乡镇'].map((key) => ({ key, path: [key] })), rows: [row('合计', '30', '36'), row('甲类', '15', '15'), row('乙类', '15', '15')] }
    Object.assign(e.disclosure, { tables: [...disclosure.tables, { role: '未识别', title: '各类站点分布情况表', unit: '元', lanes: [lane] }] })
    return { at: spots(`/tables/${disclosure.tables.length}/lanes/0/rows/0/cells/乡镇`), note: '站点分布表 乡镇 30 → 36' }
  }),
  editing(['unknown-table-likely', 'sum', 'likely-sum'], (e, disclosure) => {
    const row = (label: string, whole: string, part: string): { label: string; cells: Record<string, string> } => ({ label, cells: { 类别: label, 合计: whole, 城区: part, 乡镇: part } })
    const lane = { columns: ['类别', '合计', '城区', '乡镇'].map((key) => ({ key, path: [key] })), rows: [row('合计', '66', '30'), row('甲类', '30', '15'), row('乙类', '30', '15')] }
    Object.assign(e.disclosure, { tables: [...disclosure.tables, { role: '未识别', title: '各类站点分布情况表', unit: '元', lanes: [lane] }] })
    return { at: spots(`/tables/${disclosure.tables.length}/lanes/0/rows/0/cells/合计`), note: '站点分布表 合计 60 → 66' }
  }),
  editing(['declared-none', 'text-vs-table', 'declared-none'], (e, disclosure) => {
    if (!disclosure.tables.some(({ role, lanes }) => role === '三公经费表' && lanes[0]?.rows.some(({ cells }) => /[1-9]/.test(String(cells['合计'] ?? ''))))) return undefined
    const at = disclosure.sections.length
    Object.assign(e.disclosure, { sections: [...e.disclosure.sections, { heading: '补充说明', level: 1, paragraphs: [{ text: '本单位无“三公”经费预算。' }], sections: [] }] })
    return { at: spots(`/sections/${at}/paragraphs/0/text`), note: '有数的三公经费写成没有' }
  }),
  editing(['empty-table-without-note', 'other', 'empty-table-note'], (e, disclosure) => {
    const at = disclosure.tables.findIndex(({ role, note }) => /^(政府性基金支出表|国有资本支出表)$/.test(role) && note !== undefined)
    if (at < 0) return undefined
    e.remove(`/tables/${at}/note`)
    return { at: spots(`/tables/${at}`), note: `${disclosure.tables[at]?.title ?? ''}：去掉无数据的说明` }
  }),
  editing(['glossary-dropped', 'other', 'required-sections'], (e, disclosure) => {
    const at = disclosure.sections.findIndex(({ heading }) => heading.includes('名词解释'))
    if (at < 0) return undefined
    e.remove(`/sections/${at}`)
    Object.assign(e.disclosure, { toc: (e.disclosure.toc ?? []).filter(({ text }) => !text.includes('名词解释')) })
    return { at: spots(''), note: '删去名词解释' }
  }),
  editing(['tasks-projects', 'count', 'tasks-projects'], (e, disclosure) => {
    const at = (disclosure.overall?.tasks.length ?? 0) - 1
    if (at < 0) return undefined
    const copy = e.copy(`/overall/tasks/${at}`)
    e.set(`/overall/tasks/${at}/text`, '任务3：组织本年项目37个按季度编制用款计划。')
    e.set(`${copy}/text`, '任务4：续建项目3个按期完工。')
    return { at: spots(`/overall/tasks/${at}/text`, `${copy}/text`), note: '任务的项目数之和不是总数' }
  }),
  rewriting(['text-performance-above', 'text-vs-table', 'performance-within-projects'], { places: paragraphs, pattern: /纳入绩效目标管理的项目\d+个，涉及金额(\d+\.\d+)(?=万元)/, change: (old) => (Number(old) + 100).toFixed(2) }),
  editing(['toc-without-body', 'numbering', 'toc-vs-body'], (e, disclosure) => {
    const at = disclosure.toc?.length ?? 0
    if (at === 0) return undefined
    Object.assign(e.disclosure, { toc: [...(e.disclosure.toc ?? []), { text: '附录 历年受援物资发放名册', page: '88' }] })
    return { at: spots(`/toc/${at}/text`), note: '目录多一条正文没有的' }
  }),
]
