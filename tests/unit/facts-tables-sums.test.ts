import { describe, expect, it } from 'vitest'
import { failing, lane, modelOf, show, sums, table } from './facts-sample.ts'

const of = (...tables: Parameters<typeof table>[]) => modelOf({ tables: tables.map((one) => table(...one)) })

describe('sums of a known table', () => {
  const coded = '编码|科目|合计|基本支出|项目支出\n|合计|60.00|25.00|35.00\n205|甲类|40.00|25.00|15.00\n20501|甲款|40.00|25.00|15.00\n2050101|甲项一|30.00|25.00|5.00\n2050199|甲项二|10.00||10.00\n208|乙类|20.00||20.00'

  it('reads total columns, the total row and the code tree', () => {
    expect(sums(of(['支出表', coded]))).toEqual(expect.arrayContaining([
      'row 合计 合计: 60.00 = 25.00 + 35.00',
      'row 甲项二 合计: 10.00 = 空 + 10.00',
      'column 合计 合计: 60.00 = 40.00 + 20.00',
      'column 合计 项目支出: 35.00 = 15.00 + 20.00',
      'tree 甲类 合计: 40.00 = 40.00',
      'tree 甲款 合计: 40.00 = 30.00 + 10.00',
      'tree 甲款 项目支出: 15.00 = 5.00 + 10.00',
    ]))
  })

  it('finds the wrong cell in its row, its column and its tree', () => {
    expect(failing(of(['支出表', coded.replace('甲项二|10.00', '甲项二|18.00')]))).toEqual(['tree 甲款 合计', 'row 甲项二 合计'])
  })

  it('takes a numbered total for the head of the rows with deeper numbers below it, whatever total stands above', () => {
    const text = '科目|合计\n财政拨款|21.00\n其他收入|18.00\n收入合计|39.00\n一、项目支出小计|9.00\n1.甲项目|4.00\n（1）甲前期|1.00\n（2）甲后期|3.00\n2.乙项目|5.00\n二、年末结转|30.00'
    expect(sums(of(['支出表', text]))).toContain('column 一、项目支出小计: 9.00 = 4.00 + 5.00')
    expect(failing(of(['支出表', text]))).toEqual([])
    expect(failing(of(['支出表', text.replace('2.乙项目|5.00', '2.乙项目|6.00')]))).toEqual(['column 一、项目支出小计'])
    expect(failing(of(['支出表', text.replaceAll('（1）甲前期|1.00', '（1）甲前期|2.00')]))).toEqual(['tree 1.甲项目'])
  })

  it('adds only the top level: items alone where only items are listed', () => {
    expect(sums(of(['支出表', '编码|科目|合计\n2050101|甲项一|30.00\n2080505|乙项|20.00\n|合计|50.00']))).toEqual(['column 合计: 50.00 = 30.00 + 20.00'])
  })

  it('replaces a part that is not printed by its own parts', () => {
    expect(sums(of(['支出表', '科目|合计|人员|公用|项目支出\n甲|10.00|3.00|2.00|5.00']))).toEqual(['row 甲 合计: 10.00 = 3.00 + 2.00 + 5.00'])
  })

  it('lets an unknown column be a further part', () => {
    const model = of(['支出表', '科目|合计|基本支出|项目支出|经营性支出\n甲|10.00|3.00|5.00|2.00\n乙|8.00|3.00|5.00|'])
    expect(failing(model)).toEqual([])
    expect(failing(of(['支出表', '科目|合计|基本支出|项目支出|经营性支出\n甲|10.50|3.00|5.00|2.00\n乙|8.00|3.00|5.00|']))).toEqual(['row 甲 合计'])
  })

  it('claims nothing of wholly blank parts, and keeps a blank total over printed ones', () => {
    expect(sums(of(['支出表', '编码|科目|合计|基本支出|项目支出\n|合计|10.00||\n205|甲|10.00||']))).toEqual(['column 合计 合计: 10.00 = 10.00'])
    expect(sums(of(['支出表', '编码|科目|合计\n|合计|\n205|甲|10.00\n208|乙|5.00']))).toEqual(['column 合计: (blank) = 10.00 + 5.00'])
    const made = lane('编码|科目|合计\n|合计|\n205|甲|10.00')
    expect(sums(modelOf({ tables: [table('支出表', '', { lanes: [{ ...made, rows: made.rows.map((row, i) => (i === 0 ? { ...row, cells: {} } : row)) }] })] }))).toEqual([])
  })

  it('keeps words among figures for the rule to see', () => {
    expect(sums(of(['支出表', '编码|科目|合计\n|合计|见附表\n205|甲|10.00']))).toEqual(['column 合计: 见附表 = 10.00'])
  })

  it('adds up each organisation by itself', () => {
    const text = '编码|科目|合计\n|合计|90.00\n|示例县某局|60.00\n205|甲类|40.00\n208|乙类|20.00\n|示例县某中心|30.00\n205|甲类|30.00'
    const model = of(['支出表', text])
    expect(failing(model)).toEqual([])
    expect(sums(model)).toContain('tree 示例县某局: 60.00 = 40.00 + 20.00')
    expect(failing(of(['支出表', text.replace('205|甲类|30.00', '205|甲类|31.00')]))).toEqual(['tree 示例县某中心'])
  })

  it('tells classes by name where no codes are printed', () => {
    const text = '科目|合计\n合计|30.00\n工资福利支出|20.00\n基本工资|15.00\n津贴补贴|5.00\n商品和服务支出|10.00\n办公费|6.00\n差旅费|4.00'
    expect(failing(of(['支出表', text]))).toEqual([])
    expect(failing(of(['支出表', text.replace('差旅费|4.00', '差旅费|7.00')]))).toEqual(['tree 商品和服务支出'])
  })

  it('joins a coded list that runs on in the next lane', () => {
    const lanes = [lane('编码|科目|合计\n301|甲|30.00\n30101|甲一|30.00\n|人员经费合计|30.00'), lane('编码|科目|合计\n302|乙|25.00\n30201|乙一|10.00'), lane('编码|科目|合计\n30202|乙二|15.00\n310|丙|5.00\n|公用经费合计|30.00')]
    const model = modelOf({ tables: [table('支出表', '科目|合计', { lanes })] })
    expect(failing(model)).toEqual([])
    expect(sums(model)).toEqual(expect.arrayContaining(['tree 乙: 25.00 = 10.00 + 15.00', 'column 公用经费合计: 30.00 = 25.00 + 5.00']))
  })
})

