import { describe, expect, it } from 'vitest'
import type { Block, ReadDocument } from '../../../src/readers/block.ts'
import { printedNumber } from '../../../src/readers/excel/printed.ts'
import { readExcel } from '../../../src/readers/excel/index.ts'
import { createLinter } from '../../../src/lint.ts'
import { openSubject } from '../../../src/open-subject.ts'
import { excelFile, type SheetSource } from '../../../tools/office/xlsx.ts'

function read(sheets: readonly SheetSource[], styles?: string): ReadDocument {
  const result = readExcel({ file: 'x.xlsx', content: excelFile(sheets, styles), sha256: '' })
  if (!result.ok) throw new Error(result.problems[0]?.message.en)
  return result.value
}

function texts(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text, colspan = 1, rowspan = 1 }) => `${text.text}${colspan > 1 ? `→${colspan}` : ''}${rowspan > 1 ? `↓${rowspan}` : ''}`)) : block.text.text))
}

const s = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const n = (at: string, value: string): string => `<c r="${at}"><v>${value}</v></c>`
const row = (r: number, cells: string, more = ''): string => `<row r="${r}"${more}>${cells}</row>`
const data = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`

describe('numbers as the sheet shows them', () => {
  it.each([
    ['1079.0999999999999', '#,##0.00', '1,079.10'],
    ['1.005', '0.00', '1.01'],
    ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    ['-3.456', '0.00_ ', '-3.46'],
    ['-5.5', '#,##0.00_);[Red]\\(#,##0.00\\)', '(5.50)'],
    ['0.12345', '0.00%', '12.35%'],
    ['46000', 'yyyy"年"m"月"', '2025年12月'],
    ['0', '0.00;-0.00;', ''],
    ['123456789012.5', undefined, '123456789012.5'],
    ['1.2E-7', undefined, '0.00000012'],
    ['205', '@', '205'],
    ['123456789', '0!.0,', '12345.7'],
    ['-12.3', '#,##0.00;[红色]-#,##0.00', '-12.30'],
    ['5', 'G/通用格式"元"', '5元'],
    ['12.3', '"合计!"0.0', '合计!12.3'],
  ])('%s in %s is %s', (stored, pattern, printed) => {
    expect(printedNumber(stored, pattern, false)).toBe(printed)
  })
})

describe('an Excel file', () => {
  it('merges cells both ways and leaves out columns that show nothing of their own', () => {
    const { blocks } = read([{ name: '表', inside: `${data(row(1, s('A1', '收支表')), row(3, s('B3', '项目') + s('C3', '预算数')), row(4, s('C4', '合计') + s('E4', '本年')), row(5, s('B5', '教育') + n('C5', '2') + n('E5', '1')))}<mergeCells><mergeCell ref="B3:B4"/><mergeCell ref="C3:E3"/><mergeCell ref="C4:D4"/></mergeCells>` }])
    expect(texts(blocks)).toEqual(['收支表', [['项目↓2', '预算数→2'], ['合计', '本年'], ['教育', '2', '1']]])
  })

  it('sets several tables on a sheet apart by borders, or by blank rows', () => {
    const styles = '<borders><border/><border><left style="thin"/></border></borders><cellXfs><xf borderId="0"/><xf borderId="1"/></cellXfs>'
    const b = (at: string, text = ''): string => (text === '' ? `<c r="${at}" s="1"/>` : `<c r="${at}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`)
    const ruled = data(row(1, s('A1', '表一')), row(2, b('A2', '项目') + b('B2', '金额')), row(3, b('A3', '甲') + b('B3')), row(4, b('A4') + b('B4')), row(5, b('A5', '乙') + b('B5', '1')), row(6, s('A6', '表二') + s('B6', '单位：元')), row(7, b('A7', '项目') + b('B7', '金额')))
    expect(texts(read([{ name: 'Sheet1', inside: ruled }], styles).blocks)).toEqual(['表一', [['项目', '金额'], ['甲', ''], ['乙', '1']], '表二\t单位：元', [['项目', '金额']]])
    const open = data(row(1, s('A1', '项目') + s('B1', '金额')), row(2, s('A2', '甲') + n('B2', '1')), row(4, s('A4', '乙') + n('B4', '2')), row(6, s('A6', '名称') + s('B6', '数量')), row(7, s('A7', '丙') + n('B7', '3')))
    expect(texts(read([{ name: 'Sheet1', inside: open }]).blocks)).toEqual([[['项目', '金额'], ['甲', '1'], ['乙', '2']], [['名称', '数量'], ['丙', '3']]])
  })

  it('takes running text between tables that nothing sets apart for text', () => {
    const lines = ['甲局', '目录', '一、概况', '二、收入', '三、支出', '四、其他', '五、名词', '六、附件'].map((text, i) => row(i + 1, s(`A${i + 1}`, text)))
    const table = (from: number, total: string): readonly string[] => [row(from, s(`A${from}`, '项目') + s(`B${from}`, '金额')), row(from + 1, s(`A${from + 1}`, '甲') + n(`B${from + 1}`, '5')), row(from + 2, s(`A${from + 2}`, total))]
    const { blocks } = read([{ name: 'Sheet1', inside: data(...lines, ...table(9, '合计'), row(12, s('A12', '收入合计5万元，比上年增加。')), row(13, s('A13', '支出表')), ...table(14, '总计')) }])
    expect(texts(blocks)).toEqual(['甲局', '目录', '一、概况', '二、收入', '三、支出', '四、其他', '五、名词', '六、附件', [['项目', '金额'], ['甲', '5'], ['合计', '']], '收入合计5万元，比上年增加。', '支出表', [['项目', '金额'], ['甲', '5'], ['总计', '']]])
  })

  it('takes a row of words below a table for text', () => {
    const inside = data(row(1, s('A1', '项目') + s('B1', '金额')), row(2, s('A2', '甲') + n('B2', '1')), row(4, s('A4', '制表人：乙') + s('B4', '2027年2月1日')))
    expect(texts(read([{ name: 'Sheet1', inside }]).blocks)).toEqual([[['项目', '金额'], ['甲', '1']], '制表人：乙\t2027年2月1日'])
  })

  const beside = (titles: readonly [string, string], more = ''): string => `${data(row(1, s('A1', titles[0]) + s('E1', titles[1])), row(2, s('A2', '项目') + s('B2', '金额') + s('C2', '备注') + s('E2', '名称') + s('F2', '数量')), row(3, s('A3', '甲') + n('B3', '1') + s('E3', '丙') + n('F3', '3')), row(4, s('A4', '乙') + n('B4', '2') + s('C4', '注') + s('E4', '丁') + n('F4', '4')), row(6, s('A6', '注：单位为万元。')))}${more}`

  it('tells tables beside each other apart by their titles and a blank column', () => {
    const merges = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A6:F6"/></mergeCells>'
    expect(texts(read([{ name: 'Sheet1', inside: beside(['2027年项目支出表', '2027年“三公”经费表'], merges) }]).blocks)).toEqual([[['2027年项目支出表→3'], ['项目', '金额', '备注'], ['甲', '1', ''], ['乙', '2', '注']], '注：单位为万元。', [['2027年“三公”经费表', ''], ['名称', '数量'], ['丙', '3'], ['丁', '4']]])
  })

  it.each([
    ['one title', ['2027年收支总表', '单位：万元'], ''],
    ['the number of a form', ['2027年收支总表', '公开01表'], ''],
    ['a cell over the blank column', ['2027年项目支出表', '2027年“三公”经费表'], '<mergeCells><mergeCell ref="C2:E2"/></mergeCells>'],
  ] as const)('takes %s for that of one table with a blank column', (_, titles, more) => {
    const grids = read([{ name: 'Sheet1', inside: beside([titles[0], titles[1]], more) }]).blocks.filter(({ kind }) => kind === 'grid')
    expect(grids).toHaveLength(1)
  })

  it('gives a table without title the name of its tab, and every cell its address', () => {
    const { blocks } = read([{ name: '收入总表', inside: data(row(1, s('A1', '项目') + s('B1', '金额')), row(2, s('A2', '甲') + n('B2', '1'))) }])
    expect(texts(blocks)).toEqual(['收入总表', [['项目', '金额'], ['甲', '1']]])
    const grid = blocks[1]
    expect(grid?.kind === 'grid' && grid.rows[1]?.cells[1]?.text.segments[0]?.anchor).toEqual({ kind: 'place', place: { kind: 'sheet-cell', sheet: '收入总表', cell: 'B2' } })
  })

  it('does not lint hidden sheets, rows and columns, and reports them with comments', () => {
    const inside = `<cols><col min="2" max="2" hidden="1"/></cols>${data(row(1, s('A1', '甲') + s('B1', '密') + s('C1', '乙')), row(2, s('A2', '隐'), ' hidden="1"'))}`
    const { blocks, notices } = read([{ name: '表', inside, comments: '<comment ref="A1"><text><r><t>核对</t></r></text></comment>' }, { name: '底稿', state: 'veryHidden', inside: data(row(1, s('A1', '丙'))) }])
    expect(JSON.stringify(texts(blocks))).not.toMatch(/密|隐|丙/)
    expect(notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['hidden-rows 表!B:B', 'hidden-rows 表!2:2', 'comment 核对', 'hidden-sheet 底稿'])
  })

  it('takes rows of no height and columns of no width for hidden', () => {
    const inside = `<cols><col min="2" max="2" width="0"/></cols>${data(row(1, s('A1', '甲') + s('B1', '密') + s('C1', '乙')), row(2, s('A2', '隐'), ' ht="0" customHeight="1"'))}`
    const { blocks, notices } = read([{ name: '表', inside }])
    expect(JSON.stringify(texts(blocks))).not.toMatch(/密|隐/)
    expect(notices?.map(({ text }) => text)).toEqual(['表!B:B', '表!2:2'])
  })

  it('reports what merged cells cover, unless it is the same again', () => {
    const inside = `${data(row(1, s('A1', '收支表') + s('B1', '收支表') + s('C1', '底稿')), row(2, s('A2', '项目') + s('B2', '金额') + s('C2', '备注')), row(3, s('A3', '甲') + n('B3', '1') + s('C3', '一')), row(4, s('A4', '乙') + n('B4', '2') + n('C4', '0')))}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/><mergeCell ref="A3:A4"/></mergeCells>`
    const document = read([{ name: 'Sheet1', inside }])
    expect(texts(document.blocks)).toEqual(['收支表', [['项目', '金额', '备注'], ['甲↓2', '1', '一↓2'], ['2']]])
    expect(hiddenIn(document)).toEqual(['hidden-rows Sheet1!C1', 'hidden-rows Sheet1!A4'])
  })

  const WHITE = '<font><color rgb="FFFFFFFF"/></font>'
  const styled = (at: string, style: number, value: string): string => (/^-?[\d.]+$/.test(value) ? `<c r="${at}" s="${style}"><v>${value}</v></c>` : `<c r="${at}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`)
  /** A workbook whose styles are these, from 1 on. */
  const styles = (xfs: readonly string[], formats: readonly string[] = []): string => `<numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts><fonts><font/>${WHITE}<font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F497D"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill></fills><cellXfs><xf/>${xfs.map((xf) => `<xf ${xf}/>`).join('')}</cellXfs>`
  const hiddenIn = ({ notices = [] }: ReadDocument): readonly string[] => notices.map(({ kind, text }) => `${kind} ${text}`)

  it('reports cells that show nothing of what they hold: formats that print nothing, white on white', () => {
    const xfs = ['numFmtId="200"', 'numFmtId="201"', 'fontId="1"', 'fontId="2" fillId="3"', 'numFmtId="202"']
    const rows = data(row(1, s('A1', '项目') + s('B1', '金额') + s('C1', '备注')), ...[['甲', 1, '12.5'], ['乙', 2, '-7'], ['丙', 4, '8'], ['丁', 5, '9']].map(([label, style, value], i) => row(i + 2, s(`A${i + 2}`, String(label)) + styled(`B${i + 2}`, Number(style), String(value)) + n(`C${i + 2}`, '1'))), row(6, styled('A6', 1, '密') + styled('B6', 3, '暗') + n('C6', '2')))
    const document = read([{ name: '表', inside: rows }], styles(xfs, [';;;', '0.00;;', '[白色]0.00;0.00']))
    expect(texts(document.blocks)).toEqual(['表', [['项目', '金额', '备注'], ['甲', '', '1'], ['乙', '', '1'], ['丙', '', '1'], ['丁', '', '1'], ['', '', '2']]])
    expect(hiddenIn(document)).toEqual(['hidden-rows 表!B2:B6', 'hidden-rows 表!A6'])
    expect(document.notices?.[0]?.place).toEqual({ kind: 'sheet-cell', sheet: '表', cell: 'B2' })
  })

  it('takes a zero that is not shown for a blank, and no secret', () => {
    const document = read([{ name: '表', inside: data(row(1, s('A1', '甲') + styled('B1', 1, '0') + styled('C1', 2, '0') + n('D1', '1'))) }], styles(['numFmtId="200"', 'fontId="1"'], ['0.00;-0.00;;@']))
    expect(texts(document.blocks)).toEqual(['表', [['甲', '1']]])
    expect(hiddenIn(document)).toEqual([])
  })

  it.each([
    ['on a dark fill', 'fontId="1" fillId="2"', '', ''],
    ['in a darker shade of the paper', 'fontId="3"', '', ''],
    ['under a conditional format', 'fontId="1"', '', '<conditionalFormatting sqref="D9 A1:B3"/>'],
    ['under a conditional format of newer programs', 'fontId="1"', '', '<extLst><ext><x14:conditionalFormatting xmlns:x14="x" xmlns:xm="y"><xm:sqref>A1:B3</xm:sqref></x14:conditionalFormatting></ext></extLst>'],
    ['in a table with a style of its own', 'fontId="1"', '', '<tableParts count="1"/>'],
    ['where the format has a colour', 'fontId="1" numFmtId="200"', '[Red]0.00', ''],
    ['where a condition chooses the format', 'numFmtId="200"', '[&lt;100]0.00;;', ''],
  ])('does not take white for hidden %s', (_, xf, format, more) => {
    const document = read([{ name: '表', inside: data(row(1, s('A1', '项目') + s('B1', '金额')), row(2, s('A2', '甲') + styled('B2', 1, '12'))) + more }], styles([xf], [format]))
    expect(JSON.stringify(texts(document.blocks))).toContain('12')
    expect(hiddenIn(document)).toEqual([])
  })

  it('leaves out struck-through cells and runs and reports them', () => {
    const fonts = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    const runs = '<c r="B3" t="inlineStr"><is><r><rPr><strike/></rPr><t>旧值</t></r><r><t>12.00</t></r></is></c>'
    const document = read([{ name: '表', inside: data(row(1, s('A1', '项目') + s('B1', '金额')), row(2, s('A2', '甲') + styled('B2', 1, '7')), row(3, s('A3', '乙') + runs), row(4, styled('A4', 1, '作废') + styled('B4', 1, '8'))) }], fonts)
    expect(texts(document.blocks)).toEqual(['表', [['项目', '金额'], ['甲', ''], ['乙', '12.00']]])
    expect(document.notices).toEqual([['B2', '7'], ['B3', '旧值'], ['A4', '作废'], ['B4', '8']].map(([cell, text]) => ({ kind: 'struck-text', text, place: { kind: 'sheet-cell', sheet: '表', cell } })))
  })

  it('sees runs of a cell that have a look of their own', () => {
    const runs = '<c r="B1" s="1" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>'
    expect(texts(read([{ name: '表', inside: data(row(1, s('A1', '项目') + runs)) }], styles(['fontId="1"'])).blocks)).toEqual(['项目\t甲乙'])
  })

  it('holds a formula without a saved value for unknown, never for 0', async () => {
    const cells = (r: number, code: string, label: string, amount: string): string => row(r, s(`A${r}`, label) + (amount.startsWith('=') ? `<c r="B${r}"><f>${amount.slice(1)}</f></c>` : n(`B${r}`, amount)))
    const table = (total: string): Uint8Array => excelFile([{ name: 'Sheet1', inside: data(row(1, s('A1', '2027年项目支出情况表')), row(2, s('A2', '单位：万元')), row(3, s('A3', '项目名称') + s('B3', '合计')), cells(4, '', '合计', total), cells(5, '', '甲项目', '3.5'), cells(6, '', '乙项目', '4.5')) }])
    const linter = await createLinter()
    const lint = async (total: string) => linter.lint(await openSubject({ file: 'x.xlsx', content: table(total) }), { extent: 'excerpt' })
    const sums = (report: Awaited<ReturnType<typeof lint>>) => report.findings.filter(({ ruleId }) => ruleId === 'arithmetic/table-sum').length
    expect(sums(await lint('9'))).toBe(1)
    const unknown = await lint('=SUM(B5:B6)')
    expect(sums(unknown)).toBe(0)
    expect(unknown.findings.filter(({ ruleId }) => ruleId === 'document/formula-without-value').map(({ sites }) => sites[0]?.place)).toEqual([{ kind: 'sheet-cell', sheet: 'Sheet1', cell: 'B4' }])
  })
})
