import { expect, it } from 'vitest'
import type { Disclosure } from '../../src/disclosure/model.ts'
import { serialiseDisclosure } from '../../src/disclosure/serialise.ts'
import { recogniseText } from './recognise-helpers.ts'

const TEXT = '示例县水利局2027年部门预算\n\n一、说明\n\n编制12人。\n\n2027年支出总表\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t12.50\n213\t农林水支出\t12.50\n'

/** The same value with the properties of every object in reverse order, but for the cells of rows. */
function reversed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]) => [name, reversed(item, name)] as const)
  return Object.fromEntries(key === 'cells' ? entries : entries.reverse())
}

it('prints JSON that reads back the same, whatever the order of properties', () => {
  const { disclosure } = recogniseText(TEXT)
  const printed = serialiseDisclosure(disclosure)
  expect(JSON.parse(printed)).toEqual(disclosure)
  expect(serialiseDisclosure(reversed(disclosure) as Disclosure)).toBe(printed)
  expect(printed.endsWith('}\n')).toBe(true)
})

it('gives every table row and paragraph a line of its own', () => {
  const lines = serialiseDisclosure(recogniseText(TEXT).disclosure).split('\n')
  expect(lines.filter((line) => line.includes('"农林水支出"'))).toHaveLength(1)
  const row = lines.find((line) => line.includes('"农林水支出"'))
  expect(JSON.parse((row ?? '').replace(/,$/, ''))).toEqual({ code: '213', label: '农林水支出', level: 1, cells: { 合计: '12.50' } })
  expect(lines.filter((line) => line.trim() === '{ "text": "编制12人。" }')).toHaveLength(1)
})