describe('summary tables', () => {
  const income = '项目|金额\n一、一般公共预算拨款|50.00\n二、其他|10.00\n本年收入合计|60.00\n上年结转|7.00\n一、一般公共预算拨款|7.00\n二、其他|\n总计|67.00'

  it('adds the year up above its total, and the year and the carry-over below', () => {
    const model = modelOf({ tables: [table('收支表', '', { lanes: [lane(income, '收入')] })] })
    expect(sums(model)).toEqual(expect.arrayContaining(['column 本年收入合计: 60.00 = 50.00 + 10.00', 'column 总计: 67.00 = 60.00 + 7.00', 'tree 上年结转: 7.00 = 7.00 + 空']))
    expect(failing(model)).toEqual([])
  })

  it('reads the rows between as parts where the vocabulary knows no name for one', () => {
    const text = income.replace('上年结转|7.00', '历年滚存|7.00')
    expect(failing(modelOf({ tables: [table('收支表', '', { lanes: [lane(text, '收入')] })] }))).toEqual([])
    expect(failing(modelOf({ tables: [table('收支表', '', { lanes: [lane(text.replace('总计|67.00', '总计|76.00'), '收入')] })] }))).toEqual(['column 总计'])
  })

  it('takes a label of two totals for the one of its lane', () => {
    const model = modelOf({ tables: [table('收支表', '', { lanes: [lane(income, '收入'), lane('项目|金额\n一、甲支出|64.00\n本年支出合计|64.00\n年终结转|3.00\n总计|67.00', '支出')] })] })
    expect(sums(model)).toContain('column 总计: 67.00 = 64.00 + 3.00')
    expect(failing(model)).toEqual([])
  })
})

