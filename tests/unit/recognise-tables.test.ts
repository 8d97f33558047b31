import { describe, expect, it } from 'vitest'
import { recognise, tableFromGrid } from '../../src/recognise/index.ts'
import { laneOf, recogniseText, ruledDocument, tableIn, vocabulary } from './recognise-helpers.ts'

const bars = (text: string): string => text.replaceAll(' | ', '\t')

describe('titles and captions', () => {
  it('names a table by its title family and takes number, unit and entity from the lines around it', () => {
    const table = tableIn('公开03表\n2027年支出预算总表\n部门：示例县水利局\t单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t12.50\t10.00\t2.50\n213\t农林水支出\t12.50\t10.00\t2.50\n')
    expect(table).toMatchObject({ role: '支出总表', number: '公开03表', title: '2027年支出预算总表', unit: '万元', entity: '示例县水利局' })
  })

  it('takes title, unit and entity that were printed as rows of the table', () => {
    const table = tableIn(bars('支出决算表 |  |  |  | \n部门：示例县水利局 |  |  |  | 金额单位：元\n科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n栏次 |  | 1 | 2 | 3\n合计 |  | 12.50 | 10.00 | 2.50\n213 | 农林水支出 | 12.50 | 10.00 | 2.50\n'))
    expect(table).toMatchObject({ role: '支出决算表', title: '支出决算表', unit: '元', entity: '示例县水利局' })
    expect(laneOf(table)).toEqual([['合计', '12.50', '10.00', '2.50'], ['农林水支出', '12.50', '10.00', '2.50']])
  })

  it('gives an untitled table the role its rows show, as inferred', () => {
    const table = tableIn('单位：万元\n项目\t预算数\n合计\t6.00\n因公出国（境）费\t1.00\n公务接待费\t2.00\n公务用车购置及运行费\t3.00\n')
    expect(table).toMatchObject({ role: '三公经费表', reading: 'inferred', doubt: 'role-by-shape' })
  })

  it('keeps tables it does not know, with the printed headings as keys', () => {
    const table = tableIn('2027年水库蓄水情况表\n水库\t上年蓄水量\t本年蓄水量\n合计\t10.00\t12.00\n南山水库\t6.00\t7.00\n北山水库\t4.00\t5.00\n')
    expect(table.role).toBe('unknown')
    expect(table.lanes[0]?.columns.map((column) => column.key)).toEqual(['水库', '上年蓄水量', '本年蓄水量'])
    expect(table.lanes[0]?.rows[0]).toMatchObject({ label: '合计', level: 0 })
  })

  it('reads figures in full-width digits, or with blanks between thousands in a ruled cell', () => {
    const [table] = recognise([ruledDocument([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ['合计', '', '１２３４．５０', '1 034.50', '200.00'], ['213', '农林水支出', '１２３４．５０', '1\u00a0034.50', '200.00']], '2027年支出总表')], vocabulary).disclosure.tables
    expect(table && laneOf(table)).toEqual([['合计', '1234.50', '1,034.50', '200.00'], ['农林水支出', '1234.50', '1,034.50', '200.00']])
  })

  it('takes dashes in columns of codes and names for nothing', () => {
    const [table] = recognise([ruledDocument([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ['栏次', '—', '1', '2', '3'], ['合计', '—', '12.50', '10.00', '2.50'], ['213', '农林水支出', '12.50', '10.00', '2.50']], '2027年支出总表')], vocabulary).disclosure.tables
    expect(table && laneOf(table)).toEqual([['合计', '12.50', '10.00', '2.50'], ['农林水支出', '12.50', '10.00', '2.50']])
    const [lanes] = recognise([ruledDocument([['收入', '预算数', '支出', '预算数'], ['一、财政拨款收入', '10.00', '一、教育支出', '6.00'], ['—', '—', '二、其他支出', '4.00'], ['收入总计', '10.00', '支出总计', '10.00']], '2027年收支总表')], vocabulary).disclosure.tables
    expect(lanes && laneOf(lanes).map(([label]) => label)).toEqual(['一、财政拨款收入', '收入总计'])
  })

  it('keeps a footnote apart from what stands around it', () => {
    const document = ruledDocument([['科目编码', '科目名称', '合计'], ['合计', '', '']], '2027年政府性基金预算支出表')
    const paragraph = (text: string, aside = false) => ({ kind: 'paragraph' as const, text: { text, segments: [] }, ...(aside && { aside: true as const }) })
    const { disclosure } = recognise([{ ...document, blocks: [...document.blocks, paragraph('数据口径与上年一致。', true), paragraph('注：本表无数据。')] }], vocabulary)
    expect(disclosure.tables[0]?.note).toBe('注：本表无数据。')
    expect(disclosure.notes?.map(({ text }) => text)).toEqual(['数据口径与上年一致。'])
  })

  it('takes the remark that there are no data for the note of the table above', () => {
    const table = tableIn('2027年政府性基金预算支出表\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t\t\t\n\n注：本表无数据。\n')
    expect(table).toMatchObject({ role: '政府性基金支出表', note: '注：本表无数据。' })
    expect(laneOf(table)).toEqual([['合计', '', '', '']])
  })
})

