import { headingLevel, numberingLevel } from '../../source/numbering.ts'
import { printedWidth } from './printed-width.ts'
import { UNIT_LINE } from './caption-line.ts'

const TERMINAL = /[。！？；：!?;:…]["”’）)】》]*$/
/** Ends of a clause, not of a sentence: with blank lines between paragraphs, the next line still belongs to it. */
const CLAUSE_END = /[；：;:]$/
const MUST_GO_ON = /[，,、（(《“〈‘—]$/
const CANNOT_START = /^[，,。；、）)》”〉’：:%％]|^(?:万元|亿元|元)(?![\u4e00-\u9fff]*[：:])/
/** Sentences that tell more of the item before them, and open none. */
const TELLS_MORE = /^(?:年初预算数?为|支出决算数?为|决算数(?:大于|小于|等于|与)|完成(?:年初|全年|调整)?预算的)/
/** Marks within a sentence, of full width or, after a word or a unit, of half width. */
const MARKED = /[，。；]|[\u4e00-\u9fff）)%％][,;]/
const MARKED_OR_LED = /[，。；：]|[\u4e00-\u9fff）)%％][,;:]/
const NEW_ITEM = /^(?:附件|附表|附[：:]|表[一二三四五六七八九十\d]|注\s*[：:]|备注|说明[：:]|[*※●■◆★▲])/
/** The line above a table that ends in its unit. */
const LABELLED = /^[\u4e00-\u9fff（）()、\s]{2,12}[：:]/
const WRAPPED_SHARE = 0.3
const FEWEST_OPEN = 3
const FULL_LINE = 0.85
const FULL_SHARE = 0.6
const WIDEST_PAGE = 200
const SHORTEST_PROSE = 20
const SPACED_SHARE = 0.6
const LONG_LINE = 30
const SHORTEST_BROKEN = 10
const SENTENCE_TAIL = /[。；][”’）】》]*$/
const NUMBERED = /^(?:第[一二三四五六七八九十百]+(?:部分|篇|章)|[一二三四五六七八九十]{1,3}\s*[、．.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[、．.]|[①-⑳])/

/** How lines of running text are broken in a document. */
export interface Wrapping {
  /** Whether lines break at the page's width. */
  readonly wrapped: boolean
  /** The width at which they do, as printed: a Chinese character is twice as wide as a digit. */
  readonly width: number
  /** Whether paragraphs are set apart by blank lines, so that a line right below another goes on with it. */
  readonly spaced: boolean
}

/**
 * Finds out how a document breaks its text: from its text lines, and from whether each of them stands below a blank line.
 */
export function wrappingOf(lines: readonly string[], gaps: readonly boolean[]): Wrapping {
  const prose = lines.filter((line) => MARKED.test(line) && line.length >= 12)
  const open = prose.filter((line) => !TERMINAL.test(line) && !/[)）】》]$/.test(line))
  const widths = prose.map(printedWidth).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0
  const full = open.filter((line) => printedWidth(line) >= width * FULL_LINE).length
  const spaced = gaps.length >= 6 && gaps.filter((gap) => gap).length / gaps.length >= SPACED_SHARE
  const wrapped = open.length >= FEWEST_OPEN && open.length / prose.length >= WRAPPED_SHARE && full / open.length >= FULL_SHARE && width <= WIDEST_PAGE
  return { spaced, wrapped, width }
}

/** Whether a line goes on in the next printed line. */
export function goesOn(line: string, next: string, wrapping: Wrapping): boolean {
  if (startsAnew(next) || UNIT_LINE.test(line)) return false
  if (wrapping.spaced && line.length >= LONG_LINE && CLAUSE_END.test(line)) return true
  if (wrapping.wrapped && CLAUSE_END.test(line) && isFull(line, wrapping) && isProse(line, wrapping)) return true
  if (wrapping.wrapped && isFull(line, wrapping) && TELLS_MORE.test(next)) return true
  if (TERMINAL.test(line)) return false
  if (MUST_GO_ON.test(line) || CANNOT_START.test(next) || hasOpenBracket(line, next, wrapping)) return true
  if (splitsNumber(line, next, wrapping) || breaksSentence(line, next)) return true
  if (wrapping.spaced && line.length >= SHORTEST_PROSE && MARKED_OR_LED.test(line)) return true
  return wrapping.wrapped && isFull(line, wrapping) && numberingLevel(line) !== 1 && !/^https?:/.test(line)
}

/**
 * Whether a sentence goes on after the blank lines of a page break. Surer evidence is asked for than within a page; a page
 * number or watermark between the two (`furniture`) proves the break.
 */
export function goesOnOverBreak(line: string, next: string, wrapping: Wrapping, furniture: boolean): boolean {
  if (furniture && /[；;]$/.test(line) && isProse(line, wrapping) && isProse(next, wrapping) && !startsAnew(next)) return true
  if (startsAnew(next) || TERMINAL.test(line) || LABELLED.test(next)) return false
  if (CANNOT_START.test(next) || splitsNumber(line, next, wrapping)) return isProse(line, wrapping)
  if (!isProse(line, wrapping) || /^(?:19|20)\d\d年/.test(next)) return false
  return (wrapping.wrapped ? isFull(line, wrapping) : line.length >= LONG_LINE) && /[，。；、]/.test(next)
}

function isFull(line: string, { width }: Wrapping): boolean {
  return printedWidth(line) >= width * FULL_LINE
}

function startsAnew(next: string): boolean {
  return numberingLevel(next) !== undefined && !/^\d+[.．]\d/.test(next) ? true : NEW_ITEM.test(next)
}

function isProse(line: string, wrapping: Wrapping): boolean {
  return (line.length >= LONG_LINE || (wrapping.wrapped && isFull(line, wrapping))) && MARKED_OR_LED.test(line)
}

function splitsNumber(line: string, next: string, wrapping: Wrapping): boolean {
  if (splitsThousands(line, next)) return true
  return /[\d,.]$/.test(line) && /^[\d,.]*\d(?:[%％]|万元|亿元|元)/.test(next) && (isProse(line, wrapping) || (line.length >= SHORTEST_BROKEN && /[，。；]/.test(next)))
}

/** A figure whose last group of three digits is only whole with the next line: 12,3 | 45.67万元. */
function splitsThousands(line: string, next: string): boolean {
  const group = /\d,(\d{0,2})$/.exec(line)?.[1]
  const rest = /^(\d{1,3})(?:,\d{3})*(?:\.\d+)?(?:万元|亿元|元)/.exec(next)?.[1]
  return group !== undefined && rest !== undefined && group.length + rest.length === 3
}

/** A clause without an end, and right below it what ends a sentence: neither is a heading, a label with its value, or a title. */
function breaksSentence(line: string, next: string): boolean {
  if (headingLevel(line) !== undefined || line.length < SHORTEST_BROKEN || /^[（(【].*[)）】]$/.test(line) || LABELLED.test(next) || !SENTENCE_TAIL.test(next)) return false
  const text = line.replace(NUMBERED, '')
  return /[，；。].*[^，；。]/.test(text) || (text.match(/、/g) ?? []).length >= 2 || (text !== line && /：./.test(text))
}

/** A bracket or quotation mark is open at the end of the line, and the line is long or the next one closes it. */
function hasOpenBracket(line: string, next: string, { wrapped }: Wrapping): boolean {
  return openBrackets(line) > 0 && (line.length >= LONG_LINE || ((wrapped || line.length >= SHORTEST_BROKEN) && openBrackets(next) < 0))
}

function openBrackets(line: string): number {
  return (line.match(/[（《“]/g) ?? []).length - (line.match(/[）》”]/g) ?? []).length
}
