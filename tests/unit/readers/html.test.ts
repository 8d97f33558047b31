import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../src/readers/block.ts'
import { readHtml } from '../../../src/readers/html/index.ts'

function read(html: string | Uint8Array): ReadDocument {
  const result = readHtml({ file: 'x.html', content: typeof html === 'string' ? new TextEncoder().encode(html) : html, sha256: '' })
  if (!result.ok) throw new Error(result.problems[0]?.message.en)
  return result.value
}

const texts = ({ blocks }: ReadDocument): readonly unknown[] => blocks.map((block) => (block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text, colspan = 1, rowspan = 1 }) => `${text.text}${colspan > 1 ? `→${colspan}` : ''}${rowspan > 1 ? `↓${rowspan}` : ''}`)) : block.text.text))

const ARTICLE = '<p>一、收入情况</p><p>收入合计10.00万元，主要用于水利工程维修养护和防汛物资储备等方面的支出，比上年有所增加。</p>'

describe('text of a web page', () => {
  it('is what the article says, without what the site puts around it', () => {
    const around = '<header><a href="/">首页</a><form><input value="x"><button>搜索</button></form></header><div class="position">当前位置：<a href="/">首页</a></div><div class="share">分享到：<a href="a">微信</a></div><ul><li><a href="/a">要闻</a></li><li><a href="/b">公告</a></li></ul>'
    expect(texts(read(`<body>${around}${ARTICLE}<footer>主办：示例局</footer></body>`))).toEqual(['一、收入情况', '收入合计10.00万元，主要用于水利工程维修养护和防汛物资储备等方面的支出，比上年有所增加。'])
  })

  it('keeps titles in a header, amounts in whatever box, lists of attachments and contents', () => {
    const kept = '<header><h1>2027年单位预算</h1></header><div class="footer">合计12.00万元</div><p><a href="a.xlsx">附件1</a><a href="b.xlsx">附件2</a></p><p><a href="#1">一、收入</a><a href="#2">二、支出</a></p>'
    expect(texts(read(`<body>${kept}${ARTICLE.repeat(3)}</body>`)).slice(0, 4)).toEqual(['2027年单位预算', '合计12.00万元', '附件1附件2', '一、收入二、支出'])
  })

  it('is the text of an element that marks it', () => {
    expect(texts(read(`<div>发布时间：2027-02-01</div><div id="zoom">${ARTICLE}</div><div>上一篇：通知</div>`))).toHaveLength(2)
  })

  it('leaves out what the page hides, and says so', () => {
    const hidden = '<p style="display: none">甲</p><p class="h">乙</p><p hidden>丙</p><span style="font-size:0">丁</span><p style="left:-9999px">戊</p><p style="opacity:0">己</p><p id="k">庚</p>'
    const read1 = read(`<style>.h, #k { display: none } @media print { .shown { display: none } }</style>${hidden}<p class="shown" style="opacity:0.5">看得见</p>`)
    expect(texts(read1)).toEqual(['看得见'])
    expect(read1.notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((text) => `hidden-text ${text}`))
  })

  it('leaves out what is struck through, and says where', () => {
    const document = read('<style>.gone { text-decoration: line-through }</style><p>收入合计<s>12.00</s><del>12.50</del>13.00万元，<span style="TEXT-DECORATION: underline">增加</span><span class="gone">减少</span>1.00万元</p><table><tr><td>项目<td>金额</tr><tr style="text-decoration:line-through"><td>旧项<td>1.00</tr><tr><td>新项<td style="text-decoration-line: line-through">2.00</tr></table>')
    expect(texts(document)).toEqual(['收入合计13.00万元，增加1.00万元', [['项目', '金额'], ['新项', '']]])
    expect(document.notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['12.00', '12.50', '减少', '旧项1.00', '2.00'].map((text) => `struck-text ${text}`))
    expect(document.notices?.[0]?.place).toEqual({ kind: 'text', line: 1, column: 62, endLine: 1, endColumn: 74 })
  })

  it('takes white text on nothing but white paper for hidden', () => {
    const hidden = (html: string): readonly string[] => (read(html).notices ?? []).map(({ text }) => text)
    expect(hidden('<p style="color:#fff">甲</p><p><font color="white">乙</font></p><div style="background:#FFFFFF"><span style="color: rgb(255, 255, 255)">丙</span></div><p style="font-size:1pt">丁</p>')).toEqual(['甲', '乙', '丙', '丁'])
    expect(hidden('<td><p style="color:#fff;background:#1f497d">甲</p></td><table bgcolor="navy"><tr><th style="color:white">乙<td>丙</table><p style="color:#fff">丁<b style="color:#000">戊</b></p><p style="color:#fff;text-shadow:0 0 2px #000">己</p>')).toEqual([])
    expect(hidden('<style>th { background-color: #336699 }</style><p style="color:#fff">甲</p>')).toEqual([])
    expect(hidden('<link rel="stylesheet" href="a.css"><p style="color:#fff">甲</p>')).toEqual([])
  })

  it('knows what Word writes of tracked changes and comments', () => {
    const when = 'cite="mailto:甲" datetime="2026-01-01T10:00"'
    const comment = '<div style="mso-element:comment-list"><div style="mso-element:comment"><p><a href="#_msoanchor_1">[甲1]</a>请核对</p></div></div>'
    const document = read(`<p>收入<del ${when}>12万元</del><ins ${when}>13万元</ins>，<ins>增加</ins><a class=msocomanchor href="#_msocom_1">[甲1]</a>1万元</p>${comment}`)
    expect(texts(document)).toEqual(['收入13万元，增加1万元'])
    expect(document.notices?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['deletion 12万元', 'insertion 13万元', 'comment [甲1]请核对'])
  })

  it('decodes entities and gb2312, keeps lines of preformatted text, joins broken figures', () => {
    expect(texts(read('<p>12,345&#46;67&nbsp;万元 &ldquo;三公&rdquo;</p><p>合计12,3<br>45.00万元</p><pre>第一行\n第二行</pre>'))).toEqual(['12,345.67\u00a0万元 “三公”', '合计12,345.00万元', '第一行', '第二行'])
    const bytes = new Uint8Array([...new TextEncoder().encode('<meta charset="gb2312"><p>'), 0xca, 0xd5, 0xc8, 0xeb, ...new TextEncoder().encode('1</p>')])
    expect(texts(read(bytes))).toEqual(['收入1'])
  })

  it('prints the numbers of lists as a browser does', () => {
    expect(texts(read('<ol><li>甲</li><li value="5">乙</li></ol><ol style="list-style-type: none"><li>丙</li></ol><ol style="list-style-type: cjk-ideographic"><li>丁</li></ol>'))).toEqual(['1.甲', '5.乙', '丙', '一、丁'])
  })
})

