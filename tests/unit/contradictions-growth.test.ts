import { describe, expect, it, vi } from 'vitest'
import type * as CompareTerms from '../../src/facts/amounts/compare-terms.ts'
import { createLinter } from '../../src/index.ts'

const counted = vi.hoisted(() => ({ judged: 0 }))
vi.mock('../../src/facts/amounts/compare-terms.ts', async (original) => {
  const actual = await original<typeof CompareTerms>()
  return { ...actual, judgeTerms: (...args: Parameters<typeof actual.judgeTerms>) => { counted.judged += 1; return actual.judgeTerms(...args) } }
})

const linter = await createLinter()

/** Comparisons that `times` sentences cost, each with other numbers. */
function judgedOf(sentence: (n: number) => string, times: number): number {
  counted.judged = 0
  const content = `示例县某局2026年部门预算\n\n第一部分 概况\n\n${Array.from({ length: times }, (_, n) => sentence(n)).join('\n')}\n`
  const { findings } = linter.lint({ file: 'a.txt', content })
  expect(findings.length).toBeGreaterThan(0)
  return counted.judged
}

const SENTENCES: readonly (readonly [string, (n: number) => string])[] = [
  ['one headcount', (n) => `本单位核定编制${n + 10}名。`],
  ['one amount', (n) => `一般公共预算支出${n + 100}.50万元。`],
  ['one composition', (n) => `基本支出${n + 100}.20万元，其中人员经费${(n % 50) + 20}.10万元、公用经费${(n % 30) + 5}.30万元、其他${n % 7}.40万元。`],
  ['one growth', (n) => `2026年一般公共预算支出${n + 100}.${(n % 90) + 10}万元，比上年增加${(n % 37) + 3}.25万元，增长${(n % 17) + 1}.5%。`],
]

describe('growth of a contradiction with the times it is printed', () => {
  it.each(SENTENCES)('%s printed twice as often costs less than three times the comparisons', (_, sentence) => {
    expect(judgedOf(sentence, 200) / judgedOf(sentence, 100)).toBeLessThan(3)
  })
})
