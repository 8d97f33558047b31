import { tokenise } from '../tokens/index.ts'
import type { Value } from '../value.ts'
import { absentValue, optionalText, textValue } from '../values.ts'

/** The date a form was filled in, from a time stamp or a written date; else the text as printed. */
export function filledDate(printed: string | undefined, pointer: string, near: string): Value {
  const digits = stampDigits(printed)
  if (printed === undefined || printed.trim() === '') return optionalText(printed, { pointer }, near)
  if (digits !== undefined) {
    const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return { type: 'date', printed, year, month, day, ref: { pointer } }
  }
  const token = tokenise(printed).tokens.find((found) => found.type === 'date' && found.year !== undefined)
  if (token?.year === undefined) return textValue(printed, { pointer })
  return {
    type: 'date', printed, year: token.year, ref: { pointer },
    ...(token.month !== undefined && { month: token.month }), ...(token.day !== undefined && { day: token.day }),
  }
}

/** The time stamp to the second that a system wrote; absent where a person wrote a date. */
export function stampOf(printed: string | undefined, pointer: string, near: string): Value {
  const digits = stampDigits(printed)
  return digits !== undefined && digits.length >= 12 ? textValue(digits, { pointer }) : absentValue('missing-value', printed === undefined ? near : pointer)
}

function stampDigits(printed: string | undefined): string | undefined {
  return printed === undefined ? undefined : /^((?:19|20)\d{6}(?:\d{4}|\d{6}|\d{9})?)$/u.exec(printed.replaceAll(/\s+/gu, ''))?.[1]
}
