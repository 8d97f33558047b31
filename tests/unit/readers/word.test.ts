import { describe, expect, it } from 'vitest'
import type { Block, ReadDocument } from '../../../src/readers/block.ts'
import { readWord } from '../../../src/readers/word/index.ts'
import { readWordWithPages } from '../../../src/readers/word/with-pages.ts'
import { mhtmlFile } from '../../../tools/office/mhtml.ts'
import { wordFile, type WordExtras } from '../../../tools/office/docx.ts'

function read(body: string, extras: WordExtras = {}): ReadDocument {
  const result = readWord({ file: 'x.docx', content: wordFile(body, extras), sha256: '' })
  if (!result.ok) throw new Error(result.problems[0]?.message.en)
  return result.value
}

function texts(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text, colspan = 1, rowspan = 1 }) => `${text.text}${colspan > 1 ? `→${colspan}` : ''}${rowspan > 1 ? `↓${rowspan}` : ''}`)) : block.text.text))
}

const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inside: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
const tc = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

describe('text of a Word file', () => {
  it('joins split runs, keeps tabs, and opens links, content controls and fields', () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const { blocks } = read(p(run('12,3') + run('45.67万元')) + `<w:sdt><w:sdtContent>${p(`<w:hyperlink>${run('收入')}<w:r><w:tab/></w:r></w:hyperlink>${field}`)}</w:sdtContent></w:sdt>`)
    expect(texts(blocks)).toEqual(['12,345.67万元', '收入\t3'])
  })

  it('renders automatic numbers, level by level, restarted below a higher one', () => {
    const level = (ilvl: number, format: string, text: string): string => `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const item = (ilvl: number, text: string): string => p(run(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="1"/></w:numPr>`)
    const { blocks } = read(item(0, '收入') + item(1, '甲') + item(2, '子') + item(2, '丑') + item(1, '乙') + item(2, '寅') + item(0, '支出') + item(1, '丙'), { numbering })
    expect(texts(blocks)).toEqual(['一、收入', '（一）甲', '1.子', '2.丑', '（二）乙', '1.寅', '二、支出', '（一）丙'])
  })

  it('numbers from 第一章 down to ①, starts anew where told, and ties levels to styles', () => {
    const level = (ilvl: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
    const levels = [['chineseCountingThousand', '第%1章'], ['chineseCountingThousand', '%2、'], ['chineseCountingThousand', '（%3）'], ['decimal', '%4.'], ['decimal', '(%5)'], ['decimalEnclosedCircleChinese', '%6']] as const
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels.map(([format, text], i) => level(i, format, text)).join('')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="3"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`
    const styles = ['H1', 'H2'].map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`).join('')
    const item = (ilvl: number, list = 1): string => p(run('项'), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>`)
    const styled = (id: string): string => p(run('题'), `<w:pStyle w:val="${id}"/>`)
    const { blocks } = read([0, 1, 2, 3, 4, 5, 5, 4, 3, 1, 2].map((ilvl) => item(ilvl)).join('') + item(3, 2) + item(3, 2) + ['H1', 'H2', 'H2', 'H1', 'H2'].map(styled).join(''), { numbering, styles })
    expect(texts(blocks).map((text) => String(text).replace(/ ?[项题]$/, ''))).toEqual(['第一章', '一、', '（一）', '1.', '(1)', '①', '②', '(2)', '2.', '二、', '（一）', '5.', '6.', '一、', '（一）', '（二）', '二、', '（一）'])
  })

  it('joins paragraphs whose mark was deleted, and figures broken over a line', () => {
    expect(texts(read(p(run('收入合计12'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(run('.5万元。'))).blocks)).toEqual(['收入合计12.5万元。'])
    expect(texts(read(p('<w:r><w:t>合计12,3</w:t><w:br/><w:t>45.00万元</w:t></w:r>')).blocks)).toEqual(['合计12,345.00万元'])
  })

  it('reads encircled numbers that a field draws, and tables set with one tab a line', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    expect(texts(read(p(`${field('begin')}<w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>${field('end')}${run('公务接待')}`)).blocks)).toEqual(['③公务接待'])
    const line = (left: string, right: string): string => p(`${run(left)}<w:r><w:tab/></w:r>${run(right)}`)
    expect(texts(read(line('项目', '预算数') + line('合计', '12.00') + line('甲', '12.00')).blocks)).toEqual([[['项目', '预算数'], ['合计', '12.00'], ['甲', '12.00']]])
    expect(texts(read(line('目录', '页') + line('第一部分', '1') + line('第二部分', '12')).blocks)).toHaveLength(3)
  })

  it('says that embedded objects and large pictures were not read', () => {
    const picture = (cx: number, cy: number): string => `<w:r><w:drawing><wp:inline xmlns:wp="x" xmlns:a="y" xmlns:pic="z"><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const drawn = (width: number): string => `<w:r><w:pict><v:shape style="width:${width}pt;height:200pt"><v:imagedata/></v:shape></w:pict></w:r>`
    const { notices } = read(p('<w:r><w:object><o:OLEObject xmlns:o="x" ProgID="Excel.Sheet.12"/></w:object></w:r>') + p(picture(5_000_000, 3_000_000) + picture(900_000, 900_000)) + p(drawn(400) + drawn(60)))
    expect(notices?.map(({ kind, text, place }) => `${kind} ${text} ${place?.kind === 'paragraph' ? place.paragraph : ''}`)).toEqual(['embedded-object Excel.Sheet.12 1', 'picture  2', 'picture  3'])
  })

  it('takes numbers and outline levels from styles', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="1"/></w:style>'
    const { blocks } = read(p(run('收支情况'), '<w:pStyle w:val="a"/>') + p(run('收支情况')), { styles })
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  })

  it('leaves out deleted and hidden text and reports it, with insertions, comments and authors', () => {
    const body = p(`${run('收入')}<w:del w:id="1" w:author="甲"><w:r><w:delText>12万元</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>13万元</w:t></w:r></w:ins>${run('暗', '<w:vanish/>')}<w:r><w:commentReference w:id="0"/></w:r>`)
    const { blocks, notices } = read(body, { comments: `<w:comment w:id="0" w:author="乙">${p(run('请核对'))}</w:comment>`, core: '<dc:creator>丙</dc:creator>' })
    expect(texts(blocks)).toEqual(['收入13万元'])
    expect(notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['deletion 12万元', 'insertion 13万元', 'hidden-text 暗', 'comment 乙：请核对', 'author 丙'])
  })

  it('leaves out struck-through text and reports it with its place', () => {
    const { blocks, notices } = read(p(run('收入合计') + run('12.00', '<w:strike/>') + run('12.50', '<w:rStyle w:val="Old"/>') + run('13.00', '<w:strike w:val="0"/>') + run('万元')) + p(run('作废的一段', '<w:dstrike/>'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), { styles: '<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>', numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' })
    expect(texts(blocks)).toEqual(['收入合计13.00万元'])
    expect(notices).toEqual([
      { kind: 'struck-text', text: '12.0012.50', place: { kind: 'paragraph', paragraph: 1, from: 0, to: 11 } },
      { kind: 'struck-text', text: '作废的一段', place: { kind: 'paragraph', paragraph: 2, from: 0, to: 0 } },
    ])
  })

  it('reads footnotes after the paragraph they hang on, text boxes once, and headers as marks', () => {
    const box = (text: string): string => `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(run(text))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(run(text))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const { blocks } = read(p(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${box('框内')}`) + p(run('下一段')), { footnotes: `<w:footnote w:id="2">${p(run('脚注'))}</w:footnote>`, header: `${p(run('内部'))}${p('<w:r><w:pict><v:textpath string="样本"/></w:pict></w:r>')}` })
    expect(blocks.map(({ kind }) => kind)).toEqual(['mark', 'mark', 'paragraph', 'paragraph', 'paragraph', 'paragraph'])
    expect(texts(blocks)).toEqual(['内部', '样本', '正文', '框内', '脚注', '下一段'])
    expect(blocks.map((block) => block.kind === 'paragraph' && block.aside === true)).toEqual([false, false, false, false, true, false])
  })

  it('says where characters stand in their paragraph, automatic numbers not counted', () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const [, block] = read(p(run('甲')) + p(run('  共12人'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), { numbering }).blocks
    expect(block?.kind !== 'grid' && block?.text).toMatchObject({ text: '1.共12人', segments: [{ from: 2, anchor: { place: { kind: 'paragraph', paragraph: 2, from: 2, to: 6 } } }] })
  })
})

