import type { Disclosure } from '../../src/disclosure/model.ts'
import { wrongCount, wrongDigit } from './digits.ts'
import { editing, rewriting, spots } from './make.ts'
import { fields, paragraphs, type Place } from './places.ts'
import type { Mutator } from './types.ts'

const staffing = (disclosure: Disclosure): readonly Place[] => (disclosure.overall?.staffing ?? []).map((block, at) => ({ pointer: `/overall/staffing/${at}/text`, text: block.text }))
const tasks = (disclosure: Disclosure): readonly Place[] => (disclosure.overall?.tasks ?? []).map((block, at) => ({ pointer: `/overall/tasks/${at}/text`, text: block.text }))

/** A valid number of no one: the region code 999999 is not assigned; the last place is the checksum. */
const ID_NUMBER = withChecksum('99999919900307281')
const BANK_CARD = withLuhn('622200000000001234')

function withChecksum(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return `${digits}${'10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? ''}`
}

function withLuhn(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, at) => all + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Words put in front of the last full stop of a text. */
function inserted(kind: string, ruleHint: string, words: string, secret: string): Mutator {
  return editing([kind, 'personal-data', ruleHint], (e, disclosure, random) => {
    const place = random.pick([...paragraphs(disclosure), ...fields(disclosure)].filter((one) => one.text.endsWith('。')))
    if (!place) return undefined
    const to = `${place.text.slice(0, -1)}，${words}${secret}。`
    e.set(place.pointer, to)
    return { at: [{ pointer: place.pointer, from: to.length - 1 - secret.length, to: to.length - 1 }], note: kind }
  })
}

/** The overall form, scores of self-evaluations, and what must not be published. */
export const formMutators: readonly Mutator[] = [
  rewriting(['form-staff', 'headcount', 'same-label-same-value'], { places: staffing, pattern: /在[职岗]人数(\d+)(?=人)/, change: wrongCount }),
  rewriting(['form-posts', 'headcount', 'same-label-same-value'], { places: staffing, pattern: /编制数(\d+)(?=人)/, change: (old) => String(Number(old) + 2) }),
  rewriting(['form-staff-part', 'headcount', 'count-sum'], { places: staffing, pattern: /其中[^0-9]*(\d+)(?=人)/, change: wrongCount }),
  rewriting(['form-task-amount', 'cross-table', 'overall-form-vs-t1'], { places: tasks, pattern: /(?:基本支出|项目支出)(\d+\.\d{2})(?=万元)/, change: wrongDigit }),
  rewriting(['form-task-number', 'numbering', 'overall-form-numbering'], { places: tasks, pattern: /^任务(2)(?=：)/, change: () => '4' }),
  editing(['form-fund-digit', 'cross-table', 'overall-form-vs-t1'], (e, disclosure, random) => {
    const list = disclosure.overall?.funds.byType ?? []
    const at = random.pick(list.flatMap((fund, index) => (/^\d{2,}/.test(String(fund.amount)) && (fund.level ?? 0) < 2 ? [index] : [])))
    if (at === undefined) return undefined
    const pointer = `/overall/funds/byType/${at}/amount`
    const old = e.text(pointer)
    e.set(pointer, wrongDigit(old, random))
    return { at: spots(pointer), note: `整体绩效表 ${old} → ${e.text(pointer)}` }
  }),
  editing(['score-above-weight', 'impossible-value', 'self-eval-score-range'], (e, disclosure, random) => {
    const rows = disclosure.projects.flatMap((project, at) => project.indicators.flatMap((indicator, index) => (/^\d+$/.test(String(indicator.weight ?? '')) ? [`/projects/${at}/indicators/${index}`] : [])))
    const row = random.pick(rows)
    if (row === undefined) return undefined
    e.set(`${row}/score`, String(Number(e.text(`${row}/weight`)) + 2))
    return { at: spots(`${row}/score`), note: `得分 ${e.text(`${row}/score`)} 高于分值` }
  }),
  editing(['weights-not-hundred', 'sum', 'self-eval-score-range'], (e, disclosure, random) => {
    const rows = disclosure.projects.flatMap((project, at) => project.indicators.flatMap((indicator, index) => (Number(indicator.weight) >= 15 ? [`/projects/${at}/indicators/${index}/weight`] : [])))
    const row = random.pick(rows)
    if (row === undefined) return undefined
    e.set(row, String(Number(e.text(row)) + 5))
    return { at: spots(row), note: '分值之和为105' }
  }),
  editing(['executed-digit', 'sheet-internal', 'sheet-fund-sources-sum, self-eval-score-range'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (/\d/.test(String(project.funds.total.executed ?? '')) ? [index] : [])))
    if (at === undefined) return undefined
    const pointer = `/projects/${at}/funds/total/executed`
    const old = e.text(pointer)
    e.set(pointer, wrongDigit(old, random))
    return { at: spots(pointer), note: `全年执行数 ${old} → ${e.text(pointer)}` }
  }),
  editing(['execution-rate-digit', 'self-evaluation', 'self-eval-score-range'], (e, disclosure, random) => {
    const at = random.pick(disclosure.projects.flatMap((project, index) => (/^\d\d\.\d/.test(String(project.funds.rate ?? '')) ? [index] : [])))
    if (at === undefined) return undefined
    const pointer = `/projects/${at}/funds/rate`
    const old = e.text(pointer)
    e.set(pointer, old.replace(/^\d/, (digit) => String((Number(digit) + 5) % 9 + 1)))
    return { at: spots(pointer), note: `执行率 ${old} → ${e.text(pointer)}` }
  }),
  editing(['target-missed-full-score', 'self-evaluation', 'self-eval-score-range'], (e, disclosure, random) => {
    const missable = disclosure.projects.flatMap((project, sheet) => project.indicators.flatMap(({ halves }, row) => {
      const [target, reached] = [halves.annual?.value ?? '', halves.actual?.value ?? '']
      return /^≥\d+%$/.test(String(target)) && /^\d+%$/.test(String(reached)) ? [`/projects/${sheet}/indicators/${row}/halves/actual/value`] : []
    }))
    const pointer = random.pick(missable)
    if (pointer === undefined) return undefined
    const old = e.text(pointer)
    e.set(pointer, '61%')
    return { at: spots(pointer, pointer.replace('/actual/', '/annual/')), note: `实际完成值 ${old} → 61%` }
  }),
  inserted('mobile-number', 'personal-mobile', '经办人手机', '19900012345'),
  inserted('id-number', 'id-card', '领款人身份证号', ID_NUMBER),
  inserted('bank-card', 'bank-card', '收款账号', BANK_CARD),
  inserted('licence-plate', 'licence-plate', '使用车辆', '云Z80K63'),
  editing(['watermark', 'watermark', 'internal-watermark'], (e, disclosure) => {
    const at = disclosure.marks?.length ?? 0
    const marked = { ...e.disclosure, marks: [...(e.disclosure.marks ?? []), { text: '内部资料 注意保存' }] }
    Object.assign(e.disclosure, marked)
    return { at: spots(`/marks/${at}/text`, `/marks/${at}`), note: '内部资料标记' }
  }),
  editing(['draft-mark', 'watermark', 'internal-watermark'], (e) => {
    const title = e.text('/cover/1/text')
    if (title === '') return undefined
    e.set('/cover/1/text', `${title}（送审稿）`)
    return { at: [{ pointer: '/cover/1/text', from: title.length, to: title.length + 5 }], note: '封面写送审稿' }
  }),
]
