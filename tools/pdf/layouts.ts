const STYLE = `
@page { size: A4; margin: 22mm 20mm }
@page wide { size: A4 landscape; margin: 18mm }
body { font: 12pt/1.8 'Noto Serif CJK SC'; margin: 0 }
p { text-indent: 2em; margin: 0 }
h1, h2, .title { font-size: 16pt; text-align: center; margin: 8pt 0 }
.unit { text-align: right; text-indent: 0 }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.4 }
td, th { border: 0.75pt solid #000; padding: 2pt 3pt; font-weight: normal }
.n { text-align: right }
.open td, .open th { border-left: none; border-right: none }
.bare td, .bare th { border: none }
.dotted td, .dotted th { border: 0.75pt dotted #000 }
.zebra td { border: none } .zebra tr:nth-child(even) td { background: #dde }
.wide { page: wide; break-before: page }
.new { break-before: page }
.mark { position: fixed; top: 40%; left: 20%; transform: rotate(-35deg); font-size: 40pt; color: #ccc }
.hidden { opacity: 0 } .white { color: #fff; print-color-adjust: exact }
`

const page = (body: string): string => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body}</body></html>`

const figures = (label: string, cells: readonly string[]): string => `<tr><td>${label}</td>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}</tr>`

const INCOME_ROWS = [['财政拨款收入', '310.00', '教育支出', '260.00'], ['事业收入', '20.00', '社会保障和就业支出', '45.00'], ['其他收入', '5.00', '住房保障支出', '30.00'], ['本年收入合计', '335.00', '本年支出合计', '335.00']] as const

const lanes = (kind: string): string => `<table class="${kind}"><tr><th colspan="2">收入</th><th colspan="2">支出</th></tr><tr><th>项目</th><th>预算数</th><th>项目</th><th>预算数</th></tr>${INCOME_ROWS.map(([a, b, c, d]) => `<tr><td>${a}</td><td class="n">${b}</td><td>${c}</td><td class="n">${d}</td></tr>`).join('')}</table>`

const HEADING = '<tr><th rowspan="2">科目编码</th><th rowspan="2">科目名称</th><th colspan="3">本年一般公共预算支出</th></tr><tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>'

/** Subjects enough for three pages; the total is the sum of the classes. */
const LONG_ROWS = Array.from({ length: 90 }, (_, i) => `<tr><td>20${String(500 + i)}</td><td>第${i + 1}项事务支出</td><td class="n">3.00</td><td class="n">1.00</td><td class="n">2.00</td></tr>`).join('')

const MATTERS = '本单位主要负责辖区内公共文化场馆的运行维护、群众文化活动的组织以及非物质文化遗产的保护传承工作，同时承担上级交办的其他事项。'

const SENTENCE = '2027年收入预算总额为335.00万元，其中：财政拨款收入310.00万元、事业收入20.00万元、其他收入5.00万元。'

const beside = (name: string, rows: readonly (readonly [string, string])[]): string => `<div><p style="text-indent:0">${name}（单位：万元）</p><table><tr><th>项目</th><th>金额</th></tr>${rows.map(([label, amount]) => figures(label, [amount])).join('')}</table></div>`

/** Rows without lines for two pages, with labels of two lines and a heading without figures. */
const BARE_ROWS = Array.from({ length: 48 }, (_, i) => `<tr><td>20${String(500 + i)}</td><td>${i === 3 ? '机关事业单位职业年金缴费以及各项补助支出' : `第${i + 1}项事务支出`}</td><td class="n">3.00</td><td></td><td class="n">2.00</td></tr>`).join('')

/** Layouts of tables and text as offices print them; all invented. Each is one web page, printed to a PDF of the same name. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  ruled: page(`<h1>2027年单位预算公开</h1><p>${MATTERS}${MATTERS}2027年收入预算总额为335.00万元，其中：财政拨款收入310.00万元、事业收入20.00万元、其他收入5.00万元。</p><div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('')}`),
  open: page(`<div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('open')}`),
  zebra: page(`<div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('zebra')}`),
  bare: page(`<div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('bare')}<p class="new">${MATTERS}</p>`),
  long: page(`<div class="wide"><div class="mark">内部资料</div><div class="title">一般公共预算支出表</div><p class="unit">单位：万元</p><table><thead>${HEADING}</thead>${figures('合计', []).replace('<td>合计</td>', '<td></td><td>合计</td><td class="n">270.00</td><td class="n">90.00</td><td class="n">180.00</td>')}${LONG_ROWS}</table></div>`),
  narrow: page(`<div class="title">“三公”经费支出表</div><p class="unit">单位：元</p><table style="width:62%"><tr><th style="width:34%">项 目</th><th style="width:16%">上 年 预 算 数</th><th>本 年 预 算 数</th></tr><tr><td>公务用车购置及运行维护费</td><td class="n" style="word-break:break-all">12,345,678,901.20</td><td class="n">30,000.00</td></tr><tr><td>公 务 接 待 费</td><td class="n">4,000.00</td><td class="n">3,500.00</td></tr></table>`),
  turned: page(`<style>@page { page-orientation: rotate-right }</style><div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('')}`),
  sideways: page(`<div style="width:240mm;transform:rotate(-90deg) translateX(-240mm);transform-origin:top left"><div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('')}</div>`),
  columns: page(`<h1>2027年单位预算公开</h1><div style="columns:2;column-gap:10mm"><p>${MATTERS}${SENTENCE}${MATTERS}</p><p>${MATTERS}${MATTERS}</p><h2 style="text-align:left">二、支出情况</h2><p>${MATTERS}${MATTERS}${SENTENCE}</p></div>`),
  beside: page(`<h1>收支预算</h1><div style="display:flex;gap:12mm">${beside('收入预算表', [['财政拨款', '310.00'], ['其他收入', '25.00'], ['合计', '335.00']])}${beside('支出预算表', [['基本支出', '300.00'], ['项目支出', '35.00'], ['合计', '335.00']])}</div>`),
  spaced: page(`<h1>2 0 2 7 年 单 位 预 算 公 开</h1><p style="letter-spacing:.4em">${SENTENCE}</p>`),
  cell: page(`<div class="title">项目支出绩效目标表</div><table><tr><td>项目名称</td><td>场馆维护</td></tr><tr><td>年度目标</td><td>${(MATTERS + SENTENCE).repeat(14)}</td></tr></table>`),
  dotted: page(`<div class="title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('dotted')}<p style="letter-spacing:.15em">${SENTENCE}${SENTENCE}</p>`),
  contents: page(`<style>@page { @bottom-center { content: counter(page, upper-roman); font-size: 9pt } }</style><h1>2027年单位预算公开</h1><p style="text-indent:0">预算公开表5 一般公共预算支出情况表（不含上年结转的资金以及政府性基金预算）......6</p><p style="text-indent:0">预算公开表6 一般公共预算基本支出情况表......7</p><p>${MATTERS}</p><p style="text-indent:0">附件1：</p><div class="new title">收支预算总表</div><p class="unit">单位：万元</p>${lanes('')}<p>收入合计335.00<sup style="font-size:6pt">1</sup>万元。</p><div style="position:absolute;top:462mm;left:0;width:100%"><hr style="width:25%;margin:0;border:none;border-top:.5pt solid #000"><p style="text-indent:0;font-size:9pt"><sup>1</sup>预算数含上年结转。</p></div>`),
  'bare-long': page(`<div class="title">支出预算总表</div><p class="unit">单位：万元</p><table class="bare" style="table-layout:fixed"><tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>${BARE_ROWS}</table><p class="new">${MATTERS}</p>`),
  scanned: page(`<h1>2027年单位预算公开</h1><p>${MATTERS}</p><p>${SENTENCE}</p><img class="new" style="width:100%;height:240mm;display:block" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4cWIfEDFAKABAvgk5tSA3RQAAAABJRU5ErkJggg==">`),
  hidden: page(`<h1>2027年单位预算公开</h1><p>${MATTERS}</p><p class="hidden">这一段在导出前被设为透明。</p><p class="white">这一段是白色的字。</p><p>${MATTERS}</p>`),
}
