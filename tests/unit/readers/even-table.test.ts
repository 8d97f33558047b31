import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Disclosure } from '../../../src/disclosure/model.ts'
import { importDisclosure } from '../../../src/index.ts'

// Tables whose columns gaps of several blanks set apart, cells standing under each other or not.
const imported = async (lines: readonly string[]): Promise<Disclosure> =>
  JSON.parse((await importDisclosure([{ file: 'x.txt', content: ['清河县水务局2027年部门预算', '', '二、评价结果', ...lines, ''].join('\n') }])).json) as Disclosure
const rows = ({ tables }: Disclosure) => tables.map(({ lanes }) => lanes.flatMap((lane) => lane.rows.map(({ label, cells, reading }) => [label, ...Object.values(cells), ...(reading ? [reading] : [])])))

const HEAD = '季度    当季支出    累计支出    累计进度'
const ROWS = ['一季度    120.00    120.00    30.00%', '二季度    80.00    200.00    50.00%', '三季度    100.00    300.00    75.00%']

describe('a table with as many cells in every row', () => {
  it('is certain, though its columns do not stand straight', async () => {
    expect(rows(await imported([HEAD, ...ROWS]))).toEqual([[['一季度', '120.00', '120.00', '30.00%'], ['二季度', '80.00', '200.00', '50.00%'], ['三季度', '100.00', '300.00', '75.00%']]])
  })

  it('may leave out of its total all but the name and the figures', async () => {
    const read = await imported(['序号  项目  资金性质  年初预算  实际支出', '1  灌区维修  一般公共预算  60.00  58.00', '2  泵站看护  政府性基金  40.00  39.50', '合计  100.00  97.50'])
    expect(read.tables[0]?.lanes[0]?.rows.at(-1)).toMatchObject({ cells: { 年初预算: '100.00', 实际支出: '97.50' } })
    expect(read.tables[0]?.lanes[0]?.rows.every(({ reading }) => reading === undefined)).toBe(true)
  })

  it('may have its organisation and unit in a line with gaps above it', async () => {
    const read = await imported(['填报单位：清河县水务局    2027年    单位：万元', HEAD, ...ROWS])
    expect(rows(read)[0]).toHaveLength(3)
  })

  it.each([
    ['a hole', [HEAD, ROWS[0] ?? '', '二季度    200.00    50.00%', ROWS[2] ?? '']],
    ['headings of two lines', ['季度    本年支出    上年支出', '当季    累计    当季', ...ROWS]],
    ['lines that go on in another shape', [HEAD, ...ROWS, '四季度预计']],
  ])('is not taken for certain with %s', async (_, lines) => {
    const read = await imported(lines)
    expect(rows(read).flat().filter((row) => row.length === 4 && !row.includes('inferred') && !row.includes('doubtful'))).toEqual([])
  })

  it('may be set apart by single blanks where no cell has one inside', async () => {
    const lines = ['序号 单位 编制数 在职人数', '1 示例县水利局 28 26', '2 示例县河道所 36 33', '3 示例县供水站 24 22', '合计 88 81']
    expect((await imported(lines)).tables[0]?.lanes[0]?.rows.map(({ cells, reading }) => [Object.values(cells).slice(-2), reading])).toEqual([[['28', '26'], undefined], [['36', '33'], undefined], [['24', '22'], undefined], [['88', '81'], undefined]])
  })

  it('has two columns only where every row is a name and a figure', async () => {
    expect(rows(await imported(['经济分类  金额', '工资  60.00', '津贴  20.00', '办公费  9.50']))).toEqual([[['工资', '60.00'], ['津贴', '20.00'], ['办公费', '9.50']]])
    expect((await imported(['一、背景  说明', '甲地  已完成', '乙地  20.00', '丙地  未完成'])).tables).toEqual([])
  })

  it('keeps every figure where it was printed, whatever the gaps', async () => {
    const gap = fc.integer({ min: 2, max: 9 }).map((width) => ' '.repeat(width))
    const row = fc.record({ figures: fc.tuple(fc.integer({ min: 100, max: 999_999 }), fc.integer({ min: 100, max: 999_999 })), gaps: fc.tuple(gap, gap) })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async (made) => {
        const printed = made.map(({ figures }) => figures.map((figure) => (figure / 100).toFixed(2)))
        const lines = made.map(({ gaps }, i) => `第${'一二三四五六'[i] ?? ''}所${gaps[0]}${printed[i]?.[0] ?? ''}${gaps[1]}${printed[i]?.[1] ?? ''}`)
        const read = await imported(['单位    预算数    执行数', ...lines])
        expect(rows(read)[0]?.map((cells) => cells.slice(1))).toEqual(printed)
      }),
      { numRuns: 25 },
    )
  })
})
