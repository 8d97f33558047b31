/** Sticky patterns of years and dates. Years are those a disclosure can speak of. */
const YEAR = '(?:19|20)\\d\\d'
const at = (source: string): RegExp => new RegExp(source, 'y')
/** 日, or the second day of a range that has it. */
const DAY_END = '(?:\\s?[日号](?!楼)|(?=\\s?[-—~至到]\\s?\\d{1,2}\\s?[日号]))'

export const STAMP = at(`${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d(?:\\d{3})?(?!\\d)`)
/** Groups: year, month, day. */
export const FULL_DATE = at(`(${YEAR})\\s?年\\s?(1[0-2]|0?[1-9])\\s?月(?:份|底|末|初|中旬|上旬|下旬)?(?:\\s?(3[01]|[12]\\d|0?[1-9])${DAY_END})?`)
/** Groups: year, separator, month, day. */
export const MARKED_DATE = at(`(${YEAR})([-./])(1[0-2]|0?[1-9])\\2(3[01]|[12]\\d|0?[1-9])(?![\\d%]|\\.\\d|[-/](?!(?:19|20)\\d\\d)\\d)`)
/** 2025.6, only as an end of a range. Groups: year, separator, month. */
export const MARKED_MONTH = at(`(${YEAR})([./])(1[0-2]|0?[1-9])(?![\\d%万亿元]|\\.\\d)`)
export const COMPACT_DATE = at(`((?:19[89]|20[0-4])\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?![\\d.,])`)
/** Groups: month, day. */
export const MONTH_DAY = at(`(1[0-2]|0?[1-9])\\s?月\\s?(3[01]|[12]\\d|0?[1-9])${DAY_END}`)
export const MONTH = at('(1[0-2]|0?[1-9])\\s?月(?:份|底|末|初|中旬|上旬|下旬)?')
/** 3-12月份. Groups: first and last month. */
export const MONTHS = at('(1[0-2]|0?[1-9])\\s?(?:[-—~]{1,2}|至|到|、)\\s?(1[0-2]|0?[1-9])\\s?月(?:份|底|末)?(?!\\s?\\d{1,2}\\s?[日号])')
/** 6-15日 or 5日 after a month. */
export const DAY = at('(3[01]|[12]\\d|0?[1-9])\\s?[日号]')
/** Group: year. */
export const YEAR_WORD = at(`(${YEAR})\\s?(?:学年|年)(?!级)`)
export const BARE_YEAR = at(`(${YEAR})(?!\\d)`)
/** Two digits where nothing but a year can be meant. Groups: year, month. */
export const SHORT_YEAR = at('(\\d\\d)年(?:(?=度|预算|决算|财政|初|末|底)|(1[0-2]|0?[1-9])月)')
export const TO = at('\\s?(?:-{1,2}|[—~]{1,2}|至|到)\\s?')
/** After the second year of a range: 年 (kept in the range), or something that is no unit of a figure. */
export const RANGE_YEAR_END = at(`\\s?(?:学年|年)(?!级)`)
export const SPELLED_YEAR = at('[〇○零一二三四五六七八九]{4}(?=\\s?年)')
export const YEAR_MARK = at('\\s?年')
/** Clock times, which look like ratios. */
export const CLOCK = at('(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:])')
/** A list number glued to a year: 2.2024年. */
export const NUMBER_GLUED_TO_YEAR = at(`\\d{1,2}[.、](?=${YEAR}\\s?年)`)
/** A length of time that could as well be a year (22年): read only where words make it one. Groups: number. */
export const UNCLEAR_YEARS = at('(1[6-9]|[2-9]\\d)年(?!\\s?(?:以上|以内|以来|左右|及以上|之久|期|内|来|$))')
/** 2025年9.25 at the beginning of a range. Groups: year, month, day. */
export const YEAR_AND_MARKS = at(`(${YEAR})年(1[0-2]|0?[1-9])\\.(3[01]|[12]\\d|0?[1-9])(?=\\s?[-—~至到]\\s?\\d)`)
/** Months as a factor: ×12月. Group: number. */
export const MONTHS_FACTOR = at('(\\d{1,2})\\s?月(?![\\d份底末初])')