describe('headings', () => {
  it('flattens headings in several rows', () => {
    const table = tableIn('2027年收入总表\n项目\t\t本年收入\t\t\t上年结转\n科目编码\t科目名称\t合计\t一般公共预算\t单位资金\t\n合计\t\t9.00\t8.00\t1.00\t2.00\n')
    expect(table.lanes[0]?.columns.map(({ key, path }) => [key, ...path])).toEqual([
      ['科目编码', '项目', '科目编码'],
      ['科目名称', '项目', '科目名称'],
      ['合计', '本年收入', '合计'],
      ['一般公共预算', '本年收入', '一般公共预算'],
      ['单位资金', '本年收入', '单位资金'],
      ['上年结转', '上年结转'],
    ])
  })

  it('places headings whose merged cells were dropped, and says so', () => {
    const table = tableIn('2027年支出总表\n科目名称\t2027年预算数\n合计\t基本支出\t项目支出\n农林水支出\t12.50\t10.00\t2.50\n水利\t12.50\t10.00\t2.50\n教育支出\t1.00\t1.00\t\n')
    expect(table.lanes[0]?.columns.map((column) => column.key)).toEqual(['科目名称', '合计', '基本支出', '项目支出'])
    expect(table).toMatchObject({ reading: 'inferred', doubt: 'header-by-position' })
  })

  it('divides only some headings of a second row by a third one', () => {
    const table = tableIn('政府性基金预算财政拨款收入支出决算表\n项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余\n科目编码\t科目名称\t\t\t\t\t\t\n\t\t\t\t合计\t基本支出\t项目支出\t\n合计\t\t\t9.00\t9.00\t\t9.00\t\n221\t住房保障支出\t\t9.00\t9.00\t\t9.00\t\n')
    expect(table.lanes[0]?.columns.map(({ path }) => path.join('/'))).toEqual(['项目/科目编码', '项目/科目名称', '年初结转和结余', '本年收入', '本年支出/合计', '本年支出/基本支出', '本年支出/项目支出', '年末结转和结余'])
    expect(laneOf(table)[0]).toEqual(['合计', '', '9.00', '9.00', '', '9.00', ''])
  })

  it('turns a table whose items stand in its headings, each with budget and outturn', () => {
    const heads = ['“三公”经费\t\t\t\t\t\t\t\t\t\t\t', '合计\t\t因公出国（境）费\t\t公务用车购置及运行维护费\t\t\t\t\t\t公务接待费\t', '\t\t\t\t小计\t\t购置费\t\t运行维护费\t\t\t', Array.from({ length: 6 }, () => '预算数\t决算数').join('\t')]
    const table = tableIn(`财政拨款“三公”经费支出决算表\n${heads.join('\n')}\n31.00\t19.00\t\t\t30.00\t18.50\t\t\t30.00\t18.50\t1.00\t0.50\n`)
    expect(table.reading).toBeUndefined()
    expect(laneOf(table)).toEqual([
      ['“三公”经费', '31.00', '19.00'], ['因公出国（境）费', '', ''], ['公务用车购置及运行维护费', '30.00', '18.50'],
      ['购置费', '', ''], ['运行维护费', '30.00', '18.50'], ['公务接待费', '1.00', '0.50'],
    ])
  })

  it('reads headings of a grid with real cells whose merges were lost', () => {
    const rows = [['项目', '', '', '', '支出预算', '', ''], ['功能分类科目编码', '', '', '功能分类科目名称', '合计', '基本支出', '项目支出'], ['类', '款', '项', '', '', '', ''], ['213', '', '', '农林水支出', '12.50', '10.00', '2.50'], ['213', '03', '', '水利', '12.50', '10.00', '2.50'], ['合计', '', '', '', '12.50', '10.00', '2.50']]
    const [table] = recognise([ruledDocument(rows, '2027年支出预算总表')], vocabulary).disclosure.tables
    expect(table?.lanes).toHaveLength(1)
    expect(table?.lanes[0]?.columns.map(({ key }) => key)).toEqual(['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'])
    expect(table?.lanes[0]?.rows[1]).toMatchObject({ label: '水利', code: '21303', cells: { 合计: '12.50', 基本支出: '10.00', 项目支出: '2.50' } })
  })

  it('reads real merged cells of a ruled grid', () => {
    const rows = [
      [{ text: '科目编码', rowspan: 2 }, { text: '科目名称', rowspan: 2 }, { text: '2027年预算数', colspan: 3 }],
      ['合计', '基本支出', '项目支出'],
      [{ text: '合计', colspan: 2 }, '12.50', '10.00', '2.50'],
      ['213', '农林水支出', '12.50', '10.00', '2.50'],
    ]
    const [table] = recognise([ruledDocument(rows, '2027年支出总表')], vocabulary).disclosure.tables
    expect(table?.lanes[0]?.columns.map((column) => column.key)).toEqual(['科目编码', '科目名称', '合计', '基本支出', '项目支出'])
    expect(table?.lanes[0]?.rows).toEqual([
      { label: '合计', level: 0, cells: { 合计: '12.50', 基本支出: '10.00', 项目支出: '2.50' } },
      { code: '213', label: '农林水支出', level: 1, cells: { 合计: '12.50', 基本支出: '10.00', 项目支出: '2.50' } },
    ])
  })

  it('tells figures of the year before from those of this year', () => {
    const table = tableIn('“三公”经费支出决算情况表\n单位：万元\n项目\t2026年决算数\t2025年决算数\n合计\t6.00\t7.00\n因公出国（境）费\t1.00\t1.00\n公务接待费\t5.00\t6.00\n')
    expect(table.lanes[0]?.columns.map((column) => column.key)).toEqual(['项目', '决算数', '上年决算数'])
    expect(table.lanes[0]?.columns[2]?.measure).toEqual({ year: 2025 })
  })
})

