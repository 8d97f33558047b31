import type { Bound } from '../quantity.ts'

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 貳: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}
const TENS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }

/** Numerals of a list: 一、（三）十二. */
export const LIST_NUMERALS = '一二三四五六七八九十'

/** Sticky: a run of Chinese numeral characters, with a decimal part; it may still be no numeral. */
export const NUMERAL_RUN = /[零〇○一二两三四五六七八九十百千壹贰貳叁肆伍陆柒捌玖拾佰仟万萬亿億]+(?:点[零〇一二三四五六七八九]+)?/y

/** A Chinese numeral: `digits` × 10^-`places` × 10^`scale`; the scale is the 万 or 亿 it ends with. */
export interface Numeral {
  readonly digits: bigint
  readonly places: number
  readonly scale: '' | '万' | '亿'
}

/** 二百五, 一万二: in speech the next lower power, in writing the digit; so it says nothing for sure. */
const SPOKEN = /[百佰千仟万萬亿億][一二两三四五六七八九壹贰貳叁肆伍陆柒捌玖]$/

/** Reads 二十三, 一百二十万 (scale 万), 十二点五; undefined for digit strings (二〇二五), spoken short forms and malformed numerals. */
export function readNumeral(text: string): Numeral | undefined {
  const scale = /[万萬]$/.test(text) ? '万' : /[亿億]$/.test(text) ? '亿' : ''
  const [whole = '', decimals = ''] = (scale === '' ? text : text.slice(0, -1)).split('点')
  if (whole === '' || SPOKEN.test(whole)) return undefined
  let total = 0n
  const parts = /^(?:(.+)[亿億])?(?:(.+)[万萬])?(.*)$/.exec(whole)
  if (!parts) return undefined
  // 一亿二千万 counts in 万 what stands before 亿, too.
  const hundredMillion = scale === '万' ? 10_000n : 100_000_000n
  for (const [index, worth] of [[1, hundredMillion], [2, 10_000n], [3, 1n]] as const) {
    const part = parts[index]
    if (part === undefined) continue
    const value = belowTenThousand(part.replace(/^[零〇○](?=.)/, ''))
    if (value === undefined) return undefined
    total += value * worth
  }
  const places = decimals.length
  const fraction = BigInt([...decimals].map((char) => DIGITS[char] ?? 0).join(''))
  return { digits: total * 10n ** BigInt(places) + fraction, places, scale }
}

function belowTenThousand(text: string): bigint | undefined {
  let total = 0n
  let digit: bigint | undefined
  let last = 10_000n
  for (const char of text) {
    const ten = Object.hasOwn(TENS, char) ? TENS[char] : undefined
    if (ten !== undefined) {
      // 十 may begin a numeral (十二); 百 and 千 need their digit.
      if (ten >= last || digit === 0n || (digit === undefined && (ten !== 10n || total !== 0n))) return undefined
      total += (digit ?? 1n) * ten
      last = ten
      digit = undefined
      continue
    }
    const value = Object.hasOwn(DIGITS, char) ? DIGITS[char] : undefined
    if (value === undefined || (digit !== undefined && digit !== 0n)) return undefined
    digit = BigInt(value)
  }
  return total + (digit ?? 0n)
}

/** A year spelled digit by digit (二〇二五), or undefined. */
export function readYearNumeral(text: string): number | undefined {
  const digits = [...text].map((char) => (Object.hasOwn(DIGITS, char) && char !== '两' ? DIGITS[char] : undefined))
  const year = digits.length === 4 && !digits.includes(undefined) ? Number(digits.join('')) : undefined
  return year !== undefined && year >= 1900 && year < 2100 ? year : undefined
}

const MINUS = /[−－﹣–]/g

/** Half-width digits, letters, signs and spaces; minus signs made one. What parsing works on. */
export function foldFigures(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(MINUS, '-').replace(/[\u3000\u00A0\u2000-\u200A\u202F]/g, ' ').replace(/[\u200B\uFEFF]/g, '').replace(/﹪/g, '%')
}

