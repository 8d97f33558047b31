import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Disclosure, Table } from '../../../src/disclosure/model.ts'
import { createLinter, importDisclosure, type Linter } from '../../../src/index.ts'
import { publishedAligned, publishedCopied } from '../../../tools/office/flat.ts'
import { published } from '../../../tools/office/published.ts'

// Tables whose cells only blanks set apart: copied out of a viewer (blank cells lost), or aligned as a converter prints them.
let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const clean = (name: string): string => readFileSync(`fixtures/${name}.clean.txt`, 'utf8')
const imported = async (content: string): Promise<Disclosure> => JSON.parse((await importDisclosure([{ file: 'x.txt', content }])).json) as Disclosure
const plain = (text: unknown): string => String(text ?? '').replace(/\s/g, '')

/** Cells of rows that are not doubtful: lane, code, label, column, and what they print. */
function cells({ lanes }: Table): readonly (readonly [address: string, value: string])[] {
  return lanes.flatMap((lane, l) => lane.rows.filter(({ reading }) => reading !== 'doubtful').flatMap((row) => Object.entries(row.cells).map(([key, value]) => [`${l}/${plain(row.code)}/${plain(row.label)}/${key}`, plain(value)] as const))).filter(([, value]) => value !== '')
}

const LAYOUTS = [['copied', publishedCopied], ['aligned, Chinese one wide', (items) => publishedAligned(items, 1)], ['aligned, Chinese two wide', (items) => publishedAligned(items, 2)]] as const satisfies readonly (readonly [string, (items: ReturnType<typeof published>) => string])[]
const CASES = ['unit-budget', 'final-accounts'].flatMap((name) => LAYOUTS.map(([layout, make]) => ({ name, layout, make })))

describe.each(CASES)('$name, $layout', ({ name, layout, make }) => {
  let original: Disclosure
  let read: Disclosure
  let content = ''
  beforeAll(async () => {
    content = make(published(clean(name)))
    original = await imported(clean(name))
    read = await imported(content)
  }, 60_000)

  it('has every table with its role', () => {
    expect(read.tables.map(({ role }) => role).sort()).toEqual(original.tables.map(({ role }) => role).sort())
  })

  it('puts no figure where it does not belong, and calls nothing sure', () => {
    let right = 0
    for (const table of read.tables) {
      const truth = original.tables.find(({ role, title }) => role === table.role && plain(title) === plain(table.title))
      const expected = new Set((truth ? cells(truth) : []).map((cell) => cell.join(' ')))
      const found = cells(table).map((cell) => cell.join(' '))
      expect(found.filter((cell) => !expected.has(cell)).map((cell) => `${table.title} ${cell}`)).toEqual([])
      right += found.length
      expect(table.lanes.flatMap(({ rows }) => rows).filter(({ reading }) => reading === undefined)).toEqual([])
    }
    const all = original.tables.reduce((sum, table) => sum + cells(table).length, 0)
    expect(right / all).toBeGreaterThan(layout === 'copied' ? 0.25 : 0.6)
  })

  it('reports nothing of a correct disclosure but what was not read', () => {
    const { findings } = linter.lint({ file: 'x.txt', content }, { extent: 'excerpt' })
    expect(findings.filter(({ severity, ruleId }) => severity !== 'info' && ruleId !== 'document/unrecognised').map(({ message }) => message)).toEqual([])
  })
})

const TITLE = '2027年部门支出总表\n单位：万元\n'

