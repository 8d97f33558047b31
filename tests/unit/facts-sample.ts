import type { Column, Disclosure, Lane, Row, Table } from '../../src/disclosure/model.ts'
import { buildModel } from '../../src/facts/index.ts'
import type { Item, Model } from '../../src/facts/item.ts'
import type { Value } from '../../src/facts/value.ts'
import { compareTerms, decimalOf, leaf } from '../../src/facts/amounts/index.ts'
import type { Concept, Dictionary, Form, SectionRole, TableRole, UnitWord, Vocabulary, WordList } from '../../src/vocabulary/types.ts'

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> => new Map(entries.map((entry) => [entry.id, entry]))

const ROLES: readonly TableRole[] = [
  {
    id: '支出表', en: 'expenditure', titles: ['支出表'], scope: { side: '支出', stage: '预算' }, titleScope: { 不含结转: { carryover: '不含' }, 含结转: { carryover: '含' } },
    columns: { 编码: { is: 'code' }, 科目: { is: 'label' }, 合计: { is: 'amount', sumOf: ['基本支出', '项目支出'], names: ['总额'] }, 基本支出: { is: 'amount', sumOf: ['人员', '公用'] }, 人员: { is: 'amount' }, 公用: { is: 'amount' }, 项目支出: { is: 'amount' }, 上年预算数: { is: 'amount', scope: { year: '上年' } } },
    rows: { total: ['合计', '总计'], tree: '编码' },
    facts: [{ concept: '支出总额', row: '合计', column: '合计' }, { concept: '科目支出', rows: 'item', column: '合计', scope: { subject: 'label' } }, { concept: '支出总额', row: '合计', column: '上年预算数' }],
    statutory: ['budget'],
  },
  {
    id: '收支表', en: 'summary', titles: ['收支表'], columns: { 金额: { is: 'amount' } }, lanes: [{ label: '收入', columns: ['金额'] }, { label: '支出', columns: ['金额'] }],
    rows: {
      total: ['本年收入合计', '本年支出合计', '收入总计', '支出总计'], tree: 'numbering',
      sums: { 收入总计: ['本年收入合计', '上年结转', '动用结余'], 支出总计: ['本年支出合计', '年终结转'] },
      names: { 收入总计: ['收入总计', '总计'], 支出总计: ['支出总计', '总计'], 上年结转: ['上年结转', '年初结转和结余'], 一般公共预算: ['一般公共预算拨款'] },
    },
    facts: [{ concept: '收入总额', row: '收入总计', lane: '收入', column: '金额' }],
  },
  {
    id: '三公表', en: 'three', titles: ['三公表'], transposable: true, columns: { 合计: { is: 'amount', names: ['预算数'] }, 决算数: { is: 'amount' } },
    rows: { total: ['合计'], sums: { 合计: ['出国费', '用车费', '接待费'], 用车费: ['购置费', '运行费'] }, names: { 合计: ['合计', '三公经费合计'], 出国费: ['因公出国境费'], 用车费: ['公务用车费'], 购置费: ['购置费'], 运行费: ['运行费'], 接待费: ['公务接待费'] } },
  },
  {
    id: '项目表', en: 'projects', titles: ['项目表'], columns: { 合计: { is: 'amount', sumOf: ['财政', '其他'] }, 财政: { is: 'amount' }, 其他: { is: 'amount' } }, rows: { total: ['合计'] },
    facts: [{ concept: '项目金额', rows: 'item', column: '合计', scope: { subject: 'label' } }],
  },
]

const CONCEPTS: readonly Concept[] = [
  { id: '支出总额', en: 'total', family: '金额', scope: { side: '支出' }, dimensions: ['year', 'stage', 'carryover'] },
  { id: '收入总额', en: 'income', family: '金额', scope: { side: '收入' }, dimensions: ['year'] },
  { id: '科目支出', en: 'by subject', family: '金额', dimensions: ['year', 'subject'] },
  { id: '项目金额', en: 'project', family: '金额', dimensions: ['year', 'subject'], fields: ['funds.annual'] },
]

const FORMS: readonly Form[] = [
  { id: 'grid', titles: [], fields: { total: ['合计', '总计', '共计', '小计', '总量'], within: ['其中'] } },
  { id: 'caption', titles: [], fields: { empty: ['无数据'] } },
]

