import { swappedDigits, wrongCount, wrongDigit } from './digits.ts'
import type { Random } from './random.ts'
import type { TextMutator } from './types.ts'

type Naming = readonly [kind: string, family: string, ruleHint: string]

/** One hit of a pattern in a line is written otherwise. */
function line([kind, family, ruleHint]: Naming, pattern: RegExp, change: (old: string, random: Random, text: string) => string | undefined): TextMutator {
  return {
    kind, family, ruleHint,
    makeText(text, random) {
      const lines = text.split('\n')
      const hits = lines.flatMap((one, at) => [...one.matchAll(new RegExp(pattern.source, 'dgu'))].map((match) => ({ at, match })))
      const hit = random.pick(hits)
      const [from, to] = hit?.match.indices?.[1] ?? hit?.match.indices?.[0] ?? []
      if (!hit || from === undefined || to === undefined) return undefined
      const old = lines[hit.at] ?? ''
      const changed = change(old.slice(from, to), random, text)
      if (changed === undefined || changed === old.slice(from, to)) return undefined
      lines[hit.at] = old.slice(0, from) + changed + old.slice(to)
      return { text: lines.join('\n'), line: hit.at + 1, note: `${old.slice(from, to)} → ${changed}` }
    },
  }
}

/** A line is put after the one a pattern finds. */
function after([kind, family, ruleHint]: Naming, pattern: RegExp, added: (found: string) => string): TextMutator {
  return {
    kind, family, ruleHint,
    makeText(text, random) {
      const lines = text.split('\n')
      const at = random.pick(lines.flatMap((one, index) => (pattern.test(one) ? [index] : [])))
      if (at === undefined) return undefined
      const found = lines[at] ?? ''
      lines.splice(at + 1, 0, added(found))
      return { text: lines.join('\n'), line: at + 2, ...(added(found) === found && { twinLine: at + 1 }), note: `第${at + 2}行：${added(found).slice(0, 30)}` }
    },
  }
}

/** Mutators of published text: of any disclosure, whatever its layout, as far as its words are the usual ones. */
export const textMutators: readonly TextMutator[] = [
  line(['text:leaf-digit', 'sum', 'code-hierarchy-sum'], /^2\d{6}\t[^\t]+\t(\d{2,}\.\d{2})(?=\t)/, wrongDigit),
  line(['text:node-digit', 'sum', 'code-hierarchy-sum'], /^2\d{4}\t[^\t]+\t(\d{2,}\.\d{2})(?=\t)/, wrongDigit),
  line(['text:class-digit', 'sum', 'code-hierarchy-sum'], /^2\d{2}\t[^\t]+\t(\d{2,}\.\d{2})(?=\t)/, wrongDigit),
  line(['text:total-digit', 'sum', 't1-column-sum'], /^合计\t+(\d{2,}\.\d{2})(?=\t)/, wrongDigit),
  line(['text:swapped-digits', 'sum', 'code-hierarchy-sum'], /^2\d{6}\t[^\t]+\t(\d{2,}\.\d{2})(?=\t)/, swappedDigits),
  line(['text:grand-total-digit', 'sum', 't1-income-expense-balance'], /^收入总计\t(\d{2,}\.\d{2})(?=\t)/, wrongDigit),
  line(['text:share', 'percent-growth', 'text-share-recompute'], /万元，占([1-9]\d*\.\d+)(?=%)/, wrongDigit),
  line(['text:growth', 'percent-growth', 'text-growth-recompute'], /万元，(?:增长|下降)(\d+\.\d+)(?=%)/, wrongDigit),
  line(['text:direction', 'percent-growth', 'text-growth-recompute'], /增加[\d.,]+万元，(增长)(?=\d)/, () => '下降'),
  line(['text:procurement', 'prose-arithmetic', 'gov-procurement-sum'], /政府采购服务(?:预算|支出)(\d+\.\d{2})(?=万元)/, wrongDigit),
  line(['text:without-yuan', 'unit-scale', 'quantifier'], /(?:支出|收入)[\d.,]+万(元)(?=[，。；、])/, () => ''),
  line(['text:listed-people', 'headcount', 'same-label-same-value'], /编制人数为?(\d+)(?=人)/, (old, _, text) => (text.split(`${old}人`).length > 2 ? String(Number(old) + 5) : undefined)),
  line(['text:sheet-count', 'count', 'declared-count-vs-real'], /公开项目绩效目标(\d+)(?=个)/, wrongCount),
  line(['text:funds-digit', 'sheet-internal', 'sheet-fund-sources-sum'], /年度资金总额[:：]\t+(\d[\d,.]*\d)/, wrongDigit),
  line(['text:equation-result', 'prose-arithmetic', 'text-arith-recompute'], /[×*][\d.]+[^\d=，。;；]{0,4}=(\d{3,}(?:\.\d+)?)(?=元)/, wrongDigit),
  line(['text:indicator-year', 'year-date', 'indicator-year'], /\t(2026)(?=年\d+月[^\t]*\t)/, () => '2024'),
  line(['text:title-year', 'year-date', 'publication-metadata'], /^(2026)(?=年[^\t]*表)/, () => '2024'),
  line(['text:rate-impossible', 'impossible-value', 'impossible-bound'], /满意[^\t]*\t(≥9\d%)/, () => '≥190%'),
  line(['text:mobile', 'personal-data', 'personal-mobile'], /[^\t]{20,}(。)$/, () => '，手机19900012345。'),
  line(['text:doubled-word', 'typo', 'doubled-word'], /(主要原因)是/, (old) => old + old),
  line(['text:bracket-lost', 'quotes-brackets', 'bracket-quote-balance'], /出国（境(）)费/, () => ''),
  line(['text:confusion', 'typo', 'confusion-pairs'], /(截至)20\d\d年/, () => '截止'),
  line(['text:code-zero', 'typo', 'code-hierarchy-sum'], /^2\d{2}\|\d{2}\|(0)[1-9]\|/, () => ''),
  after(['text:row-duplicated', 'duplicate-project', 'code-hierarchy-sum'], /^2\d{6}\t[^\t]+\t\d{2,}\.\d{2}\t/, (found) => found),
  after(['text:draft-line', 'watermark', 'internal-watermark'], /^第三部分 [^.\t]+$/, () => '征求意见稿'),
]
