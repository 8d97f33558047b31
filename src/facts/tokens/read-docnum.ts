import { readNumeral } from '../amounts/numerals.ts'
import { DECREE_NUMBER, DECREE_WORD, DOCUMENT_NUMBER, NUMBER_SIGN, YEARED_DECREE, agencyStart } from './document-lexicon.ts'
import { isDigitAt, matchAt, type Found, type Spot } from './found.ts'

/** The document number whose year bracket opens here, or the decree number that begins here, with the agency before it. */
export function readDocnum(spot: Spot): Found | undefined {
  return readBracketed(spot) ?? readDecree(spot)
}

function readBracketed({ text, at, lastEnd }: Spot): Found | undefined {
  const found = matchAt(DOCUMENT_NUMBER, text, at)
  if (!found) return undefined
  const [whole, year = '', number = ''] = found
  const end = text[at - 1] === ' ' ? at - 1 : at
  const from = agencyStart(text, end, lastEnd)
  const agency = text.slice(from, end)
  return {
    type: 'docnum', from: agency === '' ? at : from, to: at + whole.length, year: Number(year),
    docnum: { agency, year: Number(year), number, brackets: '', normal: `${agency}〔${year}〕${number}${NUMBER_SIGN}` },
  }
}

function readDecree({ text, at, lastEnd }: Spot): Found | undefined {
  const yeared = matchAt(YEARED_DECREE, text, at)
  const found = yeared ?? matchAt(DECREE_NUMBER, text, at)
  if (!found) return undefined
  const start = agencyStart(text, at, lastEnd)
  const agency = DECREE_WORD.test(text.slice(start, at)) ? text.slice(start, at) : ''
  // A year and an ordinal that follow no announcement are just that.
  if (yeared && agency === '') return undefined
  const digits = (yeared ? found[2] : found[1]) ?? ''
  const number = isDigitAt(digits, 0) ? digits : (readNumeral(digits)?.digits.toString() ?? digits)
  const year = yeared ? Number(found[1]) : undefined
  const ordinal = found[0].replace(/\s/g, '').replace(/^\d+./, '').slice(0, 1)
  return {
    type: 'docnum', from: agency === '' ? at : start, to: at + found[0].length, ...(year !== undefined && { year }),
    docnum: { agency, ...(year !== undefined && { year }), number, brackets: '', normal: `${agency}${year === undefined ? '' : `〔${year}〕`}${ordinal}${number}${NUMBER_SIGN}` },
  }
}
