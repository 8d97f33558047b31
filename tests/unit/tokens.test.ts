import { describe, expect, test } from 'vitest'
import { printQuantity } from '../../src/facts/amounts/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'
import type { Token } from '../../src/facts/token.ts'

const date = ({ year, month, day }: Pick<Token, 'year' | 'month' | 'day'>): string => [year ?? '?', month, day].filter((part) => part !== undefined).join('-')

/** Each token as `type text` plus what was read in it. */
function shown(text: string): string[] {
  return tokenise(text).tokens.map((token) => {
    const read = token.quantity ? printQuantity(token.quantity) : token.docnum ? token.docnum.normal : token.year !== undefined || token.month !== undefined ? date(token) + (token.until ? `..${date(token.until)}` : '') : ''
    return `${token.type} ${text.slice(token.from, token.to)}${read === '' ? '' : ` = ${read}`}${token.unitMissing ? ' (no unit)' : ''}`
  })
}

describe('amounts', () => {
  test.each<[string, string[]]>([
    ['收入2,630.45万元，支出３００万元', ['money 2,630.45万元 = 2630.45万元', 'money ３００万元 = 300万元']],
    ['安排3万，另有1.2亿', ['money 3万 = 3万元 (no unit)', 'money 1.2亿 = 1.2亿元 (no unit)']],
    ['覆盖3万人、2.5万平方米', ['count 3万人 = 3万人', 'count 2.5万平方米 = 2.5万平方米']],
    ['1亿2000万元', ['money 1亿2000万元 = 12000万元']],
    ['覆盖12亿5000万人，3万5千人，3万5千元', ['count 12亿5000万人 = 125000万人', 'count 3万5千人 = 35000人', 'money 3万5千元 = 35000元']],
    ['投入30余万，20余所属单位，3万5千', ['money 30余万 = ≥≈30万元 (no unit)', 'number 20余 = ≥≈20', 'money 3万 = 3万元 (no unit)', 'number 5 = 5']],
    ['不低于 95%，3天内完成，3天内容，支付12元整改费，12元整改', ['percent 95% = ≥95%', 'count 3天 = ≤3天', 'count 3天 = 3天', 'money 12元 = 12元', 'money 12元 = 12元']],
    ['安排1亿2000万，3万余', ['money 1亿2000万 = 12000万元 (no unit)', 'money 3万 = 3万元 (no unit)']],
    ['一亿二千万元，二百五元', ['money 一亿二千万元 = 12000万元']],
    ['￥1,200.00', ['money ￥1,200.00 = 1200.00元']],
    ['大写：壹佰贰拾万元整', ['money 壹佰贰拾万元整 = 1200000.00元']],
    ['约12万元，节约12万元', ['money 12万元 = ≈12万元', 'money 12万元 = 12万元']],
    ['近三年，近20人，20余人', ['count 三年 = 3年', 'count 20人 = ≤≈20人', 'count 20余人 = ≥≈20人']],
    ['减少-12.3万元，甲-12.3万元', ['money -12.3万元 = -12.3万元', 'money 12.3万元 = 12.3万元']],
    ['满意度≥95％，不低于100%，90%以上', ['percent 95％ = ≥95%', 'percent 100% = ≥100%', 'percent 90% = ≥90%']],
    ['增长百分之九点五，提高3.2个百分点', ['percent 百分之九点五 = 9.5%', 'points 3.2个百分点 = 3.2个百分点']],
    ['分别为100，200，300万元', ['number 100 = 100', 'number 200 = 200', 'money 300万元 = 300万元']],
    ['合计1,52.0万元', []],
    ['占\n34.30%', ['percent 34.30% = 34.30%']],
    ['教师12 人、车3辆、接待3批次120人次', ['count 12 人 = 12人', 'count 3辆 = 3辆', 'count 3批次 = 3批次', 'count 120人次 = 120人次']],
    ['预算10美元', ['count 10美元 = 10美元']],
    ['培训12期、360人次', ['count 12期 = 12期', 'count 360人次 = 360人次']],
    ['泵站（2期）和渠道2期500万元，一期、第3期、3期工程', ['money 500万元 = 500万元']],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })
})

