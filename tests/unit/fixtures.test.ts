import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Disclosure, Row } from '../../src/disclosure/model.ts'
import { finalAccounts } from '../../tools/fixtures/final/disclosure.ts'
import { plantFlaws } from '../../tools/fixtures/flaws.ts'
import { budgetText } from '../../tools/fixtures/render/budget-text.ts'
import { finalText } from '../../tools/fixtures/render/final-text.ts'
import { unitBudget } from '../../tools/fixtures/unit/disclosure.ts'

const read = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const json = (name: string): Disclosure => JSON.parse(read(`${name}.disclosure.json`)) as Disclosure

/** Hundredths, exactly. */
const hundredths = (printed: unknown): number => Math.round(Number(String(printed ?? '').replace(/,/g, '') || '0') * 100)

const documents = [
  { name: 'unit-budget.clean', made: unitBudget(), render: budgetText, slack: 1 },
  { name: 'final-accounts.clean', made: finalAccounts(), render: finalText, slack: 0 },
]

describe.each(documents)('$name', ({ name, made, render, slack }) => {
  const disclosure = json(name)

  test('is what the generator makes', () => {
    const printed = render(made)
    expect(read(`${name}.txt`)).toBe(printed.text)
    expect(disclosure).toEqual({ ...made, marks: printed.marks.map((text) => ({ text })) })
  })

  test('every node of a code tree is the sum of what is below it, within honest rounding', () => {
    let checked = 0
    for (const table of disclosure.tables) {
      for (const lane of table.lanes) {
        for (const parent of lane.rows) {
          const below = childrenOf(parent, lane.rows)
          for (const { key } of below.length > 0 ? lane.columns : []) {
            const parts = below.map((row) => hundredths(row.cells[key])).filter((amount) => amount !== 0)
            const gap = Math.abs(hundredths(parent.cells[key]) - parts.reduce((sum, part) => sum + part, 0))
            expect(gap, `${table.title} ${parent.label} ${key}`).toBeLessThanOrEqual((slack * (parts.length + 1)) / 2)
            checked += 1
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(50)
  })

  test('arithmetic written out in prose holds', () => {
    const equations = disclosure.projects.flatMap((project) => [...(project.overview ?? '').matchAll(/(\d[^，。；、=]*×[^，。；、=]*)=(\d+(?:\.\d+)?)元/g)])
    for (const [text, left = '', result = ''] of equations) {
      const product = left.split('×').reduce((value, factor) => value * Number.parseFloat(factor), 1)
      expect(Math.abs(product - Number(result)), text).toBeLessThan(0.006)
    }
    if (name.startsWith('unit')) expect(equations.length).toBeGreaterThan(40)
  })

  test('no field of a sheet is another field, no sheet another sheet', () => {
    const texts = disclosure.projects.flatMap((project) => [project.overview, project.necessity, project.measures, project.plan].filter((text) => text !== undefined))
    expect(new Set(texts).size).toBe(texts.length)
    const names = disclosure.projects.map((project) => project.name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('every text says where each of its values stands', () => {
    const { text, lines } = render(made)
    const rows = text.split('\n')
    for (const [pointer, value] of strings(made)) {
      const at = lines.get(pointer)
      if (at) expect(at.map((line) => rows[line - 1]).join(''), pointer).toContain(value)
    }
    expect(lines.size).toBeGreaterThan(1000)
  })
})

function childrenOf(parent: Row, rows: readonly Row[]): readonly Row[] {
  const codes = rows.flatMap((row) => (row.code === undefined ? [] : [row]))
  if (parent.code === undefined) return /^合计$/.test(parent.label) ? codes.filter((row) => row.code?.length === 3) : []
  return codes.filter((row) => row.code?.length === (parent.code?.length ?? 0) + 2 && row.code.startsWith(parent.code ?? ''))
}

/** Figures of the tables and sheets: values a text must show as they are. */
function strings(disclosure: Disclosure): readonly (readonly [string, string])[] {
  return disclosure.tables.flatMap((table, t) => table.lanes.flatMap((lane, l) => lane.rows.flatMap((row, r) => Object.entries(row.cells).map(([key, value]) => [`/tables/${t}/lanes/${l}/rows/${r}/cells/${key}`, String(value)] as const))))
}

describe('unit-budget.flawed', () => {
  test('has twelve defects of twelve families, each with the lines it stands on', () => {
    const expected = JSON.parse(read('unit-budget.flawed.expected.json')) as { readonly family: string; readonly lines: readonly number[] }[]
    expect(new Set(expected.map((flaw) => flaw.family)).size).toBe(12)
    const last = read('unit-budget.flawed.txt').split('\n').length
    for (const { lines } of expected) {
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).toBeLessThanOrEqual(last)
    }
  })

  test('is what the generator makes', () => {
    expect(read('unit-budget.flawed.txt')).toBe(budgetText(plantFlaws(unitBudget()).disclosure).text)
  })
})
