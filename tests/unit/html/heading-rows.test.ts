import { describe, expect, it } from 'vitest'
import { headingDepth, headingRows } from '../../../src/formatters/html/document/heading-rows.ts'

const columns = (...paths: string[][]) => paths.map((path) => ({ key: path.join('/'), path }))

describe('merged headings', () => {
  it('merges equal neighbours and lets short paths reach down', () => {
    const heads = columns(['项目'], ['本年', '合计'], ['本年', '其中', '财政'], ['本年', '其中', '其他'], ['备注'])
    expect(headingDepth(heads)).toBe(3)
    expect(headingRows(heads, 3).map((row) => row.map(({ text, columns: c, rows: r }) => `${text} ${c}×${r}`))).toEqual([
      ['项目 1×3', '本年 3×1', '备注 1×3'],
      ['合计 1×2', '其中 2×1'],
      ['财政 1×1', '其他 1×1'],
    ])
  })

  it('keeps equal last headings apart and covers every column on every level', () => {
    const heads = columns(['金额'], ['金额'], ['金额', '小计'])
    const rows = headingRows(heads, 2)
    expect(rows[0]?.map(({ text }) => text)).toEqual(['金额', '金额', '金额'])
    expect(rows.flat().reduce((cells, { columns: c, rows: r }) => cells + c * r, 0)).toBe(heads.length * 2)
  })
})
