import { describe, expect, it } from 'vitest'
import { readText } from '../../src/readers/text/index.ts'
import { decodeText } from '../../src/source/decode.ts'
import { lineIndex } from '../../src/source/lines.ts'
import type { Block } from '../../src/readers/block.ts'
import type { MappedText } from '../../src/source/segment.ts'

const blocks = (text: string): readonly Block[] => readText(text, 'a.txt', 'x').blocks
const texts = (text: string): string[] => blocks(text).map((block) => (block.kind === 'grid' ? `#${block.rows.length}` : `${block.kind}:${block.text.text}`))

/** Every character of a mapped text, looked up in the source it says it comes from. */
function charactersAgree(source: string, mapped: MappedText): boolean {
  return mapped.segments.every(({ from, to, anchor }) => anchor.kind === 'text' && source.slice(anchor.offset, anchor.offset + to - from) === mapped.text.slice(from, to))
}

describe('decodeText', () => {
  const encode = (text: string) => new TextEncoder().encode(text)

  it.each([
    ['utf-8', encode('预算公开')],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...encode('预算公开')])],
    ['utf-16le', new Uint8Array([0xff, 0xfe, 0x84, 0x98, 0x97, 0x7b, 0x6c, 0x51, 0x00, 0x5f])],
    ['utf-16be', new Uint8Array([0xfe, 0xff, 0x98, 0x84, 0x7b, 0x97, 0x51, 0x6c, 0x5f, 0x00])],
    ['gb18030', new Uint8Array([0xd4, 0xa4, 0xcb, 0xe3, 0xb9, 0xab, 0xbf, 0xaa])],
  ])('reads %s and leaves out the byte order mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: '预算公开', encoding })
  })
})

describe('lineIndex', () => {
  it('counts lines at LF, CRLF and CR, and columns in UTF-16 units', () => {
    const index = lineIndex('甲\r\n𠮷乙\n丙\r丁')
    expect(index.lineCount).toBe(4)
    expect(index.position(3)).toEqual({ line: 2, column: 1 })
    expect(index.position(5)).toEqual({ line: 2, column: 3 })
    expect(index.position(9)).toEqual({ line: 4, column: 1 })
    expect(index.position(999)).toEqual({ line: 4, column: 2 })
  })
})

