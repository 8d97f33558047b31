import { wrongCount } from './digits.ts'
import { editing, rewriting, spots, type Naming } from './make.ts'
import { fields, indicatorValues, paragraphs, type Field } from './places.ts'
import type { Mutator } from './types.ts'

/** Words to add at the end of fields of one sheet, by the budget year. */
type Added = (year: number) => Partial<Readonly<Record<Field, string>>>

/** Sentences that contradict each other or the budget year are added to one sheet. */
function added(naming: Naming, words: Added): Mutator {
  return editing(naming, (e, disclosure, random) => {
    const year = disclosure.kind === 'budget' ? disclosure.fiscalYear : undefined
    const at = random.pick(disclosure.projects.flatMap((project, index) => (project.plan !== undefined && project.overview !== undefined && !/20\d\d/.test(project.plan) ? [index] : [])))
    if (year === undefined || at === undefined) return undefined
    const put = Object.entries(words(year))
    const pointers = put.map(([field]) => `/projects/${at}/${field}`)
    for (const [index, [, text]] of put.entries()) e.set(pointers[index] ?? '', `${e.text(pointers[index] ?? '')}${text}`)
    return { at: spots(...pointers), note: put.map(([field, text]) => `${field}：${text}`).join(' ') }
  })
}

export const yearMutators: readonly Mutator[] = [
  added(['plan-past-work', 'year-date', 'stale-year-in-plan'], (year) => ({ plan: `${year - 2}年7月进行场地改造，8月底完工。` })),
  added(['sheet-stale-sentence', 'year-date', 'stale-year-in-plan'], (year) => ({ plan: `对${year - 2}年运行维护费用进行监督和指导。`, overview: `对${year - 1}年运行维护费用进行监督和指导。` })),
  added(['sheet-stale-use', 'year-date', 'stale-year-in-plan'], (year) => ({ basis: `经费用于支付${year - 3}年场馆日常办公支出。` })),
  added(['document-two-dates', 'year-date', 'docnum-consistent'], (year) => ({ basis: `根据${year - 1}年3月5日印发的《关于研究场馆运行有关事宜》专题会议纪要。`, plan: `按照${year - 1}年3月15日印发的《关于研究场馆运行有关事宜》专题会议纪要推进。` })),
  added(['event-two-dates', 'year-date', 'conflicting-clauses'], (year) => ({ plan: `${year}年5月举办第三届社区读书节；预计${year}年6月举办第三届社区读书节。` })),
  added(['date-two-digits', 'year-date', 'date-style'], () => ({ overview: '含往年尾款，其中22年工程欠款。' })),
  editing(['indicator-period-year', 'year-date', 'indicator-year'], (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => /20\d\d年/.test(one.text) && one.other?.text === one.text && !/^[2-9]年/.test(one.project.term ?? '')))
    if (!place?.other) return undefined
    e.set(place.other.pointer, place.text.replace(/20\d\d/, (year) => String(Number(year) - 1)))
    return { at: spots(place.other.pointer), note: `“${place.name}”实施期写成上年` }
  }),
  editing(['sister-people', 'cross-table', 'sister-sheet-counts'], (e, disclosure, random) => {
    const stem = (name: string): string => name.replace(/(中央|省级|市级|区级)资金/, '')
    const counted = disclosure.projects.map((project) => project.indicators.findIndex((one) => one.halves.annual?.kind === '数量指标' && one.halves.annual.name !== undefined))
    const pair = random.pick(disclosure.projects.flatMap((project, a) => disclosure.projects.flatMap((other, b) => (a < b && (counted[a] ?? -1) >= 0 && (counted[b] ?? -1) >= 0 && stem(project.name) === stem(other.name) ? [[a, b] as const] : []))))
    if (!pair) return undefined
    const bases = pair.map((at) => `/projects/${at}/indicators/${counted[at]}/halves`)
    for (const [index, base] of bases.entries()) {
      for (const half of ['annual', 'period']) {
        e.set(`${base}/${half}/name`, '受益群众人数')
        e.set(`${base}/${half}/value`, `${3100 + index * 60}人`)
      }
    }
    return { at: spots(...bases.map((base) => `${base}/annual/value`)), note: '同一政策两张表的受益人数不同' }
  }),
  rewriting(['formula-people', 'headcount', 'text-vs-indicator-count'], { places: (disclosure) => fields(disclosure, ['overview']), pattern: /补助(\d+)(?=人×)/, change: wrongCount }),
  rewriting(['text-overall-target', 'count', 'overall-target-count'], { places: paragraphs, pattern: /整体(?:支出)?绩效目标(\d+)(?=个)/, change: () => '36' }),
  rewriting(['text-posts-without-word', 'typo', 'quantifier'], { places: paragraphs, pattern: /编制人?数?\d+(人)(?=[，。、])/, change: () => '' }),
  rewriting(['text-more-staff', 'headcount', 'staff-over-establishment'], { places: (disclosure) => (disclosure.overall ? [] : paragraphs(disclosure)), pattern: /编制人?数?(\d+)(?=人)/, change: () => '2' }),
  editing(['indicator-people-unit', 'headcount', 'quantifier'], (e, disclosure, random) => {
    const place = random.pick(indicatorValues(disclosure).filter((one) => /人数$/.test(one.name) && /^\d+人$/.test(one.text)))
    if (!place) return undefined
    for (const pointer of [place.pointer, ...(place.other ? [place.other.pointer] : [])]) e.set(pointer, place.text.replace('人', '个'))
    return { at: spots(place.pointer, ...(place.other ? [place.other.pointer] : [])), note: `${place.name}：${place.text} → 个` }
  }),
]
