import { NEW_ITEM, SENTENCE_END, isHan } from './lexicon.ts'

/** A text folded for reading, and where each of its characters stands in the original. */
export interface Normalised {
  readonly text: string
  /** Offset in the original of each UTF-16 unit of `text`, plus one for the end. */
  readonly offsets: readonly number[]
}

const NEEDS_WORK = /[\uFF01-\uFF5E\u00A0\u2000-\u200F\u2013\u202F\u2060\u2212\u2F00-\u2FD5\u3000\uFEFF\uFE63\uFE6A\r\n]|[\u3400-\u9fff] [\u3400-\u9fff]/
/** A run of single characters longer than this is no spaced-out word. */
const LONGEST_SPACED = 12
/** Lines shorter than this are not broken for want of room. */
const SHORT_LINE = 20

const DROPPED = -1
const SPACE = 0x20
const BREAK = 0x0a

/** One character folded: full width to half width, every blank a space, signs made one; DROPPED for what has no width. */
function fold(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0
  if (unit < 0xa0) return unit
  if (unit === 0x3000 || unit === 0xa0 || unit === 0x202f || (unit >= 0x2000 && unit <= 0x200a)) return SPACE
  if ((unit >= 0x200b && unit <= 0x200f) || unit === 0xfeff || unit === 0x2060) return DROPPED
  if (unit === 0x2212 || unit === 0xfe63 || unit === 0x2013) return 0x2d
  if (unit === 0xfe6a) return 0x25
  return unit >= 0x2f00 && unit <= 0x2fd5 ? String.fromCharCode(unit).normalize('NFKC').charCodeAt(0) : unit
}

/** Folds a text, closes spaced-out words and takes out hard breaks inside words and numbers. Linear. */
export function normalise(original: string): Normalised {
  if (!NEEDS_WORK.test(original)) return { text: original, offsets: Array.from({ length: original.length + 1 }, (_, index) => index) }
  const units: number[] = []
  const offsets: number[] = []
  for (let at = 0; at < original.length; at++) {
    const unit = original.charCodeAt(at)
    if (unit === 0x0d && original.charCodeAt(at + 1) === BREAK) continue
    const folded = unit === 0x0d ? BREAK : fold(unit)
    if (folded === DROPPED) continue
    units.push(folded)
    offsets.push(at)
  }
  const folded = textOf(units)
  const dropped = new Uint8Array(units.length)
  closeSpaced(units, dropped)
  closeBreaks(folded, units, dropped)
  const keptUnits: number[] = []
  const keptOffsets: number[] = []
  units.forEach((unit, index) => {
    if (dropped[index]) return
    keptUnits.push(unit)
    keptOffsets.push(offsets[index] ?? 0)
  })
  keptOffsets.push(original.length)
  return { text: textOf(keptUnits), offsets: keptOffsets }
}

function textOf(units: readonly number[]): string {
  let text = ''
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.slice(at, at + 4096))
  return text
}

/** Drops the blanks of a short run of single characters with exactly one blank between them. */
function closeSpaced(units: readonly number[], dropped: Uint8Array): void {
  const alone = (at: number): boolean => isHan(units[at] ?? 0) && !isHan(units[at - 1] ?? 0) && !isHan(units[at + 1] ?? 0)
  for (let at = 0; at < units.length; at++) {
    if (!alone(at)) continue
    let last = at
    while (units[last + 1] === SPACE && alone(last + 2)) last += 2
    if (last > at && (last - at) / 2 < LONGEST_SPACED) for (let gap = at + 1; gap < last; gap += 2) dropped[gap] = 1
    at = last
  }
}

function closeBreaks(text: string, units: readonly number[], dropped: Uint8Array): void {
  let lineStart = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let [before, after] = [at - 1, at + 1]
    while (units[before] === SPACE || units[before] === 0x09) before--
    while (units[after] === SPACE || units[after] === 0x09) after++
    const goesOn = before >= lineStart && after < text.length && joins(text, before, after, lineStart)
    lineStart = at + 1
    if (goesOn) for (let gap = before + 1; gap < after; gap++) dropped[gap] = 1
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
const UNFINISHED = /[,、(《“〔【]/
const GOES_ON = /[,、。;:)》”〕】%!?]/

/** Whether the line that ends at `before` goes on at `after` in the middle of a sentence, word or number. */
function joins(text: string, before: number, after: number, lineStart: number): boolean {
  const [last = '', next = ''] = [text[before], text[after]]
  if (next === '\n' || SENTENCE_END.test(last)) return false
  NEW_ITEM.lastIndex = after
  if (NEW_ITEM.test(text)) return false
  const [lastDigit, nextDigit] = [isDigit(last.charCodeAt(0)), isDigit(next.charCodeAt(0))]
  const [lastHan, nextHan] = [isHan(last.charCodeAt(0)), isHan(next.charCodeAt(0))]
  if (nextDigit && (lastDigit || ((last === '.' || last === ',') && isDigit(text.charCodeAt(before - 1))))) return numberGoesOn(text, before, after, lineStart)
  if (lastDigit && (next === '.' || next === ',') && isDigit(text.charCodeAt(after + 1))) return before - lineStart >= SHORT_LINE
  if (GOES_ON.test(next)) return lastHan || lastDigit
  return (lastHan || lastDigit || UNFINISHED.test(last)) && (nextHan || nextDigit || /[《“(〔【]/.test(next))
}

const TAIL = /(?:^|[^\d.,])(\d[\d,]*\.?\d*)$/
const HEAD = /\d[\d,]*(?:\.\d+)?\s?(.?)/y

/** Whether the digits on both sides of a break are one number: only in a full line, and where together they read as one. */
function numberGoesOn(text: string, before: number, after: number, lineStart: number): boolean {
  if (before - lineStart < SHORT_LINE) return false
  const tail = TAIL.exec(text.slice(Math.max(lineStart, before - 24), before + 1))?.[1]
  HEAD.lastIndex = after
  const head = HEAD.exec(text)
  if (tail === undefined || !head || head[1] === '.' || head[1] === '、') return false
  const joined = tail + text.slice(after, after + head[0].length).trimEnd().replace(/[^\d.,]$/, '')
  const isYear = /^(?:19|20)\d\d$/.test(tail)
  return !isYear && /^(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?$/.test(joined)
}
