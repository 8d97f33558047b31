/** Words that may stand glued before the agency of a document number and are no part of it; what follows the last one is the agency. */
const LEAD_WORDS = /根据|按照|依据|依照|遵照|参照|比照|对照|关于|执行|落实|贯彻|下达|印发|转发|以及|(?<!共)和|与|(?<!普)及|或者?|详?见|由|按|的|等|在|对|经|资金|经费|补助|奖补|项目|通知|文件|规定|办法|精神|要求|附件|号|中央|省级|市级|县级|区级|提前批|指标文|预算|依|据/g
const HAN = /[\u3400-\u9fff]/
const LONGEST_AGENCY = 24

/** Where the agency of a document number begins that ends at `end`: only what can be part of it, without lead words. */
export function agencyStart(text: string, end: number, floor: number): number {
  let start = end
  while (start > floor && end - start < LONGEST_AGENCY && HAN.test(text[start - 1] ?? '')) start--
  const words = text.slice(start, end)
  let cut = 0
  for (const found of words.matchAll(LEAD_WORDS)) cut = found.index + found[0].length
  return start + cut
}

const at = (source: string): RegExp => new RegExp(source, 'y')
/** Sticky, at the opening bracket. Groups: year, number. */
export const DOCUMENT_NUMBER = at('\\s?[〔【\\[(\\u3014\\uFF3B]\\s?((?:19|20)\\d\\d)\\s?[〕】\\])]\\s?(?:第\\s?)?(\\d{1,5}(?:[-之]\\d{1,3})?)\\s?号(?![楼线院机门])')
/** Sticky: a decree or announcement. Group: number. */
export const DECREE_NUMBER = at('第\\s?(\\d{1,4}|[一二三四五六七八九十百〇零]{1,7})\\s?号(?![楼线院机门])')
/** What a numbered decree is called; an agency that does not end so is not read as part of it. */
export const DECREE_WORD = /(?:令|公告|通告|公报|决定|议案)$/
export const NUMBER_SIGN = '号'
/** Sticky: 2025年第3号 after the name of an announcement. Groups: year, number. */
export const YEARED_DECREE = at('((?:19|20)\\d\\d)\\s?年\\s?第\\s?(\\d{1,4})\\s?号')
