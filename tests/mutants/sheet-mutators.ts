import type { Disclosure } from '../../src/disclosure/model.ts'
import { shifted, wrongCount, wrongDigit } from './digits.ts'
import { editing, rewriting, spots } from './make.ts'
import { fields, indicatorValues, paragraphs, type Place } from './places.ts'
import type { Random } from './random.ts'
import type { Mutator } from './types.ts'

/** Descriptive fields that write arithmetic out. */
const computed = (disclosure: Disclosure): readonly Place[] => fields(disclosure, ['overview']).filter((place) => place.text.includes('='))
const totals = (disclosure: Disclosure): readonly Place[] => fields(disclosure, ['overview']).filter((place) => /合计|共计|总计|共需/.test(place.text))

/** Sheets of one year whose annual money stands in one source. */
function fundedSheet(disclosure: Disclosure, random: Random): number | undefined {
  return random.pick(disclosure.projects.flatMap((project, at) => (project.funds.total.annual !== undefined && project.funds.total.annual === project.funds.total.period ? [at] : [])))
}

const anySheet = (disclosure: Disclosure, random: Random): number | undefined => (disclosure.projects.length === 0 ? undefined : random.below(disclosure.projects.length))

export const sheetMutators: readonly Mutator[] = [
  editing(['sheet-funds-scale', 'unit-scale', 'sheet-fund-vs-table'], (e, disclosure, random) => {
    const at = fundedSheet(disclosure, random)
    const project = at === undefined ? undefined : disclosure.projects[at]
    if (!project) return undefined
    const base = `/projects/${at}/funds`
    const pointers = [`${base}/total/annual`, `${base}/total/period`, ...project.funds.sources.flatMap((_, source) => [`${base}/sources/${source}/amounts/annual`, `${base}/sources/${source}/amounts/period`])]
    for (const pointer of pointers) if (/[1-9]/.test(e.text(pointer))) e.set(pointer, shifted(e.text(pointer), -4))
    return { at: spots(...pointers), note: `“${project.name}”的资金按万元填写` }
  }),
  editing(['sheet-total-digit', 'sheet-internal', 'sheet-fund-sources-sum'], (e, disclosure, random) => {
    const at = fundedSheet(disclosure, random)
    if (at === undefined) return undefined
    const pointer = `/projects/${at}/funds/total/annual`
    const old = e.text(pointer)
    e.set(pointer, wrongDigit(old, random))
    return { at: spots(pointer), note: `年度资金总额 ${old} → ${e.text(pointer)}` }
  }),
  editing(['sheet-source-digit', 'sheet-internal', 'sheet-fund-sources-sum'], (e, disclosure, random) => {
    const at = fundedSheet(disclosure, random)
    const source = at === undefined ? -1 : (disclosure.projects[at]?.funds.sources.findIndex((one) => /[1-9]/.test(String(one.amounts.annual ?? ''))) ?? -1)
    if (source < 0) return undefined
    const pointer = `/projects/${at}/funds/sources/${source}/amounts/annual`
    const old = e.text(pointer)
    e.set(pointer, wrongDigit(old, random))
    return { at: spots(pointer), note: `来源 ${old} → ${e.text(pointer)}` }
  }),
  editing(['sheet-source-moved', 'sheet-internal', 'sheet-fund-level-vs-name'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (/(中央|省级)资金/.test(project.name) ? [index] : [])))
    const project = at === undefined ? undefined : disclosure.projects[at]
    if (!project) return undefined
    const from = project.funds.sources.findIndex((one) => /[1-9]/.test(String(one.amounts.annual ?? '')))
    const to = from === 0 ? 1 : 0
    const base = `/projects/${at}/funds/sources`
    for (const phase of ['annual', 'period']) {
      const amount = e.text(`${base}/${from}/amounts/${phase}`)
      e.set(`${base}/${to}/amounts/${phase}`, amount)
      e.set(`${base}/${from}/amounts/${phase}`, '0')
    }
    return { at: spots(...[to, from].flatMap((source) => ['annual', 'period'].map((phase) => `${base}/${source}/amounts/${phase}`))), note: `“${project.name}”的资金填在另一级` }
  }),
  rewriting(['sheet-equation-result', 'prose-arithmetic', 'text-arith-recompute'], { places: computed, pattern: /=(\d{3,}(?:\.\d+)?)(?=元)/, change: wrongDigit }),
  rewriting(['sheet-equation-factor', 'prose-arithmetic', 'text-arith-recompute'], { places: computed, pattern: /×(\d{3,}(?:\.\d+)?)(?=元\/[^，。；=]*=)/, change: wrongDigit }),
  rewriting(['sheet-equation-operator', 'prose-arithmetic', 'text-arith-recompute'], { places: computed, pattern: /\d[^，。；×=]*(×)\d[^，。；=×]*=\d/, change: () => '+' }),
  rewriting(['sheet-listed-total', 'prose-arithmetic', 'text-arith-recompute, text-total-vs-fund'], { places: totals, pattern: /(?:合计|共计|总计|共需)(\d{3,}(?:\.\d+)?)(?=元)/, change: wrongDigit }),
  rewriting(['sheet-total-without-yuan', 'unit-scale', 'quantifier, text-total-vs-fund'], { places: totals, pattern: /(?:合计|共计|总计|共需)\d{3,}(?:\.\d+)?(元)/, change: () => '万元' }),
  rewriting(['sheet-people-part', 'headcount', 'count-sum, text-vs-indicator-count'], { places: (disclosure) => fields(disclosure, ['overview']), pattern: /其中[^0-9。，]{1,8}(\d+)(?=人)/, change: wrongCount }),
  rewriting(['sheet-people-whole', 'headcount', 'text-vs-indicator-count'], { places: (disclosure) => fields(disclosure, ['overview']).filter((place) => /其中[^。]*\d人/.test(place.text)), pattern: /(\d+)(?=人，其中)/, change: wrongCount }),
  rewriting(['sheet-things-part', 'count', 'count-sum'], { places: (disclosure) => fields(disclosure, ['overview']), pattern: /其中[^0-9。，]{1,6}(\d+)(?=座)/, change: wrongCount }),
  rewriting(['sheet-share-ratio', 'sheet-internal', 'share-ratio-vs-sister-projects, text-arith-recompute'], { places: computed, pattern: /×0\.(\d)(?==)/, change: wrongDigit }),
  editing(['sheet-duplicated', 'duplicate-project', 'duplicate-sheet'], (e, disclosure, random) => {
    const at = anySheet(disclosure, random)
    if (at === undefined) return undefined
    const copy = e.copy(`/projects/${at}`)
    return { at: spots(`${copy}/name`, `/projects/${at}/name`, copy, `/projects/${at}`), note: `“${e.text(`${copy}/name`)}”的绩效表两份` }
  }),
  editing(['sheet-duplicated-changed', 'duplicate-project', 'duplicate-sheet'], (e, disclosure, random) => {
    const value = random.pick(indicatorValues(disclosure).filter((one) => one.kind === '数量指标' && /^\d+\D/.test(one.text)))
    if (!value) return undefined
    const copy = e.copy(`/projects/${value.projectAt}`)
    const changed = `${copy}/indicators/${value.indicatorAt}/halves`
    const to = value.text.replace(/^\d+/, (count) => wrongCount(count, random))
    e.set(`${changed}/annual/value`, to)
    if (value.other) e.set(`${changed}/period/value`, to)
    return { at: spots(`${copy}/name`, `/projects/${value.projectAt}/name`, `${changed}/annual/value`, value.pointer, copy, `/projects/${value.projectAt}`), note: `“${value.project.name}”两份，${value.name} ${value.text} 与 ${to}` }
  }),
  editing(['sheet-dropped', 'missing-project-sheet', 'project-sheet-one-to-one'], (e, disclosure, random) => {
    const named = (name: string): string | undefined => {
      for (const [t, table] of disclosure.tables.entries()) {
        const row = table.role === '项目支出表' ? (table.lanes[0]?.rows.findIndex((one) => one.label === name) ?? -1) : -1
        if (row >= 0) return `/tables/${t}/lanes/0/rows/${row}`
      }
      return undefined
    }
    const at = anySheet(disclosure, random)
    const project = at === undefined ? undefined : disclosure.projects[at]
    const row = project && named(project.name)
    if (!project || row === undefined) return undefined
    e.remove(`/projects/${at}`)
    const counted = paragraphs(disclosure).filter(({ text }) => /绩效目标\d+个/.test(text)).map(({ pointer }) => pointer)
    return { at: spots(row, `${row}/label`, `${row}/cells/合计`, ...counted), note: `“${project.name}”没有绩效表` }
  }),
  editing(['sheet-renamed', 'name-mismatch', 'sheet-name-vs-table'], (e, disclosure, random) => {
    const listed = new Set(disclosure.tables.flatMap((table) => (table.role === '项目支出表' ? (table.lanes[0]?.rows.map((row) => row.label) ?? []) : [])))
    const at = random.pick(disclosure.projects.flatMap((project, index) => (listed.has(project.name) ? [index] : [])))
    if (at === undefined) return undefined
    const name = e.text(`/projects/${at}/name`)
    const middle = Math.floor(name.length / 2)
    e.set(`/projects/${at}/name`, name.slice(0, middle) + name.slice(middle + 1))
    return { at: spots(`/projects/${at}/name`), note: `${name} → ${e.text(`/projects/${at}/name`)}` }
  }),
  editing(['sheet-unit-name', 'unit-name', 'legal-name-of-unit'], (e, disclosure, random) => {
    const at = anySheet(disclosure, random)
    if (at === undefined || e.text(`/projects/${at}/implementer`) === '') return undefined
    const name = e.text(`/projects/${at}/implementer`)
    e.set(`/projects/${at}/implementer`, name.slice(0, -2) + name.slice(-1))
    return { at: spots(`/projects/${at}/implementer`), note: `实施单位 ${name} 少一字` }
  }),
  editing(['sheet-stamp', 'year-date', 'fill-date-window'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (/^20\d\d/.test(project.signoff?.filledAt ?? '') ? [index] : [])))
    if (at === undefined) return undefined
    const pointer = `/projects/${at}/signoff/filledAt`
    e.set(pointer, e.text(pointer).replace(/^20\d\d/, (year) => String(Number(year) - 4)))
    return { at: spots(pointer), note: `填报日期 ${e.text(pointer)}` }
  }),
  editing(['sheet-year', 'year-date', 'required-cells, publication-metadata'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (/20\d\d/.test(project.fiscalYear ?? '') ? [index] : [])))
    if (at === undefined) return undefined
    const pointer = `/projects/${at}/fiscalYear`
    e.set(pointer, e.text(pointer).replace(/20\d\d/, (year) => String(Number(year) - 1)))
    return { at: spots(pointer), note: `绩效表年度 ${e.text(pointer)}` }
  }),
  rewriting(['sheet-service-period', 'year-date', 'contract-price-vs-annual, stale-year-in-plan'], { places: (disclosure) => fields(disclosure, ['plan']), pattern: /合同期为(20\d\d)(?=年)/, change: (old) => String(Number(old) - 2) }),
  rewriting(['sheet-docnum-year', 'doc-number-style', 'docnum-consistent'], {
    places: (disclosure) => fields(disclosure, ['basis']).filter((place) => fields(disclosure, ['basis']).filter((one) => one.text === place.text).length > 1), pattern: /〔(20\d\d)〕/, change: (old) => String(Number(old) - 1),
  }),
  rewriting(['sheet-docnum-brackets', 'doc-number-style', 'docnum-brackets'], { places: (disclosure) => fields(disclosure, ['basis']), pattern: /(〔20\d\d〕)/, change: (old) => `【${old.slice(1, -1)}】` }),
  editing(['sheet-field-copied', 'copy-paste', 'field-duplicated'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => ((project.necessity?.length ?? 0) > 15 && project.measures !== undefined ? [index] : [])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/measures`, e.text(`/projects/${at}/necessity`))
    return { at: spots(`/projects/${at}/measures`, `/projects/${at}/necessity`), note: '保障措施照抄必要性' }
  }),
  editing(['sheet-field-label-inside', 'copy-paste', 'field-label-inside-field'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.plan === undefined ? [] : [index])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/plan`, `立项依据：${e.text(`/projects/${at}/plan`)}`)
    return { at: spots(`/projects/${at}/plan`), note: '实施计划里有“立项依据：”' }
  }),
  editing(['sheet-executed-wording', 'copy-paste', 'execution-wording-in-budget'], (e, disclosure, random) => {
    const at = disclosure.kind === 'budget' ? anySheet(disclosure, random) : undefined
    if (at === undefined || e.text(`/projects/${at}/goals/annual`) === '') return undefined
    for (const half of ['annual', 'period']) e.set(`/projects/${at}/goals/${half}`, `${e.text(`/projects/${at}/goals/${half}`)}资金实际执行率达到100%，已完成全部任务。`)
    return { at: spots(`/projects/${at}/goals/annual`, `/projects/${at}/goals/period`), note: '预算目标写成已完成' }
  }),
  editing(['sheet-truncated', 'truncation', 'truncated-sentence'], (e, disclosure, random) => {
    const place = random.pick(fields(disclosure, ['overview', 'necessity', 'plan']).filter((one) => one.text.length > 30 && /。.{12,}。$/.test(one.text.replace(/，/g, '。'))))
    if (!place) return undefined
    const stop = Math.max(place.text.lastIndexOf('，'), place.text.lastIndexOf('、'))
    const to = place.text.slice(0, stop + 3)
    e.set(place.pointer, to)
    return { at: spots(place.pointer), note: `断在“${to.slice(-6)}”` }
  }),
]
