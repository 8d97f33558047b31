import type { Disclosure } from '../../src/disclosure/model.ts'
import { wrongCount, wrongDigit } from './digits.ts'
import { editing, spots, type Naming } from './make.ts'
import { indicatorValues, type ValuePlace } from './places.ts'
import type { Random } from './random.ts'
import type { Mutator } from './types.ts'

/** The value of an indicator changes, in the year's half only or in both. */
function value(naming: Naming, halves: 'annual' | 'both', wanted: (place: ValuePlace) => boolean, change: (text: string, random: Random) => string): Mutator {
  return editing(naming, (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => wanted(one) && (halves === 'both' || one.other?.text === one.text)))
    if (!place) return undefined
    const to = change(place.text, random)
    if (to === place.text) return undefined
    e.set(place.pointer, to)
    const other = place.other?.pointer
    if (halves === 'both' && other !== undefined && place.other?.text === place.text) e.set(other, to)
    return { at: spots(place.pointer, ...(halves === 'both' && other !== undefined ? [other] : [])), note: `“${place.project.name}”${place.name}：${place.text} → ${to}` }
  })
}

const count = (text: string, random: Random): string => text.replace(/\d+/, (old) => wrongCount(old, random))
/** The number stands in the sheet's prose too, with its unit. */
const told = (one: ValuePlace): boolean => /^\d+\D+$/.test(one.text) && (one.project.overview ?? '').includes(one.text)
const rate = (one: ValuePlace): boolean => /[率度]$/.test(one.name) && !/增长率|幅度|差错率|降低率/.test(one.name) && /%$/.test(one.text)
const budget = (disclosure: Disclosure): boolean => disclosure.kind === 'budget'

export const indicatorMutators: readonly Mutator[] = [
  value(['indicator-people', 'headcount', 'text-vs-indicator-count'], 'both', (one) => told(one) && one.text.endsWith('人'), count),
  value(['indicator-count', 'sheet-internal', 'text-vs-indicator-count'], 'both', (one) => told(one) && !/[人元]$/.test(one.text), count),
  value(['indicator-period-annual', 'period-vs-annual', 'column-pair-agree'], 'annual', (one) => /^\d+\D+$/.test(one.text) && one.kind === '数量指标', count),
  value(['indicator-cost-digit', 'sheet-internal', 'cost-subitems-sum'], 'both', (one) => one.kind === '成本指标' && /^\d[\d.]*元$/.test(one.text), (text, random) => wrongDigit(text, random)),
  value(['indicator-cost-unit', 'unit-scale', 'cost-subitems-sum'], 'both', (one) => one.kind === '成本指标' && /^\d[\d.]*元$/.test(one.text), (text) => text.replace('元', '万元')),
  value(['indicator-year', 'year-date', 'indicator-year'], 'both', (one) => /20\d\d年/.test(one.text) && (one.other === undefined || one.other.text === one.text), (text) => text.replace(/20\d\d/, (year) => String(Number(year) - 1))),
  value(['indicator-completion-late', 'year-date', 'time-has-date, end-of-year-dates'], 'both', (one) => /20\d\d年/.test(one.text) && (one.other === undefined || one.other.text === one.text), (text) => text.replace(/20\d\d/, (year) => String(Number(year) + 1))),
  value(['indicator-rate-impossible', 'impossible-value', 'impossible-bound'], 'both', rate, () => '≥120%'),
  value(['indicator-rate-unbounded', 'impossible-value', 'impossible-bound'], 'both', rate, () => '≥100%'),
  value(['indicator-rate-unit', 'indicator-structure', 'rate-value-form'], 'both', rate, (text) => text.replace('%', '')),
  value(['indicator-rate-words', 'indicator-structure', 'rate-value-form'], 'both', rate, () => '及时'),
  value(['indicator-value-lost', 'empty-required', 'indicator-has-value'], 'both', (one) => one.text !== '' && one.project.layout === 'form', () => ''),
  value(['indicator-quantity-words', 'indicator-structure', 'quantity-has-number'], 'both', (one) => one.kind === '数量指标', () => '按实际需要'),
  value(['indicator-placeholder', 'copy-paste', 'template-leftover'], 'both', (one) => one.kind === '数量指标', () => '××人'),
  editing(['indicator-amplitude', 'impossible-value', 'amplitude-implausible'], (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => /增长率|提升幅度/.test(one.name)))
    if (!place) return undefined
    for (const pointer of [place.pointer, ...(place.other ? [place.other.pointer] : [])]) e.set(pointer, '≥95%')
    return { at: spots(place.pointer, ...(place.other ? [place.other.pointer] : [])), note: `${place.name} ≥95%` }
  }),
  editing(['indicator-annual-blank', 'empty-required', 'column-pair-filled'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (budget(disclosure) && project.layout === 'form' ? [index] : [])))
    const project = at === undefined ? undefined : disclosure.projects[at]
    if (!project) return undefined
    const pointers = project.indicators.flatMap((indicator, index) => (indicator.halves.annual?.value === undefined ? [] : [`/projects/${at}/indicators/${index}/halves/annual/value`]))
    for (const pointer of pointers) e.set(pointer, '')
    return { at: spots(...pointers, `/projects/${at}/indicators`), note: `“${project.name}”年度指标值整列为空` }
  }),
  editing(['goal-annual-blank', 'empty-required', 'column-pair-filled'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.goals.period !== undefined && project.goals.annual !== undefined ? [index] : [])))
    if (at === undefined) return undefined
    e.set(`/projects/${at}/goals/annual`, '')
    return { at: spots(`/projects/${at}/goals/annual`), note: '年度目标为空' }
  }),
  editing(['indicator-category', 'indicator-structure', 'indicator-category'], (e, disclosure, random) => {
    const pairs = disclosure.projects.flatMap((project, at) => {
      const from = project.indicators.findIndex((one) => one.halves.annual?.name?.endsWith('满意度') === true)
      const to = project.indicators.findIndex((one) => one.halves.annual?.kind === '社会效益' && one.halves.annual.name !== undefined)
      return from >= 0 && to >= 0 ? [{ at, from, to }] : []
    })
    const pair = random.pick(pairs)
    if (!pair) return undefined
    const base = `/projects/${pair.at}/indicators`
    for (const half of ['annual', 'period']) {
      const [a, b] = [`${base}/${pair.from}/halves/${half}`, `${base}/${pair.to}/halves/${half}`]
      for (const part of ['name', 'value']) {
        const kept = e.text(`${a}/${part}`)
        e.set(`${a}/${part}`, e.text(`${b}/${part}`))
        e.set(`${b}/${part}`, kept)
      }
    }
    const changed = [pair.to, pair.from].flatMap((index) => ['annual', 'period'].flatMap((half) => ['name', 'kind', 'value'].map((part) => `${base}/${index}/halves/${half}/${part}`)))
    return { at: spots(...changed), note: '满意度与社会效益指标对调' }
  }),
]
