import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type FileReport, type Linter } from '../../src/index.ts'

// Invented disclosures in the layouts and phrases of several provinces: right as they stand, and wrong in one figure or word at a time.
let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const read = (file: string): string => readFileSync(`fixtures/${file}`, 'utf8')
const isExcerpt = (file: string): boolean => file.startsWith('phrases/')
const lint = (file: string, content = read(file)): FileReport => linter.lint({ file, content }, isExcerpt(file) ? { extent: 'excerpt' } : {})
const loud = ({ findings }: FileReport): string[] => findings.filter(({ severity }) => severity !== 'info').flatMap(({ ruleId, causeOf }) => [ruleId, ...(causeOf ?? []).map((cause) => cause.ruleId)])

const files = ['phrases', 'provinces'].flatMap((folder) => readdirSync(`fixtures/${folder}`).map((name) => `${folder}/${name}`))

describe('a correct disclosure of any province', () => {
  it.each(files)('%s has no error and no warning', (file) => {
    expect(loud(lint(file))).toEqual([])
  })
})

/** File, what is printed, what is put in its place, the rule that says so. */
const PLANTED: readonly (readonly [file: string, printed: string, wrong: string, rule: string])[] = [
  ['phrases/chongqing.txt', '政府采购工程预算120.00万元', '政府采购工程预算130.00万元', 'prose/composition'],
  ['phrases/chongqing.txt', '其中一般公共预算拨款政府采购168.00万元', '其中一般公共预算拨款政府采购188.00万元', 'prose/composition'],
  ['phrases/guangxi.txt', '公务接待费1.80万元', '公务接待费1.90万元', 'prose/composition'],
  ['phrases/guangxi.txt', '占支出总预算的90.71%', '占支出总预算的93.71%', 'prose/share'],
  ['phrases/tibet.txt', '占总支出69.33%', '占总支出63.33%', 'prose/share'],
  ['phrases/yunnan.txt', '占支出预算的70.83%', '占支出预算的73.83%', 'prose/share'],
  ['phrases/yunnan.txt', '其他收入增加100,000.00元，增长100.00%', '其他收入增加100,000.00元，增长50.00%', 'prose/growth'],
  ['phrases/jiangsu.txt', '增长3.24%', '增长3.42%', 'prose/growth'],
  ['phrases/hubei.txt', '较2025年的60.10万元减少1.80万元', '较2025年的60.10万元减少1.08万元', 'prose/difference'],
  ['phrases/beijing.txt', '授予小微企业合同金额640.20万元，占政府采购支出总额的49.77%', '授予小微企业合同金额1640.20万元，占政府采购支出总额的49.77%', 'prose/part-within-whole'],
  ['provinces/shanghai-unit-budget.txt', '“卫生健康支出”科目16.02万元', '“卫生健康支出”科目16.20万元', 'prose/amount-unmatched'],
  ['provinces/shanghai-unit-budget.txt', '其中：财政拨款支出预算838.15万元', '其中：财政拨款支出预算888.15万元', 'prose/part-within-whole'],
  ['provinces/shanghai-unit-budget.txt', '机关运行经费财政拨款预算为53.00万元', '机关运行经费财政拨款预算为58.00万元', 'prose/running-cost'],
  ['provinces/sichuan-department-budget.txt', '占13.95%；卫生健康', '占15.93%；卫生健康', 'prose/share'],
  ['provinces/sichuan-department-budget.txt', '越野车1辆', '越野车2辆', 'count/parts-of-count'],
  ['provinces/ministry-budget.txt', '2130301|行政运行|456.69|480.73', '2130301|行政运行|456.69|486.73', 'arithmetic/table-sum'],
  ['provinces/ministry-budget.txt', '39.71|5.26%', '39.71|5.62%', 'prose/growth'],
  ['provinces/ministry-budget.txt', '|10.65|0.00|9.00', '|10.56|0.00|9.00', 'arithmetic/table-sum'],
  ['provinces/guangdong-budget.txt', '　　[2130314]防汛|94.20', '　　[2130314]防汛|49.20', 'arithmetic/table-sum'],
  ['provinces/guangdong-budget.txt', '“三公”经费|10.65', '“三公”经费|16.05', 'arithmetic/table-sum'],
  ['provinces/zhejiang-budget.txt', '防汛物资储备|示例省清河市水务局|54.20', '防汛物资储备|示例省清河市水务局|45.20', 'arithmetic/table-sum'],
  ['provinces/jiangsu-budget.txt', '10.65|0.00|9.00|0.00|9.00|1.65|3.20', '10.65|0.00|9.00|0.00|9.00|1.56|3.20', 'arithmetic/table-sum'],
  ['provinces/hunan-budget.txt', '差旅费|11.30', '差旅费|13.10', 'arithmetic/table-sum'],
  ['provinces/beijing-budget.txt', '2026年|106,500.00', '2026年|165,000.00', 'arithmetic/table-sum'],
  ['provinces/guangdong-final-accounts.txt', '退休14人', '退休13人', 'count/parts-of-count'],
  ['provinces/guangdong-final-accounts.txt', '公务用车保有量为5辆', '公务用车保有量为7辆', 'prose/vehicles-kept'],
]

describe('one thing wrong in a disclosure of any province', () => {
  it.each(PLANTED)('%s: %s → %s', (file, printed, wrong, rule) => {
    const content = read(file)
    expect(content).toContain(printed)
    expect(loud(lint(file, content.replace(printed, wrong)))).toContain(rule)
  })
})
