import type { Vocabulary } from '../../vocabulary/types.ts'
import type { Range } from './sentences.ts'

/** A stretch of text that is a term but for one character, or two side by side exchanged. */
export interface NearTerm extends Range {
  readonly right: string
}

export interface TermIndex {
  readonly terms: ReadonlySet<string>
  /** The first two and the last two characters of terms → the terms, and where in them the two stand. */
  readonly ends: ReadonlyMap<string, readonly (readonly [term: string, offset: number])[]>
  /** Characters whose exchange makes another term (预 for 决), by their group. */
  readonly group: ReadonlyMap<string, number>
}

const SHORTEST = 5
const END = 2
const isHan = (char: string | undefined): boolean => char !== undefined && char >= '\u4e00' && char <= '\u9fff'

/** Terms of Han characters from lists and dictionaries of the vocabulary; shorter ones are too like other words. */
export function indexTerms(sources: readonly string[], exchangeable: string | undefined, vocabulary: Vocabulary): TermIndex {
  const words = sources.flatMap((id) => [...Object.values(vocabulary.lists.get(id) ?? {}).flat(), ...dictionaryNames(id, vocabulary)])
  const terms = new Set(words.filter((word) => word.length >= SHORTEST && [...word].every(isHan)))
  const ends = new Map<string, (readonly [string, number])[]>()
  for (const term of terms) {
    for (const offset of [0, term.length - END]) {
      const key = term.slice(offset, offset + END)
      ends.set(key, [...(ends.get(key) ?? []), [term, offset]])
    }
  }
  const groups = Object.values(vocabulary.lists.get(exchangeable ?? '') ?? {})
  return { terms, ends, group: new Map(groups.flatMap((words, number) => words.map((char) => [char, number] as const))) }
}

function dictionaryNames(id: string, vocabulary: Vocabulary): readonly string[] {
  return Object.values(vocabulary.dictionaries.get(id)?.entries ?? {}).flatMap((name) => (typeof name === 'string' ? [name] : Object.values(name)))
}

/** Near misses of terms, from left to right. The first and the last character must be the term's: there another word may begin or end. */
export function nearTerms(text: string, { terms, ends, group }: TermIndex): readonly NearTerm[] {
  const found = new Map<number, NearTerm>()
  for (let at = 0; at + END <= text.length; at++) {
    for (const [term, offset] of ends.get(text.slice(at, at + END)) ?? []) {
      const from = at - offset
      const window = text.slice(Math.max(0, from), from + term.length)
      if (from < 0 || window.length < term.length || terms.has(window) || found.has(from)) continue
      if (differsByOne(window, term, group)) found.set(from, { from, to: from + term.length, right: term })
    }
  }
  const known = [...found.values()].filter(({ from, to }) => !standsInTerm(text, from, to, terms))
  return known.sort((a, b) => a.from - b.from)
}

function differsByOne(window: string, term: string, group: TermIndex['group']): boolean {
  if (window[0] !== term[0] || window.at(-1) !== term.at(-1)) return false
  const wrong: number[] = []
  for (let i = 1; i < term.length - 1; i++) {
    if (window[i] === term[i]) continue
    if (!isHan(window[i]) || wrong.push(i) > END) return false
  }
  const [one = 0, two] = wrong
  if (two !== undefined) return two === one + 1 && window[one] === term[two] && window[two] === term[one]
  const [a, b] = [group.get(window[one] ?? ''), group.get(term[one] ?? '')]
  return wrong.length === 1 && (a === undefined || a !== b)
}

/** A window that runs over the edge of a term printed right is no slip of another one. */
function standsInTerm(text: string, from: number, to: number, terms: ReadonlySet<string>): boolean {
  for (const term of terms) {
    const at = text.indexOf(term, Math.max(0, from - term.length + 1))
    if (at >= 0 && at < to && at + term.length > from) return true
  }
  return false
}
