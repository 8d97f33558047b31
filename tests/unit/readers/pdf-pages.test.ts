import { describe, expect, it } from 'vitest'
import { furnitureOf } from '../../../src/readers/pdf/furniture.ts'
import { gridRows, type FilledCell, type FilledTable } from '../../../src/readers/pdf/grid.ts'
import type { PrintedLine } from '../../../src/readers/pdf/printed-line.ts'

const lineAt = (text: string, y: number, page: number): PrintedLine => ({ text, x: 60, y, width: 9 * text.length, height: 9, size: 9, page }) as unknown as PrintedLine
const pageOf = (height: number, number: number) => ({ number, width: 1437 - height, height, runs: [], slanted: [] }) as unknown as Parameters<typeof furnitureOf>[0][number]['page']

describe('the header of a document with pages on their side', () => {
  const upright = [1, 2, 3, 4, 5].map((number) => ({ page: pageOf(842, number), lines: [lineAt('示例县水利局2027年度部门预算', 33, number), lineAt(`第${number}段正文。`, 300, number)] }))
  const lying = [6, 7, 8].map((number) => ({ page: pageOf(595, number), lines: [lineAt('示例县水利局2027年度部门预算', 52, number), lineAt('2027年支出总表', 70, number)] }))

  it('is furniture on both kinds of pages, but the title of a table that stands on each of the pages below it is not', () => {
    const found = [...furnitureOf([...upright, ...lying])].map(({ text, page }) => `${page} ${text}`)
    expect(found.filter((line) => line.endsWith('部门预算'))).toHaveLength(8)
    expect(found).toHaveLength(8)
  })

  it('is furniture on the one page that lies on its side', () => {
    expect([...furnitureOf([...upright, ...lying.slice(0, 1)])].map(({ page }) => page)).toContain(6)
  })
})

describe('a table with a frame around it', () => {
  const cell = (row: number, column: number, text: string, rowspan = 1): FilledCell => ({ row, column, rowspan, colspan: 1, x: column * 50, y: row * 12, width: 50, height: 12 * rowspan, page: 1, lines: text === '' ? [] : [lineAt(text, row * 12, 1)] }) as unknown as FilledCell
  const tableOf = (cells: readonly FilledCell[]): FilledTable => ({ x: 0, y: 0, width: 250, height: 24, rows: 2, columns: 4, cells }) as unknown as FilledTable
  const texts = (table: FilledTable): string[][] => gridRows(table).map(({ cells }) => cells.map(({ text }) => text.text))

  it('has no columns of blanks at its sides', () => {
    expect(texts(tableOf([cell(0, 0, '', 2), cell(0, 1, '项目'), cell(0, 2, '金额'), cell(0, 3, '', 2), cell(1, 1, '合计'), cell(1, 2, '9.00')]))).toEqual([['项目', '金额'], ['合计', '9.00']])
  })

  it('keeps a merged cell with words, and blanks that are cells of rows', () => {
    expect(texts(tableOf([cell(0, 0, '备注', 2), cell(0, 1, '项目'), cell(0, 2, '金额'), cell(0, 3, ''), cell(1, 1, '合计'), cell(1, 2, '9.00'), cell(1, 3, '')]))).toEqual([['备注', '项目', '金额', ''], ['合计', '9.00', '']])
  })
})