describe('rows', () => {
  it('splits two lanes, whose rows do not depend on each other', () => {
    const table = tableIn('2027年收支总表\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算\t10.00\t一、教育支出\t4.00\n\t\t二、农林水支出\t8.50\n上年结转\t2.50\t年终结转\t\n收入总计\t12.50\t支出总计\t12.50\n')
    expect(laneOf(table, 0)).toEqual([['一、一般公共预算', '10.00'], ['上年结转', '2.50'], ['收入总计', '12.50']])
    expect(laneOf(table, 1)).toEqual([['一、教育支出', '4.00'], ['二、农林水支出', '8.50'], ['年终结转', ''], ['支出总计', '12.50']])
    expect(table.lanes.map((lane) => lane.label)).toEqual(['收入', '支出'])
  })

  it('splits economic classes printed side by side, codes of 类 and 款 put together', () => {
    const table = tableIn('一般公共预算财政拨款基本支出决算表\n人员经费\t\t\t公用经费\t\t\n科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n301\t工资福利支出\t30.00\t302\t商品和服务支出\t12.00\n30101\t基本工资\t30.00\t30201\t办公费\t12.00\n')
    expect(table.lanes.map((lane) => lane.rows.map((row) => row.code))).toEqual([['301', '30101'], ['302', '30201']])
    expect(table.lanes.map((lane) => lane.columns.map((column) => column.key))).toEqual([['科目编码', '科目名称', '合计'], ['科目编码', '科目名称', '合计']])
  })

  it('puts codes split over 类, 款, 项 together, with their lost zeros', () => {
    const table = tableIn('支出决算表\n科目编码\t\t\t科目名称\t本年支出合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n205\t\t\t教育支出\t9.00\t5.00\t4.00\n205\t2\t\t普通教育\t9.00\t5.00\t4.00\n205\t02\t1\t学前教育\t9.00\t5.00\t4.00\n')
    expect(table.lanes[0]?.rows.map((row) => [row.code, row.level])).toEqual([['205', 1], ['20502', 2], ['2050201', 3]])
  })

  it('does not take a total of five digits in the first column for a code', () => {
    const table = tableIn('财政拨款“三公”经费支出决算表\n合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\n\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n10400\t0.00\t8600.00\t0.00\t8600.00\t1800.00\n')
    expect(table.lanes[0]?.rows.filter(({ label }) => label === '合计').map(({ cells }) => Object.values(cells))).toEqual([['10400']])
  })

  it('takes a code printed before the label out of it', () => {
    const table = tableIn('支出决算表\n项目\t本年支出合计\t基本支出\t项目支出\n205 教育支出\t9.00\t5.00\t4.00\n20502 普通教育\t9.00\t5.00\t4.00\n')
    expect(table.lanes[0]?.rows.map((row) => [row.code, row.label])).toEqual([['205', '教育支出'], ['20502', '普通教育']])
  })

  it('drops index rows and headings repeated on the next page, and joins the pages', () => {
    const head = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n'
    const { disclosure } = recogniseText(`2027年支出总表\n单位：万元\n${head}1\t2\t3\t4\t5\n合计\t\t9.00\t5.00\t4.00\n\n2027年支出总表（续）\n单位：万元\n${head}205\t教育支出\t9.00\t5.00\t4.00\n`)
    expect(disclosure.tables).toHaveLength(1)
    expect(disclosure.tables[0]?.lanes[0]?.rows.map((row) => row.label)).toEqual(['合计', '教育支出'])
  })

  it('turns a transposed table so that its items are rows', () => {
    const table = tableIn('财政拨款“三公”经费支出决算表\n单位：元\n预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\n\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n90.00\t\t60.00\t\t60.00\t30.00\t80.00\t\t55.00\t\t55.00\t25.00\n')
    expect(table.role).toBe('三公经费决算表')
    expect(laneOf(table).map(([label, budget, final]) => [label, budget, final])).toEqual([
      ['合计', '90.00', '80.00'],
      ['因公出国（境）费', '', ''],
      ['公务用车购置及运行费', '60.00', '55.00'],
      ['公务用车购置费', '', ''],
      ['公务用车运行费', '60.00', '55.00'],
      ['公务接待费', '30.00', '25.00'],
    ])
    expect(table.lanes[0]?.columns.map((column) => column.key)).toEqual(['预算数', '决算数'])
  })
})

