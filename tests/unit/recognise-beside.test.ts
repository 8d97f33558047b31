import { beforeAll, describe, expect, it } from 'vitest'
import { createLinter, openSubject, type Linter } from '../../src/index.ts'
import { excelFile } from '../../tools/office/xlsx.ts'

let linter: Linter
beforeAll(async () => {
  linter = await createLinter()
})

const lint = async (file: string, content: string | Uint8Array) => linter.lint(await openSubject({ file, content }), { extent: 'excerpt' })
const ROWS = [['2027年收入总表', '2027年支出总表'], ['单位：万元', '单位：万元'], ['项目', '预算数', '项目', '预算数'], ['财政拨款收入', '310.00', '基本支出', '300.00'], ['其他收入', '25.00', '项目支出', '35.00'], ['合计', '335.00', '合计', '336.00']]

/** The rows with blanks, and columns between the two tables, as programs keep them. */
const wide = ROWS.map(([a = '', b = '', ...rest]) => (rest.length === 0 ? [a, '', '', b, ''] : [a, b, '', ...rest]))
const address = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`
const cell = (row: number, column: number, text: string): string => (/^\d/.test(text) && !text.includes('年') ? `<c r="${address(row, column)}" s="1"><v>${text}</v></c>` : `<c r="${address(row, column)}" t="inlineStr"><is><t>${text}</t></is></c>`)
const sheet = `<sheetData>${wide.map((cells, r) => `<row r="${r + 1}">${cells.map((text, c) => (text === '' ? '' : cell(r, c, text))).join('')}</row>`).join('')}</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="D1:E1"/></mergeCells>`

describe('two tables beside each other in one grid', () => {
  it.each([
    ['tabs.txt', ROWS.map((cells) => cells.join('\t')).join('\n')],
    ['bars.txt', wide.map((cells) => cells.join('|')).join('\n')],
    ['x.csv', wide.map((cells) => cells.join(',')).join('\n')],
    ['x.html', `<table>${wide.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`],
    ['x.xlsx', excelFile([{ name: 'Sheet1', inside: sheet }], '<cellXfs><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs>')],
  ])('are read as two in %s, each with its title', async (file, content) => {
    const { recognition, findings } = await lint(file, content)
    expect(recognition.tables.map(({ role, title }) => `${role} ${title}`)).toEqual(['收入总表 2027年收入总表', '支出总表 2027年支出总表'])
    expect(recognition.doubtful).toBe(0)
    expect(findings.map(({ ruleId, sites }) => `${ruleId} ${sites[0]?.value ?? sites[0]?.text ?? ''}`)).toEqual(['arithmetic/table-sum 336.00'])
  })

  it('are one where one title stands above the two halves of a balance', async () => {
    const { recognition } = await lint('x.txt', ['2027年收支总表', '收入\t\t支出\t', ...ROWS.slice(2).map((cells) => cells.join('\t'))].join('\n'))
    expect(recognition.tables.map(({ role }) => role)).toEqual(['收支总表'])
  })
})
