const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_LETTERS = '10X98765432'

/** ISO 7064 MOD 11-2 check digit and a possible date of birth (GB 11643-1999). */
function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  if (!isDate(text.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return CHECK_LETTERS[sum % 11] === text[17]?.toUpperCase()
}

/** Luhn check digit of bank-card numbers (ISO/IEC 7812-1). */
function isCardNumber(text: string): boolean {
  if (!/^\d{15,19}$/.test(text)) return false
  const sum = [...text].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const CREDIT_CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Unified social credit code: weights 3^i mod 31 (GB 32100-2015). */
function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false
  const sum = [...text.slice(0, 17)].reduce((total, letter, index) => total + CREDIT_CODE.indexOf(letter) * (3 ** index % 31), 0)
  return CREDIT_CODE[(31 - (sum % 31)) % 31] === text[17]
}

/** Year, month and day in eight digits that a calendar has. */
function isDate(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  return digits.length === 8 && year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Checksums a pattern may ask for besides its shape. */
export const CHECKS = { id18: isIdNumber, luhn: isCardNumber, uscc: isCreditCode, date: isDate } as const