describe('doubt', () => {
  const head = '2027年支出总表\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n'
  const reading = (row: string) => {
    const rows = tableIn(`${head}205\t教育支出\t9.00\t5.00\t4.00\n20502\t普通教育\t9.00\t5.00\t4.00\n${row}\n208\t社会保障支出\t1.00\t1.00\t\n`).lanes[0]?.rows
    const read = rows?.[2]
    return { reading: read?.reading ?? 'sure', doubt: read?.doubt, cells: Object.values(read?.cells ?? {}) }
  }

  it('is sure of a row whose cells fit', () => {
    expect(reading('207\t文化支出\t3.00\t\t3.00')).toEqual({ reading: 'sure', doubt: undefined, cells: ['3.00', '', '3.00'] })
  })

  it('infers a row that fits with a blank at its end', () => {
    expect(reading('207\t文化支出\t3.00\t3.00')).toEqual({ reading: 'inferred', doubt: 'cells-missing', cells: ['3.00', '3.00', ''] })
  })

  it('infers a row that fits after the one shift that makes it fit', () => {
    expect(reading('\t207\t文化支出\t3.00\t3.00\t')).toMatchObject({ reading: 'inferred', doubt: 'row-shifted', cells: ['3.00', '3.00', ''] })
  })

  it('only infers rows of a text whose blanks at line ends were cut off, and loses none of them', () => {
    const table = tableIn('2027年支出总表\n科目名称\t合计\t基本支出\t项目支出\n教育支出\t9.00\t5.00\t4.00\n文化支出\t3.00\t3.00\n外交支出\n卫生支出\t2.00\t\t2.00\n')
    expect(laneOf(table)).toEqual([['教育支出', '9.00', '5.00', '4.00'], ['文化支出', '3.00', '3.00', ''], ['外交支出', '', '', ''], ['卫生支出', '2.00', '', '2.00']])
    expect(table.lanes[0]?.rows.map((row) => row.reading)).toEqual([undefined, 'inferred', 'inferred', undefined])
  })

  it('doubts a row whose cells fit nowhere', () => {
    expect(reading('207\t3.00\t文化支出\t3.00\t3.00')).toMatchObject({ reading: 'doubtful', doubt: 'type-misfit' })
  })
})