describe('tables of a web page', () => {
  it('have merged cells both ways, their foot last, and hidden cells left out', () => {
    const table = '<table><thead><tr><th rowspan="2">项目</th><th colspan="2">预算数</th></tr><tr><th>上年</th><th>本年</th></tr></thead><tfoot><tr><td>合计<td>1.00<td>2.00</tfoot><tbody><tr><td>甲<td style="display:none">密<td>1.00<td>2.00</tbody></table>'
    const document = read(table)
    expect(texts(document)).toEqual([[['项目↓2', '预算数→2'], ['上年', '本年'], ['甲', '1.00', '2.00'], ['合计', '1.00', '2.00']]])
    expect(document.notices).toEqual([{ kind: 'hidden-rows', text: '密', place: { kind: 'text', line: 1, column: 167, endLine: 1, endColumn: 193 } }])
  })

  it('have their title above them, where it is a first row of several paragraphs', () => {
    const table = (head: string): string => `<table><tr><td colspan=2>${head}</tr><tr><td>甲<td rowspan=2>1.00</tr><tr><td>乙</tr></table>`
    expect(texts(read(table('<p>收入表</p><p>单位：万元</p>')))).toEqual(['收入表', '单位：万元', [['甲', '1.00↓2'], ['乙']]])
    expect(texts(read(table('收入表')))).toEqual([[['收入表→2'], ['甲', '1.00↓2'], ['乙']]])
  })

  it('leave out the last row of Word, which is none', () => {
    const table = (last: string): string => `<table><tr><td>甲<td>1.00</tr><tr height=0><td width=90>${last}<td width=90></tr></table>`
    expect([texts(read(table(''))), texts(read(table('乙')))]).toEqual([[[['甲', '1.00']]], [[['甲', '1.00'], ['乙', '']]]])
  })

  it('that lay the page out are opened; in a table of data an inner one stands apart', () => {
    const inner = '<table><tr><td>子一</td><td>1.00</td></tr></table>'
    expect(texts(read(`<table><tr><td>${inner}</td><td><p>旁注</p></td></tr></table>`))).toEqual([[['子一', '1.00']], '旁注'])
    expect(texts(read(`<table><tr><td>项目名称</td><td>主要内容和实施条件</td></tr><tr><td>场馆维护</td><td>维修展厅和库房${inner}</td></tr></table>`))).toEqual([[['项目名称', '主要内容和实施条件'], ['场馆维护', '维修展厅和库房']], [['子一', '1.00']]])
  })
})
