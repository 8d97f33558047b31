import type { Edit } from '../../tools/fixtures/edit.ts'
import { shifted, swappedDigits, wrongDigit } from './digits.ts'
import { editing, spots, type Naming } from './make.ts'
import { cells, isLeaf, isNode, isTotal, type CellPlace } from './places.ts'
import type { Random } from './random.ts'
import type { Mutator } from './types.ts'

/** One cell of a kind gets another figure. */
function cell(naming: Naming, wanted: (place: CellPlace) => boolean, change: (text: string, random: Random) => string | undefined): Mutator {
  return editing(naming, (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => wanted(one) && change(one.text, random) !== undefined))
    const to = place && change(place.text, random)
    if (!place || to === undefined) return undefined
    e.set(place.pointer, to)
    return { at: spots(place.pointer), note: `${place.table.title} ${place.row.label} ${place.column.key}：${place.text} → ${to}` }
  })
}

const main = (place: CellPlace): boolean => ['合计', '支出金额', '收入金额', '本年支出'].includes(place.column.key)
const part = (place: CellPlace): boolean => ['基本支出', '项目支出', '人员经费', '公用经费', '一般公共预算', '财政拨款收入', '当年预算安排'].includes(place.column.key)
/** Amounts of one digit before the point hide a changed digit in the rounding of long sums. */
const sizable = (place: CellPlace): boolean => Number(place.text) >= 10
const functional = (place: CellPlace): boolean => place.lane.rows.some((row) => row.code !== undefined && /^2\d{6}$/.test(row.code))

/** The same item row of a table, by its own pointer. */
function rowOf(place: CellPlace): string {
  return `/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${place.rowAt}`
}