describe('copied tables', () => {
  const table = async (rows: string): Promise<Table | undefined> => (await imported(`${TITLE}${rows}\n`)).tables[0]

  it('joins names and headings that were broken over lines', async () => {
    const found = await table('科目编码 科目名称 合计 基本支\n出 项目支出\n合计 30.50 20.50 10.00\n208 社会保障和就业支出 10.00 10.00 0.00\n2080505 机关事业单位基本养\n老保险缴费支出\n10.00 10.00 0.00\n213 农林水支出 20.50 10.50 10.00')
    expect(found?.lanes[0]?.rows[2]).toMatchObject({ code: '2080505', label: '机关事业单位基本养老保险缴费支出', cells: { 合计: '10.00', 基本支出: '10.00', 项目支出: '0.00' }, reading: 'inferred' })
  })

  it('reads codes of three parts', async () => {
    const found = await table('科目编码 科目名称 合计 基本支出 项目支出\n类 款 项\n205 教育支出 8.00 5.00 3.00\n205 02 普通教育 8.00 5.00 3.00\n205 02 01 学前教育 8.00 5.00 3.00')
    expect(found?.lanes[0]?.rows.map(({ code }) => code)).toEqual(['205', '20502', '2050201'])
  })

  it('keeps only the total of a row that lost a blank, where its amounts could stand in either column', async () => {
    const found = await table('科目编码 科目名称 合计 基本支出 项目支出\n合计 30.50 20.50 10.00\n205 教育支出 10.00 10.00\n206 科学技术支出 10.00 10.00\n213 农林水支出 10.50 10.50')
    expect(found?.lanes[0]?.rows[1]).toMatchObject({ label: '教育支出', cells: { 合计: '10.00' }, reading: 'inferred', doubt: 'cells-missing' })
    expect(Object.keys(found?.lanes[0]?.rows[1]?.cells ?? {})).toEqual(['合计'])
  })

  it('trusts no headings that were copied level by level', async () => {
    const found = await table('科目编码 科目名称 项目支出 合计 基本支出\n合计 10.00 30.50 20.50\n205 教育支出 0.00 10.00 10.00\n213 农林水支出 10.00 20.50 10.50')
    expect(found?.lanes[0]?.rows.every(({ reading }) => reading === 'doubtful')).toBe(true)
  })

  it('takes no heading it does not know for granted', async () => {
    const found = await table('科目编码 科目名称 合计 特别安排数 基本支出\n合计 30.50 20.50 10.00\n205 教育支出 10.00 10.00 0.00\n213 农林水支出 20.50 10.50 10.00')
    expect(found?.lanes[0]?.rows.every(({ reading }) => reading === 'doubtful')).toBe(true)
  })
})

describe('a transposed table that was copied as two lines', () => {
  const HEADS = '“三公”经费合计 因公出国（境）费 公务用车购置及运行费小计 公务用车购置费 公务用车运行费 公务接待费'
  const content = (lines: string): string => `2027年“三公”经费支出表\n单位：万元\n${lines}\n`

  it.each(['\n', '\n\n'])('is inferred where each item has its figure', async (gap) => {
    const found = (await imported(content(`${HEADS}${gap}5.72 — 4.09 0.00 4.09 1.53`))).tables[0]
    expect(found?.lanes[0]?.rows.map(({ label, cells: own, reading }) => `${label} ${Object.values(own).join()} ${reading ?? ''}`)).toEqual(['“三公”经费合计 5.72 inferred', '因公出国（境）费 — inferred', '公务用车购置及运行费小计 4.09 inferred', '公务用车购置费 0.00 inferred', '公务用车运行费 4.09 inferred', '公务接待费 1.53 inferred'])
    const { findings } = linter.lint({ file: 'x.txt', content: content(`${HEADS}${gap}5.72 — 4.09 0.00 4.09 1.53`) }, { extent: 'excerpt' })
    expect(findings.map(({ ruleId, severity, sites }) => `${severity} ${ruleId} ${sites[0]?.place?.kind === 'text' ? sites[0].place.column : ''}`)).toEqual(['warning arithmetic/table-sum 1'])
  })

  it.each([
    ['a blank was lost', `${HEADS}\n5.72 4.09 0.00 4.09 1.53`],
    ['a word is no item', `${HEADS.replace('公务接待费', '其他')}\n5.72 0.00 4.09 0.00 4.09 1.53`],
    ['headings had two levels and two sums are wrong', `${HEADS.replace('运行费小计', '运行费 小计')}\n5.92 0.00 4.19 0.00 4.09 1.53`],
    ['an item comes twice', `${HEADS.replace('公务用车购置费', '公务接待费')}\n5.72 0.00 4.09 0.00 4.09 1.53`],
  ])('stays doubtful where %s', async (_, lines) => {
    expect((await imported(content(lines))).tables[0]?.lanes[0]?.rows.every(({ reading }) => reading === 'doubtful')).toBe(true)
  })
})

it('goes on with a table whose last rows stand on the next page, though they are few', async () => {
  const rows = ['收入                      支出', '项目            预算数      项目              预算数', '一、本年收入        9.00   一、本年支出          9.00', '（一）一般公共预算     5.00   （一）教育支出         6.00', '（二）政府性基金       4.00   （二）卫生支出         2.00']
  const { sections, extra, tables } = await imported(`财政拨款收支总表\n单位：万元\n${rows.join('\n')}\n\f                         （三）住房支出         1.00\n收入总计           9.00   支出总计            9.00\n`)
  expect(JSON.stringify(sections)).not.toContain('住房支出')
  expect(JSON.stringify([tables, extra])).toContain('住房支出')
})
