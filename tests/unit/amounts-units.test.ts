import { describe, expect, test } from 'vitest'
import { compareTerms, familyOf, isPriceUnit, leaf, parseQuantity, sameDimension, unitOf } from '../../src/facts/amounts/index.ts'
import { tokenise } from '../../src/facts/tokens/index.ts'
import type { Quantity } from '../../src/facts/quantity.ts'

const read = (text: string): Quantity => {
  const quantity = parseQuantity(text)
  if (!quantity) throw new Error(`no quantity: ${text}`)
  return quantity
}
const words = (text: string): readonly string[] => text.split(' ')

/** Measure words of disclosures: a figure with one is a count of that. */
const COUNTED = words(
  '人次 人/次 人天 人日 人 名 位 户次 户 家次 家 个 项次 项 辆次 辆 台套 台次 台 套 批次 批 次 场次 场 所 件套 件 份 本 册 张 座 处 条 间 节 门 班次 班 组 支 只 头 株 棵 部 块 片 篇 幅 副 幢 栋 床 架 艘 盒 箱 袋 瓶 桶 枚 把 根'
  + ' 学时 课时 课次 工时 小时 分钟 人月 人年 车次 班车 例 起 宗 笔 类 种 款次 轮次 轮 遍 倍 岁 分 字 页 课 村 镇 乡 县 点位 站 道 段 层 期次 期 盏 扇 樘 口 卷 辑 双 顶 餐 眼 匹 罐 具 捆 席 柜 尾 窝 杆'
  + ' 吨 千克 公斤 克 升 毫升 立方米 立方 米 千米 公里 厘米 延米 千瓦时 千瓦 度 兆 GB TB ℃ 美元 港元 港币 欧元 日元 英镑 kg km m',
)

test.each(COUNTED)('3%s is a count', (word) => {
  expect(parseQuantity(`3${word}`)).toEqual({ digits: 3n, places: 0, unit: { dimension: 'count', symbol: word, exponent: 0 } })
})

test.each(words('年 周年 学年 个学年 个年度 个月 季度 个季度 学期 个学期 天 工作日 个工作日 日历天 个自然日 周 个周 个星期 星期'))('3%s is a length of time', (word) => {
  expect(parseQuantity(`3${word}`)?.unit).toEqual({ dimension: 'length-of-time', symbol: word, exponent: 0 })
})

test.each(words('生 年 月 日 天 周 季 季度 学年 学期 时 亩 平方米 ㎡ 人年 年人 人月 生年 期 车 员 岗 每人 每年 每月 每生 每个季度 每季度 每学期 每次 每场 每个月 个月 楼 餐 顿 科 卷'))('30元/%s is a price', (per) => {
  expect(parseQuantity(`30元/${per}`)?.unit).toEqual({ dimension: 'rate', symbol: `元/${per}`, exponent: 0 })
})

test.each([
  ['圆', 'money', '元', 0], ['人民币元', 'money', '元', 0], ['￥', 'money', '元', 0], ['¥', 'money', '元', 0], ['RMB', 'money', '元', 0], ['角', 'money', '角', -1], ['百元', 'money', '百元', 2], ['万亿元', 'money', '万亿元', 12], ['十万元', 'money', '十万元', 5], ['百万元', 'money', '百万元', 6], ['千万元', 'money', '千万元', 7], ['百亿元', 'money', '百亿元', 10], ['千元', 'money', '千元', 3],
  ['百分点', 'points', '个百分点', 0], ['亩', 'area', '亩', 0], ['公顷', 'area', '公顷', 4], ['平方公里', 'area', '平方公里', 6], ['千米', 'count', '千米', 0], ['百户', 'count', '百户', 0], ['万余人', 'count', '万人', 4], ['亿', 'number', '亿', 8], ['万人次', 'count', '万人次', 4], [' 万 元 ', 'money', '万元', 4], ['元／年', 'rate', '元/年', 0],
] as const)('the unit written %j is %s %s', (written, dimension, symbol, exponent) => {
  expect(unitOf(written)).toEqual({ dimension, symbol, exponent })
})