const WORDS: WordList = { subtotal: ['小计'], closing: ['合计', '小计'], difference: ['增减额'], rate: ['增减率'], organisation: ['局', '中心'], previousYear: ['上年'] }
const CLASSES: Dictionary = { id: '经济科目', complete: false, entries: { '301': '工资福利支出', '30101': '基本工资', '30102': '津贴补贴', '302': '商品和服务支出', '30201': '办公费' } }
const SECTIONS: readonly SectionRole[] = [{ id: '机构设置', headings: ['机构设置', '机构设置情况'] }]
const UNITS: readonly UnitWord[] = [{ symbol: '辆', dimension: 'count', exponent: 0 }]

/** A small vocabulary, so that these tests do not hang on the built-in one. */
export const VOCABULARY: Vocabulary = {
  tables: byId(ROLES), forms: byId(FORMS), sections: byId(SECTIONS), documents: new Map(), scopes: new Map(), concepts: byId(CONCEPTS), patterns: new Map(), claims: new Map(),
  lists: new Map([['table-words', WORDS], ['fund-level-words', { 级次: ['省级资金', '市级资金'] }], ['project-words', { 通用: ['补助', '经费'] }], ['fund-levels', { 省: ['省级'] }]]),
  dictionaries: byId([CLASSES]), ranges: new Map(), units: new Map(UNITS.map((unit) => [unit.symbol, unit])),
}

/** A lane from text: a header line, then rows; cells parted by `|`. A column 编码 is the code, the first other one the label. */
export function lane(text: string, label?: string): Lane {
  const [head = [], ...body] = text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const at = head[0] === '编码' ? 1 : 0
  const columns: Column[] = head.slice(at + 1).map((heading) => ({ key: heading.split('/').at(-1) ?? heading, path: heading.split('/') }))
  const rows = body.map((cells): Row => ({
    ...(at === 1 && cells[0] !== '' && { code: cells[0] ?? '' }),
    label: cells[at] ?? '',
    cells: Object.fromEntries(columns.flatMap((column, i) => (cells[at + 1 + i] === undefined ? [] : [[column.key, cells[at + 1 + i] ?? '']]))),
  }))
  return { ...(label !== undefined && { label }), columns, rows }
}

/** A table of one lane. */
export function table(role: string, text: string, more: Partial<Table> = {}): Table {
  return { role, title: `示例县某局${role}`, unit: '万元', lanes: [lane(text)], ...more }
}

export const DISCLOSURE: Disclosure = { kind: 'budget', fiscalYear: 2031, entity: { name: '示例县某局', level: 'unit' }, extent: 'whole', tables: [], sections: [], projects: [] }

export function modelOf(part: Partial<Disclosure>, vocabulary: Vocabulary = VOCABULARY): Model {
  return buildModel({ ...DISCLOSURE, ...part }, vocabulary)
}

/** A value in one line, to compare with. */
export function show(value: Value): string {
  switch (value.type) {
    case 'quantity': return value.quantity.blankAsZero ? '空' : decimalOf(value.quantity)
    case 'list': return value.values.map(show).join(' + ')
    case 'text': return value.text
    case 'absent': return `(${value.reason})`
    case 'item': return value.item.text
    case 'boolean': return String(value.value)
    case 'date': return [value.year, value.month, value.day].join('-')
    case 'scope': return Object.entries(value.known).sort().map(([key, own]) => `${key}=${own}`).concat(value.unsaid.map((key) => `${key}?`)).join(' ')
    case 'record': return Object.entries(value.fields).map(([key, own]) => `${key}: ${show(own)}`).join(', ')
    case 'verdict': return value.verdict
  }
}

/** `origin label: total = parts` of every composition of tables and forms. */
export function sums(model: Model): string[] {
  return model.items('composition').map((item) => `${show(item.get('origin'))} ${item.text}: ${show(item.get('total'))} = ${show(item.get('parts'))}`)
}

/** Labels of the compositions that hold under none of their readings. */
export function failing(model: Model): string[] {
  return model.items('composition').filter((item) => ![item, ...(item.readings ?? [])].some(holds)).map((item) => `${show(item.get('origin'))} ${item.text}`)
}

function holds(item: Item): boolean {
  const [total, parts] = [item.get('total'), item.get('parts')]
  if (total.type !== 'quantity' || parts.type !== 'list') return false
  const args = parts.values.flatMap((part) => (part.type === 'quantity' ? [leaf(part.quantity)] : []))
  const { verdict } = compareTerms('equal', leaf(total.quantity), { op: 'sum', args })
  return verdict === 'exact' || verdict === 'explainable'
}
