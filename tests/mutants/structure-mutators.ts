import type { Disclosure } from '../../src/disclosure/model.ts'
import { editing, rewriting, spots, type Naming } from './make.ts'
import { fields, indicatorValues, type ValuePlace } from './places.ts'
import type { Mutator } from './types.ts'

/** Both halves of an indicator row, as pointers of one of their parts. */
function halves(place: ValuePlace, part: 'name' | 'value' | 'kind'): readonly string[] {
  const base = `/projects/${place.projectAt}/indicators/${place.indicatorAt}/halves`
  const half = place.project.indicators[place.indicatorAt]?.halves ?? {}
  return (['annual', 'period'] as const).flatMap((phase) => (half[phase]?.[part] === undefined ? [] : [`${base}/${phase}/${part}`]))
}

/** One part of an indicator row is written otherwise, in both halves. */
function row(naming: Naming, part: 'name' | 'value' | 'kind', wanted: (place: ValuePlace, all: readonly ValuePlace[]) => boolean, to: (old: string) => string): Mutator {
  return editing(naming, (e, disclosure, random) => {
    const all = indicatorValues(disclosure)
    const place = random.pick(all.filter((one) => one.other?.text === one.text && wanted(one, all)))
    const pointers = place ? halves(place, part) : []
    if (!place || pointers.length === 0) return undefined
    const old = e.text(pointers[0] ?? '')
    for (const pointer of pointers) e.set(pointer, to(old))
    return { at: spots(...pointers), note: `“${place.project.name}”${place.name}：${old} → ${to(old)}` }
  })
}

const shared = (one: ValuePlace, all: readonly ValuePlace[]): boolean => all.some((other) => other.projectAt !== one.projectAt && other.name === one.name)
const oneYear = ({ project }: ValuePlace): boolean => project.term === '1年' || project.attribute?.includes('一次性') === true
const tables = (disclosure: Disclosure): readonly (readonly [string, string])[] =>
  disclosure.tables.flatMap((table, t) => (table.role === '项目支出表' ? (table.lanes[0]?.rows ?? []).map((one, at) => [`/tables/${t}/lanes/0/rows/${at}/label`, one.label] as const) : []))

