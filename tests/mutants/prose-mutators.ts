import type { Disclosure } from '../../src/disclosure/model.ts'
import type { Edit } from '../../tools/fixtures/edit.ts'
import { wrongCount, wrongDigit } from './digits.ts'
import { editing, rewriting, spots } from './make.ts'
import { cells, headings, paragraphs, type Place } from './places.ts'
import type { Mutator } from './types.ts'

/** Amounts of the tables in 万元 as the narrative prints them. */
function tableAmounts(disclosure: Disclosure): ReadonlySet<string> {
  const round = (yuan: number): string => (Math.round(yuan / 100) / 100).toFixed(2)
  return new Set(cells(disclosure).map((one) => (one.table.unit === '元' ? round(Number(one.text)) : one.text)))
}

/** Paragraphs with an amount that a table prints too, split so that a hit is such an amount. */
function restated(disclosure: Disclosure): readonly Place[] {
  const known = tableAmounts(disclosure)
  return paragraphs(disclosure).filter((place) => [...place.text.matchAll(/(\d+\.\d{2})万元/g)].some((match) => known.has(match[1] ?? '')))
}

function rates(words: RegExp): (disclosure: Disclosure) => readonly Place[] {
  return (disclosure) => paragraphs(disclosure).filter((place) => words.test(place.text))
}

/** A paragraph in a section of its own at the end; returns its pointer. */
function added(e: Edit, text: string): string {
  const at = e.disclosure.sections.length
  Object.assign(e.disclosure, { sections: [...e.disclosure.sections, { heading: '补充说明', level: 1, paragraphs: [{ text }], sections: [] }] })
  return `/sections/${at}/paragraphs/0/text`
}

