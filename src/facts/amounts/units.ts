import type { Quantity, Unit } from '../quantity.ts'

/** Powers of ten that stand before a unit: 万元, 百万元, 万人. */
export const SCALES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 億: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 }

/** Words after a number that count things. Left out on purpose: 月 日 号 级 届 时 点 第, which name rather than count. */
const COUNTED = [
  '人次', '人份', '人/次', '人天', '人日', '人', '名', '位', '户次', '户', '家次', '家', '个', '项次', '项', '辆次', '辆', '台套', '台次', '台', '套', '批次', '批', '次', '场次', '场', '所', '件套', '件', '份',
  '本', '册', '张', '座', '处', '条', '间', '节', '门', '班次', '班', '组', '支', '只', '头', '株', '棵', '部', '块', '片', '篇', '幅', '副', '幢', '栋', '床', '架', '艘', '盒', '箱', '袋', '瓶', '桶', '枚', '把', '根',
  '学时', '课时', '课次', '工时', '小时', '分钟', '人月', '人年', '车次', '班车', '例', '起', '宗', '笔', '类', '种', '款次', '轮次', '轮', '遍', '倍', '岁', '分', '字', '页', '课', '村', '镇', '乡', '县', '点位', '站', '道', '段', '层', '期次', '期', '盏', '扇', '樘', '口', '卷', '辑', '双', '顶', '餐', '眼', '匹', '罐', '具', '捆', '席', '柜', '尾', '窝', '杆',
  '吨', '千克', '公斤', '克', '升', '毫升', '立方米', '立方', '米', '千米', '公里', '厘米', '延米', '千瓦时', '千瓦', '度', '兆', 'GB', 'TB', '℃',
  '美元', '港元', '港币', '欧元', '日元', '英镑', 'kg', 'km', 'm',
] as const

/** Time, as a multiple of its family's base. Months and days do not convert into each other. */
const TIMES: Readonly<Record<string, readonly [family: string, multiple: bigint]>> = {
  年: ['月', 12n], 周年: ['月', 12n], 学年: ['学年', 1n], 个学年: ['学年', 1n], 个年度: ['月', 12n], 个月: ['月', 1n], 月: ['月', 1n], 季度: ['月', 3n], 个季度: ['月', 3n], 学期: ['学期', 1n], 个学期: ['学期', 1n],
  天: ['天', 1n], 日: ['天', 1n], 工作日: ['工作日', 1n], 个工作日: ['工作日', 1n], 日历天: ['天', 1n], 个自然日: ['天', 1n], 周: ['天', 7n], 个周: ['天', 7n], 个星期: ['天', 7n], 星期: ['天', 7n],
}

const AREAS: Readonly<Record<string, readonly [family: string, exponent: number]>> = {
  平方米: ['平方米', 0], '㎡': ['平方米', 0], m2: ['平方米', 0], 'm²': ['平方米', 0], 平米: ['平方米', 0], 公顷: ['平方米', 4], 平方公里: ['平方米', 6], 平方千米: ['平方米', 6], 亩: ['亩', 0],
}

/** Measure words that count the same things; every other word only agrees with itself and with 个 or none. */
const SAME_COUNT: Readonly<Record<string, string>> = { 名: '人', 位: '人', 批: '批次', 场: '场次', 台套: '台', 套: '台', 辆: '台', 部: '台', '人/次': '人次', 户: '家', 公里: '千米', 公斤: '千克', 学校: '所', 校: '所', 立方: '立方米', 度: '千瓦时', kg: '千克', km: '千米', m: '米', 学时: '课时', 学生: '人', 教师: '人', 师生: '人', 生: '人' }
/** Words that say nothing about what is counted. */
const ANY_COUNT: ReadonlySet<string> = new Set(['', '个', '项', '件'])

const MONEY: Readonly<Record<string, number>> = { 元: 0, 圆: 0, 人民币元: 0, '￥': 0, '¥': 0, RMB: 0, 角: -1 }
/** Words a denominator may be that are no measure words: 元/生/年. */
const DENOMINATORS = ['生', '年', '月', '日', '天', '周', '季', '季度', '学年', '学期', '时', '亩', '平方米', '㎡', '人年', '年人', '人月', '生年', '期', '车', '员', '岗', '每人', '每年', '每月', '每生', '每个季度', '每季度', '每学期', '每次', '每场', '每个月', '个月', '楼', '餐', '顿', '科', '卷']

