import type { Vocabulary } from '../../../vocabulary/types.ts'
import { classSource } from './char-set.ts'
import { parseSyntax } from './syntax.ts'
import { sourceOf } from './syntax-node.ts'

/** A word of a list where it stands in a shadow text. */
export interface WordHit {
  readonly from: number
  readonly to: number
  /** The canonical value. */
  readonly key: string
}

/** A list of the vocabulary, ready to be searched in shadow texts. A list that does not exist has no words. */
export interface WordFinder {
  test(text: string): boolean
  /** Words from left to right, the longest at each place. */
  find(text: string): readonly WordHit[]
  /** The text without the words. */
  strip(text: string): string
  /** The text with a mark in place of each word, so that what stood apart does not join. */
  mask(text: string): string
  /** Whether the text is made of nothing but words of the list. */
  covers(text: string): boolean
}

const NONE: WordFinder = { test: () => false, find: () => [], strip: (text) => text, mask: (text) => text, covers: (text) => text === '' }
const finders = new WeakMap<object, WordFinder>()

/** The finder of the words in `values` (canonical value → words, which are patterns). */
export function finderOf(values: Readonly<Record<string, readonly string[]>>, vocabulary: Vocabulary): WordFinder {
  const known = finders.get(values)
  if (known) return known
  const sources: { source: string; key: string; length: number }[] = []
  for (const [key, words] of Object.entries(values)) {
    for (const word of words) {
      const parsed = parseSyntax(word, vocabulary)
      if (parsed.ok) sources.push({ source: sourceOf(parsed.node, classSource).replace(/\((?!\?)/g, '(?:'), key, length: word.length })
    }
  }
  sources.sort((a, b) => b.length - a.length)
  const made = sources.length === 0 ? NONE : make(sources)
  finders.set(values, made)
  return made
}

function make(sources: readonly { readonly source: string; readonly key: string }[]): WordFinder {
  const any = sources.map(({ source }) => `(?:${source})`).join('|')
  const each = new RegExp(sources.map(({ source }) => `(${source})`).join('|'), 'g')
  const whole = new RegExp(`^(?:${any})*$`)
  const one = new RegExp(any)
  const find = (text: string): WordHit[] =>
    [...text.matchAll(each)].filter((match) => match[0] !== '').map((match) => {
      const index = match.slice(1).findIndex((group) => group !== undefined)
      return { from: match.index, to: match.index + match[0].length, key: sources[index]?.key ?? '' }
    })
  return { test: (text) => one.test(text), find, strip: (text) => text.replace(each, ''), mask: (text) => text.replace(each, '|'), covers: (text) => whole.test(text) }
}

/** The finder of a word list by its id. */
export function wordsOf(vocabulary: Vocabulary, id: string): WordFinder {
  const list = vocabulary.lists.get(id)
  return list ? finderOf(list, vocabulary) : NONE
}