/** Words before a figure; longest first where one ends with another. */
const BEFORE: readonly (readonly [words: RegExp, bound: Bound | '' | 'about' | 'nearly'])[] = [
  [/(?:不低于|不少于|不小于|不得低于|不得少于|大于等于|大于或等于|至少|最少|≥|≧|>=|⩾)$/, '≥'],
  [/(?:不超过|不高于|不大于|不多于|不得超过|不得高于|小于等于|小于或等于|至多|最多|≤|≦|<=|⩽)$/, '≤'],
  [/(?:超过|大于|高于|多于|>)$/, '>'],
  [/(?:小于|低于|少于|不足|不到|<)$/, '<'],
  [/(?:大约|约为|约计|大概|≈|(?<![节合契预制集公违履特条大简盟誓规婚续])约)$/, 'about'],
  [/(?:将近|接近|(?<![最附临邻靠贴])近)$/, 'nearly'],
  [/(?:等于|达到|达|(?<![<>≥≤!≠])=)$/, ''],
]
/** Sticky: words right after a figure and its unit. */
const AFTER: readonly (readonly [words: RegExp, bound: Bound | 'about'])[] = [
  [/\s?(?:左右|上下)/y, 'about'],
  [/\s?\(?(?:及以上|或以上|以上)(?!述|所|各|年)/y, '≥'],
  [/\s?\(?(?:及以下|或以下|以下|以内|之内|内(?![部容设外控]))(?!简称|各|几|方面|内容|问题)/y, '≤'],
]

export interface Circumstance {
  readonly approximate?: true
  readonly bound?: Bound
  /** Length of the words. */
  readonly length: number
}

/** What the words at the end of `before` say of the figure that follows: 不低于, 约, 近. 近 says nothing of a time. */
export function saidBefore(before: string, time: boolean): Circumstance {
  const tail = before.slice(-8).trimEnd()
  for (const [words, says] of BEFORE) {
    const found = words.exec(tail)
    if (!found) continue
    const length = found[0].length + before.length - before.trimEnd().length
    if (says === 'about') return { approximate: true, length }
    if (says === 'nearly') return time ? { length: 0 } : { approximate: true, bound: '≤', length }
    return says === '' ? { length } : { bound: says, length }
  }
  return { length: 0 }
}

/** What the words at `at` say of the figure that ends there: 左右, 以上, 以内. */
export function saidAfter(text: string, at: number): Circumstance {
  for (const [words, says] of AFTER) {
    words.lastIndex = at
    const found = words.exec(text)
    if (found) return says === 'about' ? { approximate: true, length: found[0].length } : { bound: says, length: found[0].length }
  }
  return { length: 0 }
}

/** Sticky: 余, 多 between a number and its unit: 20余人. */
export const AND_SOME = /\s?[余多](?=\s?[^,.;:\s])/y
/** Signs before a figure that make it negative. */
export const NEGATIVE = /[-△▲]$/
/** A figure in brackets, perhaps with its unit outside: (12.3)万元. Groups: the figure, the unit. */
export const BRACKETED = /^\(\s*([-0-9.,]+\s*[^\d()\s]{0,8})\s*\)\s*([^\d()\s]{0,8})$/
/** A unit in brackets after a figure: 12.3(万元). */
export const UNIT_IN_BRACKETS = /^\(([^\d()]{1,8})\)$/
/** Where a figure can begin. */
export const FIGURE_START = /[\d.零一二两三四五六七八九十百壹贰貳叁肆伍陆柒捌玖拾佰仟]|百分之/
/** A whole cell that says it does not apply, or that is a dash. */
export const NOT_APPLICABLE = /^(?:不适用|不涉及|[nN]\/?[aA]|\/+|\\+|[×✕*]+)$/
export const DASH = /^[-—–―─_\s]+$/
/** Currency before a figure, and 整 after one. */
export const CURRENCY_BEFORE = /(?:人民币|RMB|CNY|[¥￥])\s?:?\s?$/
export const EVEN = /\s?[整正](?![^)]*[\u4e00-\u9fff])/y
/** 百分之 and 千分之 before a figure. */
export const PER_HUNDRED = /百分之/y
/** Sticky: 五角三分 after 元; groups 1 and 2 the digits. */
export const CENTS = /([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])角(?:([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分)?/y
/** Sticky: figures in two powers of ten, 1亿2000万, 3万500元, 3万5千; the sum is in `scale`. Groups: the larger one, the smaller one, its own power. */
export const TWO_POWERS = [
  { pattern: /(\d+)亿零?(\d{1,4}(?:\.\d+)?)([千百十]?)万/y, scale: '万' },
  { pattern: /(\d+)万零?(\d{1,4}(?:\.\d+)?)(?:([千百])|(?=元))/y, scale: '' },
] as const
/** 20余万 in one word with its scale. */
export const VAGUE = /[余多]/