/** Defects of the form of project sheets and their indicators. */
export const structureMutators: readonly Mutator[] = [
  row(['indicator-name-lost', 'empty-required', 'indicator-has-value'], 'name', (one) => /\d/.test(one.text), () => ''),
  row(['indicator-name-clipped', 'name-mismatch', 'key-term-missing-char'], 'name', (one, all) => one.name.endsWith('满意度') && shared(one, all), (old) => old.slice(0, -1)),
  row(['indicator-label-as-name', 'indicator-structure', 'label-in-value-cell'], 'name', (one) => one.kind === '社会效益', () => '生态效益'),
  row(['indicator-label-wording', 'indicator-structure', 'field-label-vocabulary'], 'kind', (one) => one.kind === '可持续影响', () => '可持续发展'),
  row(['indicator-cost-name', 'indicator-structure', 'cost-indicator-name'], 'name', (one) => one.kind === '成本指标' && /\d元$/.test(one.text), () => '5处场地'),
  row(['indicator-numbered-only', 'empty-required', 'template-leftover'], 'name', (one) => one.kind === '社会效益', () => '任务1：'),
  row(['indicator-quantity-bare', 'unit-scale', 'quantity-has-number'], 'value', (one) => one.kind === '数量指标' && /^\d+\D$/.test(one.text), (old) => old.replace(/\D+$/, '')),
  editing(['indicator-other-category', 'indicator-structure', 'same-indicator-same-category'], (e, disclosure, random) => {
    const all = indicatorValues(disclosure).filter((one) => one.kind === '社会效益' && one.other !== undefined)
    const one = random.pick(all)
    const other = random.pick(all.filter(({ projectAt }) => projectAt !== one?.projectAt))
    if (!one || !other) return undefined
    for (const pointer of [...halves(one, 'name'), ...halves(other, 'name')]) e.set(pointer, '改善群众文化生活条件')
    for (const pointer of halves(one, 'kind')) e.set(pointer, '经济效益')
    return { at: spots(...[one, other].flatMap((place) => [...halves(place, 'kind'), ...halves(place, 'name')])), note: `“${one.project.name}”与“${other.project.name}”同一指标归类不同` }
  }),
  row(['indicator-cost-in-benefit', 'indicator-structure', 'indicator-category'], 'kind', (one) => one.kind === '成本指标' && /(费|费用|金额|成本)$/.test(one.name) && /元$/.test(one.text), () => '经济效益'),
  editing(['indicator-half-name', 'period-vs-annual', 'column-pair-agree'], (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => oneYear(one) && one.other !== undefined && one.kind === '数量指标'))
    if (!place) return undefined
    const [annual = ''] = halves(place, 'name')
    e.set(annual, '宣传折页印数')
    return { at: spots(annual), note: `“${place.project.name}”年度指标 ${place.name} → 宣传折页印数` }
  }),
  editing(['actual-value-blank', 'empty-required', 'self-eval-score-range'], (e, disclosure, random) => {
    const scored = disclosure.projects.flatMap((project, at) => project.indicators.flatMap(({ halves: half, score }, row) => (String(half.actual?.value ?? '') !== '' && Number(score) > 0 ? [`/projects/${at}/indicators/${row}/halves/actual/value`] : [])))
    const pointer = random.pick(scored)
    if (pointer === undefined) return undefined
    const old = e.text(pointer)
    e.set(pointer, '')
    return { at: spots(pointer), note: `实际完成值 ${old} → 空` }
  }),
  editing(['actual-values-blank', 'empty-required', 'self-eval-score-range'], (e, disclosure, random) => {
    const filled = disclosure.projects.flatMap((project, at) => (project.indicators.some(({ halves: half }) => half.actual?.value !== undefined) ? [at] : []))
    const at = random.pick(filled)
    if (at === undefined) return undefined
    const pointers = (disclosure.projects[at]?.indicators ?? []).flatMap(({ halves: half }, row) => (half.actual?.value === undefined ? [] : [`/projects/${at}/indicators/${row}/halves/actual/value`]))
    for (const pointer of pointers) e.set(pointer, '')
    return { at: spots(...pointers, `/projects/${at}/indicators`), note: `“${e.text(`/projects/${at}/name`)}”完成值整列为空` }
  }),
  editing(['indicator-rate-columns', 'impossible-value', 'impossible-bound'], (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => /(满意度|合格率|覆盖率)$/.test(one.name) && /%$/.test(one.text) && one.other === undefined))
    if (!place) return undefined
    const base = `/projects/${place.projectAt}/indicators/${place.indicatorAt}`
    e.set(place.pointer, '100')
    e.set(`${base}/unit`, '%')
    e.set(`${base}/nature`, '≥')
    return { at: spots(place.pointer, base), note: `${place.name}：${place.text} → ≥ | 100 | %` }
  }),
  editing(['project-same-name', 'duplicate-project', 'same-name'], (e, disclosure, random) => {
    const rows = tables(disclosure).filter(([, label]) => disclosure.projects.some(({ name }) => name === label))
    const from = random.pick(rows)
    const to = random.pick(rows.filter(([pointer, label]) => from !== undefined && label !== from[1] && pointer.split('/')[2] === from[0].split('/')[2]))
    const sheet = from && disclosure.projects.findIndex(({ name }) => name === from[1])
    if (!from || !to || sheet === undefined) return undefined
    e.set(from[0], to[1])
    e.set(`/projects/${sheet}/name`, to[1])
    const near = [from[0], to[0]].map((pointer) => pointer.replace(/\/label$/, ''))
    return { at: spots(from[0], to[0], ...near, `/projects/${sheet}/name`), note: `“${from[1]}”与“${to[1]}”同名` }
  }),
  rewriting(['sheet-composite-unit', 'unit-scale', 'quantifier'], { places: (disclosure) => fields(disclosure, ['overview', 'plan', 'necessity']), pattern: /元\/(人|户|生|场|次|天|年|月|台|个|间|套|处|座|期|家|期|件|公里|平方米)/, change: () => '年人' }),
]
