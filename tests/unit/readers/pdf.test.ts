import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSubject } from '../../../src/open-subject.ts'
import type { Block, GridBlock, ReadDocument } from '../../../src/readers/block.ts'
import { HOSTILE_PDF } from '../../../tools/pdf/hostile.ts'

async function read(name: string): Promise<ReadDocument> {
  const { read: result } = await openSubject({ file: `${name}.pdf`, content: readFileSync(new URL(`../../../fixtures/pdf/${name}.pdf`, import.meta.url)) })
  if (!result?.ok) throw new Error(`${name}.pdf was not read: ${JSON.stringify(result)}`)
  return result.value
}

const grids = ({ blocks }: ReadDocument): readonly GridBlock[] => blocks.filter((block) => block.kind === 'grid')
const rowsOf = (grid: GridBlock | undefined): readonly (readonly string[])[] => (grid?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text.text))
const texts = (blocks: readonly Block[], kind: Block['kind']): readonly string[] => blocks.flatMap((block) => (block.kind === kind && block.kind !== 'grid' ? [block.text.text] : []))

const LANES = [
  ['收入', '支出'],
  ['项目', '预算数', '项目', '预算数'],
  ['财政拨款收入', '310.00', '教育支出', '260.00'],
  ['事业收入', '20.00', '社会保障和就业支出', '45.00'],
  ['其他收入', '5.00', '住房保障支出', '30.00'],
  ['本年收入合计', '335.00', '本年支出合计', '335.00'],
]

describe('a ruled table', () => {
  it('has the cells that its lines draw, merged ones too', async () => {
    const [grid] = grids(await read('ruled'))
    expect(grid?.ruled).toBe(true)
    expect(rowsOf(grid)).toEqual(LANES)
    expect(grid?.rows[0]?.cells.map(({ colspan }) => colspan)).toEqual([2, 2])
  })

  it('may have dotted lines', async () => {
    const [grid] = grids(await read('dotted'))
    expect(grid?.ruled).toBe(true)
    expect(rowsOf(grid)).toEqual(LANES)
  })

  it('joins what is wrapped inside a figure and mends spaced characters', async () => {
    expect(rowsOf(grids(await read('narrow'))[0])).toEqual([
      ['项目', '上年预算数', '本年预算数'],
      ['公务用车购置及运行维护费', '12,345,678,901.20', '30,000.00'],
      ['公务接待费', '4,000.00', '3,500.00'],
    ])
  })

  it('knows where on which page a cell stands', async () => {
    const cell = grids(await read('ruled'))[0]?.rows[2]?.cells[1]
    const anchor = cell?.text.segments[0]?.anchor
    const place = anchor?.kind === 'place' && anchor.place.kind === 'page-box' ? anchor.place : undefined
    expect(place?.page).toBe(1)
    expect([place?.x, place?.y].every((at) => at !== undefined && at > 0 && at < 842)).toBe(true)
  })
})

describe('tables beside each other', () => {
  it('have each its own caption', async () => {
    const { blocks } = await read('beside')
    expect(blocks.map((block) => (block.kind === 'grid' ? block.rows[1]?.cells[0]?.text.text : block.text.text))).toEqual(['收支预算', '收入预算表（单位：万元）', '财政拨款', '支出预算表（单位：万元）', '基本支出'])
  })
})

describe('a cell of many lines', () => {
  it('is one text, wherever its lines were broken', async () => {
    expect(rowsOf(grids(await read('cell'))[0])[1]?.[1]).not.toContain('\n')
  })
})

describe('a page that is a picture', () => {
  it('is said not to be read, and the others are read', async () => {
    const { blocks, notices } = await read('scanned')
    expect(notices).toMatchObject([{ kind: 'picture-page', text: '第 2 页', place: { kind: 'page-box', page: 2 } }])
    expect(texts(blocks, 'paragraph')).toHaveLength(3)
  })
})

describe('a table without all its lines', () => {
  it.each(['open', 'zebra', 'bare'])('%s.pdf is read by the columns its words stand in', async (name) => {
    const { blocks } = await read(name)
    const grid = blocks.find((block) => block.kind === 'grid')
    expect(grid?.ruled).toBe(false)
    expect(rowsOf(grid).map((row) => row.filter((cell) => cell !== ''))).toEqual(LANES)
    expect(rowsOf(grid)[0]).toEqual(['收入', '', '支出', ''])
    expect(texts(blocks, 'paragraph').slice(0, 2)).toEqual(['收支预算总表', '单位：万元'])
  })
})