describe('tables of a Word file', () => {
  it('merges cells both ways, through content controls, with cells before and after left out', () => {
    const body = `<w:tbl>${tr(tc(p(run('项目')), '<w:vMerge w:val="restart"/>'), tc(p(run('预算数')), '<w:gridSpan w:val="2"/>'))}${tr(tc(p(''), '<w:vMerge/>'), tc(p(run('上年'))), `<w:sdt><w:sdtContent>${tc(p(run('本年')))}</w:sdtContent></w:sdt>`)}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p(run('1,2')) + p(run('34.5')))}${tc(p(run('2')))}</w:tr></w:tbl>`
    const { blocks } = read(body)
    expect(texts(blocks)).toEqual([[['项目↓2', '预算数→2'], ['上年', '本年'], ['', '1,234.5', '2']]])
    const grid = blocks[0]
    expect(grid?.kind === 'grid' && grid.rows[1]?.cells[1]?.text.segments[0]?.anchor).toEqual({ kind: 'place', place: { kind: 'table-cell', table: 1, row: 2, column: 3 } })
  })

  it('keeps nested tables apart, and opens frames of one column', () => {
    const inner = `<w:tbl>${tr(tc(p(run('内1'))), tc(p(run('内2'))))}</w:tbl>`
    expect(texts(read(`<w:tbl>${tr(tc(p(run('外1'))), tc(`${p(run('外2'))}${inner}`))}</w:tbl>`).blocks)).toEqual([[['外1', '外2']], [['内1', '内2']]])
    expect(texts(read(`<w:tbl>${tr(tc(`${p(run('标题'))}${inner}`))}</w:tbl>`).blocks)).toEqual(['标题', [['内1', '内2']]])
  })

  it('opens tables that only lay others out', () => {
    const inner = `<w:tbl>${tr(tc(p(run('一、项目支出'))), tc(p(run('10.00'))))}${tr(tc(p(run('合计'))), tc(p(run('10.00'))))}</w:tbl>`
    expect(texts(read(`<w:tbl>${tr(tc(p('')), tc(`${p(run('支出表'))}${inner}`))}</w:tbl>`).blocks)).toEqual(['支出表', [['一、项目支出', '10.00'], ['合计', '10.00']]])
  })

  it('takes a first row of one cell with several paragraphs for what stands above the table', () => {
    const table = (head: string): string => `<w:tbl>${tr(tc(head, '<w:gridSpan w:val="2"/>'))}${tr(tc(p(run('甲'))), tc(p(run('1.00'))))}</w:tbl>`
    const { blocks } = read(table(p(run('收入表')) + p(run('单位：万元'))))
    expect(texts(blocks)).toEqual(['收入表', '单位：万元', [['甲', '1.00']]])
    expect(blocks[2]?.kind === 'grid' && blocks[2].rows[0]?.cells[1]?.text.segments[0]?.anchor).toEqual({ kind: 'place', place: { kind: 'table-cell', table: 1, row: 2, column: 2 } })
    expect(texts(read(table(p(run('收入表')) + p(''))).blocks)).toEqual([[['收入表→2'], ['甲', '1.00']]])
  })

  it('reports what stands in the covered part of a merged cell', () => {
    const merged = (covered: string): string => `<w:tbl>${tr(tc(p(run('类')), '<w:vMerge w:val="restart"/>'), tc(p(run('甲'))))}${tr(tc(p(run(covered)), '<w:vMerge/>'), tc(p(run('乙'))))}</w:tbl>`
    const { blocks, notices } = read(merged('底稿'))
    expect(texts(blocks)).toEqual([[['类↓2', '甲'], ['乙']]])
    expect(notices).toEqual([{ kind: 'hidden-text', text: '底稿', place: { kind: 'table-cell', table: 1, row: 2, column: 1 } }])
    expect([read(merged('类')).notices, read(merged('')).notices]).toEqual([undefined, undefined])
  })

  it('leaves out rows deleted by tracked changes', () => {
    const { blocks, notices } = read(`<w:tbl>${tr(tc(p(run('甲'))), tc(p(run('1'))))}<w:tr><w:trPr><w:del/></w:trPr>${tc(p('<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>'))}${tc(p(run('2')))}</w:tr></w:tbl>`)
    expect(texts(blocks)).toEqual([[['甲', '1']]])
    expect(notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['deletion 乙 2'])
  })
})

