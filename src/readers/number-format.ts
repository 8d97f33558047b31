const SIMPLE = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

/** A number as an automatic numbering of Word writes it: `ST_NumberFormat` of ECMA-376, part 1, 17.18.59. Unknown formats count in figures. */
export function writtenNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(value, SIMPLE, ['', '十', '百', '千'])
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(value, LEGAL, ['', '拾', '佰', '仟'])
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => SIMPLE[Number(digit)] ?? digit).join('')
    case 'ideographTraditional':
      return STEMS[(value - 1) % 10] ?? String(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : String(value)
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${value})`
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return lettered(value).toUpperCase()
    case 'lowerLetter':
      return lettered(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    default:
      return String(value)
  }
}

/** 12 → 十二, 20 → 二十, 105 → 一百〇五 (legal: 零). */
function counted(value: number, digits: string, places: readonly string[]): string {
  const figures = [...String(value)]
  if (figures.length > places.length) return String(value)
  let out = ''
  let gap = false
  figures.forEach((figure, i) => {
    if (figure === '0') {
      gap = true
      return
    }
    if (gap && out !== '') out += digits[0]
    gap = false
    out += `${digits[Number(figure)] ?? ''}${places[figures.length - 1 - i] ?? ''}`
  })
  if (out === '') return digits[0] ?? '0'
  return value >= 10 && value < 20 ? out.slice(1) : out
}

/** a … z, aa, bb, … as Word continues. */
function lettered(value: number): string {
  if (value < 1) return String(value)
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20))
}

function roman(value: number): string {
  if (value < 1 || value >= 4000) return String(value)
  let rest = value
  let out = ''
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      out += letters
      rest -= worth
    }
  }
  return out
}