describe('spelled counts', () => {
  test.each<[string, string[]]>([
    ['共二十三人，完成三项任务', ['count 二十三人 = 23人', 'count 三项 = 3项']],
    ['一个单位，第三批，每三个月，十分重要，三公经费，两免一补，百分制，一般公共预算，三分之一', []],
    ['统一安排，万一，十四五规划，五台县', []],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })
})

describe('rates and arithmetic', () => {
  test.each<[string, string[]]>([
    ['每年30元/12个', ['money 30元 = 30元', 'operator /', 'count 12个 = 12个']],
    ['600元/年/生', ['rate 600元/年/生 = 600元/年/生']],
    ['4.20元/本*1305本=5481.00元', ['rate 4.20元/本 = 4.20元/本', 'operator *', 'count 1305本 = 1305本', 'operator =', 'money 5481.00元 = 5481.00元']],
    ['8元*12个月', ['money 8元 = 8元', 'operator *', 'count 12个月 = 12个月']],
    ['（38.1+2.4）×12=486万元', ['number 38.1 = 38.1', 'operator +', 'number 2.4 = 2.4', 'operator ×', 'number 12 = 12', 'operator =', 'money 486万元 = 486万元']],
    ['300元*12月=3600元', ['money 300元 = 300元', 'operator *', 'count 12月 = 12个月', 'operator =', 'money 3600元 = 3600元']],
    ['甲+乙 = 丙', []],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })
})

describe('years and dates', () => {
  test.each<[string, string[]]>([
    ['2025年12月31日前', ['date 2025年12月31日 = 2025-12-31']],
    ['2025.6.25，2025-6-25，2025/6/25', ['date 2025.6.25 = 2025-6-25', 'date 2025-6-25 = 2025-6-25', 'date 2025/6/25 = 2025-6-25']],
    ['6月15日、6月底', ['date 6月15日 = ?-6-15', 'date 6月底 = ?-6']],
    ['2025年6月底，2025年秋季学期', ['date 2025年6月底 = 2025-6', 'year 2025年 = 2025']],
    ['2025.3.15-2026.3.14', ['date-range 2025.3.15-2026.3.14 = 2025-3-15..2026-3-14']],
    ['2025年1月1日至12月31日', ['date-range 2025年1月1日至12月31日 = 2025-1-1..2025-12-31']],
    ['2025-2027年，2024—2035年，2025年至2027年', ['date-range 2025-2027年 = 2025..2027', 'date-range 2024—2035年 = 2024..2035', 'date-range 2025年至2027年 = 2025..2027']],
    ['2024-2025学年，2025学年度', ['date-range 2024-2025学年 = 2024..2025', 'year 2025学年 = 2025']],
    ['3-12月份，2025年3-12月', ['date-range 3-12月份 = ?-3', 'date-range 2025年3-12月 = 2025-3..2025-12']],
    ['二〇二五年六月', ['year 二〇二五年 = 2025']],
    ['22年工程，22年度预算，25年6月，工作22年以上', ['year 22年 = 2022', 'date 25年6月 = 2025-6', 'count 22年 = ≥22年']],
    ['2000-2500元', ['number 2000 = 2000', 'operator -', 'money 2500元 = 2500元']],
    ['合同期2025年9.25-2026.9.24', ['date-range 2025年9.25-2026.9.24 = 2025-9-25..2026-9-24']],
    ['87年以后', []],
    ['一九〇〇年，二〇九九年，一八九九年，二一〇〇年，二〇二年，两〇二五年', ['year 一九〇〇年 = 1900', 'year 二〇九九年 = 2099']],
    ['三年级，3年级，12:30，5日', []],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })
})

