import { wrongDigit } from './digits.ts'
import { editing, rewriting } from './make.ts'
import { paragraphs } from './places.ts'
import type { Mutator } from './types.ts'

const opposite: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 大于: '小于', 小于: '大于' }

/** What stands before a paragraph's number would take it out of its list. */
const NUMBERED = /^(?:\d+|[一二三四五六七八九十]+)\s*[.．、]|^[（(]/

/** Sentences that contradict themselves: put before a paragraph, or one word of a sentence turned over. */
function saying(naming: readonly [string, string, string], sentence: (year: number) => readonly [before: string, wrong: string, after: string]): Mutator {
  return editing(naming, (e, disclosure, random) => {
    const place = random.pick(paragraphs(disclosure).filter(({ text }) => text.endsWith('。') && !NUMBERED.test(text)))
    if (!place) return undefined
    const [before, wrong, after] = sentence(disclosure.fiscalYear ?? 2026)
    const from = before.length
    e.set(place.pointer, `${before}${wrong}${after}${place.text}`)
    // The wrong word first; all that was put in is the defect.
    return { at: [{ pointer: place.pointer, from, to: from + wrong.length }, { pointer: place.pointer, from: 0, to: from + wrong.length + after.length }], note: wrong }
  })
}

export const claimMutators: readonly Mutator[] = [
  saying(['text-difference', 'percent-growth', 'text-growth-recompute'], (year) => [`场馆布展用料41.30万元，较${year - 1}年的38.10万元增加`, '4.20万元', '。']),
  saying(['text-direction-of-two', 'percent-growth', 'text-growth-recompute'], (year) => [`场馆布展用料41.30万元，较${year - 1}年的38.10万元`, '减少', '3.20万元。']),
  saying(['text-list-after', 'prose-arithmetic', 'text-sum-of-classes'], () => ['苗木养护12.40万元，水泵检修7.30万元，合计', '20.70万元', '。']),
  saying(['text-two-budgets', 'text-vs-table', 'same-label-same-value'], (year) => [`园林绿化（类）苗木（款）养护（项）12.40万元，主要用于修剪。${year}年预算安排`, '13.60万元', '。']),
  saying(['text-percent-sign', 'unit-scale', 'text-growth-recompute'], () => ['苗木养护费用比上年增长', '8.35', '。']),
  saying(['text-verb-lost', 'typo', 'text-growth-recompute'], (year) => ['苗木养护费用', `较${year - 1}年的38.10万元3.20万元`, '。']),
  saying(['text-reason-empty', 'empty-required', 'template-leftover'], () => ['苗木养护费用与上年持平，', '主要原因是。', '']),
  saying(['text-zero-change', 'other', 'change-reason-covers'], () => ['苗木养护费用', '增加0万元', '。']),
  saying(['text-full-yet-more', 'percent-growth', 'final-budget-actual-diff'], () => ['苗木养护费用支出12.40万元，完成年初预算的', '87.50%', '，决算数大于预算数。']),
  rewriting(['text-completion-direction', 'percent-growth', 'final-budget-actual-diff'], { places: paragraphs, pattern: /决算数(大于|小于)(?=年初预算)/, change: (old) => opposite[old] }),
  saying(['text-reason-direction', 'percent-growth', 'change-reason-covers'], () => ['苗木养护费用比上年', '减少', '3.20万元，主要原因是养护经费增加。']),
  rewriting(['text-sum-part', 'prose-arithmetic', 'text-sum-of-classes'], { places: paragraphs, pattern: /其中：[^。；0-9]{2,20}?(\d+\.\d{2})(?=万元、)/, change: wrongDigit }),
]
