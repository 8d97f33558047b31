import { expect, it } from 'vitest'
import { createLinter } from '../../src/lint.ts'

/** A government's report that breaks off within a sentence: what it states is inferred, and read all the same. */
const REPORT = `清河市2025年财政预算执行情况和2026年财政预算草案的报告
一、2025年预算执行情况
2025年，全市一般公共预算收入完成100.00亿元，同比增长5.2%。
二、2026年预算安排
2026年，全市政府性基金预算收入40.00亿元，比上年增加4.00亿元，增长20%；重点支出得到`

it('reads the last sentence of an excerpt on whole areas that breaks off', async () => {
  const linter = await createLinter()
  const { findings, problems } = linter.lint({ file: 'report.txt', content: REPORT })
  expect(problems).toEqual([])
  expect(findings.filter(({ ruleId }) => ruleId === 'prose/growth').map(({ severity, sites: [site] }) => [severity, site?.text])).toEqual([['warning', '20%']])
})
