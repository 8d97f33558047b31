import { format } from 'numfmt'

/** Formats that a workbook names by number only (ECMA-376 part 1, 18.8.30; 27 to 58 as Chinese Excel and WPS show them). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: '#,##0 ;-#,##0', 38: '#,##0 ;[Red]-#,##0', 39: '#,##0.00 ;-#,##0.00', 40: '#,##0.00 ;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

/** The pattern of a number format; undefined for 常规 (General). */
export function patternOf(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const pattern = custom.get(id) ?? BUILT_IN[id]
  return pattern === undefined || /^(?:general|g\/通用格式)$/i.test(pattern) ? undefined : pattern
}

/** Excel keeps 15 digits of a number. */
const DIGITS = 15

/**
 * A stored number as the sheet shows it: by its pattern, else with the digits it has. What is stored is a binary fraction
 * (1079.0999999999999); its 15 digits are the number that was meant.
 */
export function printedNumber(stored: string, pattern: string | undefined, dates1904: boolean): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const meant = Number(value.toPrecision(DIGITS))
  if (pattern === undefined || pattern === '@') return plainDecimal(meant)
  const printed = format(plainPattern(pattern), dates1904 && isDate(pattern) ? meant + DAYS_TO_1904 : meant, { throws: false, locale: 'zh-CN' })
  return typeof printed === 'string' ? printed.trim() : plainDecimal(meant)
}

const COLOURS = /\[(?:黑色|蓝色|青色|绿色|洋红色?|红色|白色|黄色|颜色\s*\d+)\]/g

/** A pattern without the ways of writing it that only Chinese programs have: General by its Chinese name, colours, and ! before a character to be printed (0!.0, shows 万). */
function plainPattern(pattern: string): string {
  return pattern.split(/("[^"]*")/).map((part) => (part.startsWith('"') ? part : part.replace(/G\/通用格式/g, 'General').replace(COLOURS, '').replace(/!(.)/g, '\\$1'))).join('')
}

const DAYS_TO_1904 = 1462

function isDate(pattern: string): boolean {
  return /[ymd]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

/** Without exponent: 1.2e-7 → 0.00000012. */
function plainDecimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
