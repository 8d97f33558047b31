import type { Random } from '../../tests/mutants/random.ts'
import { NESTS, TOKENS } from './tokens.ts'

/** Makes a damaged copy of a value; `other` gives a second one of its kind to splice from. */
export type Mutation<T> = (value: T, random: Random, other: () => T) => T

/** Damaged texts are kept below this, so that a case stays cheap. */
const LONGEST = 60_000
/** One case in so many nests or repeats without measure. */
const EXTREME = 400

/** One of the mutations. */
export function oneOf<T>(mutations: readonly Mutation<T>[]): Mutation<T> {
  return (value, random, other) => (random.pick(mutations) ?? ((same) => same))(value, random, other)
}

/** One to six mutations in a row, mostly few. */
export function several<T>(mutation: Mutation<T>): Mutation<T> {
  return (value, random, other) => {
    let mutated = value
    for (let left = 1 + random.below(1 + random.below(6)); left > 0; left -= 1) mutated = mutation(mutated, random, other)
    return mutated
  }
}

/** A place and what follows it, short or long. */
function span(length: number, random: Random): readonly [number, number] {
  const from = random.below(length + 1)
  return [from, Math.min(length, from + 1 + random.below(random.below(8) === 0 ? 2000 : 12))]
}

const cutOut: Mutation<string> = (text, random) => {
  const [from, to] = span(text.length, random)
  return text.slice(0, from) + text.slice(to)
}

const truncate: Mutation<string> = (text, random) => (random.below(2) === 0 ? text.slice(0, random.below(text.length + 1)) : text.slice(random.below(text.length + 1)))

const repeat: Mutation<string> = (text, random) => {
  const [from, to] = span(text.length, random)
  const times = 1 + random.below(random.below(EXTREME) === 0 ? 5000 : 4)
  return text.slice(0, to) + text.slice(from, to).repeat(Math.min(times, Math.ceil(LONGEST / Math.max(1, to - from)))) + text.slice(to)
}

const swap: Mutation<string> = (text, random) => {
  const [a, b, c] = [random.below(text.length + 1), random.below(text.length + 1), random.below(text.length + 1)].sort((x, y) => x - y) as [number, number, number]
  return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c)
}

const splice: Mutation<string> = (text, random, other) => {
  const source = other()
  const [from, to] = span(source.length, random)
  const at = random.below(text.length + 1)
  return text.slice(0, at) + source.slice(from, to) + text.slice(at)
}

const figure: Mutation<string> = (text, random) => {
  const figures = [...text.matchAll(/\d[\d,.]*/g)]
  const found = random.pick(figures)
  if (!found) return text
  const put = random.pick(['0', '-1', '9'.repeat(30), '1e400', '', '0.1', '100', '1,0,0', '００', found[0].replace(/\d/, (digit) => String((Number(digit) + 1) % 10)), `${found[0]}.${found[0]}`, found[0].replace(/(?<=\d)(?=\d)/, '\n')]) ?? ''
  return text.slice(0, found.index) + put + text.slice(found.index + found[0].length)
}

const lines: Mutation<string> = (text, random) => {
  const list = text.split('\n')
  const [a, b] = [random.below(list.length), random.below(list.length)]
  const moved = random.below(3) === 0 ? [list[b] ?? '', list[a] ?? ''] : random.below(2) === 0 ? [list[a] ?? '', list[a] ?? ''] : []
  return [...list.slice(0, a), ...moved, ...list.slice(a + 1)].join(random.below(6) === 0 ? '\r\n' : '\n')
}

/** Brackets within brackets around a part, closed or not. */
const nest: Mutation<string> = (text, random) => {
  const [open, close] = random.pick(NESTS) ?? ['', '']
  const depth = random.below(EXTREME) === 0 ? 20_000 : 1 + random.below(40)
  const [from, to] = span(text.length, random)
  return text.slice(0, from) + open.repeat(depth) + text.slice(from, to) + (random.below(3) === 0 ? '' : close.repeat(depth)) + text.slice(to)
}

/** A word of the list set in, or in the place of a character. */
export function token(words: readonly string[]): Mutation<string> {
  return (text, random) => {
    const at = random.below(text.length + 1)
    return text.slice(0, at) + (random.pick(words) ?? '') + text.slice(at + random.below(2))
  }
}

/** Mutations of a text, with further words that matter in its notation. */
export function textMutation(words: readonly string[] = []): Mutation<string> {
  const any = oneOf([cutOut, truncate, repeat, swap, splice, figure, figure, lines, nest, token(TOKENS), token(TOKENS), token(words.length > 0 ? words : TOKENS), token(words.length > 0 ? words : TOKENS)])
  return (text, random, other) => any(text, random, other).slice(0, LONGEST)
}

/** A bit turned, a byte set, a range cut, doubled or taken from another file. */
export const byteMutation: Mutation<Uint8Array> = (bytes, random, other) => {
  const kind = random.below(5)
  const copy = bytes.slice()
  const at = random.below(bytes.length + 1)
  if (kind === 0 && at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
  else if (kind === 1 && at < copy.length) copy[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, 0x1b, random.below(256)]) ?? 0
  else if (kind === 2) return joined(bytes.subarray(0, at), bytes.subarray(span(bytes.length - at, random)[1] + at))
  else if (kind === 3) return bytes.slice(0, at)
  else if (kind === 4) {
    const source = other()
    const [from, to] = span(source.length, random)
    return joined(bytes.subarray(0, at), source.subarray(from, to), bytes.subarray(at))
  }
  return copy
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
