import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, type Finding, type Linter } from '../../src/index.ts'

// The unit above one table is wrong: every row of it contradicts the other tables, and it is one mistake.
let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const clean = readFileSync('fixtures/unit-budget.clean.txt', 'utf8')
const TITLE = '2026年一般公共预算支出情况表（不含上年结转）\n'
const errorsIn = (content: string): readonly Finding[] => linter.lint({ file: 'x.txt', content }).findings.filter(({ severity }) => severity === 'error')
const within = (change: (table: string) => string): string => {
  const from = clean.lastIndexOf(TITLE)
  const to = clean.indexOf('\n预算公开表6', from)
  return clean.slice(0, from) + change(clean.slice(from, to)) + clean.slice(to)
}

describe('a table with the wrong unit', () => {
  it('is one error at its unit, with all others as its consequences', () => {
    const wrong = within((table) => table.replace('单位：万元', '单位：元'))
    expect(wrong).not.toBe(clean)
    const errors = errorsIn(wrong)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.causeId).toBe('table-unit')
    expect(errors[0]?.sites[0]?.pointer).toMatch(/^\/tables\/\d+\/unit$/)
    expect(errors[0]?.message).toContain('计量单位')
    expect(errors[0]?.causeOf?.length ?? 0).toBeGreaterThan(3)
  })

  it('is not claimed where one row of it is off by that factor', () => {
    const wrong = within((table) => table.replace(/(住房保障支出\t)([\d.]+)/, (_, name: string, figure: string) => name + String(Math.round(Number(figure) * 1_000_000) / 100)))
    expect(wrong).not.toBe(clean)
    expect(errorsIn(wrong).length).toBeGreaterThan(0)
    expect(errorsIn(wrong).map(({ causeId }) => causeId)).not.toContain('table-unit')
  })
})