describe('one thing in two words', () => {
  test.each(words('1年=12个月 1周年=12个月 1个年度=12个月 2季度=6个月 2个季度=6个月 1学年=1个学年 1学期=1个学期 2周=14天 2个周=14天 2个星期=14天 2星期=14天 3日历天=3天 3个自然日=3天 3工作日=3个工作日'
    + ' 1公顷=10000平方米 1平方公里=100公顷 1平方千米=100公顷 5㎡=5平方米 5m2=5平方米 5m²=5平方米 5平米=5平方米 2万㎡=20000平方米'
    + ' 3名=3人 3位=3人 3批=3批次 3场=3场次 3台套=3台 3套=3台 3辆=3台 3部=3台 3人/次=3人次 3户=3家 3公里=3千米 3公斤=3千克 3立方=3立方米 3度=3千瓦时 3kg=3千克 3km=3千米 3m=3米 3学时=3课时'
    + ' 3个=3辆 3项=3辆 3件=3辆 2万名=20000人 3百万名=3000000人 5元/人=5元/每人 5元/月=5元/个月 5元/月=5元/每个月 5元/人/年=5元/人年 5元/人/年=5元/年人 5元/生/年=5元/生年 5元/人/月=5元/人月 5元/生=5元/人 5万元/年=50000元/年 5元/人/年=5元/年·人 2亿元/年=200000000元/年'))('%s', (pair) => {
    const [one = '', other = ''] = pair.split('=')
    expect(compareTerms('equal', leaf(read(one)), leaf(read(other))).verdict).toBe('exact')
  })

  test.each(words('3人=3辆 3万人=3万辆 3件套=3台 3班=3班次 3人=3人次 3亩=3平方米 3天=3个月 3工作日=3天 3学年=3年 3学期=3个月 3元/年=3元/月 3元/人=3元/年 3元/人/年=3元/人 3人/年=3元/年 3千克=3米 3美元=3元 3户=3人 3米=3平方米'))('but %s are two', (pair) => {
    const [one = '', other = ''] = pair.split('=')
    expect(compareTerms('equal', leaf(read(one)), leaf(read(other)))).toMatchObject({ verdict: 'not-evaluated', reason: 'units-differ' })
  })
})

test.each(words('人=名 人=学生 人=教师 人=师生 所=校 所=学校'))('a price per %s is one', (pair) => {
  const [one = '', other = ''] = pair.split('=')
  expect(sameDimension(unitOf(`元/${one}`), unitOf(`元/${other}`))).toBe(true)
})

test.each(words('部分 人均 支出 项目 分之 家庭 位于 名称 本年 升级 组织 层级 条例 度量 道路 年级 周边 天然 门诊 台账 节约 段落 批复 类似 处理 间接 站点 块链 座谈 班主 字样 起草 种植 县级 镇级 乡级 村级 课程 页面 所有 场地 套取 把握 根据 头部 口径 米粉 株洲 卷宗 双向 餐饮 眼科 匹配 具体 席位 杆部 尾款'))('a number before %s has no measure word', (word) => {
  expect(tokenise(`共5${word}等`).tokens.filter(({ type }) => type === 'count')).toEqual([])
})

test('a unit is known by what it measures', () => {
  expect([unitOf(''), unitOf('‰'), unitOf('%'), unitOf('万')].map(({ dimension, exponent }) => [dimension, exponent])).toEqual([['number', 0], ['percent', -1], ['percent', 0], ['number', 4]])
  expect(sameDimension({ dimension: 'count', symbol: '', exponent: 0 }, unitOf('人'))).toBe(true)
  expect(['元', '%', '个百分点', '', '人', '个', '亩', '年'].map((symbol) => familyOf(unitOf(symbol)))).toEqual(['money', 'percent', 'points', 'number', 'count 人', 'count', 'area 亩', 'time 月'])
  expect(tokenise('300元*12月').tokens.at(-1)?.quantity?.unit).toEqual(unitOf('个月'))
  expect(sameDimension(unitOf('亩'), unitOf('平方米'))).toBe(false)
  expect(['元/年', '万元/年', '人/年', '元', '人', '年', '人/元'].map((symbol) => isPriceUnit(unitOf(symbol)))).toEqual([true, true, false, false, false, false, false])
  expect(['元/人年次', '元/学年人', '元/大每人'].map((symbol) => familyOf(unitOf(symbol)))).toEqual(['rate 元/人年次', 'rate 元/学年人', 'rate 元/大每人'])
})

test.each([['2025年', false], ['1900年', false], ['2099年', false], ['2025学年', false], ['1899年', true], ['2100年', true], ['2100学年', true], ['2025个月', true]] as const)('%s is a length of time: %s', (text, isLength) => {
  expect(parseQuantity(text)?.unit.dimension === 'length-of-time').toBe(isLength)
})

test.each([['5元旦', 'money'], ['5元件', 'money'], ['5角度', 'money'], ['8万美元', 'money'], ['8万吨', 'money'], ['3日后', 'count']] as const)('%s is no %s', (text, type) => {
  expect(tokenise(`共${text}`).tokens.map((token) => token.type)).not.toContain(type)
})
