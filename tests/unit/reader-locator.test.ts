import { describe, expect, it } from 'vitest'
import { textLocator } from '../../src/source/text-locator.ts'
import { recogniseText } from './recognise-helpers.ts'

const TEXT = ['示例县水利局2026年部门预算', '', '一、概述', '', '本单位编制12人。', '', '2026年收支总表', '单位：万元', '收入\t\t支出\t', '项目\t金额\t项目\t金额', '一、一般公共预算\t10.00\t一、农林水支出\t12.50', '收入总计\t12.50\t支出总计\t12.50', ''].join('\r\n')

describe('textLocator', () => {
  const { map } = recogniseText(TEXT)
  const locator = textLocator(map, TEXT)

  it('finds the exact range of a figure in a paragraph', () => {
    expect(locator.locate({ pointer: '/sections/0/paragraphs/0/text', from: 5, to: 7 })).toEqual({ kind: 'text', line: 5, column: 6, endLine: 5, endColumn: 8 })
  })

  it('finds a cell, and a blank cell by where it would stand', () => {
    expect(locator.locate({ pointer: '/tables/0/lanes/1/rows/0/cells/支出金额' })).toEqual({ kind: 'text', line: 11, column: 24, endLine: 11, endColumn: 29 })
  })

  it('says approximate for what has no place of its own: first below, then above', () => {
    expect(locator.locate({ pointer: '/tables/0' })).toMatchObject({ line: 7, approximate: true })
    expect(locator.locate({ pointer: '/tables/0/lanes/1/rows/0/cells/没有的列' })).toMatchObject({ line: 11, approximate: true })
  })

  it('marks what stands for an absent value', () => {
    expect(locator.locate({ pointer: '/tables/0/title', nearest: true })).toMatchObject({ line: 7, approximate: true })
  })

  it('knows nothing of a file that was read along', () => {
    const strings = new Map([['/a', [{ from: 0, to: 1, anchor: { kind: 'text' as const, offset: 0 }, file: 'b.txt' }]]])
    expect(textLocator({ file: 'a.txt', sha256: 'x', strings }, '甲').locate({ pointer: '/a' })).toBeUndefined()
  })
})
