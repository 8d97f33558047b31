import { sliceMapped } from '../../../source/mapped-text.ts'
import { numberingLevel } from '../../../source/numbering.ts'
import type { MappedText } from '../../../source/segment.ts'
import type { TextLine } from '../line.ts'
import { printedWidth } from '../printed-width.ts'

/** A stretch of a line without blanks, and where it stands. */
export interface Word {
  readonly text: MappedText
  readonly kind: 'figure' | 'code' | 'text'
  /** In characters, and in half-width columns of Chinese type: programs that align by blanks count in either. */
  readonly narrow: Stretch
  readonly wide: Stretch
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What a line may be in a table whose cells only blanks set apart. */
export interface WordLine {
  readonly words: readonly Word[]
  /** Words of the code the line begins with: one, or 类 款 项 apart. */
  readonly codes: readonly Word[]
  readonly texts: readonly Word[]
  /** Figures at the end of the line. */
  readonly figures: readonly Word[]
  /** Text follows a figure: two tables stand side by side. */
  readonly paired: boolean
}

const FIGURE = /^[-−－△]?\d[\d,，]*(?:\.\d+)?[%％]?$|^[（(]\d[\d,]*\.\d+[)）]$|^[-—–－]{1,3}$/
const AMOUNT = /\d\.\d|\d[,，]\d{3}/
const CODE = /^[12345]\d\d(?:\d\d){0,2}$/
const CODE_PART = /^\d{1,2}$/

/** Whether a word is a figure, or a dash in the place of one. */
export const isPrintedFigure = (text: string): boolean => FIGURE.test(text)

/** Whether a cell holds a figure, a dash or a slash in the place of one. */
export const isFigureCell = (text: string): boolean => isPrintedFigure(text) || text === '/'

/** Whether a word is written as money is: with decimals or separators. */
export const isAmount = (text: string): boolean => FIGURE.test(text) && AMOUNT.test(text)

/** Whether a number may be a code of a class and its parts. */
export const isCodeShaped = (text: string): boolean => CODE.test(text)

/** A year or a count with a blank before its unit (2026 年, 3 辆) is no cell of its own. */
const isCounted = (word: string, rest: string): boolean => /^\d{1,4}$/.test(word) && /^\s[年月日个人辆台套次项]/.test(rest)

/** The words of a line, by what they are. */
export function wordLine({ text, lead = '' }: TextLine): WordLine {
  const words = [...text.text.matchAll(/\S+/g)].flatMap(unglued).map((match): Word => {
    const before = lead + text.text.slice(0, match.index)
    const [narrow, wide] = [before.length, printedWidth(before)]
    return {
      text: sliceMapped(text, match.index, match.index + match[0].length),
      kind: FIGURE.test(match[0]) && !isCounted(match[0], text.text.slice(match.index + match[0].length)) ? 'figure' : 'text',
      narrow: { from: narrow, to: narrow + match[0].length },
      wide: { from: wide, to: wide + printedWidth(match[0]) },
    }
  })
  const codes = codesOf(words)
  const rest = words.slice(codes.length)
  let from = rest.length
  while (from > 0 && rest[from - 1]?.kind === 'figure') from -= 1
  const head = rest.slice(0, from)
  const firstFigure = head.findIndex(({ kind }, i) => i > 0 && kind === 'figure')
  return { words, codes, texts: head.filter(({ kind }) => kind === 'text'), figures: rest.slice(from), paired: firstFigure > 0 && head.slice(firstFigure).some(({ kind }) => kind === 'text') }
}

interface Found {
  readonly index: number
  readonly 0: string
}

/** A figure and the numbered label of the table beside, with no blank between them (1,000一、…), are two words. */
function unglued(match: RegExpExecArray): readonly Found[] {
  const figure = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|^-?\d+\.\d{2}/.exec(match[0])?.[0]
  const rest = figure === undefined ? '' : match[0].slice(figure.length)
  return figure === undefined || !/^\D/.test(rest) || numberingLevel(rest) === undefined ? [match] : [{ index: match.index, 0: figure }, { index: match.index + figure.length, 0: rest }]
}

/** A code is alone on its line or stands before a name; before figures alone it may be a figure itself. */
export function codesOf(words: readonly Word[]): readonly Word[] {
  if (!CODE.test(words[0]?.text.text ?? '')) return []
  let end = 1
  if (words[0]?.text.text.length === 3) while (end < 3 && CODE_PART.test(words[end]?.text.text ?? '')) end += 1
  const next = words[end]
  if (next?.kind === 'figure') return []
  return words.slice(0, end).map((word) => ({ ...word, kind: 'code' }))
}