describe('lists of projects', () => {
  it('takes the row of the disclosing unit for the total of those below, printed once or twice', () => {
    expect(sums(of(['项目表', '项目|合计\n示例县某局|30.00\n示例县某局|30.00\n路灯养护|10.00\n河道清淤|20.00']))).toEqual(['column 示例县某局: 30.00 = 30.00', 'column 示例县某局: 30.00 = 10.00 + 20.00'])
  })

  it('takes rows of organisations for heads where most of them are the sum of theirs', () => {
    const text = '项目|合计\n示例县某局|60.00\n清河中心|30.00\n路灯养护|10.00\n河道清淤|20.00\n沙岭中心|15.00\n护栏更新|15.00\n柳林中心|15.00\n桥梁检测|5.00\n标线施划|10.00'
    expect(failing(of(['项目表', text]))).toEqual([])
    expect(failing(of(['项目表', text.replace('桥梁检测|5.00', '桥梁检测|8.00')]))).toEqual(['tree 柳林中心'])
  })

  it('takes a name that ends like an organisation for a project where its figure is its own', () => {
    expect(sums(of(['项目表', '项目|合计\n示例县某局|30.00\n改造养老中心|10.00\n河道清淤|20.00']))).toEqual(['column 示例县某局: 30.00 = 10.00 + 20.00'])
  })
})

describe('transposed tables', () => {
  it('reads the same sums from columns as from rows', () => {
    const upright = of(['三公表', '项目|预算数\n合计|20.00\n因公出国（境）费|2.00\n公务用车费|15.00\n其中：购置费|9.00\n运行费|6.00\n公务接待费|3.00'])
    const turned = of(['三公表', '单位|预算数/合计|预算数/因公出国（境）费|预算数/公务用车费/小计|预算数/公务用车费/购置费|预算数/公务用车费/运行费|预算数/公务接待费\n|20.00|2.00|15.00|9.00|6.00|3.00'])
    expect(sums(upright)).toEqual(['column 合计: 20.00 = 2.00 + 15.00 + 3.00', 'column 公务用车费: 15.00 = 9.00 + 6.00'])
    expect(sums(turned).map((line) => line.replace(/:.* = /u, ': ').replace(/^\S+ \S+: /u, ''))).toEqual(['2.00 + 15.00 + 3.00', '9.00 + 6.00'])
    expect(turned.items('composition').map((item) => item.ref.pointer)).toEqual(['/tables/0/lanes/0/rows/0/cells/合计', '/tables/0/lanes/0/rows/0/cells/小计'])
  })
})

