import type { Disclosure } from '../../src/disclosure/model.ts'
import { editing, spots } from './make.ts'
import type { Mutator } from './types.ts'

/** Pointers of a project's name: of its sheet and of its rows in the tables. */
function namesOf(disclosure: Disclosure, name: string): readonly string[] {
  return [
    ...disclosure.projects.flatMap((project, at) => (project.name === name ? [`/projects/${at}/name`] : [])),
    ...disclosure.tables.flatMap((table, t) => table.lanes.flatMap((lane, l) => lane.rows.flatMap((row, r) => (row.label === name ? [`/tables/${t}/lanes/${l}/rows/${r}/label`] : [])))),
  ]
}

/** Sheets whose name has one row in the tables, in document order. */
function listed(disclosure: Disclosure): readonly number[] {
  return disclosure.projects.flatMap(({ name }, at) => (namesOf(disclosure, name).length === 2 ? [at] : []))
}

/** Names, headings and units that differ from place to place. */
export const namingMutators: readonly Mutator[] = [
  editing(['name-docnum-bare', 'doc-number-style', 'docnum-parentheses'], (e, disclosure) => {
    const pair = listed(disclosure).slice(0, 2).flatMap((at) => disclosure.projects[at]?.name ?? [])
    if (pair.length < 2) return undefined
    const written = pair.flatMap((name, at) => namesOf(disclosure, name).map((pointer) => ({ pointer, to: at === 0 ? `${name}清财教〔2025〕17号` : `${name}（清财教〔2025〕18号）` })))
    for (const { pointer, to } of written) e.set(pointer, to)
    return { at: spots(...written.map(({ pointer }) => pointer)), note: '一个项目名称后的文号没有括号' }
  }),
  editing(['sheet-name-of-another', 'duplicate-project', 'same-name-sheet'], (e, disclosure, random) => {
    const at = random.pick(listed(disclosure))
    const other = random.pick(listed(disclosure).filter((one) => one !== at && disclosure.projects[one]?.funds.total.annual !== disclosure.projects[at ?? 0]?.funds.total.annual))
    const [own, taken] = [disclosure.projects[at ?? -1]?.name, disclosure.projects[other ?? -1]?.name]
    if (own === undefined || taken === undefined) return undefined
    e.set(`/projects/${at}/name`, taken)
    return { at: spots(`/projects/${at}/name`, `/projects/${other}/name`, ...namesOf(disclosure, own).slice(1).map((pointer) => pointer.replace(/\/label$/, ''))), note: `“${own}”的绩效表写成“${taken}”` }
  }),
  editing(['sheet-long-term-funds', 'period-vs-annual', 'long-term-funds'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.term === '长期' && project.funds.total.annual === project.funds.total.period && /^\d[\d,]{3,}$/.test(String(project.funds.total.annual)) ? [index] : [])))
    const project = disclosure.projects[at ?? -1]
    const source = project?.funds.sources.findIndex(({ amounts }) => amounts.annual === project.funds.total.annual) ?? -1
    if (!project || source < 0) return undefined
    const pointers = [`/projects/${at}/funds/total/period`, `/projects/${at}/funds/sources/${source}/amounts/period`]
    const to = Math.round(Number(String(project.funds.total.annual).replace(/,/g, '')) * 1.2).toLocaleString('en-US')
    for (const pointer of pointers) e.set(pointer, to)
    return { at: spots(...pointers), note: `“${project.name}”长期，实施期资金 ${to}` }
  }),
  editing(['overall-foreign-duty', 'copy-paste', 'foreign-duty'], (e, disclosure, random) => {
    const at = random.pick(disclosure.overall?.indicators.flatMap(({ halves }, index) => (halves.annual?.kind === '社会效益' ? [index] : [])) ?? [])
    if (at === undefined) return undefined
    e.set(`/overall/indicators/${at}/halves/annual/name`, '履行部门交通运输职责')
    return { at: spots(`/overall/indicators/${at}/halves/annual/name`), note: '整体绩效表写别的部门的职责' }
  }),
  editing(['sheet-amount-two-units', 'unit-scale', 'amount-in-two-units'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.overview !== undefined && project.necessity !== undefined ? [index] : [])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/overview`, `${e.text(`/projects/${at}/overview`)}每年代管费0.3万元。`)
    e.set(`/projects/${at}/necessity`, `${e.text(`/projects/${at}/necessity`)}按合同每年代管费3000元。`)
    return { at: spots(`/projects/${at}/overview`, `/projects/${at}/necessity`), note: '同一金额写成元和万元' }
  }),
  editing(['sheet-source-above-total', 'sheet-internal', 'source-within-total'], (e, disclosure, random) => {
    const amounts = disclosure.projects.flatMap((project, at) => project.funds.sources.flatMap((source, index) => Object.entries(source.amounts).flatMap(([phase, amount]) => (/^[1-9][\d,.]*$/.test(String(amount)) && phase in project.funds.total ? [`/projects/${at}/funds/sources/${index}/amounts/${phase}`] : []))))
    const pointer = random.pick(amounts)
    if (pointer === undefined) return undefined
    const old = e.text(pointer)
    e.set(pointer, `9${old}`)
    return { at: spots(pointer), note: `来源 ${old} → 9${old}` }
  }),
  editing(['sheet-arrears', 'sheet-internal', 'arrears-vs-funds'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.overview !== undefined && project.funds.total.annual !== undefined ? [index] : [])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/overview`, `${e.text(`/projects/${at}/overview`)}2024年工程欠款9000.00万元。`)
    return { at: spots(`/projects/${at}/overview`), note: '欠款多于项目资金' }
  }),
  editing(['indicator-cost-half', 'period-vs-annual', 'cost-subitems'], (e, disclosure, random) => {
    const costs = disclosure.projects.flatMap((project, at) => {
      const total = String(project.funds.total.annual ?? '').replace(/,/g, '')
      const row = project.indicators.findIndex(({ halves }) => halves.annual?.kind === '成本指标' && halves.annual.value === `${total}元` && halves.period?.value === `${total}元`)
      return row >= 0 && project.funds.total.annual === project.funds.total.period && Number(total) > 20000 ? [{ row: `/projects/${at}/indicators/${row}`, total: Number(total) }] : []
    })
    const cost = random.pick(costs)
    if (!cost) return undefined
    const copy = e.copy(cost.row, Number(cost.row.split('/').at(-1)) + 1)
    for (const half of ['annual', 'period']) {
      e.set(`${cost.row}/halves/${half}/value`, `${cost.total - 8000}元`)
      e.set(`${copy}/halves/${half}/name`, '配件采购成本')
      e.set(`${copy}/halves/${half}/value`, half === 'annual' ? '6000元' : '8000元')
    }
    return { at: spots(`${copy}/halves/annual/value`), note: '年度成本之和少 2000 元' }
  }),
  editing(['indicator-cost-units', 'unit-scale', 'indicator-unit-differs'], (e, disclosure, random) => {
    const costs = disclosure.projects.flatMap((project, at) => project.indicators.flatMap((indicator, row) => (indicator.halves.annual?.kind === '成本指标' && /^\d{4,}元$/.test(indicator.halves.annual.value ?? '') && indicator.halves.period?.value === indicator.halves.annual.value ? [{ at, row, value: indicator.halves.annual.value ?? '' }] : [])))
    const one = random.pick(costs)
    const other = random.pick(costs.filter(({ at }) => at !== one?.at))
    if (!one || !other) return undefined
    const halves = (place: { readonly at: number; readonly row: number }): readonly string[] => ['annual', 'period'].map((half) => `/projects/${place.at}/indicators/${place.row}/halves/${half}`)
    for (const half of [...halves(one), ...halves(other)]) e.set(`${half}/name`, '服务采购成本')
    for (const half of halves(one)) e.set(`${half}/value`, `${Number(one.value.replace('元', '')) / 10000}万元`)
    return { at: spots(...[...halves(one), ...halves(other)].map((half) => `${half}/value`)), note: `服务采购成本 ${one.value} 写成万元，另一张表 ${other.value}` }
  }),
  editing(['header-character-lost', 'name-mismatch', 'header-variants'], (e, disclosure, random) => {
    const heads = disclosure.tables.flatMap((table, t) => table.lanes.flatMap((lane, l) => lane.columns.flatMap(({ path }, c) => path.flatMap((text, p) => (text === '国有资本经营预算' || text === '一般公共预算财政拨款' ? [{ pointer: `/tables/${t}/lanes/${l}/columns/${c}/path/${p}`, text }] : [])))))
    const head = random.pick(heads)
    if (!head || heads.filter(({ text }) => text === head.text).length < 3) return undefined
    e.set(head.pointer, head.text.replace('经', '').replace('财', ''))
    return { at: spots(head.pointer), note: `${head.text} → ${e.text(head.pointer)}` }
  }),
  editing(['sheet-title-area', 'unit-name', 'area-name'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap(({ title }, index) => (title === undefined || !/县/.test(disclosure.entity.name) ? [] : [index])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/title`, `石岭县${e.text(`/projects/${at}/title`)}`)
    return { at: spots(`/projects/${at}/title`), note: e.text(`/projects/${at}/title`) }
  }),
]