describe('readText', () => {
  it('tells headings by their numbers, sentences by their ends', () => {
    expect(texts('第一部分 概况\n一、主要职责\n一、负责全县水利工作，组织编制规划。')).toEqual(['heading:第一部分 概况', 'heading:一、主要职责', 'paragraph:一、负责全县水利工作，组织编制规划。'])
  })

  it('reads tab and bar separated runs as one grid, over the blank lines of a page break', () => {
    const [grid] = blocks('项目\t金额\n甲\t1.20\n\n\n乙\t\n')
    expect(grid?.kind === 'grid' && grid.rows.map((row) => row.cells.map((cell) => cell.text.text))).toEqual([['项目', '金额'], ['甲', '1.20'], ['乙', '']])
    const [barred] = blocks('| 项目 | 金额 |\n|---|---|\n| 甲 | 1.20 |\n')
    expect(barred?.kind === 'grid' && barred.rows.map((row) => row.cells.map((cell) => cell.text.text))).toEqual([['项目', '金额'], ['甲', '1.20']])
  })

  it('gives cells to columns that only spaces set apart, keeping the blanks inside labels', () => {
    const [grid] = blocks('项目 2025年度 2026年度\n(一) 收入 100.10 120.20\n1. 补助 90.10 100.10\n2. 其他 10.00 20.10\n')
    expect(grid?.kind === 'grid' && grid.rows[1]?.cells.map((cell) => cell.text.text)).toEqual(['(一) 收入', '100.10', '120.20'])
  })

  it('does not take prose with numbers for a table', () => {
    expect(texts('全年共 12 个项目，涉及 3 个单位。')).toEqual(['paragraph:全年共 12 个项目，涉及 3 个单位。'])
  })

  it('joins lines broken inside a word or a number', () => {
    const text = '2026年本单位收入预算为120.50万元，其中一般公共预算拨款收入100.50万元，事业收\n入20.00万元，与上年相比增加5.20万元，增长4.\n51%，主要原因是项目增加。'
    expect(texts(`概述\n\n说明\n\n甲\n\n乙\n\n丙\n\n丁\n\n戊\n\n${text}`).at(-1)).toBe(`paragraph:${text.replaceAll('\n', '')}`)
  })

  it('joins a sentence broken by one plain line end, anywhere in a document that is not wrapped', () => {
    for (const text of ['编制人数18人，实有人\n数20人（其中：在职19人）。', '公用经费比上年减少2.30万元，主要原因是会议减\n少。', '四、项目支出：为完成特定工\n作任务安排的支出。', '全年收入合计1,502.3\n9万元，比上年增加。']) {
      expect(texts(`甲段已经写完。\n${text}\n乙段也已经写完。`)).toEqual(['paragraph:甲段已经写完。', `paragraph:${text.replace('\n', '')}`, 'paragraph:乙段也已经写完。'])
    }
    const list = '（一）拟订河湖规划，组织实施。\n（二）管理水库，指导堤防。\n（三）指导农村供水与灌\n溉排水工作。\n'
    expect(texts(list).at(-1)).toBe('paragraph:（三）指导农村供水与灌溉排水工作。')
  })

  it('never joins a heading, a title or a label with what stands below it', () => {
    for (const text of ['2027年收入、支出情况说明\n本单位收入增加，支出减少。', '（一）收入情况\n本单位收入增加。', '公开日期：2027年2月3日\n本单位收入增加，支出减少。', '（金额单位，万元）\n本单位收入增加，支出减少。', '甲县文化馆\n职责：组织群众文化活动，开展培训。', '组织实施规划，开展培训\n联系电话：123456。']) {
      expect(texts(text), text).toHaveLength(2)
    }
  })

  it('joins lines broken at the width of the page, without blank lines to tell paragraphs by', () => {
    const lines = [
      '本单位二〇二七年度收入预算总额为一百二十万元，其中一般公共预算拨款收入为一百万元，',
      '事业收入为二十万元，与上年相比增加五万元，增长百分之四点五，主要原因是本年新增了三',
      '个项目，另有一个项目调整了实施内容，需要增加相应的工作经费，同时人员经费按照政策的',
      '规定作了调整，保障了各项工作的正常开展，完成了年初确定的各项任务和目标，资金使用符',
      '合规定。',
      '支出预算总额与收入预算总额相等，其中基本支出为八十万元，项目支出为四十万元，占总数',
      '的三分之一。',
    ]
    expect(texts(lines.join('\n'))).toEqual([`paragraph:${lines.slice(0, 5).join('')}`, `paragraph:${lines.slice(5).join('')}`])
  })

  it('does not join short unfinished lines of a document that is not wrapped', () => {
    expect(texts('清河市二〇二七年预算汇总（亿元）\n【说明，摘自网页；数字一致】\n甲费用为一元，较上年增加。\n乙费用为二元，较上年减少。\n（由于四舍五入，分项之和与总数可能不等）\n')).toHaveLength(5)
  })

  it('joins a sentence over a page break as inferred, and every character keeps its place', () => {
    const source = '本单位2026年支出预算1520万元，主要用于教育支出、卫生健康支出、住房保障支\n\n- 3 -\n\n出以及其他支出，与上年基本持平。\n\n- 4 -\n\n- 5 -\n'
    const joined = readText(source, 'a.txt', 'x').blocks.find((block) => block.kind === 'paragraph')
    expect(joined).toMatchObject({ reading: 'inferred', doubt: 'joined-over-break' })
    if (joined?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(joined.text.text).toBe('本单位2026年支出预算1520万元，主要用于教育支出、卫生健康支出、住房保障支出以及其他支出，与上年基本持平。')
    expect(joined.text.segments.length).toBe(2)
    expect(charactersAgree(source, joined.text)).toBe(true)
  })

  it('leaves finished sentences and new items apart', () => {
    expect(texts('收入增加。\n支出减少。\n（一）收入\n（二）支出')).toHaveLength(4)
  })

  it('takes page numbers and watermarks for marks, repeated captions of tables not', () => {
    const page = (n: number) => `送审稿\n送审稿\n表${n}的标题\n单位：万元\n项目\t金额\n甲\t1.00\n\n第 ${n} 页\n`
    const kinds = blocks([1, 2, 3].map(page).join('\n'))
    expect(kinds.filter((block) => block.kind === 'mark').map((block) => block.text.text)).toEqual([...['送审稿', '送审稿', '第 1 页'], ...['送审稿', '送审稿', '第 2 页'], ...['送审稿', '送审稿', '第 3 页']])
    expect(kinds.filter((block) => block.kind === 'paragraph' && block.text.text === '单位：万元')).toHaveLength(3)
  })

  it('drops nothing: what is no white space or separator stands in a block', () => {
    const source = '\ufeff封面\r\n\r\n一、标题\r\n正文一句。\r\n项目\t金额\r\n甲\t\t1.00\r\n尾注\r\n'.slice(1)
    const kept = blocks(source).map((block) => (block.kind === 'grid' ? block.rows.map((row) => row.cells.map((cell) => cell.text.text).join('')).join('') : block.text.text)).join('')
    expect(kept).toBe(source.replace(/\s/g, ''))
  })

  it('is linear: a long line without separators is read at once', () => {
    expect(blocks(`${'一'.repeat(200_000)}\n`)).toHaveLength(1)
  })
})

describe('text copied out of a PDF, in narrow lines without blank ones', () => {
  const page = [
    '（三）具体情况', '一般公共预算支出年初预算为1,864.85 万元，支出决算为', '1,744.27 万元，完成年初预算的93.53%。决算数小于预算数的主要',
    '原因：按照工程进度，调减“河东路沿线整修工程（二段）”项目', '经费。', '1.“农林水支出（类）水利（款）行政运行（项）”20.04 万元，', '主要用于：2025 年日常办公。年初预算为 77.59 万元，支出决算',
    '为 20.04 万元。', '2.“农林水支出（类）水利（款）水利工程运行', '与维护（项）”3.39 万元，主要用于：堤防巡查。年初预算为', '', '4.82 万元，支出决算为 3.39 万元，完成年初预算的70.33%。',
  ].join('\n')

  it('joins what stands within a pair of quotation marks, and over the break of a page what goes on in a figure', () => {
    expect(texts(page)).toEqual([
      'heading:（三）具体情况',
      'paragraph:一般公共预算支出年初预算为1,864.85 万元，支出决算为1,744.27 万元，完成年初预算的93.53%。决算数小于预算数的主要原因：按照工程进度，调减“河东路沿线整修工程（二段）”项目经费。',
      'paragraph:1.“农林水支出（类）水利（款）行政运行（项）”20.04 万元，主要用于：2025 年日常办公。年初预算为 77.59 万元，支出决算为 20.04 万元。',
      'paragraph:2.“农林水支出（类）水利（款）水利工程运行与维护（项）”3.39 万元，主要用于：堤防巡查。年初预算为4.82 万元，支出决算为 3.39 万元，完成年初预算的70.33%。',
    ])
  })
})

describe('text that was not typed as plain text', () => {
  it('takes marks of Markdown for none of the text, where lines open with marks of headings', () => {
    const source = '# 第一部分  概况\n\n## 一、职责\n\n**（一）编制。** 核定编制12名。\n\n- 巡查渠道\n'
    const found = blocks(source)
    expect(texts(source)).toEqual(['heading:第一部分  概况', 'heading:一、职责', 'paragraph:（一）编制。 核定编制12名。', 'paragraph:巡查渠道'])
    expect(found.every((block) => block.kind !== 'grid' && charactersAgree(source, block.text))).toBe(true)
    expect(texts('一、职责\n\n- 巡查渠道\n')).toEqual(['heading:一、职责', 'paragraph:- 巡查渠道'])
  })

  it('reads a table whose lines are drawn with characters', () => {
    const [grid, ...more] = blocks('┌──┬────┐\n│项目│  金额│\n├──┼────┤\n│甲类│  1.00│\n│乙类│      │\n└──┴────┘\n')
    expect(more).toEqual([])
    expect(grid?.kind === 'grid' && grid.rows.map(({ cells }) => cells.map(({ text }) => text.text))).toEqual([['项目', '金额'], ['甲类', '1.00'], ['乙类', '']])
  })
})