describe('text that nobody sees on paper', () => {
  const white = (text: string, more = ''): string => run(text, `<w:color w:val="FFFFFF"/>${more}`)
  const cell = (text: string, properties = ''): string => `<w:tbl><w:tr>${tc(p(white(text)), properties)}${tc(p(run('格')))}</w:tr></w:tbl>`
  const hiddenIn = (body: string, extras: WordExtras = {}): string => (read(body, extras).notices ?? []).map(({ kind, text }) => `${kind} ${text}`).join()
  const shd = (fill: string, more = ''): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"${more}/>`

  it('is left out and reported: white, or a point high, by itself or by its style', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    const body = p(`${run('收入')}${white('密')}${run('12万元', '<w:color w:val="FF0000"/>')}`) + p(run('乙'), '<w:pStyle w:val="P"/>') + p(run('丙', '<w:rStyle w:val="C"/>')) + p(run('看得见', '<w:color w:val="auto"/><w:sz w:val="21"/>'), '<w:pStyle w:val="P"/>')
    const { blocks, notices } = read(body, { styles })
    expect(texts(blocks)).toEqual(['收入12万元', '看得见'])
    expect(notices?.map(({ kind, text, place }) => `${kind} ${text} ${place?.kind === 'paragraph' ? place.paragraph : ''}`)).toEqual(['hidden-text 密 1', 'hidden-text 乙 2', 'hidden-text 丙 3'])
  })

  it('may be in a cell, on white shading, or filled by WPS', () => {
    expect(hiddenIn(cell('密'))).toBe('hidden-text 密')
    expect(hiddenIn(cell('密', shd('auto')))).toBe('hidden-text 密')
    expect(hiddenIn(p(white('密', shd('FFFFFF')), shd('FFFFFF')))).toBe('hidden-text 密')
    expect(hiddenIn(p(white('密', '<w14:textFill xmlns:w14="x"><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>')))).toBe('hidden-text 密')
  })

  const picture = '<w:r><w:drawing><wp:anchor xmlns:wp="x" behindDoc="1"/></w:drawing></w:r>'
  const styles = `<w:style w:type="table" w:styleId="B"><w:tblStylePr w:type="firstRow"><w:tcPr>${shd('4472C4')}</w:tcPr></w:tblStylePr></w:style><w:style w:type="table" w:styleId="T"><w:basedOn w:val="B"/></w:style>`
  it.each([
    ['a shaded run', p(white('字', shd('1F497D')))],
    ['a highlighted run', p(white('字', '<w:highlight w:val="darkBlue"/>'))],
    ['an outlined run', p(white('字', '<w:outline/>'))],
    ['a run with a fill of its own', p(white('字', '<w14:textFill xmlns:w14="x"><w14:gradFill/></w14:textFill>'))],
    ['a theme colour made darker', p(run('字', '<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>'))],
    ['a shaded paragraph', p(white('字'), shd('1F497D'))],
    ['a shading by theme only', p(white('字'), '<w:shd w:val="clear" w:themeFill="accent1"/>')],
    ['a patterned cell', cell('字', '<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>')],
    ['a shaded cell', cell('字', shd('1F497D'))],
    ['a cell within a shaded one', `<w:tbl><w:tr>${tc(cell('字'), shd('1F497D'))}${tc(p(''))}</w:tr></w:tbl>`],
    ['a table whose style shades its first row', `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>${tc(p(white('字')))}${tc(p(''))}</w:tr></w:tbl>`],
    ['a text box', p(`<w:r><w:pict><v:textbox><w:txbxContent>${p(white('字'))}</w:txbxContent></v:textbox></w:pict></w:r>`)],
    ['a page with a picture behind its text', p(picture) + p(white('字'))],
  ])('is none on %s', (_, body) => {
    const { blocks, notices } = read(body, { styles })
    expect(JSON.stringify(texts(blocks))).toContain('字')
    expect(notices ?? []).toEqual([])
  })

  it('is none where headers put a picture behind every page; the lettering of a watermark hides nothing', () => {
    expect(hiddenIn(p(white('字')), { header: p(picture) })).toBe('')
    expect(hiddenIn(p(white('密')), { header: p('<w:r><w:pict><v:shape style="z-index:-251"><v:textpath string="样本"/></v:shape></w:pict></w:r>') })).toBe('hidden-text 密')
  })
})

