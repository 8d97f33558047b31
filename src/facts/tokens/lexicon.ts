const at = (source: string): RegExp => new RegExp(source, 'y')

/** Every place where a token can begin. */
export const TOKEN_START = /[0-9《〔【[(①-⑳⑴-⒇+*×✕xX÷/=≈≠≤≥\-一二三四五六七八九十百两〇○零壹贰叁肆伍陆柒捌玖拾第]/g
export const NUMERAL = /[零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿]/
export const NUMERALS = at('[零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿]+')
/** Numerals that begin words rather than counts: one thing, every, some. */
export const INDEFINITE = /^[一壹]$/
export const NOT_COUNTED_AFTER = /[第每某这那哪几数逐另统唯同届]$/
/** Units that a spelled number makes another word with (十分, 二季度). */
export const NEVER_SPELLED: ReadonlySet<string> = new Set(['分', '字', '路', '道', '点', '面', '口', '片', '园', '村', '镇', '乡', '县', '街道', '站', '层', '段', '度', '生', '课', '期', '升', '角', '两', '起', '块', '季度'])

/** Names of places that begin like a count. */
export const PLACE_AFTER = at('[县市区镇山河峡渠]')
/** Opening and closing bracket of a year. */
export const YEAR_BRACKETS = /([〔【[(（［])\s*[\d０-９]{4}\s*([〕】\])）］])/

/** List numbers. At the start of a line or sentence, or anywhere when nothing else can be meant. */
export const ORDINAL_COMMA = at('[一二三四五六七八九十百]{1,4}[、.]')
export const ORDINAL_BRACKETS = at('\\(\\s?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})\\s?\\)')
export const NUMBER_DOT = at('\\d{1,2}(?:[.、](?![\\d%万亿元])|\\)(?!\\d))')
export const NUMBER_DOT_WORD = at('\\d{1,2}\\.(?=\\s?[\\u3400-\\u9fff《“"])(?!\\s?[万亿元])')
/** Right after a figure: 96元4、. */
export const NUMBER_GLUED = at('\\d{1,2}[、.](?=[\\u3400-\\u9fff])')
export const NUMBER_LEVELS = at('\\d{1,2}(?:\\.\\d{1,2}){1,3}(?=[\\s、]*[\\u3400-\\u9fff《“])')
export const CIRCLED = /[①-⑳⑴-⒇]/
export const BOUNDARY = /(?:^|[\n。;:!?”"])\s*$/

/** Codes, telephone numbers, identity numbers. */
export const IDENTITY = at('\\d{17}[\\dXx](?![\\dA-Za-z])')
export const MOBILE = at('1[3-9]\\d{9}(?![\\d,]|\\.\\d)')
export const PHONE = at('0\\d{2,3}[- ]?\\d{7,8}(?:-\\d{1,6})?(?!\\d)')
export const LONG_DIGITS = at('\\d{8,}(?![\\d.,%]|\\s?[万亿元])')
export const PARTED_CODE = at('[0-9A-Za-z]*\\d[0-9A-Za-z]*(?:-[0-9A-Za-z]+)+')
export const SLASHED_CODE = at('\\d{3}(?:/\\d{5})(?:/\\d{7})?(?!\\d)')
export const LEVELLED_CODE = at('[1235]\\d\\d-\\d\\d(?:-\\d\\d)?(?![\\d年月日])')
export const ACCOUNT_CODE = at('[23]\\d{2}(?:\\d{2}(?:\\d{2})?)?(?![\\d.,%])')
/** What follows an account code: 类, 款, 项, 科目, with or without bracket. */
export const ACCOUNT_WORD = at('\\s?\\(?[类款项](?!目)|\\s?科目')
export const LEADING_ZERO = at('0\\d+(?![\\d.])')
export const ALPHANUMERIC = at('[0-9A-Za-z_]+(?:[-.][0-9A-Za-z_]+)*')
export const LATIN_AFTER_DIGITS = at('\\d+[A-Za-z]')
export const WORD_AFTER = at('\\s*(?:[\\u3400-\\u9fff]|-|\\))')

export const RATIO = at('\\d+(?:\\.\\d+)?(?::\\d+(?:\\.\\d+)?)+(?![\\d:])')
/** Figures with commas between that are no separators. */
export const FIGURE_RUN = at('\\d+(?:[.,]\\d+)+')
export const CURRENCY = /[¥￥]\s?$/
/** A minus sign is one after these, or after nothing that could be joined to the figure. */
export const SIGNED_AFTER = /(?:^|[\s,;:(。、=+*×÷|]|[为是加长减少降额数率幅计])$/
export const OPERATORS: Readonly<Record<string, string>> = { '+': '+', '*': '×', '×': '×', '✕': '×', x: '×', X: '×', '÷': '÷', '/': '÷', '=': '=', '≈': '≈', '≠': '≠', '-': '−' }
export const OPERAND_START = at('\\s*[(\\[]*[-]?[\\d¥￥一二三四五六七八九十两]')
export const OPENING = '《'
export const CLOSING = '》'
export const LONGEST_TITLE = 200
export const ORDINAL_PREFIX = '第'
export const AFTER_ORDINAL = at('第\\s?(?:\\d+|[零〇一二三四五六七八九十百]+)(?:\\s?[-—至、]\\s?(?:\\d+|[零〇一二三四五六七八九十百]+))?')

/** Characters between which a hard break or a blank splits a word. */
export const isHan = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007
/** What begins a new item rather than going on with the line above. */
export const NEW_ITEM = at('(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[.、)](?!\\d)|\\d{1,2}[.、](?=(?:19|20)\\d\\d)|[①-⑳⑴-⒇]|第[一二三四五六七八九十\\d]{1,3}[条章节部])')
export const SENTENCE_END = /[。;!?:]/
/** What makes the number before it a name, not a figure: 5日, 3级, 3年级. */
export const NAMED_AFTER = at('\\s?(?:[-—~至到、]\\s?\\d{1,3}\\s?)?(?:年级|[日号级届期版楼月])')

/** After 期: the phase of a project whose amount follows (二期, 2期500万元), no count of courses. */
export const PHASE = '期'
export const AMOUNT_AFTER = at('\\s?\\d[\\d,.]*\\s?[万亿]?元')
export const ALONE_IN_BRACKETS = /^[(（]\s?\d{1,2}\s?期\s?[)）]$/

export type StartKind = 'title' | 'bracket' | 'ordinal' | 'operator' | 'word'
/** What can begin at a character of TOKEN_START that is no digit. */
export function kindOf(char: string): StartKind {
  if (char === OPENING) return 'title'
  if (char === ORDINAL_PREFIX) return 'ordinal'
  if ('〔【[('.includes(char)) return 'bracket'
  return Object.hasOwn(OPERATORS, char) || '≤≥'.includes(char) ? 'operator' : 'word'
}
