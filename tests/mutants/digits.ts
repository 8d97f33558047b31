import type { Random } from './random.ts'

/**
 * A printed number with one digit changed so that no rounding explains it: a digit of the integer part if that has two or more,
 * else the digit that weighs most. Separators, decimals and width stay.
 */
export function wrongDigit(printed: string, random: Random): string {
  const integer = /\d[\d,]*/.exec(printed)
  if (!integer) return printed
  const places = [...integer[0]].flatMap((letter, at) => (/\d/.test(letter) ? [integer.index + at] : []))
  // Of long integers the middle digits: neither a change of magnitude nor one that hides in the last place.
  const at = places.length === 1 ? places[0] : random.pick(places.slice(1, Math.max(2, places.length - (printed.includes('.') ? 0 : 1))))
  return at === undefined ? printed : withDigit(printed, at, random)
}

function withDigit(printed: string, at: number, random: Random): string {
  const old = Number(printed[at])
  const smallest = at === printed.search(/\d/) ? 1 : 0
  const others = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => digit !== old && digit >= smallest)
  return `${printed.slice(0, at)}${random.pick(others) ?? old}${printed.slice(at + 1)}`
}

/** Two neighbouring digits of the integer part swapped; undefined if all are equal. */
export function swappedDigits(printed: string): string | undefined {
  const integer = printed.split('.')[0] ?? ''
  for (let at = 0; at + 1 < integer.length; at += 1) {
    const [a, b] = [integer[at] ?? '', integer[at + 1] ?? '']
    if (/\d\d/.test(a + b) && a !== b && !(at === 0 && b === '0')) return `${printed.slice(0, at)}${b}${a}${printed.slice(at + 2)}`
  }
  return undefined
}

/** A count one to three off. */
export function wrongCount(printed: string, random: Random): string {
  const count = Number(printed)
  const off = 1 + random.below(3)
  return String(count > off && random.below(2) === 0 ? count - off : count + off)
}

/** The same digits with the point moved by `places` (to the right if positive); separators are dropped. */
export function shifted(printed: string, places: number): string {
  const plain = printed.replace(/,/g, '')
  const [integer = '', decimals = ''] = plain.split('.')
  const digits = integer + decimals
  const point = integer.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const cut = point <= 0 ? 1 : point
  const result = `${padded.slice(0, cut).replace(/^0+(?=\d)/, '')}.${padded.slice(cut)}`
  return result.replace(/\.?0*$/, '')
}