describe('tableFromGrid', () => {
  it('makes a table of printed cells, by role or by title', () => {
    const rows = [['科目编码', '科目名称', '合计'], ['', '合计', '52.70'], ['207', '文化支出', '52.70'], ['208', '社会保障支出', '3.60']]
    const expected = {
      role: '支出总表',
      lanes: [{ columns: [{ key: '科目编码' }, { key: '科目名称' }, { key: '合计' }], rows: [{ label: '合计', level: 0 }, { code: '207', cells: { 合计: '52.70' } }, { code: '208' }] }],
    }
    expect(tableFromGrid(rows, { role: '支出总表', unit: '万元' }, vocabulary)).toMatchObject({ ...expected, unit: '万元' })
    expect(tableFromGrid(rows, { title: '2027年支出总表' }, vocabulary)).toMatchObject(expected)
    expect(tableFromGrid(rows, {}, vocabulary).role).toBe('unknown')
  })
})

describe('layouts of other provinces', () => {
  it('reads two years of a transposed table, side by side or one above the other, as two columns', () => {
    const beside = tableIn('2027年一般公共预算“三公”经费支出表\n2026年预算数\t\t\t\t2027年预算数\t\t\t\n合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\n9.00\t0.00\t4.00\t5.00\t7.00\t0.00\t3.00\t4.00\n')
    const above = tableIn('财政拨款“三公”经费支出表\n年度\t合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\n2026年\t9.00\t0.00\t4.00\t5.00\n2027年\t7.00\t0.00\t3.00\t4.00\n')
    for (const table of [beside, above]) {
      expect(table.lanes[0]?.columns.map(({ key }) => key).sort()).toEqual(['上年预算数', '合计'])
      expect(table.lanes[0]?.rows.map(({ label, cells }) => [label, cells['上年预算数'], cells['合计']])).toEqual([['合计', '9.00', '7.00'], ['因公出国（境）费', '0.00', '0.00'], ['公务接待费', '4.00', '3.00'], ['公务用车购置及运行费', '5.00', '4.00']])
    }
  })

  it('keeps columns of a transposed table that have no name in the vocabulary', () => {
    const table = tableIn('“三公”经费支出表\n合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t外宾住宿费\n7.00\t0.00\t3.00\t4.00\t2.00\n')
    expect(laneOf(table).at(-1)).toEqual(['外宾住宿费', '2.00'])
  })

  it('takes codes in square brackets off the names, and 其中 off headings', () => {
    const table = tableIn('一般公共预算支出情况表\n功能科目名称\t2027年预算\t\t\n\t小计\t其中：基本支出\t项目支出\n合计\t9.00\t5.00\t4.00\n[205]教育支出\t9.00\t5.00\t4.00\n　[20502]普通教育\t9.00\t5.00\t4.00\n')
    expect(table.lanes[0]?.columns.map(({ key }) => key)).toEqual(['科目名称', '合计', '基本支出', '项目支出'])
    expect(table.lanes[0]?.rows.map(({ code, label }) => [code, label])).toEqual([[undefined, '合计'], ['205', '教育支出'], ['20502', '普通教育']])
  })

  it('knows a code column of a unit by its heading, whatever the length of the codes', () => {
    const table = tableIn('收入总表\n单位代码\t单位名称（科目）\t合计\t一般公共预算拨款\n\t合计\t9.00\t9.00\n105001\t示例县水利局\t9.00\t9.00\n')
    expect(table.lanes).toHaveLength(1)
    expect(table.lanes[0]?.rows.map(({ code, label }) => [code, label])).toEqual([[undefined, '合计'], ['105001', '示例县水利局']])
  })

  it('takes the total that includes what was carried over for one, where this year has its own', () => {
    const table = tableIn('收入总表\n单位名称\t合计\t本年收入\t\t\t上年结转结余\n\t\t小计\t一般公共预算\t政府性基金预算\t\n合计\t9.00\t8.00\t7.00\t1.00\t1.00\n')
    expect(table.lanes[0]?.columns.map(({ key }) => key)).toEqual(['科目名称', '总计', '合计', '一般公共预算', '政府性基金', '上年结转'])
  })

  it('knows an untitled list of units by its headings, but no list with figures', () => {
    expect(tableIn('序号\t单位名称\t单位性质\t备注\n1\t示例县水利局（本级）\t行政单位\t\n2\t示例县河道管理所\t事业单位\t\n')).toMatchObject({ role: '单位构成表', doubt: 'role-by-shape' })
    expect(tableIn('序号\t单位名称\t备注\n1\t示例县水利局\t12.50\n2\t示例县河道管理所\t3.00\n').role).toBe('unknown')
  })

  it('lays each of several tables of one grid on its own columns', () => {
    const rows = [
      [{ text: '收入总表', colspan: 6 }],
      [{ text: '科目名称', colspan: 3 }, { text: '合计', colspan: 3 }],
      [{ text: '合计', colspan: 3 }, { text: '9.00', colspan: 3 }],
      [{ text: '支出总表', colspan: 6 }],
      [{ text: '科目名称', colspan: 2 }, { text: '合计', colspan: 2 }, { text: '基本支出', colspan: 2 }],
      [{ text: '合计', colspan: 2 }, { text: '9.00', colspan: 2 }, { text: '9.00', colspan: 2 }],
    ]
    const { tables } = recognise([ruledDocument(rows, '示例县水利局2027年部门预算')], vocabulary).disclosure
    expect(tables.map(({ role, lanes }) => [role, lanes[0]?.columns.map(({ key }) => key)])).toEqual([['收入总表', ['科目名称', '合计']], ['支出总表', ['科目名称', '合计', '基本支出']]])
  })

  it('has the rows that are named left of the labels head those below them', () => {
    const things = bars('政府采购支出表\n单位：万元\n采购品目大类 | 专项名称 | 采购物品名称 | 数量 | 单价 | 总计\n合计 |  |  |  |  | 30.00\n货物 |  |  |  |  | 12.00\n | 办公设备 | 计算机 | 10台 | 0.80 | 8.00\n | 办公设备 | 打印机 | 8台 | 0.50 | 4.00\n服务 |  |  |  |  | 18.00\n | 后勤 | 物业 | 1项 | 18.00 | 18.00\n')
    expect(tableIn(things).lanes[0]?.rows.map(({ label, level }) => [label, level])).toEqual([['合计', 0], ['货物', 1], ['计算机', 2], ['打印机', 2], ['服务', 1], ['物业', 2]])
  })

  it('names rows by their first column of words where none of them is called so, and not by their number of pieces', () => {
    const table = tableIn(bars('政府采购预算表\n单位：万元\n采购内容 | 采购类型 | 数量 | 单价 | 金额\n环卫车 | 货物 | 20辆 | 5.00 | 100.00\n路灯改造 | 工程 | 250盏 | 0.40 | 100.00\n合计 |  |  |  | 200.00\n'))
    expect(table.lanes).toHaveLength(1)
    expect(table.lanes[0]?.rows.map(({ label }) => label)).toEqual(['环卫车', '路灯改造', '合计'])
  })

  it('tells the total of 三公 from that of conferences and training besides, whichever way the table stands', () => {
    const heads = ['合计\t“三公”经费\t\t\t会议费\t培训费', '\t小计\t公务用车运行费\t公务接待费\t\t']
    const table = tableIn(`一般公共预算“三公”经费、会议费、培训费支出预算表\n单位：万元\n${heads.join('\n')}\n20.00\t9.00\t6.00\t3.00\t4.00\t7.00\n`)
    expect(table.role).toBe('三公经费表')
    expect(laneOf(table)).toEqual([['合计', '20.00'], ['“三公”经费', '9.00'], ['公务用车运行费', '6.00'], ['公务接待费', '3.00'], ['会议费', '4.00'], ['培训费', '7.00']])
  })

  it('has the figure of a total under the label that was merged over the lane before it', () => {
    const rows = [
      [{ text: '人员经费', colspan: 3 }, { text: '公用经费', colspan: 6 }],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', '60.00', '302', '商品和服务支出', '20.00', '310', '资本性支出', '5.00'],
      ['30101', '基本工资', '60.00', '30201', '办公费', '20.00', '31002', '办公设备购置', '5.00'],
      [{ text: '人员经费合计', colspan: 2 }, '60.00', { text: '公用经费合计', colspan: 5 }, '25.00'],
    ]
    const [table] = recognise([ruledDocument(rows, '一般公共预算财政拨款基本支出决算表')], vocabulary).disclosure.tables
    expect(table?.lanes.map(({ rows: own }) => own.map(({ label }) => label).at(-1))).toEqual(['人员经费合计', '办公费', '公用经费合计'])
    expect(table?.lanes[2]?.rows.at(-1)?.cells).toEqual({ 合计: '25.00' })
  })
})