describe('numbers that are no figures', () => {
  test.each<[string, string[]]>([
    ['2.2024年支出', ['list-number 2.', 'year 2024年 = 2024']],
    ['1.2025年6月', ['list-number 1.', 'date 2025年6月 = 2025-6']],
    ['1.购买设备2.维修；3.支付5万元', ['list-number 1.', 'list-number 2.', 'list-number 3.', 'money 5万元 = 5万元']],
    ['一、概况\n（二）机构\n①其他', ['list-number 一、', 'list-number （二）', 'list-number ①']],
    ['缴费96元4、其他', ['money 96元 = 96元', 'list-number 4、']],
    ['1-2年级，任务1 学校参与', ['number 1 = 1']],
    ['1.5万元', ['money 1.5万元 = 1.5万元']],
    ['编号20260105103045', ['stamp 20260105103045']],
    ['科目201/20132/2013299', ['code 201/20132/2013299']],
    ['2013299 其他支出', ['code 2013299']],
    ['205类02款01项', ['code 205', 'code 02', 'code 01']],
    ['编码635-2025-0001', ['code 635-2025-0001']],
    ['电话0571-88888888，13912345678', ['code 0571-88888888', 'code 13912345678']],
    ['配套比例60:25:15', ['ratio 60:25:15']],
    ['第三季度第3名，5G网络，GB2312', []],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })
})

describe('documents', () => {
  test.each<[string, string[]]>([
    ['根据清财教〔2025〕87号和河教函【2025】8号', ['docnum 清财教〔2025〕87号 = 清财教〔2025〕87号', 'docnum 河教函【2025】8号 = 河教函〔2025〕8号']],
    ['清政发[2025]96号、清教(2022)6号、河府（2025）1号', ['docnum 清政发[2025]96号 = 清政发〔2025〕96号', 'docnum 清教(2022)6号 = 清教〔2022〕6号', 'docnum 河府（2025）1号 = 河府〔2025〕1号']],
    ['补助资金清财教〔2025〕 10 号', ['docnum 清财教〔2025〕 10 号 = 清财教〔2025〕10号']],
    ['按照财政部令第78号', ['docnum 财政部令第78号 = 财政部令第78号']],
    ['中华人民共和国财政部令第七十八号', ['docnum 中华人民共和国财政部令第七十八号 = 中华人民共和国财政部令第78号']],
    ['公告2025年第3号，第78号', ['docnum 公告2025年第3号 = 公告〔2025〕第3号', 'docnum 第78号 = 第78号']],
    ['《关于〈2024年办法〉的通知》2025年', ['title 《关于〈2024年办法〉的通知》', 'year 2025年 = 2025']],
    ['《甲《乙》丙》5人', ['title 《甲《乙》丙》', 'count 5人 = 5人']],
    ['《没有合上的2024年', ['year 2024年 = 2024']],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens)
  })

  test('the printed brackets are kept', () => {
    expect(tokenise('河府（2025）1号').tokens[0]?.docnum).toEqual({ agency: '河府', year: 2025, number: '1', brackets: '（）', normal: '河府〔2025〕1号' })
    expect(tokenise('清教【2025】9号').tokens[0]?.docnum?.brackets).toBe('【】')
  })
})

describe('normalisation', () => {
  test.each([
    ['Ａ１％（类）：', 'A1%(类):'],
    ['行 政 单 位 收 入', '行政单位收入'],
    ['合　计', '合计'],
    ['单位 名称', '单位 名称'],
    ['一 般 公共预算', '一般 公共预算'],
    ['决\n算为', '决算为'],
    ['支出决\r\n算为\r\n34.30\r\n万元', '支出决算为34.30万元'],
    ['任务一。\n任务二', '任务一。\n任务二'],
    ['完成工作\n2.开展培训', '完成工作\n2.开展培训'],
    ['第一段\n\n第二段', '第一段\n\n第二段'],
    ['2024\n2025', '2024\n2025'],
    ['收入预算比上年预算增加了的金额一共是2,6\n30.45万元', '收入预算比上年预算增加了的金额一共是2,630.45万元'],
    ['a\u200Bb\uFEFF', 'ab'],
  ])('%j becomes %j', (original, text) => {
    expect(tokenise(original).text).toBe(text)
  })

  test('offsets lead back to the original', () => {
    const original = '支 出 １２\n万元，第二'
    const { text, offsets, tokens } = tokenise(original)
    expect(text).toBe('支出 12万元,第二')
    expect(offsets).toHaveLength(text.length + 1)
    expect(original[offsets[text.indexOf('第')] ?? -1]).toBe('第')
    expect(original.slice(tokens[0]?.from, tokens[0]?.to)).toBe('１２\n万元')
  })
})