export const NO_UNIT: Unit = { dimension: 'number', symbol: '', exponent: 0 }
export const YUAN: Unit = { dimension: 'money', symbol: '元', exponent: 0 }
export const PERCENT: Unit = { dimension: 'percent', symbol: '%', exponent: 0 }
export const MONTH_UNIT: Unit = { dimension: 'length-of-time', symbol: '个月', exponent: 0 }
export const POINTS: Unit = { dimension: 'points', symbol: '个百分点', exponent: 0 }

/** What must not follow a measure word, because the two make another word (3 部分, 12 支出, 2 年级). */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  部: '分门署委', 人: '民均社才大员力', 支: '出付持一', 项: '目', 分: '之别为配类析项解', 家: '庭长', 位: '于', 名: '称单录', 本: '年级单部项次市省县区科期', 升: '级', 组: '织', 层: '级面', 条: '例件', 度: '量',
  道: '路', 年: '级度均终底末初', 周: '边转期', 天: '然', 门: '诊户', 台: '账', 节: '约能水', 段: '落', 批: '复准', 类: '似', 处: '理置', 间: '接隔', 站: '点', 块: '链', 座: '谈', 班: '主子', 字: '样', 起: '草', 种: '植', 县: '级', 镇: '级', 乡: '村镇级', 村: '级', 课: '程', 页: '面', 所: '有需属在', 场: '地所', 套: '取班', 把: '握', 根: '据', 头: '部', 口: '径', 米: '粉', 株: '洲', 卷: '宗烟子面积入', 双: '方重向', 餐: '饮馆厅具', 眼: '科镜', 匹: '配', 具: '体有备', 席: '位', 杆: '部', 期: '工限末初间满内货权刊望待房建项改实投', 尾: '款气矿部', 
}
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const guarded = (word: string): string => escaped(word) + (Object.hasOwn(NOT_BEFORE, word) ? `(?![${NOT_BEFORE[word] ?? ''}])` : '')
const longestFirst = (words: readonly string[], write = escaped): string => [...new Set(words)].sort((a, b) => b.length - a.length).map(write).join('|')
const scaleWords = longestFirst(Object.keys(SCALES))
const plainUnits = longestFirst([...COUNTED, ...Object.keys(TIMES).filter((word) => word !== '月' && word !== '日'), ...Object.keys(AREAS)], guarded)
const denominators = longestFirst([...COUNTED, ...DENOMINATORS, ...Object.keys(TIMES)])

/** Sticky: a unit as it follows a number; group 1 the scale, 2 the plain unit. */
export const UNIT_AFTER_NUMBER = new RegExp(`(?:(?!百分点)(${scaleWords})(?:[余多]\\s?)?)?(元(?![旦宵素件])|圆|角(?!度)|个?百分点|[%‰]|日(?=以内|之内|内)|${plainUnits})`, 'y')
/** Sticky: what a composite unit goes on with, at most MOST_DENOMINATORS times. Apart from the unit: as one expression with it, it is compiled many times over. */
export const DENOMINATOR = new RegExp(`\\s?[/·](?:${denominators})(?:[.·](?:${denominators}))?`, 'y')
export const MOST_DENOMINATORS = 4
/** Sticky: 万 or 亿 with nothing that could be its unit after it. */
export const SCALE_AFTER_NUMBER = /(万亿|[百千十]?[万亿])(?![美日港欧韩]|吨)/y

const known = new Map<string, Unit>()

/**
 * The unit of a printed symbol: 元, 千元, 万元, 亿元 (exponent 0, 3, 4, 8), %, 个百分点, time, area, composite rates
 * (元/年/生: dimension `rate`). Any other word is the measure word of a count.
 */
export function unitOf(symbol: string): Unit {
  const familiar = known.get(symbol)
  if (familiar) return familiar
  const folded = symbol.trim().replace(/[％﹪]/g, '%').replace(/／/g, '/').replace(/\s+/g, '')
  let unit = known.get(folded)
  if (!unit) {
    unit = makeUnit(folded)
    if (known.size < 2000) known.set(folded, unit)
  }
  return unit
}