describe('files inserted into a Word file', () => {
  const chunk = (name: string): string => `<w:altChunk r:id="${name}"/>`
  const page = { page: '<p>页内</p><table><tr><td>甲<td>1.00</tr></table>', 'page.mht': mhtmlFile([{ location: 'x.htm', html: '<p>网页存档</p>', packing: 'base64' }]) }
  const shown = async (body: string, inserted: WordExtras['inserted'] = {}): Promise<ReadDocument> => {
    const result = await readWordWithPages({ file: 'x.docx', content: wordFile(body, { inserted }), sha256: '' })
    if (!result.ok) throw new Error(result.problems[0]?.message.en)
    return result.value
  }

  it('are read where they stand: pages, Word files and text, in the body and in cells', async () => {
    const inner = wordFile(p(run('内文')) + p(run('暗', '<w:vanish/>')) + chunk('deep.txt'), { inserted: { 'deep.txt': '最里面' } })
    const body = `${p(run('一'))}${chunk('a.html')}${p(run('二'))}${chunk('b.docx')}${chunk('c.mht')}<w:tbl>${tr(tc(p(run('格'))), tc(chunk('d.txt') + p('')))}</w:tbl>`
    const { blocks, notices } = await shown(body, { 'a.html': page.page, 'b.docx': inner, 'c.mht': page['page.mht'], 'd.txt': '12.00' })
    expect(texts(blocks)).toEqual(['一', '页内', [['甲', '1.00']], '二', '内文', '最里面', '网页存档', [['格', '12.00']]])
    expect(notices).toEqual([{ kind: 'hidden-text', text: '暗', place: { kind: 'paragraph', paragraph: 2, from: 0, to: 0, approximate: true } }])
    expect(blocks[1]?.kind === 'paragraph' && blocks[1].text.segments[0]?.anchor).toEqual({ kind: 'place', place: { kind: 'paragraph', paragraph: 1, from: 0, to: 0, approximate: true } })
  })

  it('that nothing reads are reported with their place, and the rest is read', async () => {
    const damaged = mhtmlFile([{ location: 'x.htm', html: '<p>甲</p>', packing: 'base64' }], '')
    const { blocks, notices } = await shown(`${p(run('一'))}${chunk('a.rtf')}${chunk('none')}${p(run('二'))}${chunk('b.mht')}`, { 'a.rtf': '{\\rtf1 x}', 'b.mht': damaged })
    expect(texts(blocks)).toEqual(['一', '二'])
    expect(notices?.map(({ kind, text, place }) => `${kind} ${text} ${place?.kind === 'paragraph' ? place.paragraph : ''}`)).toEqual(['inserted-file word/a.rtf 1', 'inserted-file  1', 'inserted-file word/b.mht 2'])
  })

  it('that inflate beyond measure make the file unreadable; those that are nested deep are reported', async () => {
    const large = wordFile(p(run(' '.repeat(30_000_000))))
    const result = await readWordWithPages({ file: 'x.docx', content: wordFile(chunk('a.docx').repeat(3), { inserted: { 'a.docx': large } }), sha256: '' })
    expect(result.ok ? '' : result.problems[0]?.code).toBe('file-too-large')
    const nested = [1, 2, 3, 4, 5].reduce<Uint8Array>((inside) => wordFile(chunk('a.docx'), { inserted: { 'a.docx': inside } }), wordFile(p(run('底'))))
    expect(read(chunk('a.docx'), { inserted: { 'a.docx': nested } }).notices?.map(({ kind }) => kind)).toEqual(['inserted-file'])
  })
})