export const tableMutators: readonly Mutator[] = [
  cell(['table-total-digit', 'sum', 'code-hierarchy-sum, t1-column-sum'], (one) => isTotal(one) && main(one) && sizable(one), wrongDigit),
  cell(['table-leaf-digit', 'sum', 'code-hierarchy-sum'], (one) => isLeaf(one) && main(one) && sizable(one), wrongDigit),
  cell(['table-node-digit', 'sum', 'code-hierarchy-sum'], (one) => isNode(one) && main(one) && sizable(one), wrongDigit),
  cell(['table-part-digit', 'sum', 't3-row-sum, t2-row-sum'], (one) => isLeaf(one) && part(one) && sizable(one), wrongDigit),
  cell(['table-swapped-digits', 'sum', 'code-hierarchy-sum'], (one) => isLeaf(one) && main(one) && sizable(one), swappedDigits),
  cell(['table-leaf-scale', 'unit-scale', 'code-hierarchy-sum'], (one) => isLeaf(one) && main(one) && sizable(one), (text) => shifted(text, 4)),
  cell(['table-leaf-sign', 'impossible-value', 'negative-or-nonnumeric-cell'], (one) => isLeaf(one) && main(one), (text) => `-${text}`),
  cell(['table-cell-error', 'impossible-value', 'negative-or-nonnumeric-cell'], (one) => isLeaf(one) && main(one), () => '#REF!'),
  cell(['table-total-blank', 'empty-required', 't1-column-sum'], (one) => isTotal(one) && main(one) && one.lane.rows.length > 4 && functional(one), () => ''),
  cell(['summary-total-digit', 'sum', 't1-income-expense-balance'], (one) => one.table.lanes.length === 2 && /总计$/.test(one.row.label), wrongDigit),
  cell(['summary-class-digit', 'cross-table', 't1-vs-t3-total'], (one) => one.table.lanes.length === 2 && one.column.key === '支出金额' && /^[一二三四五六七八九十]+、/.test(one.row.label) && sizable(one), wrongDigit),
  cell(['three-public-part-digit', 'sum', 'three-public-sum'], (one) => one.table.role.startsWith('三公') && /接待|运行/.test(one.row.label + one.column.key), wrongDigit),
  cell(['project-row-digit', 'cross-table', 'sheet-fund-vs-table, project-table-sum'], (one) => one.table.role === '项目支出表' && !isTotal(one) && one.column.key === '合计' && sizable(one), wrongDigit),
  cell(['project-fund-column-digit', 'sum', 'project-table-sum'], (one) => one.table.role === '项目支出表' && !isTotal(one) && one.column.key === '一般公共预算' && sizable(one), wrongDigit),
  cell(['carryover-digit', 'sum', 't1-current-plus-carryover, final-carryover-identity'], (one) => /^(上年结转|上年财政拨款结转|年[初末](财政拨款)?结转和结余)$/.test(one.row.code === undefined ? one.row.label : one.column.key), wrongDigit),
  editing(['table-branch-shifted', 'cross-table', 't1-vs-t3-total, t3-vs-t5-carryover-bridge'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => isLeaf(one) && functional(one) && one.column.key === '合计' && sizable(one) && ['支出总表', '支出决算表', '一般公共预算支出表', '一般公共预算支出决算表'].includes(one.table.role)))
    return place && shiftBranch(e, place)
  }),
  editing(['table-row-duplicated', 'duplicate-project', 'code-hierarchy-sum'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => isLeaf(one) && functional(one) && main(one) && sizable(one)))
    if (!place) return undefined
    const copy = e.copy(rowOf(place), place.rowAt + 1)
    return { at: spots(`${copy}/label`, `${copy}/cells/${place.column.key}`, `${rowOf(place)}/label`, place.pointer), note: `${place.row.label} 两行` }
  }),
  editing(['table-total-row-duplicated', 'duplicate-project', 'duplicate-total-row'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => isTotal(one) && one.column.key === '合计' && one.table.lanes.length === 1))
    if (!place) return undefined
    const copy = e.copy(rowOf(place), place.rowAt + 1)
    return { at: spots(`${copy}/label`, `${copy}/cells/合计`, `${rowOf(place)}/label`, place.pointer), note: `${place.table.title} 合计行两次` }
  }),
  editing(['table-row-dropped', 'sum', 'code-hierarchy-sum'], (e, disclosure, random) => {
    const siblings = (one: CellPlace): number => one.lane.rows.filter((row) => row.code?.length === one.row.code?.length && row.code?.slice(0, 5) === one.row.code?.slice(0, 5)).length
    const place = random.pick(cells(disclosure).filter((one) => isLeaf(one) && functional(one) && main(one) && sizable(one) && siblings(one) > 2))
    if (!place) return undefined
    const parent = place.lane.rows.findIndex((row) => row.code === place.row.code?.slice(0, 5))
    e.remove(rowOf(place))
    return { at: spots(`/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${parent}/cells/${place.column.key}`), note: `${place.row.label} 一行不见` }
  }),
  editing(['project-row-duplicated', 'duplicate-project', 'project-table-sum'], (e, disclosure, random) => {
    const place = random.pick(cells(disclosure).filter((one) => one.table.role === '项目支出表' && !isTotal(one) && one.column.key === '合计' && sizable(one)))
    if (!place) return undefined
    const copy = e.copy(rowOf(place), place.rowAt + 1)
    return { at: spots(`${copy}/label`, `${copy}/cells/合计`, `${rowOf(place)}/label`, place.pointer), note: `项目“${place.row.label}”两行` }
  }),
  editing(['table-empty-note', 'text-vs-table', 'empty-table-note'], (e, disclosure, random) => {
    const filled = [...new Set(cells(disclosure).map((one) => one.tableAt))].filter((at) => disclosure.tables[at]?.note === undefined)
    const at = random.pick(filled)
    if (at === undefined) return undefined
    e.set(`/tables/${at}/note`, '注：本表无数据。')
    return { at: spots(`/tables/${at}/note`), note: '有数据的表写成空表' }
  }),
  editing(['table-title-year', 'year-date', 'required-cells, publication-metadata'], (e, disclosure, random) => {
    const year = String(disclosure.fiscalYear ?? '')
    const at = random.pick(disclosure.tables.flatMap((table, index) => (year !== '' && table.title.includes(year) ? [index] : [])))
    if (at === undefined) return undefined
    e.replace(`/tables/${at}/title`, year, String(Number(year) - 1))
    return { at: spots(`/tables/${at}/title`), note: '一张表的标题写成上年' }
  }),
]

/** A leaf, all above it and the total grow by the same amount, so that the table still adds up. */
function shiftBranch(e: Edit, place: CellPlace): ReturnType<Mutator['make']> {
  const delta = 11.3
  const column = ['基本支出', '项目支出'].find((key) => /\d/.test(String(place.row.cells[key] ?? '')))
  if (!column) return undefined
  const add = (rowAt: number, key: string): string => {
    const pointer = `/tables/${place.tableAt}/lanes/${place.laneAt}/rows/${rowAt}/cells/${key}`
    e.set(pointer, (Number(e.text(pointer)) + delta).toFixed(2))
    return pointer
  }
  const pointers = place.lane.rows.flatMap((row, rowAt) => {
    const above = row.code === undefined ? row.label === '合计' : place.row.code?.startsWith(row.code)
    return above ? ['合计', column].map((key) => add(rowAt, key)) : []
  })
  return { disclosure: e.disclosure, at: spots(...pointers), consistent: true, note: `${place.table.title}：${place.row.label} 及其上级、合计各加 ${delta}` }
}
