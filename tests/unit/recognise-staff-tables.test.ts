import { describe, expect, it } from 'vitest'
import { importDisclosure, openSubject } from '../../src/index.ts'
import type { Disclosure, Table } from '../../src/disclosure/model.ts'

async function tables(lines: readonly string[]): Promise<readonly Table[]> {
  const subject = await openSubject({ file: '示例.txt', content: new TextEncoder().encode(lines.join('\n')), sha256: '' })
  return (JSON.parse((await importDisclosure([subject])).json) as Disclosure).tables
}

const rowsOf = (table: Table | undefined): readonly (readonly string[])[] => (table?.lanes[0]?.rows ?? []).map(({ label, cells }) => [label, ...Object.values(cells).map(String)])

describe('a table of staff that blanks set apart', () => {
  const lines = [
    '清河县水务局下设3个单位，人员如下：',
    '',
    '  序号    单位名称            类别        编制数    在职人数',
    '  1       清河县水务局        行政        18        17',
    '  2       清河县灌溉试验站    公益一类    9         8',
    '  3       清河县河道管护所    公益一类    22        20',
    '  合计                                    49        45',
    '在职人员按批复安排。',
  ]

  it('names its total in the column of running numbers', async () => {
    const [table, ...more] = await tables(lines)
    expect(more).toEqual([])
    expect(rowsOf(table)).toEqual([
      ['清河县水务局', '行政', '18', '17'], ['清河县灌溉试验站', '公益一类', '9', '8'], ['清河县河道管护所', '公益一类', '22', '20'], ['合计', '', '49', '45'],
    ])
  })
})

describe('rows that bars set apart', () => {
  const lines = [
    '检查情况', '', '乡镇|次数|问题|整改', '东坪镇|12|8|8', '河口镇|10|6|5', '备注|河口镇1个问题仍在整改', '西坪镇|9|4|4', '合计|31|18|17',
  ]

  it('go on over a row of two cells', async () => {
    const [table, ...more] = await tables(lines)
    expect(more).toEqual([])
    expect(rowsOf(table).map(([label]) => label)).toEqual(['东坪镇', '河口镇', '备注', '西坪镇', '合计'])
  })

  it('do not take a line with a bar below them', async () => {
    expect(rowsOf((await tables([...lines.filter((line) => !line.startsWith('备注')), '联系人|张三']))[0])).toHaveLength(4)
  })
})

describe('a table of indicators', () => {
  it('has figures and words in its columns of values', async () => {
    const [table] = await tables([
      '绩效评分表', '一级指标|三级指标|目标值|完成值|分值|得分', '投入|目标合理性|合理|合理|4|4.00', '投入|在编控制率|≤100%|92.50%|4|4.00', '投入|制度建设|健全|健全|4|3.50', '过程|资金合规|无违规|无违规|4|4.00', '过程|支付率|100%|98.50%|4|3.94',
    ])
    expect(table?.lanes[0]?.rows.map(({ reading }) => reading ?? 'sure')).toEqual(['sure', 'sure', 'sure', 'sure', 'sure'])
  })
})
