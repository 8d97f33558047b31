import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recogniseText } from './recognise-helpers.ts'

const read = (text: string) => recogniseText(text).disclosure

describe('cover and contents', () => {
  const TEXT = '示例省清河市水利局\n\n2027年度部门预算公开\n\n目 录\n\n第一部分 概况\t1\n一、主要职责.....1\n第二部分 情况说明 ...... 3\n\n第一部分 概况\n\n一、主要职责\n\n负责全市水利工作。\n\n第二部分 情况说明\n\n无。\n'

  it('are told from the body', () => {
    const disclosure = read(TEXT)
    expect(disclosure.cover?.map(({ text }) => text)).toEqual(['示例省清河市水利局', '2027年度部门预算公开'])
    expect(disclosure.toc).toEqual([{ text: '第一部分 概况', page: '1' }, { text: '一、主要职责', page: '1' }, { text: '第二部分 情况说明', page: '3' }])
    expect(disclosure.sections.map(({ heading }) => heading)).toEqual(['第一部分 概况', '第二部分 情况说明'])
  })

  it('read contents without page numbers up to where the first entry comes again', () => {
    const disclosure = read(TEXT.replace('\t1\n', '\n').replace('.....1', '').replace(' ...... 3', ''))
    expect(disclosure.toc?.map(({ text }) => text)).toEqual(['第一部分 概况', '一、主要职责', '第二部分 情况说明'])
    expect(disclosure.sections).toHaveLength(2)
  })
})

describe('sections', () => {
  it('nest by their numbers; paragraphs without a heading are a section without one', () => {
    expect(read('本单位编制12人，实有11人。\n\n第一部分 概况\n\n一、职责\n\n无。\n\n（一）其他\n\n二、机构\n\n无。\n').sections).toEqual([
      { heading: '', level: 1, paragraphs: [{ text: '本单位编制12人，实有11人。' }], sections: [] },
      {
        heading: '第一部分 概况',
        level: 1,
        paragraphs: [],
        sections: [
          { heading: '一、职责', level: 2, paragraphs: [{ text: '无。' }], sections: [{ heading: '（一）其他', level: 3, paragraphs: [], sections: [] }] },
          { heading: '二、机构', level: 2, paragraphs: [{ text: '无。' }], sections: [] },
        ],
      },
    ])
  })

  it('end where a numbered paragraph of the same rank follows', () => {
    const [root] = read('第四部分 名词解释\n\n一、基本支出：指日常运转的支出。\n\n二、单位资金：\n\n指其他资金。\n\n三、项目支出：指其他支出。\n').sections
    expect(root?.paragraphs.map(({ text }) => text)).toEqual(['一、基本支出：指日常运转的支出。', '三、项目支出：指其他支出。'])
    expect(root?.sections[0]?.paragraphs.map(({ text }) => text)).toEqual(['指其他资金。'])
  })
})

describe('fiscal year', () => {
  const titles = ['收支总表', '收入总表', '支出总表']
  const tables = (...years: number[]) => years.map((year, i) => `${year}年${titles[i] ?? ''}\n单位：万元\n项目\t预算数\n收入\t1.00\n支出\t1.00\n`).join('\n\n')

  it('is what two thirds of titles and openings say', () => {
    expect(read(tables(2027, 2027, 2026)).fiscalYear).toBe(2027)
    expect(read(tables(2027, 2026)).fiscalYear).toBeUndefined()
  })

  it('is not taken from dates and document numbers', () => {
    expect(read('示例县水利局2027年部门预算\n\n2026年12月20日\n\n一、依据\n\n根据水发〔2025〕3号文件编制。\n').fiscalYear).toBe(2027)
  })
})

describe('entity', () => {
  it('is the name most tables print, else that on the cover', () => {
    const table = '2027年支出总表\n单位名称：示例省清河市水利局\n单位：万元\n项目\t合计\n支出\t1.00\n甲\t1.00\n'
    expect(read(`清河水利\n\n2027年部门预算\n\n第一部分 概况\n\n本部门编制3人。\n\n${table}`).entity).toEqual({ name: '示例省清河市水利局', level: 'department', region: '示例省清河市' })
    expect(read('2027年清河市教育局部门预算\n\n第一部分 概况\n\n无。\n').entity).toMatchObject({ name: '清河市教育局', level: 'department', region: '清河市' })
    expect(read('清河市实验中学 2027 年单位预算说明\n\n一、概况\n\n本单位编制3人。\n').entity).toMatchObject({ name: '清河市实验中学', level: 'unit' })
  })
})

describe('extent', () => {
  it('is an excerpt without tables and sections, whatever the title', () => {
    expect(read('示例县水利局2027年部门预算\n\n2027年收入预算12.50万元，与上年持平。\n').extent).toBe('excerpt')
  })
})

describe('extent of the fixtures', () => {
  const fixtures = ['unit-budget.clean', 'final-accounts.clean'].map((name) => readFileSync(new URL(`../../fixtures/${name}.txt`, import.meta.url), 'utf8'))

  it.each([0, 1])('is whole without a cover, with headings that have no numbers, or without one part', (i) => {
    const text = fixtures[i] ?? ''
    const body = text.slice(text.search(/^第一部分 [^.\t\n]+$/m))
    const plain = text.replace(/^(?:第[一二三四五]部分|[一二三四五六七八九十]{1,3}、)\s*(?=[^。\n]{2,40}$)/gm, '')
    const glossary = text.slice(0, text.search(/^第四部分 [^.\t\n]+$/m))
    expect([text, body, plain, glossary].map((one) => read(one).extent)).toEqual(['whole', 'whole', 'whole', 'whole'])
  })

  it.each([0, 1])('is not whole without tables, or without the narrative', (i) => {
    const text = fixtures[i] ?? ''
    const [tables, narrative, glossary] = ['二', '三', '四'].map((n) => text.search(new RegExp(`^第${n}部分 [^.\\t\\n]+$`, 'm')))
    expect(read(text.slice(0, tables) + text.slice(narrative)).extent).not.toBe('whole')
    expect(read(text.slice(0, narrative) + text.slice(glossary)).extent).not.toBe('whole')
    expect(read(text.slice(0, tables)).extent).toBe('excerpt')
  })
})

describe('what is not recognised', () => {
  it('goes to extra and is counted with its amounts', () => {
    const { disclosure, recognition } = recogniseText('一、说明\n\n无。\n\n甲\t1.00\n乙\t2.00\t3.00\n丙\t1\t2\t3\t4.50\n')
    expect(disclosure.extra?.[0]?.kind).toBe('grid')
    expect(recognition.unrecognised).toEqual([{ text: '甲 1.00\n乙 2.00 3.00\n丙 1 2 3 4.50', amounts: 4 }])
  })
})
