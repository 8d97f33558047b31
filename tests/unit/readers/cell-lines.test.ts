import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/readers/text/index.ts'
import { recogniseText } from '../recognise-helpers.ts'

// Tables as they come out of a page when every cell is a paragraph of its own.

const HEAD = ['2031年一般公共预算基本支出表', '单位：万元', '科目名称', '预算数']
const ROWS = ['工资福利支出', '1,138.44', '基本工资', '268.32', '津贴补贴', '61.92', '合计', '1,138.44']
const grids = (lines: readonly string[]) => readText(lines.join('\n'), 'a.txt', '').blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows.map(({ cells }) => cells.map(({ text }) => text.text))] : []))

describe('a table with a cell a line', () => {
  it('is read by as many cells a row as there are headings', () => {
    expect(grids([...HEAD, ...ROWS, '', '第三部分 情况说明'])).toEqual([[['科目名称', '预算数'], ['工资福利支出', '1,138.44'], ['基本工资', '268.32'], ['津贴补贴', '61.92'], ['合计', '1,138.44']]])
  })

  it('points each figure to where it is printed', () => {
    const text = [...HEAD, ...ROWS, ''].join('\n')
    const { disclosure, map } = recogniseText(text)
    const row = disclosure.tables[0]?.lanes[0]?.rows.findIndex(({ label }) => label === '津贴补贴') ?? -1
    const key = disclosure.tables[0]?.lanes[0]?.columns.at(-1)?.key ?? ''
    const [segment] = map.strings.get(`/tables/0/lanes/0/rows/${String(row)}/cells/${key}`) ?? []
    expect(segment?.anchor).toEqual({ kind: 'text', offset: text.indexOf('61.92') })
  })

  it('may have two halves side by side', () => {
    expect(grids(['2031年收支总表', '单位：万元', '收入项目', '金额', '支出项目', '金额', '一、财政拨款收入', '9.00', '一、教育支出', '5.00', '二、事业收入', '1.00', '二、卫生健康支出', '5.00', '收入总计', '10.00', '支出总计', '10.00', ''])[0]?.[2]).toEqual(['二、事业收入', '1.00', '二、卫生健康支出', '5.00'])
  })

  it('ends where the title of the next one stands', () => {
    expect(grids([...HEAD, ...ROWS, '2031年“三公”经费表', ...HEAD.slice(1), ...ROWS]).map(({ length }) => length)).toEqual([5, 5])
  })

  it.each([
    ['a cell is lost', ROWS.filter((cell) => cell !== '61.92')],
    ['a figure stands in the place of a name', [...ROWS.slice(0, 4), '61.92', '津贴补贴', ...ROWS.slice(6)]],
    ['there are two rows only', ROWS.slice(0, 4)],
  ])('is left as it is where %s', (_, rows) => {
    const read = grids([...HEAD, ...rows, ''])
    expect(read.some((grid) => grid.some((row) => row[0] === '科目名称' && row[1] === '预算数'))).toBe(false)
  })

  it('is none where nothing names a unit', () => {
    expect(grids(['2031年一般公共预算基本支出表', '科目名称', '预算数', ...ROWS])).toEqual([])
  })
})