function makeUnit(symbol: string): Unit {
  if (symbol === '') return NO_UNIT
  if (symbol === '%') return PERCENT
  if (symbol === '‰') return { dimension: 'percent', symbol, exponent: -1 }
  if (symbol === '百分点' || symbol === '个百分点') return POINTS
  if (symbol.includes('/') && symbol !== '人/次') {
    const numerator = unitOf(symbol.slice(0, symbol.indexOf('/')))
    return { dimension: 'rate', symbol, exponent: numerator.exponent }
  }
  const plain = plainUnit(symbol)
  if (plain) return plain
  const scale = /^[十百千]?[万亿]|^万亿|^[百千](?=元)/.exec(symbol)?.[0]
  const power = scale === undefined ? undefined : SCALES[scale]
  if (scale !== undefined && power !== undefined) {
    const rest = symbol.slice(scale.length).replace(/^[余多]/, '')
    if (rest === '') return { dimension: 'number', symbol, exponent: power }
    const base = unitOf(rest)
    return { dimension: base.dimension, symbol: scale + base.symbol, exponent: power + base.exponent }
  }
  return { dimension: 'count', symbol, exponent: 0 }
}

function plainUnit(symbol: string): Unit | undefined {
  const money = Object.hasOwn(MONEY, symbol) ? MONEY[symbol] : undefined
  if (money !== undefined) return { dimension: 'money', symbol: money === 0 ? '元' : symbol, exponent: money }
  const area = Object.hasOwn(AREAS, symbol) ? AREAS[symbol] : undefined
  if (area) return { dimension: 'area', symbol, exponent: area[1] }
  return Object.hasOwn(TIMES, symbol) ? { dimension: 'length-of-time', symbol, exponent: 0 } : undefined
}

const bare = (symbol: string): string => symbol.replace(/^(?:[十百千]?[万亿]|万亿)(?=.)/, '')

/** What two units must share to be compared: families are equal, or one is empty (any count, or any time without unit). */
export function familyOf(unit: Unit): string {
  switch (unit.dimension) {
    case 'money': case 'percent': case 'points': case 'number': return unit.dimension
    case 'area': return `area ${AREAS[bare(unit.symbol)]?.[0] ?? unit.symbol}`
    case 'length-of-time': return `time ${TIMES[unit.symbol]?.[0] ?? unit.symbol}`
    case 'rate': {
      const [numerator = '', ...parts] = unit.symbol.split(/[/·.]/)
      const money = unitOf(numerator)
      const per = parts.flatMap((part) => (/^(?:年人|人年|生年|人月)$/.test(part) ? [...part] : [part.replace(/^每个?|^个/, '')])).map((part) => (part === '' ? part : SAME_COUNT[part] ?? part))
      return `rate ${money.dimension === 'money' ? '元' : numerator}/${per.sort().join('/')}`
    }
    case 'count': {
      const word = bare(unit.symbol)
      return ANY_COUNT.has(word) ? 'count' : `count ${SAME_COUNT[word] ?? word}`
    }
  }
}

/** Whether amounts in the two units can be compared or added. Counts without a telling measure word fit any count. */
export function sameDimension(a: Unit, b: Unit): boolean {
  if (a === b) return true
  if (a.dimension !== b.dimension) return false
  const [one, other] = [familyOf(a), familyOf(b)]
  return one === other || one === 'count' || other === 'count'
}

/** How many base units one of this unit is, besides its power of ten: 12 for 年 over months, else 1. */
export function multipleOf(unit: Unit): bigint {
  return unit.dimension === 'length-of-time' ? (TIMES[unit.symbol]?.[1] ?? 1n) : 1n
}

/** Whether a figure is a count or a price, made of whole things: no rounding, zero tolerance. */
export function isCounted(quantity: Quantity): boolean {
  const { dimension, exponent } = quantity.unit
  return exponent === 0 && (dimension === 'count' || dimension === 'length-of-time' || ((dimension === 'number' || dimension === 'rate') && quantity.places === 0))
}

/** Whether a whole number with this unit names a year (2025年) rather than a length of time. */
export function isYearOf(digits: bigint, unit: string | undefined): boolean {
  return (unit === '年' || unit === '学年') && digits >= 1900n && digits < 2100n
}

/** Whether a composite unit is an amount of money per something (元/年/生). */
export function isPriceUnit(unit: Unit): boolean {
  return unit.dimension === 'rate' && /^[十百千万亿]*元/.test(unit.symbol)
}