describe('a table without lines', () => {
  it('goes on over the page, with figures right of their headings, a column of blanks and labels of two lines', async () => {
    const found = grids(await read('bare-long'))
    expect(found).toHaveLength(1)
    const [head, ...rows] = rowsOf(found[0])
    expect(head).toEqual(['科目编码', '科目名称', '合计', '基本支出', '项目支出'])
    expect(rows).toHaveLength(48)
    expect(rows[3]).toEqual(['20503', '机关事业单位职业年金缴费以及各项补助支出', '3.00', '', '2.00'])
    expect(rows.every(([code, , total, basic, project]) => /^205\d\d$/.test(code ?? '') && total === '3.00' && basic === '' && project === '2.00')).toBe(true)
  })
})

describe('a page on its side', () => {
  it.each(['turned', 'sideways'])('%s.pdf is read as it stands when it is turned upright', async (name) => {
    const { blocks } = await read(name)
    const grid = blocks.find((block) => block.kind === 'grid')
    expect(grid?.ruled).not.toBe(false)
    expect(rowsOf(grid).map((row) => row.filter((cell) => cell !== ''))).toEqual(LANES)
    expect(texts(blocks, 'paragraph').slice(0, 2)).toEqual(['收支预算总表', '单位：万元'])
  })
})

describe('text that nobody sees', () => {
  it('is a notice with its page, and no part of the text', async () => {
    const { blocks, notices } = await read('hidden')
    expect(notices).toMatchObject([{ kind: 'hidden-text', text: '这一段是白色的字。', place: { kind: 'page-box', page: 1 } }])
    expect(texts(blocks, 'paragraph').join('')).not.toContain('白色')
  })
})

describe('running text', () => {
  it('is joined over lines into paragraphs', async () => {
    const paragraphs = texts((await read('ruled')).blocks, 'paragraph')
    expect(paragraphs.some((text) => text.startsWith('本单位主要负责') && text.endsWith('其他收入5.00万元。'))).toBe(true)
  })

  it('in two columns is read one column after the other', async () => {
    const { blocks } = await read('columns')
    const paragraphs = texts(blocks, 'paragraph')
    expect(paragraphs).toHaveLength(4)
    expect(texts(blocks, 'heading')).toEqual(['二、支出情况'])
    expect(paragraphs.slice(1).every((text) => /^本单位主要负责/.test(text) && /。$/.test(text))).toBe(true)
    expect(paragraphs.filter((text) => text.includes('2027年收入预算总额为335.00万元，其中：财政拨款收入310.00万元、事业收入20.00万元、其他收入5.00万元。'))).toHaveLength(2)
  })

  it('set letter by letter is closed up, figures too', async () => {
    expect(texts((await read('spaced')).blocks, 'paragraph')).toEqual(['2027年单位预算公开', '2027年收入预算总额为335.00万元，其中：财政拨款收入310.00万元、事业收入20.00万元、其他收入5.00万元。'])
  })

  it('with wide spacing is read without the blanks nobody wrote', async () => {
    const [, , text] = texts((await read('dotted')).blocks, 'paragraph')
    expect(text).toBe('2027年收入预算总额为335.00万元，其中：财政拨款收入310.00万元、事业收入20.00万元、其他收入5.00万元。'.repeat(2))
  })

  it('is set apart from lines of contents, page numbers, labels, and footnotes with their marks', async () => {
    const { blocks } = await read('contents')
    expect(blocks.flatMap((block) => (block.kind === 'grid' ? [] : [`${block.kind} ${block.text.text}${block.kind === 'paragraph' && block.aside ? ' aside' : ''}`]))).toEqual([
      'paragraph 2027年单位预算公开',
      'paragraph 预算公开表5一般公共预算支出情况表（不含上年结转的资金以及政府性基金预算）......6',
      'paragraph 预算公开表6一般公共预算基本支出情况表......7',
      'paragraph 本单位主要负责辖区内公共文化场馆的运行维护、群众文化活动的组织以及非物质文化遗产的保护传承工作，同时承担上级交办的其他事项。',
      'paragraph 附件1：',
      'mark I',
      'paragraph 收支预算总表',
      'paragraph 单位：万元',
      'paragraph 收入合计335.00万元。',
      'mark II',
      'paragraph 1预算数含上年结转。 aside',
    ])
  })

  it('keeps watermarks apart', async () => {
    const { blocks } = await read('long')
    expect(new Set(texts(blocks, 'mark'))).toContain('内部资料')
    expect(texts(blocks, 'paragraph').join('')).not.toContain('内部资料')
  })
})

describe.each(HOSTILE_PDF)('$file', ({ file, code, make }) => {
  it('ends in a problem that says what to do', async () => {
    const { read: result } = await openSubject({ file, content: make() })
    expect(result).toMatchObject({ ok: false, problems: [{ code, message: { zh: expect.stringMatching(/请|不读取/) as string } }] })
  })
})
