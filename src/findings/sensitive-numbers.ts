import type { Mask } from './raw-finding.ts'

/** A range of a text that holds a personal number. UTF-16 offsets, half open. */
export interface SensitiveRange {
  readonly from: number
  readonly to: number
  readonly mask: Mask
}

/** Amounts have digits after a point or separators in threes; neither is part of a personal number. */
const BEFORE = '(?<![0-9A-Za-z]|[0-9][.,])'
const AFTER = '(?![0-9A-Za-z]|[.,][0-9])'
const GAP = '[ -]?'
const IDENTITY_CARD = new RegExp(`${BEFORE}[1-9]\\d{5}${GAP}\\d{8}${GAP}\\d{3}[0-9Xx]${AFTER}`, 'gu')
const BANK_CARD = new RegExp(`${BEFORE}[3-9]\\d{3}(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,3})?${AFTER}`, 'gu')
const MOBILE = new RegExp(`${BEFORE}(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}${AFTER}`, 'gu')

/** Weights of GB 11643-1999 and the check characters by remainder modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The shortest has eleven digits, with a gap here and there. */
const LONG_ENOUGH = /(?:[0-9\uff10-\uff19][ \-\uff0d\u3000]?){11}/u

/** Ranges of mobile, identity card and bank card numbers, in order, none overlapping. Full-width digits count as digits. */
export function sensitiveNumbers(text: string): SensitiveRange[] {
  if (!LONG_ENOUGH.test(text)) return []
  const plain = halfWidth(text)
  const candidates = [
    ...hits(plain, IDENTITY_CARD, 'id', isIdentityCard),
    ...hits(plain, BANK_CARD, 'account', isLuhn),
    ...hits(plain, MOBILE, 'phone', () => true),
  ]
  const kept: SensitiveRange[] = []
  for (const range of candidates) if (!kept.some((other) => range.from < other.to && other.from < range.to)) kept.push(range)
  return kept.sort((a, b) => a.from - b.from)
}

/** Same length as `text`: offsets stay valid. */
function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d\u3000]/gu, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

function hits(text: string, pattern: RegExp, mask: Mask, check: (digits: string) => boolean): SensitiveRange[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => check(found.replace(/[ -]/gu, '')))
    .map((match) => ({ from: match.index, to: match.index + match[0].length, mask }))
}

/** Eighteen characters, a date of birth that exists, and the check character of GB 11643-1999. */
export function isIdentityCard(number: string): boolean {
  const month = Number(number.slice(10, 12))
  const day = Number(number.slice(12, 14))
  const year = Number(number.slice(6, 10))
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return number.length === 18 && CHECKS[sum % 11] === number[17]?.toUpperCase()
}

/** The Luhn check digit of ISO/IEC 7812-1. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