describe('flattened text', () => {
  const sources = [{ file: 'a.txt', sha256: '0', format: 'text' }]
  const moved = '科目|合计|基本支出|项目支出|上年预算数\n甲|10.00|4.00||6.00'

  it('doubts a row with a missing cell that holds once its cells are moved', () => {
    const row = table('支出表', '', { lanes: [{ ...lane(moved), rows: [{ label: '甲', cells: { 合计: '10.00', 基本支出: '4.00', 上年预算数: '6.00' } }] }] })
    expect(modelOf({ sources, tables: [row] }).items('composition').map((item) => item.reading)).toEqual(['doubtful'])
    expect(modelOf({ tables: [row] }).items('composition').map((item) => item.reading)).toEqual([undefined])
  })

  it('does not doubt a row that has all its cells', () => {
    expect(modelOf({ sources, tables: [table('支出表', moved)] }).items('composition').map((item) => item.reading)).toEqual([undefined])
  })

  it('does not doubt a changed figure, though the row is not surely read', () => {
    const made = lane('科目|合计|基本支出|项目支出|上年预算数\n甲|97.38|4.00|86.38|6.00')
    const rows = made.rows.map((row) => ({ ...row, reading: 'inferred' as const }))
    expect(modelOf({ sources, tables: [table('支出表', '', { lanes: [{ ...made, rows }] })] }).items('composition').map((item) => item.reading)).toEqual(['inferred'])
  })

  it('does not doubt a row that no move mends', () => {
    const made = lane('科目|合计|基本支出|项目支出\n合计|16.00|6.00|10.00\n甲|10.00|4.00|6.00\n乙|6.00|4.00|2.00')
    const missing = (cells: Record<string, string>) => modelOf({ sources, tables: [table('支出表', '', { lanes: [{ ...made, rows: [...made.rows.slice(0, 2), { label: '乙', cells }] }] })] })
    const readings = (cells: Record<string, string>) => missing(cells).items('composition').map((item) => item.reading)
    expect(readings({ 基本支出: '6.00', 项目支出: '2.00' }).filter((one) => one === 'doubtful')).toEqual([])
  })

  it('hands a row’s doubt on', () => {
    const made = lane('编码|科目|合计\n|合计|10.00\n205|甲|10.00')
    const rows = made.rows.map((row, i) => (i === 1 ? { ...row, reading: 'inferred' as const } : row))
    expect(modelOf({ tables: [table('支出表', '', { lanes: [{ ...made, rows }] })] }).items('composition').map((item) => item.reading)).toEqual(['inferred'])
  })
})

describe('sums of an unknown table', () => {
  const good = '名目|合计|甲|乙\n子|3|1|2\n丑|7|3|4\n寅|11|5|6\n卯|15|7|8\n总计|36|16|20'

  it('makes checks of what holds in three other rows', () => {
    expect(failing(of(['unknown', good.replace('卯|15', '卯|19')]))).toEqual(['row 卯 合计', 'column? 总计 合计'])
    expect(sums(of(['unknown', good]))).toContain('row 卯 合计: 15 = 7 + 8')
  })

  it('marks what too few others bear out as a likeness', () => {
    expect(sums(of(['unknown', '名目|数\n总计|36\n子|16\n丑|20']))).toEqual(['column? 总计: 36 = 16 + 20'])
  })

  it('claims nothing where the figures never add up', () => {
    expect(sums(of(['unknown', '名目|合计|甲|乙\n子|30|1|2\n丑|70|3|4\n寅|11|5|9']))).toEqual([])
  })

  it('reads numbering, and rows without number below a numbered one', () => {
    const text = '项目|甲年|乙年\n总量|30|60\n一、本级|10|20\n税收|4|8\n非税|6|12\n二、转移|20|40\n补助|15|30\n调入|5|10'
    expect(sums(of(['unknown', text]))).toEqual(expect.arrayContaining(['tree 一、本级 甲年: 10 = 4 + 6', 'tree 二、转移 乙年: 40 = 30 + 10']))
    expect(sums(of(['unknown', text])).filter((line) => line.includes('总量'))).toEqual(['column? 总量 甲年: 30 = 10 + 20', 'column? 总量 乙年: 60 = 20 + 40'])
  })

  it('reads how far “of which” reaches from the figures', () => {
    expect(sums(of(['unknown', '项目|数\n用车|15\n其中：购置|9\n运行|6\n接待|3']))).toEqual(['tree? 用车: 15 = 9 + 6'])
    expect(sums(of(['unknown', '项目|数\n用车|15\n其中：购置|9\n接待|3']))).toEqual([])
  })

  it('reads difference and rate columns beside the two they compare', () => {
    const text = '项目|2031年|2030年|增减额|增减率\n子|12|10|2|20%\n丑|30|20|10|50%\n寅|9|10|-1|-10%\n卯|8|4|4|100%'
    const model = of(['unknown', text])
    expect(sums(model)).toContain('row 子 2031年: 12 = 10 + 2')
    expect(model.items('change').map((item) => [item.get('base'), item.get('to'), item.get('signedPercent')].map(show).join(' '))).toEqual(['10 12 20', '20 30 50', '10 9 -10', '4 8 100'])
  })
})