export const proseMutators: readonly Mutator[] = [
  rewriting(['text-amount-digit', 'text-vs-table', 'text-amount-vs-table'], { places: restated, pattern: /(?<=收入|支出|总计|预算|经费|均为|合计|为)(\d{2,}\.\d{2})(?=万元)/, change: (old, random, disclosure) => (tableAmounts(disclosure).has(old) ? wrongDigit(old, random) : undefined) }),
  rewriting(['text-item-amount', 'text-vs-table', 'text-amount-vs-table'], { places: paragraphs, pattern: /（项）[^。，]*?(\d{2,}\.\d{2})(?=万元)/, change: wrongDigit }),
  rewriting(['text-share', 'percent-growth', 'text-share-recompute'], { places: paragraphs, pattern: /占(?:[^，；。0-9]*的)?(\d+\.\d{2})(?=%)/, change: (old, random) => (Number(old) >= 1 ? wrongDigit(old, random) : undefined) }),
  rewriting(['text-growth', 'percent-growth', 'text-growth-recompute'], { places: rates(/[比较与相]/), pattern: /(?:增长|下降)(\d+\.\d{2})(?=%)/, change: wrongDigit }),
  editing(['text-growth-wrong-base', 'percent-growth', 'text-growth-recompute'], (e, disclosure, random) => {
    const hits = paragraphs(disclosure).flatMap((place) =>
      [...place.text.matchAll(/(\d+\.\d{2})万元[^0-9]*20\d\d[^0-9。]*?(\d+\.\d{2})万元，(?:增长|下降)(\d+\.\d{2})%/g)].map((match) => ({ place, match })),
    )
    const hit = random.pick(hits)
    if (!hit) return undefined
    const [, to = '', difference = '', percent = ''] = hit.match
    const wrong = ((Number(difference) / Number(to)) * 100).toFixed(2)
    if (Math.abs(Number(wrong) - Number(percent)) < 0.05) return undefined
    const from = hit.place.text.indexOf(`${percent}%`, hit.match.index)
    e.set(hit.place.pointer, `${hit.place.text.slice(0, from)}${wrong}${hit.place.text.slice(from + percent.length)}`)
    return { at: [{ pointer: hit.place.pointer, from, to: from + wrong.length }], note: `${percent}% → ${wrong}%（以本年数为基数）` }
  }),
  rewriting(['text-direction', 'percent-growth', 'text-growth-recompute'], { places: paragraphs, pattern: /(?:增加|减少)\d+\.\d{2}万元，(增长|下降)(?=\d)/, change: (old) => (old === '增长' ? '下降' : '增长') }),
  rewriting(['text-completion-rate', 'percent-growth', 'final-budget-actual-diff'], { places: paragraphs, pattern: /完成(?:年初)?预算的(\d+\.\d{2})(?=%)/, change: wrongDigit }),
  rewriting(['text-procurement-part', 'prose-arithmetic', 'gov-procurement-sum'], { places: paragraphs, pattern: /(?:货物|工程|服务)(?:预算|支出)(\d+\.\d{2})(?=万元)/, change: wrongDigit }),
  rewriting(['text-vehicle-part', 'count', 'vehicle-sum'], { places: paragraphs, pattern: /(?:机要通信|应急保障)用车(\d+)(?=辆)/, change: wrongCount }),
  rewriting(['text-area-part', 'sum', 'area-sum'], { places: paragraphs, pattern: /(?:办公用房|业务用房)(\d+)(?=平方米)/, change: wrongDigit }),
  rewriting(['text-project-kind-count', 'count', 'count-sum'], { places: paragraphs, pattern: /(?:其他运转类|特定目标类)项目(\d+)(?=个)/, change: wrongCount }),
  rewriting(['text-sheet-count', 'count', 'declared-count-vs-real'], { places: paragraphs, pattern: /公开项目绩效目标(\d+)(?=个)/, change: wrongCount }),
  rewriting(['text-list-count', 'count', 'declared-count-vs-real'], { places: paragraphs, pattern: /(?:内设|、[^、]*?股)(\d+)(?=个)/, change: wrongCount }),
  rewriting(['text-list-item-dropped', 'count', 'declared-count-vs-real'], { places: (disclosure) => paragraphs(disclosure).filter((place) => /内设/.test(place.text)), pattern: /、[^、，。0-9]{3,7}(?=、)/, change: () => '' }),
  rewriting(['text-staff', 'headcount', 'same-label-same-value'], { places: paragraphs, pattern: /在职人?员?(\d+)(?=人)/, change: wrongCount }),
  rewriting(['text-posts', 'headcount', 'same-label-same-value'], { places: (disclosure) => (disclosure.overall ? paragraphs(disclosure) : []), pattern: /编制人数(\d+)(?=人)/, change: (old) => String(Number(old) + 2) }),
  rewriting(['text-staff-part', 'headcount', 'part-equals-whole'], { places: paragraphs, pattern: /其中：在职\d+人，离退休(\d+)(?=人)/, change: wrongCount }),
  rewriting(['text-unit-without-yuan', 'unit-scale', 'quantifier'], { places: paragraphs, pattern: /\d\.\d{2}万(元)/, change: () => '' }),
  rewriting(['text-yuan-for-ten-thousand', 'unit-scale', 'text-amount-vs-table'], { places: restated, pattern: /(?:收入|支出|经费)\d{2,}\.\d{2}(万元)/, change: () => '元' }),
  rewriting(['text-year', 'year-date', 'same-label-same-value'], { places: paragraphs, pattern: /^(20\d\d)(?=年(?:度|收入|支出|一般|财政|政府|机关))/, change: (old) => String(Number(old) - 1) }),
  rewriting(['text-year-compared', 'year-date', 'text-growth-recompute'], { places: paragraphs, pattern: /[比与](20\d\d)(?=年(?:度|预算))/, change: (old) => String(Number(old) + 1) }),
  rewriting(['text-year-baseline', 'year-date', 'baseline-year'], { places: paragraphs, pattern: /[比与](20\d\d)(?=年(?:度|预算)(?:相比，)?[^。，；]{0,12}[增减]\S\d)/, change: (old) => String(Number(old) - 1) }),
  rewriting(['text-assets-year', 'year-date', 'assets-as-of'], { places: paragraphs, pattern: /截至(20\d\d)(?=年12月31日，本[^。，；]{2,8}(?:车辆|房屋|公务用车))/, change: (old) => String(Number(old) + 1) }),
  rewriting(['text-template-residue', 'copy-paste', 'template-leftover'], { places: paragraphs, pattern: /(?:增加|减少)\d+\.\d{2}万元，(增长|下降)(?=\d)/, change: () => '增长（下降）' }),
  rewriting(['text-empty-slot', 'empty-required', 'template-leftover'], { places: paragraphs, pattern: /占(\d+\.\d{2})(?=%)/, change: () => ' ' }),
  rewriting(['text-doubled-word', 'typo', 'doubled-word'], { places: paragraphs, pattern: /(主要原因|承担|指导)/, change: (old) => old + old }),
  rewriting(['text-bracket-lost', 'quotes-brackets', 'bracket-quote-balance'], { places: paragraphs, pattern: /出国（境(）)费/, change: () => '' }),
  rewriting(['text-quote-lost', 'quotes-brackets', 'bracket-quote-balance'], { places: paragraphs, pattern: /“三公(”)/, change: () => '' }),
  rewriting(['text-confusion', 'typo', 'confusion-pairs'], { places: paragraphs, pattern: /(截至)(?=20)/, change: () => '截止' }),
  rewriting(['text-punctuation', 'typo', 'punctuation-collision'], { places: paragraphs, pattern: /(，)主要原因/, change: () => '。，' }),
  rewriting(['heading-number', 'numbering', 'list-numbering'], { places: headings, pattern: /^(三|五|七)、/, change: (old) => ({ 三: '四', 五: '六', 七: '八' })[old] }),
  rewriting(['attachment-reference', 'numbering', 'attachment-numbering'], { places: paragraphs, pattern: /附件([12])(?=。)/, change: () => '7' }),
  rewriting(['text-item-name', 'name-mismatch', 'subject-name'], { places: paragraphs, pattern: /（款）[^（）]{2}([^（）])[^（）]+（项）/, change: () => '' }),
  rewriting(['text-economic-item-added', 'text-vs-table', 'econ-items'], { places: paragraphs, pattern: /人员经费[^。；]*?主要包括(基本工资)/, change: (old) => `${old}、抚恤金` }),
  editing(['text-economic-item-omitted', 'text-vs-table', 'econ-item-omitted'], (e, disclosure, random) => {
    const rows = disclosure.tables.find(({ role }) => role === '一般公共预算基本支出表')?.lanes[0]?.rows ?? []
    const items = rows.filter(({ code, cells: { 人员经费 } }) => code?.length === 5 && Number(人员经费) > 0).map(({ label }) => label)
    const left = random.pick(items)
    if (left === undefined) return undefined
    const pointer = added(e, `人员经费${rows[0]?.cells['人员经费'] ?? ''}万元，主要包括：${items.filter((item) => item !== left).join('、')}。`)
    return { at: spots(pointer), note: `人员经费列举漏“${left}”` }
  }),
  editing(['text-unit-name', 'unit-name', 'unit-name-in-prose'], (e, disclosure) => {
    const name = disclosure.entity.name.replace(/和旅游局$/, '与旅游局').replace(/水利局$/, '水务局')
    return { at: spots(added(e, `${name}${disclosure.fiscalYear ?? ''}年度没有接受捐赠。`)), note: name }
  }),
  editing(['toc-entry', 'numbering', 'toc-vs-body'], (e, disclosure, random) => {
    const year = String(disclosure.fiscalYear ?? '')
    const at = random.pick((disclosure.toc ?? []).flatMap((entry, index) => (year !== '' && entry.text.includes(year) ? [index] : [])))
    if (at === undefined) return undefined
    e.replace(`/toc/${at}/text`, year, String(Number(year) - 1))
    return { at: spots(`/toc/${at}/text`), note: '目录写成上年' }
  }),
]
